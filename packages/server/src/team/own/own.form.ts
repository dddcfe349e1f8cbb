import type { Context as HonoContext } from 'hono'
import type { Trx } from '../../schema.ts'
import { circleOf, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

/** What came of a form of hers: the way on with what is said there, or the page again with what can be mended. */
export type FormResult =
  | { below: string; said: string }
  | { again: string; status?: 409 | 422; policy?: string }

/** Does what a form asks, and leads on in the language that she reads: it need not be the one of her record. */
export async function formInCircle(
  c: HonoContext,
  deps: OwnCircleDeps,
  work: (trx: Trx, page: OwnCircle) => Promise<FormResult>,
): Promise<Response> {
  const made = await circleOf(c, deps, async (trx, page) => {
    const result = await work(trx, page)
    return 'again' in result ? result : { leads: `${to(page, result.below)}&${result.said}` }
  })
  if ('leads' in made) return c.redirect(made.leads, 303)
  const { again, status = 422, policy } = made
  return sendCircle(c, again, { status, ...(policy !== undefined && { policy }) })
}

/** The page again where something can be mended, else the way on. */
export const againOr = (again: string | null, below: string, said = 'bewaard=1'): FormResult =>
  again === null ? { below, said } : { again }

import type { AppError } from '@weerklank/core/shared/errors'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Context as HonoContext } from 'hono'
import { toAppError } from './failure.ts'

/** Says after how many seconds it is worth trying again, where that helps. */
export function sayWhenAgain(c: HonoContext, status: number): void {
  if (status === 503) c.header('Retry-After', '5')
  if (status === 429) c.header('Retry-After', '60')
}

/** A link that is none, counted for its address: the refusal it came with, or that there were too many. Others stay as they are. */
export function countedMiss(
  c: HonoContext,
  { countMiss }: { countMiss: (c: HonoContext) => void },
  error: AppError,
): AppError {
  if (error.code !== 'link-unknown') return error
  try {
    countMiss(c)
    return error
  } catch (limit) {
    return toAppError(limit)
  }
}

/** Someone of whom nothing is known yet but what the browser says, on a page in Dutch and English. */
export function unknownListener(c: HonoContext): Listener {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'nl'
  return { language: /^en\b/i.test(asked) ? 'en' : 'nl', address: 'u' }
}

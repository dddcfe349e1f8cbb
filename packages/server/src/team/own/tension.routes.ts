import { AppError } from '@weerklank/core/shared/errors'
import { tensionId } from '@weerklank/core/shared/ids'
import { leans } from '@weerklank/core/team/tension'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import * as tension from '../tension.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'
import { tensionsPage } from './tension.page.ts'
import { ownAt } from './words.at.ts'
import { ownWordsFor } from './words.text.ts'

const formSize = { bytes: 4 * 1024, fields: 5 }

/** The tensions of a circle by link: read, and seen by her. */
export function serveOwnTensions(app: Hono, deps: OwnCircleDeps): void {
  app.get('/n/:token/spanningen', (c) =>
    answerCircle(c, deps, async () => {
      const done = c.req.query('bewaard') === '1' ? 'kept' : c.req.query('weg') === '1' ? 'gone' : null
      return sendCircle(c, await circleOf(c, deps, (trx, page) => show(trx, deps, { page, done })))
    }),
  )
  app.post('/n/:token/spanningen', (c) => answerCircle(c, deps, () => look(c, deps)))
}

type Shown = { page: OwnCircle; done: 'kept' | 'gone' | null }

async function show(trx: Trx, deps: OwnCircleDeps, { page, done }: Shown): Promise<string> {
  await noteInCircle(trx, deps, { page, action: 'circle.tensions-read' })
  const told: Told = done === null ? null : { kind: 'kept', text: ownWordsFor(page.listener)[done] }
  return tensionsPage(page, await tension.loadTensions(trx, ownAt(page, deps.world)), told)
}

async function look(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const id = tensionId.safeParse(typed.get('tension'))
  if (!id.success) throw new AppError('not-found')
  const isBack = typed.get('do') === 'weg'
  return formInCircle(c, deps, async (trx, page) => {
    const at = ownAt(page, deps.world)
    if (isBack) await tension.takeBackLooks(trx, at, id.data)
    else await tension.lookAt(trx, at, { id: id.data, lean: leanOf(typed.get(`lean-${id.data}`)) })
    // Who looked, and when, would tell whose look changed the numbers.
    await noteInCircle(trx, deps, { page, action: 'circle.tensions-read' })
    return { below: '/spanningen', said: isBack ? 'weg=1' : 'bewaard=1' }
  })
}

/** Nothing chosen says that she sees it, no more. */
function leanOf(typed: string | undefined) {
  if (typed === undefined || typed === 'see') return null
  const lean = leans.find((one) => String(one) === typed)
  if (lean === undefined) throw new AppError('invalid-input')
  return lean
}

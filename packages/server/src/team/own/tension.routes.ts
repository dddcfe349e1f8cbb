import { AppError } from '@weerklank/core/shared/errors'
import { tensionId } from '@weerklank/core/shared/ids'
import { leans } from '@weerklank/core/team/tension'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { loadHindering } from '../hindering.ts'
import * as tension from '../tension.ts'
import { hinderingPage } from './hindering.page.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { againOr, type FormResult, formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'
import { addOwnTension, newDraft } from './tension.add.ts'
import type { TensionDraft } from './tension.form.ts'
import { tensionsPage } from './tension.page.ts'
import { ownAt } from './words.at.ts'
import { ownWordsFor } from './words.text.ts'

/** All fields of a tension in signs of four code points each, percent-encoded. */
const formSize = { bytes: 64 * 1024, fields: 12 }

/** The tensions of a circle by link: read, put in and seen by her; and the cards about what hinders us. */
export function serveOwnTensions(app: Hono, deps: OwnCircleDeps): void {
  const cards = loadHindering()
  app.get('/n/:token/spanningen', (c) =>
    answerCircle(c, deps, async () => {
      const done = c.req.query('bewaard') === '1' ? 'kept' : c.req.query('weg') === '1' ? 'gone' : null
      const made = await circleOf(c, deps, (trx, page) => {
        const told: Told = done === null ? null : { kind: 'kept', text: ownWordsFor(page.listener)[done] }
        const draft = newDraft(page, c.req.query('paar'), deps.world.newId())
        return show(trx, deps, { page, told, draft })
      })
      return sendCircle(c, made)
    }),
  )
  app.post('/n/:token/spanningen', (c) =>
    answerCircle(c, deps, async () => {
      const typed = new Map(await readForm(c, formSize))
      const act = typed.get('do') === 'nieuw' ? add : look
      return formInCircle(c, deps, (trx, page) => act(trx, deps, { page, typed }))
    }),
  )
  app.get('/n/:token/hindernissen', (c) =>
    answerCircle(c, deps, () => answerCards(c, deps, (page) => hinderingPage(page, cards))),
  )
}

async function answerCards(
  c: HonoContext,
  deps: OwnCircleDeps,
  present: (page: OwnCircle) => string,
): Promise<Response> {
  const made = await circleOf(c, deps, async (trx, page) => {
    await noteInCircle(trx, deps, { page, action: 'circle.page-opened' })
    return present(page)
  })
  return sendCircle(c, made)
}

type Shown = { page: OwnCircle; told: Told; draft: TensionDraft | null }

async function show(trx: Trx, deps: OwnCircleDeps, { page, ...shown }: Shown): Promise<string> {
  await noteInCircle(trx, deps, { page, action: 'circle.tensions-read' })
  return tensionsPage(page, await tension.loadTensions(trx, ownAt(page, deps.world)), shown)
}

type Sent = { page: OwnCircle; typed: Typed }

async function add(trx: Trx, deps: OwnCircleDeps, { page, typed }: Sent): Promise<FormResult> {
  const draft = await addOwnTension(trx, deps, { page, typed })
  return againOr(draft && (await show(trx, deps, { page, told: null, draft })), '/spanningen')
}

async function look(trx: Trx, deps: OwnCircleDeps, { page, typed }: Sent): Promise<FormResult> {
  const id = tensionId.safeParse(typed.get('tension'))
  if (!id.success) throw new AppError('not-found')
  const isBack = typed.get('do') === 'weg'
  const at = ownAt(page, deps.world)
  if (isBack) await tension.takeBackLooks(trx, at, id.data)
  else await tension.lookAt(trx, at, { id: id.data, lean: leanOf(typed.get(`lean-${id.data}`)) })
  // Who looked, and when, would tell whose look changed the numbers.
  await noteInCircle(trx, deps, { page, action: 'circle.tensions-read' })
  return { below: '/spanningen', said: isBack ? 'weg=1' : 'bewaard=1' }
}

/** Nothing chosen says that she sees it, no more. */
function leanOf(typed: string | undefined) {
  if (typed === undefined || typed === 'see') return null
  const lean = leans.find((one) => String(one) === typed)
  if (lean === undefined) throw new AppError('invalid-input')
  return lean
}

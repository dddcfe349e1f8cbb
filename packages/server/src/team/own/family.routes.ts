import { AppError } from '@weerklank/core/shared/errors'
import { familyWordId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { Hono } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { circleToAsk } from '../circle.open.ts'
import { familyWordsOf, findFamilyWord } from '../family.repository.ts'
import { keepWord, tellWord } from '../family.ts'
import { familyPage } from './family.page.ts'
import { familyWordsFor } from './family.text.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { againOr, formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'

/** Room for what a form can hold, and something over. */
const formSize = { bytes: 16_384, fields: 12 }

/** Writing down what the family is asked or told, by link: by whoever does not speak for the family. */
export function serveOwnFamily(app: Hono, deps: OwnCircleDeps): void {
  app.get('/n/:token/gezin', (c) =>
    answerCircle(c, deps, async () => {
      const kept = c.req.query('bewaard') === '1'
      const made = await circleOf(c, deps, (trx, page) => shown(trx, { deps, page, kept }))
      return sendCircle(c, made)
    }),
  )
  app.post('/n/:token/gezin', (c) =>
    answerCircle(c, deps, async () => {
      const typed = new Map(await readForm(c, formSize))
      return formInCircle(c, deps, async (trx, page) =>
        againOr(await add(trx, { deps, page, typed }), '/gezin'),
      )
    }),
  )
  app.post('/n/:token/gezin/:word', (c) =>
    answerCircle(c, deps, async () => {
      const typed = new Map(await readForm(c, formSize))
      const word = c.req.param('word')
      return formInCircle(c, deps, async (trx, page) =>
        againOr(await say(trx, { deps, page, typed, word }), '/gezin'),
      )
    }),
  )
}

type Of = { deps: OwnCircleDeps; page: OwnCircle }

/** The family reads what was said on its first page; it has no page on which that is written. */
function enforceBeside({ isFamily }: OwnCircle): void {
  if (isFamily) throw new AppError('not-found')
}

async function shown(trx: Trx, of: Of & { kept?: boolean; typed?: Typed; told?: Told }): Promise<string> {
  const { deps, page, kept = false, typed = new Map(), told } = of
  enforceBeside(page)
  const words = familyWordsFor(page.listener)
  return familyPage({
    ...{ page, typed, rows: await familyWordsOf(trx, page.circle.row.id) },
    told: told ?? (kept ? { kind: 'kept', text: words.kept } : null),
    id: typed.get('id') ?? deps.world.newId(),
  })
}

const moment = ({ page }: Of) => ({ now: page.now, timeZone: page.workspace.timeZone })

async function add(trx: Trx, of: Of & { typed: Typed }): Promise<string | null> {
  const { deps, page, typed } = of
  enforceBeside(page)
  const circle = await circleToAsk(trx, page.relation, moment(of))
  const value = (name: string) => typed.get(name)?.trim() ?? ''
  const read = circleEndpoints.addFamilyWord.body.safeParse({
    ...{ id: value('id'), kind: value('kind'), text: value('text'), saidBy: value('who') },
    plannedOn: value('when') === '' ? null : value('when'),
  })
  if (!read.success) {
    const words = familyWordsFor(page.listener)
    const text = value('text').length > 1000 ? words.tooLong : words.missing
    return shown(trx, { deps, page, typed, told: { kind: 'wrong', text, field: 'text' } })
  }
  await keepWord(trx, { circle, by: page.self.participant_id, now: page.now }, read.data)
  await noteInCircle(trx, deps, { page, action: 'circle.family-told' })
  return null
}

async function say(trx: Trx, of: Of & { typed: Typed; word: string }): Promise<string | null> {
  const { deps, page, typed } = of
  enforceBeside(page)
  const circle = await circleToAsk(trx, page.relation, moment(of))
  const id = familyWordId.safeParse(of.word)
  const row = id.success ? await findFamilyWord(trx, circle.row.id, id.data) : undefined
  if (row === undefined) throw new AppError('not-found')
  const words = familyWordsFor(page.listener)
  const again = (text: string) =>
    shown(trx, { deps, page, told: { kind: 'wrong', text, field: `answer-${row.id}` } })
  if (typed.get('version') !== String(row.version)) return again(words.changed)
  const answer = typed.get(`answer-${row.id}`)?.trim() ?? ''
  if (answer.length > 1000) return again(words.tooLong)
  await tellWord(
    trx,
    { circle, now: page.now },
    {
      ...{ id: row.id, version: row.version, kind: row.kind, text: row.text, saidBy: row.said_by },
      ...{ plannedOn: row.planned_on, said: true, answer },
    },
  )
  await noteInCircle(trx, deps, { page, action: 'circle.family-told' })
  return null
}

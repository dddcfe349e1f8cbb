import { AppError } from '@weerklank/core/shared/errors'
import { circleCheckId } from '@weerklank/core/shared/ids'
import type { CircleMark } from '@weerklank/core/team/circle-check'
import { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { answerCheck, takeBackAnswer } from '../circle-check.answer.ts'
import { type CircleCheckDeps, type Looker, loadCheck, loadChecks } from '../circle-check.load.ts'
import { checkPage, checksPage } from './check.page.ts'
import { ownCheckWordsFor } from './check.text.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { againOr, formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'

type Deps = OwnCircleDeps & CircleCheckDeps

/** Twelve marks, a side, words of a thousand letters. */
const formSize = { bytes: 24_576, fields: 20 }

/** The checks of a circle by link: to answer, to take back, to read what came out. */
export function serveOwnChecks(app: Hono, deps: Deps): void {
  app.get('/n/:token/check', (c) =>
    answerCircle(c, deps, async () =>
      sendCircle(c, await circleOf(c, deps, (trx, page) => all(trx, { deps, page }))),
    ),
  )
  app.get('/n/:token/check/:check', (c) =>
    answerCircle(c, deps, async () => {
      const told = c.req.query('bewaard') === '1' ? 'kept' : c.req.query('weg') === '1' ? 'gone' : null
      return sendCircle(c, await circleOf(c, deps, (trx, page) => one(trx, { ...of(c, deps, page), told })))
    }),
  )
  app.post('/n/:token/check/:check', (c) =>
    answerCircle(c, deps, async () => {
      const typed = new Map(await readForm(c, formSize))
      return formInCircle(c, deps, async (trx, page) => {
        const given = of(c, deps, page)
        return againOr(await keep(trx, { ...given, typed }), `/check/${given.check}`)
      })
    }),
  )
  app.post('/n/:token/check/:check/terug', (c) =>
    answerCircle(c, deps, () =>
      formInCircle(c, deps, async (trx, page) => {
        const given = of(c, deps, page)
        await takeBack(trx, given)
        return { below: `/check/${given.check}`, said: 'weg=1' }
      }),
    ),
  )
}

type Of = { deps: Deps; page: OwnCircle; check: string }

const of = (c: HonoContext, deps: Deps, page: OwnCircle): Of => ({
  ...{ deps, page, check: c.req.param('check') ?? '' },
})

const lookerOf = ({ context, self, workspace }: OwnCircle): Looker => ({
  ...{ context, me: self.participant_id, timeZone: workspace.timeZone },
})

async function all(trx: Trx, { deps, page }: Omit<Of, 'check'>): Promise<string> {
  await noteInCircle(trx, deps, { page, action: 'circle.checks-read' })
  const { relation } = page
  const { checks } = await loadChecks(trx, { deps, relation, looker: lookerOf(page) })
  return checksPage(page, checks)
}

function idOf(check: string) {
  const read = circleCheckId.safeParse(check)
  if (!read.success) throw new AppError('not-found')
  return read.data
}

type Shown = Of & { told: Told | 'kept' | 'gone'; typed?: Typed }

async function one(trx: Trx, { deps, page, check, told, typed }: Shown): Promise<string> {
  await noteInCircle(trx, deps, { page, action: 'circle.check-read' })
  const { relation } = page
  const looker = lookerOf(page)
  const loaded = await loadCheck(trx, { deps, relation, looker, check: idOf(check) })
  const words = ownCheckWordsFor(page.listener)
  const said: Told = typeof told === 'string' ? { kind: 'kept', text: words[told] } : told
  return checkPage({ page, check: loaded, typed: typed ?? null, told: said })
}

/** Null where it was kept; the page again where something can be mended. */
async function keep(trx: Trx, { typed, ...given }: Of & { typed: Typed }): Promise<string | null> {
  const { deps, page, check } = given
  const { relation, context, self, workspace } = page
  const looker = lookerOf(page)
  const { definition } = await loadCheck(trx, { deps, relation, looker, check: idOf(check) })
  const words = ownCheckWordsFor(page.listener)
  const marks = Object.fromEntries(
    definition.items.flatMap(({ id }): [string, CircleMark][] => {
      const typedMark = typed.get(id)?.trim() ?? ''
      return typedMark === '' ? [] : [[id, typedMark === 'unknown' ? 'unknown' : Number(typedMark)]]
    }),
  )
  const wrong = (text: string, field: string) =>
    one(trx, { ...given, typed, told: { kind: 'wrong', text, field } })
  const first = definition.items[0]?.id ?? 'side'
  if (Object.keys(marks).length === 0) return wrong(words.missing, first)
  const body = circleCheckEndpoints.answer.body.safeParse({
    ...{ side: typed.get('side') ?? '', marks },
    words: typed.get('share') === 'yes' ? (typed.get('words') ?? '') : '',
  })
  if (!body.success) {
    const isSide = body.error.issues.some((issue) => issue.path[0] === 'side')
    return isSide ? wrong(words.missingSide, 'side') : wrong(words.missing, first)
  }
  const me = self.participant_id
  const acts = { deps, context, me, timeZone: workspace.timeZone, relation, check: idOf(check) }
  await answerCheck(trx, acts, body.data)
  return null
}

async function takeBack(trx: Trx, { page, check }: Of): Promise<void> {
  const { relation, self } = page
  await takeBackAnswer(trx, { me: self.participant_id, relation, check: idOf(check) })
}

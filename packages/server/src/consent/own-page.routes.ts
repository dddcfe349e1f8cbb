import { purposes, readingLevels } from '@weerklank/core/consent/consent'
import { AppError } from '@weerklank/core/shared/errors'
import { consentEventId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../db/context.ts'
import { readForm } from '../http/form-body.ts'
import type { Trx } from '../schema.ts'
import { decide } from './consent.ts'
import { homeOf, serveOwnAccount } from './own-account.routes.ts'
import { dataPage, downloadPage } from './own-data.page.ts'
import { answersOf, peopleIn } from './own-data.repository.ts'
import { answerInWords, loadOwnData } from './own-data.ts'
import { checksPage } from './own-page.checks.page.ts'
import { ownChecksOf } from './own-page.checks.ts'
import { answersPage, noAnswersPage } from './own-page.child.ts'
import { choicePage } from './own-page.choice.ts'
import {
  childSubject,
  choiceOn,
  contextFor,
  handOn,
  mayReadChild,
  recordOn,
  type Subject,
  selfOf,
  whyNot,
} from './own-page.deeds.ts'
import { answer, frameOf, type OwnPageDeps, opened, ownRoots, Redirect, sendOwn } from './own-page.door.ts'
import { formsWaitingFor, ownFormsOf } from './own-page.forms.ts'
import { serveOwnLinks } from './own-page.links.ts'
import { lookedOf, lookedPage } from './own-page.looked.ts'
import { serveOwnMutual } from './own-page.mutual.ts'
import { serveOwnPlans } from './own-page.plan.ts'
import { privacyPage } from './own-page.privacy.ts'
import { serveOwnReaders } from './own-page.readers.ts'
import { ownReportOf, reportPage } from './own-page.report.ts'
import { ownReportPdf } from './own-page.report-pdf.ts'
import { serveOwnRequests } from './own-page.requests.ts'
import { lookingAlongOf, lookingAlongPart } from './own-page.supervision.ts'
import { ownWordsFor } from './own-page.text.ts'
import { childOf, type OwnPage } from './own-page.ts'
import { keepAsked } from './register.repository.ts'

/** A person's own page: her choices, who looked, what is kept, and what she asks; by her link or her account, without script. */
export function serveOwnPage(app: Hono, deps: OwnPageDeps): void {
  for (const root of ownRoots) serveAt(app, deps, root)
  serveOwnReaders(app, deps)
  serveOwnRequests(app, deps)
  serveOwnLinks(app, deps)
  serveOwnMutual(app, deps)
  serveOwnPlans(app, deps)
  serveOwnAccount(app, deps)
}

function serveAt(app: Hono, deps: OwnPageDeps, root: (typeof ownRoots)[number]): void {
  const get = (path: string, show: (trx: Trx, page: OwnPage, c: HonoContext) => Promise<string>) =>
    app.get(`${root}${path}`, (c) => answer(c, deps, async () => sendOwn(c, await opened(c, deps, show))))
  get('', (trx, page, c) => home(trx, page, { c, deps }))
  get('/keuze/:purpose', (trx, page, c) => choice(trx, page, { c, subject: selfOf(page) }))
  get('/kind/:child/keuze/:purpose', async (trx, page, c) =>
    choice(trx, page, { c, subject: await childIn(trx, page, c) }),
  )
  get('/kind/:child/antwoorden', (trx, page, c) => childAnswers(trx, page, { c, deps }))
  get('/wie-keek', async (trx, page, c) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    const along = lookingAlongPart(page, await lookingAlongOf(trx, page))
    return lookedPage(frameOf(c, page), { ...(await lookedOf(trx, page, 100)), along })
  })
  get('/gegevens', async (trx, page, c) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    return dataPage(frameOf(c, page), page, await loadOwnData(trx, page, deps.content.instruments))
  })
  get('/antwoorden', async (trx, page, c) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    const checks = await ownChecksOf(trx, page, deps.content.instruments)
    const forms = await ownFormsOf(trx, page)
    return checksPage(frameOf(c, page), page, { checks, forms, waiting: await formsWaitingFor(trx, page) })
  })
  get('/overzicht', async (trx, page, c) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    return reportPage(frameOf(c, page), page, await ownReportOf(trx, page, deps.content.instruments))
  })
  app.get(`${root}/overzicht/pdf`, (c) => answer(c, deps, () => reportPdf(c, deps)))
  get('/privacy', (trx, page, c) => privacyPage(trx, page, { frame: frameOf(c, page), deps }))
  app.post(`${root}/keuze/:purpose`, (c) => post(c, deps, async (_, page) => selfOf(page)))
  app.post(`${root}/kind/:child/keuze/:purpose`, (c) => post(c, deps, (trx, page) => childIn(trx, page, c)))
  app.post(`${root}/download`, (c) => answer(c, deps, () => download(c, deps)))
}

/** Read in the transaction of her page, laid out afterwards: no connection waits for that. */
async function reportPdf(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const make = await opened(c, deps, async (trx, page) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    const report = await ownReportOf(trx, page, deps.content.instruments)
    return () => ownReportPdf(page, report)
  })
  const file = await make()
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', 'inline; filename="weerklank-verslag.pdf"')
  return c.body(file)
}

async function home(trx: Trx, page: OwnPage, of: { c: HonoContext; deps: OwnPageDeps }): Promise<string> {
  await recordOn(trx, page, { action: 'own-page.opened' })
  return homeOf(trx, page, of)
}

function childIn(trx: Trx, page: OwnPage, c: HonoContext): Promise<Subject> {
  return childSubject(trx, childOf(page, c.req.param('child') ?? ''))
}

function purposeIn(c: HonoContext) {
  const purpose = purposes.find((one) => one === c.req.param('purpose'))
  if (purpose === undefined) throw new AppError('not-found')
  return purpose
}

async function choice(
  trx: Trx,
  page: OwnPage,
  of: { c: HonoContext; subject: Subject; wrong?: string },
): Promise<string> {
  const { c, subject, wrong = null } = of
  const purpose = purposeIn(c)
  const person = subject.family.person.id
  await recordOn(trx, page, { action: 'own-page.opened', person })
  const shown = await choiceOn(trx, page, { subject, purpose, wrong, done: doneIn(c) })
  // Whoever reads the question is asked, and stands in the register; what she decides is kept apart from that.
  if (purpose === 'research' && shown.mayDecide)
    await keepAsked(trx, { workspace: page.workspace.id, person })
  return choicePage(frameOf(c, page), shown)
}

function doneIn(c: HonoContext): string | null {
  return consentEventId.safeParse(c.req.query('bewaard')).data ?? null
}

type Whose = (trx: Trx, page: OwnPage) => Promise<Subject>

function post(c: HonoContext, deps: OwnPageDeps, whose: Whose): Promise<Response> {
  return answer(c, deps, async () => {
    const fields = new Map(await readForm(c))
    const page = await opened(c, deps, async (trx, own) => {
      const subject = await whose(trx, own)
      const wrong = await keep(trx, own, { c, subject, fields })
      return choice(trx, own, { c, subject, wrong })
    })
    return sendOwn(c, page, 422)
  })
}

/** Stores what was chosen, and leads to the page that says so; gives what is the matter when it cannot be taken. */
async function keep(
  trx: Trx,
  page: OwnPage,
  of: { c: HonoContext; subject: Subject; fields: ReadonlyMap<string, string> },
): Promise<string> {
  const { c, subject, fields } = of
  const words = ownWordsFor(page.listener)
  const id = consentEventId.safeParse(fields.get('id'))
  const level = readingLevels.find((one) => one === fields.get('level'))
  const said = fields.get('keuze')
  if (!id.success || level === undefined || (said !== 'ja' && said !== 'nee')) return words.chooseFirst
  const purpose = purposeIn(c)
  const own = page.family.person.id
  const parent = subject.family.parents.find((row) => row.parent_id === own)
  const decidedAs = !subject.isChild ? 'self' : parent?.authority === 'guardian' ? 'guardian' : 'parent'
  const hand = handOn(page, subject)
  await setContext(trx, hand.context)
  try {
    await decide(trx, {
      deps: page.deps,
      hand,
      choice: {
        ...{ id: id.data, person: subject.family.person.id, purpose, isYes: said === 'ja' },
        ...{
          textVersion: Number(fields.get('version')),
          readingLevel: level,
          language: page.listener.language,
        },
        ...{ decidedBy: own, decidedAs, method: 'own-page' },
      },
    })
  } catch (error) {
    await setContext(trx, page.context)
    return whyNot(page, error)
  }
  const path = `${c.req.path}?lang=${page.listener.language}&bewaard=${id.data}`
  throw new Redirect(path, hand.context.relations)
}

async function childAnswers(
  trx: Trx,
  page: OwnPage,
  { c, deps }: { c: HonoContext; deps: OwnPageDeps },
): Promise<string> {
  const family = childOf(page, c.req.param('child') ?? '')
  const subject = await childSubject(trx, family)
  // Asked anew at each look, in the transaction that reads: what the child took back is closed at once.
  if (!(await mayReadChild(trx, page, family))) return noAnswersPage(frameOf(c, page), subject.name)
  // Only now, and only what is the child's: her places stand in the context of this look.
  const context = contextFor(page, subject)
  await setContext(trx, context)
  const rows = await answersOf(
    trx,
    subject.places.map((place) => place.id),
  )
  const people = await peopleIn(trx, context.relations)
  await setContext(trx, page.context)
  // Once more: she may have taken it back while they were being read, and was told that it is closed.
  if (!(await mayReadChild(trx, page, family))) return noAnswersPage(frameOf(c, page), subject.name)
  await recordOn(trx, page, { action: 'child-answers.read', person: family.person.id })
  const { instruments } = deps.content
  const answers = rows.map((row) => {
    const colleagues = people.filter((one) => one.relation_id === row.relation_id && one.member_id !== null)
    const instrument = instruments.get(`${row.instrument_id}@${row.instrument_version}`)
    return {
      answeredAt: row.answered_at,
      echoes: [],
      ...answerInWords(page, { row, instrument, colleagues }),
    }
  })
  return answersPage(frameOf(c, page), { page, family, name: subject.name, answers })
}

async function download(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const asJson = (c.req.query('format') ?? fields.get('format')) === 'json'
  const file = await opened(c, deps, async (trx, page) => {
    const subject = { kind: 'person', id: page.family.person.id, purpose: 'own-data' as const }
    await recordOn(trx, page, { action: 'own-page.downloaded', subject })
    const data = await loadOwnData(trx, page, deps.content.instruments)
    return asJson ? JSON.stringify(data, null, 2) : downloadPage(frameOf(c, page, ''), page, data)
  })
  const type = asJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
  const name = `weerklank-mijn-gegevens.${asJson ? 'json' : 'html'}`
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Content-Type', type)
  c.header('Cache-Control', 'no-store')
  return c.body(file)
}

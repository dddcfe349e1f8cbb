import { mayDecide } from '@weerklank/core/consent/consent-needed'
import { AppError } from '@weerklank/core/shared/errors'
import { personRequestId, type RelationId, relationId } from '@weerklank/core/shared/ids'
import { readable, tidy } from '@weerklank/core/shared/text-input'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../db/context.ts'
import { readForm } from '../http/form-body.ts'
import type { Trx } from '../schema.ts'
import { asConsentPerson } from './consent.person.ts'
import { peopleIn, relationsOf } from './own-data.repository.ts'
import { childSubject, contextFor, daysOf, recordOn, type Subject, selfOf } from './own-page.deeds.ts'
import { answer, frameOf, type OwnPageDeps, opened, ownRoots, Redirect, sendOwn } from './own-page.door.ts'
import { type RequestPage, requestPage } from './own-page.request.ts'
import { ownWordsFor } from './own-page.text.ts'
import { childOf, type OwnPage } from './own-page.ts'
import { askersOf, insertRequest, requestsBy, requestsFor } from './request.repository.ts'

const longest = 2000

/** Asking to correct or to delete something: about herself, or for a child she decides for. */
export function serveOwnRequests(app: Hono, deps: OwnPageDeps): void {
  serveRequestPage(app, deps, { path: '/verzoek', whose: async (_, page) => selfOf(page) })
  serveRequestPage(app, deps, {
    path: '/kind/:child/verzoek',
    whose: (trx, page, c) => childToAskFor(trx, page, c.req.param('child') ?? ''),
  })
}

type Served = { path: string; whose: (trx: Trx, page: OwnPage, c: HonoContext) => Promise<Subject> }

function serveRequestPage(app: Hono, deps: OwnPageDeps, { path, whose }: Served): void {
  for (const root of ownRoots) serveAt(app, deps, { path: `${root}${path}`, whose })
}

function serveAt(app: Hono, deps: OwnPageDeps, { path, whose }: Served): void {
  app.get(path, (c) =>
    answer(c, deps, async () => {
      const page = await opened(c, deps, async (trx, own) => {
        const subject = await whose(trx, own, c)
        await recordOn(trx, own, { action: 'own-page.opened', person: subject.family.person.id })
        return show(trx, own, { c, subject, told: c.req.query('verstuurd') === undefined ? null : 'sent' })
      })
      return sendOwn(c, page)
    }),
  )
  app.post(path, (c) =>
    answer(c, deps, async () => {
      const fields = new Map(await readForm(c))
      const page = await opened(c, deps, async (trx, own) => {
        const subject = await whose(trx, own, c)
        await keep(trx, own, { c, subject, fields })
        const wrong = ownWordsFor(own.listener).requestMissing
        return show(trx, own, { c, subject, told: { wrong, text: fields.get('tekst') ?? '' } })
      })
      return sendOwn(c, page, 422)
    }),
  )
}

/** A child about whose care she has a say now: under 16, and with authority. Any other is nobody here. */
async function childToAskFor(trx: Trx, page: OwnPage, id: string): Promise<Subject> {
  const family = childOf(page, id)
  const own = page.family.person.id
  const as = family.parents.some((row) => row.parent_id === own && row.authority === 'guardian')
    ? 'guardian'
    : 'parent'
  const { today } = daysOf(page, family)
  const about = { person: asConsentPerson(family), purpose: 'care-talk', today } as const
  if (!mayDecide({ person: own, as }, about).allowed) throw new AppError('not-found')
  return childSubject(trx, family)
}

async function show(
  trx: Trx,
  page: OwnPage,
  of: { c: HonoContext; subject: Subject; told: RequestPage['told'] },
): Promise<string> {
  const { subject } = of
  const person = subject.family.person.id
  const askedBy = page.family.person.id
  await setContext(trx, contextFor(page, subject))
  const places = await placesToAsk(trx, subject)
  const earlier = subject.isChild
    ? await requestsFor(trx, { child: person, askedBy })
    : await requestsBy(trx, person)
  await setContext(trx, page.context)
  const askers = await askersOf(trx, earlier)
  return requestPage(frameOf(of.c, page), {
    ...{ page, places, earlier, askers, told: of.told, requestId: page.deps.world.newId() },
    below: subject.isChild ? `/kind/${person}/verzoek` : '/verzoek',
    child: subject.isChild ? subject.name : null,
  })
}

/** The collaborations by the names of the colleagues in them: a title may say more than she knows. */
async function placesToAsk(trx: Trx, subject: Subject): Promise<RequestPage['places']> {
  const relations = relationsIn(subject)
  const people = await peopleIn(trx, relations)
  return (await relationsOf(trx, relations)).map(({ id, title }) => {
    const colleagues = people.filter((one) => one.relation_id === id && one.member_id !== null)
    return { relation: id, name: colleagues.map((one) => one.name).join(', ') || title }
  })
}

function relationsIn(subject: Subject): RelationId[] {
  return [...new Set(subject.places.map((place) => place.relation_id))]
}

/** Keeps a request that is whole, and leads to the page that says so. */
async function keep(
  trx: Trx,
  page: OwnPage,
  { c, subject, fields }: { c: HonoContext; subject: Subject; fields: ReadonlyMap<string, string> },
): Promise<void> {
  const id = personRequestId.safeParse(fields.get('id')).data
  const relation = relationId.safeParse(fields.get('waar')).data
  const kind = (['correction', 'deletion'] as const).find((one) => one === fields.get('soort'))
  const text = tidy(fields.get('tekst') ?? '')
  const isWhole = text !== '' && [...text].length <= longest && readable(text)
  if (id === undefined || relation === undefined || kind === undefined || !isWhole) return
  if (!relationsIn(subject).includes(relation)) return
  const person = subject.family.person.id
  const row = { workspace_id: page.workspace.id, id, person_id: person, relation_id: relation }
  const asked = { asked_by: page.family.person.id, kind, body: text, at: page.now }
  const open = { outcome: null, answer: '', handled_at: null, handled_by: null }
  await setContext(trx, contextFor(page, subject))
  const isNew = await insertRequest(trx, { ...row, ...asked, ...open })
  await setContext(trx, page.context)
  if (isNew) await recordOn(trx, page, { action: 'request.made', subject: { kind: 'request', id }, person })
  throw new Redirect(`${c.req.path}?lang=${page.listener.language}&verstuurd=1`, [relation])
}

import type { AuditAction, AuditBasis } from '@weerklank/core/audit/audit'
import { ageOn } from '@weerklank/core/consent/age'
import { mayParentRead, type Purpose } from '@weerklank/core/consent/consent'
import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { hasAuthority } from '@weerklank/core/consent/person'
import { AppError } from '@weerklank/core/shared/errors'
import type { ConsentEventId, PersonId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type Subject as RecordedSubject, record } from '../audit/audit.ts'
import { actorText, type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { planOf, withdrawnBy } from './consent.effects.ts'
import type { Family } from './consent.person.ts'
import { presentChoice, presentPerson, presentReceipt, type Told } from './consent.presenter.ts'
import { eventsOf } from './consent.repository.ts'
import type { Hand } from './consent.status.ts'
import type { ChoicePage } from './own-page.choice.ts'
import type { ChildOnPage } from './own-page.home.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'
import { type PlaceRow, placesOf } from './person.repository.ts'

/** Whose choices a page is about: her own, or those of a child she decides for. */
export type Subject = { family: Family; isChild: boolean; places: readonly PlaceRow[]; name: string }

/** She herself. */
export function selfOf(page: OwnPage): Subject {
  return { family: page.family, isChild: false, places: page.places, name: page.name }
}

/** A child, with where she takes part. */
export async function childSubject(trx: Trx, family: Family): Promise<Subject> {
  const places = await placesOf(trx, [family.person.id])
  return { family, isChild: true, places, name: places[0]?.name ?? family.person.name }
}

/** The choices of one person as whoever opened this page reads them. */
export async function toldOn(trx: Trx, page: OwnPage, subject: Subject): Promise<Told> {
  const { deps, workspace, listener } = page
  return {
    ...{ deps, family: subject.family, name: subject.name, language: listener.language },
    hand: { workspace },
    events: await eventsOf(trx, [subject.family.person.id]),
    isMember: subject.places.some((place) => place.member_id !== null),
    as: subject.isChild ? 'parent' : 'self',
  }
}

/** All choices that she has a say in. */
export async function choicesOn(trx: Trx, page: OwnPage, subject: Subject): Promise<ConsentChoice[]> {
  const { choices } = presentPerson(await toldOn(trx, page, subject))
  return subject.isChild ? choices.filter((choice) => mayDecideOn(page, choice)) : choices
}

/** Whether whoever opened this page has a say in a choice. */
export function mayDecideOn(page: OwnPage, choice: ConsentChoice): boolean {
  return choice.deciders.some((decider) => decider.person === page.family.person.id)
}

/** The children on a parent's page. */
export async function childrenOn(trx: Trx, page: OwnPage): Promise<ChildOnPage[]> {
  const children: ChildOnPage[] = []
  for (const family of page.children) {
    const subject = await childSubject(trx, family)
    const choices = await choicesOn(trx, page, subject)
    const mayRead = await mayReadChild(trx, page, family)
    children.push({ id: family.person.id, name: subject.name, choices, mayRead })
  }
  return children
}

/** Whether she may read what her child answered, now: asked at every look, for the child can change her mind. */
export async function mayReadChild(trx: Trx, page: OwnPage, family: Family): Promise<boolean> {
  const { bornOn, today } = daysOf(page, family)
  if (bornOn === null) return false
  const mine = family.parents.find((row) => row.parent_id === page.family.person.id)
  const events = await eventsOf(trx, [family.person.id])
  const told = { ...(await toldOn(trx, page, { family, isChild: true, places: [], name: '' })), events }
  const agrees = presentChoice(told, 'parents-read').status.state === 'given'
  return mayParentRead(ageOn(bornOn, today), agrees, mine !== undefined && hasAuthority(mine.authority))
    .allowed
}

/** The child's birthday and the day it is. */
export function daysOf(page: OwnPage, { person }: Family) {
  return { bornOn: person.born_on, today: localDay(page.now, page.workspace.timeZone) }
}

/** The context in which something is decided for a child: what is hers in place of what is the parent's. */
export function contextFor(page: OwnPage, subject: Subject): Context {
  if (!subject.isChild) return page.context
  return {
    ...page.context,
    relations: [...new Set(subject.places.map((place) => place.relation_id))],
    participants: subject.places.map((place) => place.id),
  }
}

/** The page of one choice, with what was just done when that is known. */
export async function choiceOn(
  trx: Trx,
  page: OwnPage,
  of: { subject: Subject; purpose: Purpose; done: string | null; wrong: string | null },
): Promise<ChoicePage> {
  const { subject, purpose } = of
  const choice = presentChoice(await toldOn(trx, page, subject), purpose)
  const person = subject.family.person.id
  const context = contextFor(page, subject)
  await setContext(trx, context)
  const about = { person, purpose, at: page.now }
  const plan = choice.status.state === 'given' ? await planOf(trx, { context }, about) : null
  const receipt = of.done === null ? null : await withdrawnBy(trx, of.done)
  await setContext(trx, page.context)
  const reader = { ...page.listener, timeZone: page.workspace.timeZone }
  const kept = { kind: 'kept' as const, receipt: receipt === null ? null : presentReceipt(receipt, reader) }
  return {
    choice,
    below: `${subject.isChild ? `/kind/${person}` : ''}/keuze/${purpose}`,
    eventId: page.deps.world.newId<ConsentEventId>(),
    child: subject.isChild ? subject.name : null,
    mayDecide: mayDecideOn(page, choice),
    saidYes: saidYesOn(page, choice),
    plan,
    timeZone: page.workspace.timeZone,
    told: of.wrong !== null ? { kind: 'wrong', text: of.wrong } : of.done === null ? null : kept,
  }
}

/** Whether her yes stands: one that is still to be confirmed or said again is asked, not stopped. */
function saidYesOn(page: OwnPage, { deciders, status }: ConsentChoice): boolean {
  const own = page.family.person.id
  const isAwaited = 'waitingFor' in status && status.waitingFor.some(({ person }) => person === own)
  return !isAwaited && deciders.some(({ person, said }) => person === own && said?.decision === 'given')
}

/** In whose hands a choice comes in here: those of whoever the page is of. */
export function handOn(page: OwnPage, subject: Subject): Hand {
  const { workspace } = page
  return { workspace, context: contextFor(page, subject), basis: basisOn(page), relation: null }
}

/** Why what is done here is allowed: she came by her link, or with her account. */
function basisOn({ way }: OwnPage): AuditBasis {
  return way.by === 'link' ? 'own-link' : 'own-account'
}

/** Writes down what was done on a page of one's own. */
export async function recordOn(
  trx: Trx,
  page: OwnPage,
  deed: { action: AuditAction; subject?: RecordedSubject; person?: PersonId },
): Promise<void> {
  const own = page.family.person.id
  await record(trx, page.deps.world, {
    workspace: page.workspace.id,
    actor: actorText(page.context.actor),
    action: deed.action,
    subject: deed.subject ?? { kind: 'person', id: own },
    relation: null,
    basis: basisOn(page),
    person: deed.person ?? own,
  })
}

/** What stands in the way of a choice, in words; what is nobody's to mend is thrown on. */
export function whyNot(page: OwnPage, error: unknown): string {
  const words = ownWordsFor(page.listener)
  if (error instanceof AppError && error.code === 'conflict') return words.textChanged
  if (error instanceof AppError && error.code === 'invalid-input') return words.notYours
  throw error
}

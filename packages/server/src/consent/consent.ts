import type { ConsentStatus } from '@weerklank/core/consent/consent'
import { mayUse } from '@weerklank/core/consent/consent'
import { mayDecide } from '@weerklank/core/consent/consent-needed'
import { sayNo } from '@weerklank/core/consent/consent-no'
import { consentState } from '@weerklank/core/consent/consent-state'
import { asksAgainFrom } from '@weerklank/core/consent/consent-text'
import { ownPageDays } from '@weerklank/core/consent/person'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds, type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import { queueCorpus } from '../analysis/analysis.ts'
import { record } from '../audit/audit.ts'
import { actorText, type Context, setContext } from '../db/context.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import { settle, type Withdrawn, withdrawnBy } from './consent.effects.ts'
import { asConsentPerson, type Family, familiesOf, reachFamilies } from './consent.person.ts'
import {
  asEvent,
  type EventRow,
  eventsOf,
  grantsOf,
  insertEvent,
  lockPerson,
  parentsOf,
} from './consent.repository.ts'
import { planReview } from './consent.review.ts'
import { type Choice, type ConsentDeps, type Hand, statusOf } from './consent.status.ts'
import { insertLink, placesById } from './person.repository.ts'
import { lockResearch } from './register.repository.ts'

/** The one writer of consent, and what other rooms may ask of it. */

export {
  type Chooser,
  type Chosen,
  choicesFor,
  choicesOf,
  choosingPage,
  chosenBy,
  readChoice,
  whyNotHere,
} from './choices-elsewhere.ts'
export { reachFamilies } from './consent.person.ts'
export { ownPagePolicy } from './own-page.frame.ts'
export { nameParents, parentsAmong } from './parents-elsewhere.ts'
export { lockResearch } from './register.repository.ts'
export type { Choice, ConsentDeps, Hand }

export type Decided = { status: ConsentStatus; isNew: boolean; withdrawn: Withdrawn | null }

/**
 * Stores what someone chose, and in the same transaction everything that follows: consent in force or ended, what may
 * exist only with it, the register, the files that left, a receipt, the record. The same choice a second time changes
 * nothing. The person and her parents must be in reach of the transaction.
 */
export async function decide(
  trx: Trx,
  of: { deps: ConsentDeps; hand: Hand; choice: Choice },
): Promise<Decided> {
  const { deps, hand, choice } = of
  if (choice.purpose === 'research' && !choice.isYes) await lockResearch(trx, hand.workspace.id, 'alone')
  const person = await lockPerson(trx, choice.person)
  if (person === undefined) throw new AppError('not-found')
  const family = { person, parents: await parentsOf(trx, [choice.person]) }
  const said = await eventsOf(trx, [choice.person], choice.purpose)
  const fold = (events: readonly EventRow[], at: Instant) =>
    statusOf({ deps, hand, family, events, at }, choice.purpose)
  const repeated = await findRepeat(trx, choice)
  if (repeated) {
    const status = fold(said, deps.world.now())
    return { status, isNew: false, withdrawn: await withdrawnBy(trx, choice.id) }
  }
  enforceChoice(of, family)
  const word = await wordOf(trx, choice, said)
  const row = eventRow(of, said, word.decision)
  await insertEvent(trx, row)
  const status = fold([...said, row], row.at)
  const withdrawn = await settle(trx, { hand, event: row, status, ends: word.ends })
  if (status.state === 'given') {
    await planReview(trx, { deps, workspace: hand.workspace, person: person.id, bornOn: person.born_on })
  }
  if (choice.purpose === 'analysis') {
    await queueCorpus(trx, deps.world, { workspace: hand.workspace.id, news: { person: person.id } })
  }
  await writeDown(trx, of, row)
  return { status, isNew: true, withdrawn }
}

/** Whether this very word was said before; another word under its identifier is refused. */
async function findRepeat(trx: Trx, choice: Choice): Promise<boolean> {
  const known = await trx
    .selectFrom('consent_event')
    .select(['person_id', 'purpose', 'decision', 'decided_by'])
    .where('id', '=', choice.id)
    .executeTakeFirst()
  if (known === undefined) return false
  const isSame =
    known.person_id === choice.person &&
    known.purpose === choice.purpose &&
    known.decided_by === choice.decidedBy &&
    (known.decision === 'given') === choice.isYes
  if (!isSame) throw new AppError('conflict')
  return true
}

function enforceChoice(of: { deps: ConsentDeps; hand: Hand; choice: Choice }, family: Family): void {
  const { deps, hand, choice } = of
  const { purpose, textVersion } = choice
  if (!deps.consentTexts.has(`${purpose}@${textVersion}`)) refuse({ textVersion: 'unknown' })
  // She read a text that says something else by now: her yes would not count, so she reads the new one first.
  if (choice.isYes && textVersion < asksAgainFrom(deps.consentTexts.values(), purpose)) {
    throw new AppError('conflict')
  }
  const decision = mayDecide(
    { person: choice.decidedBy, as: choice.decidedAs },
    {
      person: asConsentPerson(family),
      purpose,
      today: localDay(deps.world.now(), hand.workspace.timeZone),
    },
  )
  if (!decision.allowed) refuse({ decidedBy: decision.reason })
  const parent = family.parents.find((row) => row.parent_id === choice.decidedBy)
  if (choice.decidedAs !== 'self' && parent?.authority !== choice.decidedAs)
    refuse({ decidedBy: 'no-authority' })
}

function refuse(fields: Record<string, string>): never {
  throw new AppError('invalid-input', { fields })
}

/** What this choice is written down as, and whether it ends something. */
async function wordOf(trx: Trx, choice: Choice, said: readonly EventRow[]) {
  if (choice.isYes) return { decision: 'given' as const, ends: false }
  const ownLast = said.findLast((row) => row.decided_by === choice.decidedBy)?.decision ?? null
  const grants = await grantsOf(trx, choice.person)
  return sayNo({ ownLast, wasThere: grants.some(({ purpose }) => purpose === choice.purpose) })
}

function eventRow(
  of: { deps: ConsentDeps; hand: Hand; choice: Choice },
  said: readonly EventRow[],
  decision: EventRow['decision'],
): EventRow {
  const { deps, hand, choice } = of
  const now = deps.world.now()
  const last = said.at(-1)?.at
  return {
    workspace_id: hand.workspace.id,
    id: choice.id,
    person_id: choice.person,
    purpose: choice.purpose,
    decision,
    text_version: choice.textVersion,
    reading_level: choice.readingLevel,
    language: choice.language,
    decided_by: choice.decidedBy,
    decided_as: choice.decidedAs,
    method: choice.method,
    // The last word wins, also when two processes do not agree on the time.
    at: last !== undefined && last >= now ? addMilliseconds(last, 1) : now,
    recorded_by: actorText(hand.context.actor),
  }
}

async function writeDown(
  trx: Trx,
  of: { deps: ConsentDeps; hand: Hand; choice: Choice },
  row: EventRow,
): Promise<void> {
  const { hand } = of
  await record(trx, of.deps.world, {
    workspace: hand.workspace.id,
    actor: actorText(hand.context.actor),
    action: `consent.${row.decision}`,
    subject: { kind: 'consent', id: row.id },
    relation: hand.relation,
    basis: hand.basis,
    person: row.person_id,
    ...(hand.roles && { roles: hand.roles }),
  })
}

/** Who of some participants may not be asked how it was: she, or a parent with authority, said no. */
export async function refuseChecks(
  trx: Trx,
  of: { context: Context; now: Instant; timeZone: string; participants: readonly ParticipantId[] },
): Promise<Set<ParticipantId>> {
  const { context, now, timeZone } = of
  const places = await placesById(trx, of.participants)
  const persons = places.map((place) => place.person_id)
  await reachFamilies(trx, context, persons)
  const said = await eventsOf(trx, persons, 'care-talk')
  const families = said.length === 0 ? [] : await familiesOf(trx, persons)
  await setContext(trx, context)
  const refused = families.filter((family) => {
    const events = said.filter((row) => row.person_id === family.person.id).map(asEvent)
    const about = { person: asConsentPerson(family), purpose: 'care-talk' as const, timeZone }
    // A no never gets too old, so no text can ask it again.
    const { state } = consentState(events, { ...about, today: localDay(now, timeZone), asksAgainFrom: 1 })
    return !mayUse('care-talk', state).allowed
  })
  const ids = new Set(refused.map((family) => family.person.id))
  return new Set(places.filter((place) => ids.has(place.person_id)).map((place) => place.id))
}

/** The days of birth that are known of people in a collaboration: of children and youths only. */
export async function birthDaysOf(
  trx: Trx,
  of: { context: Context; participants: readonly ParticipantId[] },
): Promise<Map<ParticipantId, Day>> {
  const places = await placesById(trx, of.participants)
  const persons = places.map((place) => place.person_id)
  await reachFamilies(trx, of.context, persons)
  const families = await familiesOf(trx, persons)
  await setContext(trx, of.context)
  const days = new Map(families.map(({ person }) => [person.id, person.born_on]))
  return new Map(
    places.flatMap(({ id, person_id }): [ParticipantId, Day][] => {
      const day = days.get(person_id) ?? null
      return day === null ? [] : [[id, day]]
    }),
  )
}

/** Makes a link to someone's own page and gives it, once: only its hash is stored. */
export async function newPersonLink(
  trx: Trx,
  deps: Pick<ConsentDeps, 'world' | 'publicUrl'>,
  of: { workspace: WorkspaceId; person: PersonId },
): Promise<{ url: string; path: string; hash: string; expiresAt: string }> {
  const now = deps.world.now()
  const { token, hash } = newToken(of.workspace)
  const expiresAt = addDays(now, ownPageDays)
  await insertLink(trx, {
    workspace_id: of.workspace,
    token_hash: hash,
    person_id: of.person,
    created_at: now,
    expires_at: expiresAt,
    revoked_at: null,
  })
  return { url: `${deps.publicUrl}/p/${token}`, path: `/p/${token}`, hash, expiresAt }
}

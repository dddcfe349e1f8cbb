import { ageOn } from '@weerklank/core/consent/age'
import { type FittingPerson, feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { type Fitting, fittingInstruments } from '@weerklank/core/feedback/fitting'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { Contact, Participant } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { birthDaysOf } from '../consent/consent.ts'
import {
  contactsBetween,
  keepOwnWords,
  type OwnWords,
  ownWordsOf,
  peopleOf,
  planOf,
  type RelationPlan,
} from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { type InvitationRow, invitationsOf } from './feedback.repository.ts'
import { newestInstrument } from './instruments.ts'

/** Which checks fit whom: the server decides, the dialog shows it. */
export function serveFittingChecks(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, feedbackEndpoints.fittingChecks, async (session, { params }, trx) => {
    const { relation } = params
    // People's own questions and goals are shown with it.
    await recordDeed(trx, deps.world, { session, relation, action: 'relation.read' })
    return { people: await fittingPeople(trx, session, { deps, relation }) }
  })
}

type In = { deps: FeedbackDeps; relation: RelationId }

async function fittingPeople(trx: Trx, session: MemberSession, { deps, relation }: In) {
  const now = deps.world.now()
  const plan = await planOf(trx, relation)
  if (plan === undefined) throw new AppError('not-found')
  const people = ((await peopleOf(trx, [relation])).get(relation) ?? []).filter(({ active }) => active)
  const ids = people.map(({ id }) => id)
  const births = await birthDaysOf(trx, { context: session.context, participants: ids })
  // A contact of this day belongs to those so far, whatever its hour.
  const contacts = await contactsBetween(trx, [relation], { from: plan.startedAt, to: now })
  const invitations = await invitationsOf(trx, [relation])
  const kept = await ownWordsOf(trx, relation)
  const today = localDay(now, session.workspace.timeZone)
  return people.map((person): FittingPerson => {
    const bornOn = births.get(person.id) ?? null
    const age = bornOn === null ? null : ageOn(bornOn, today)
    const fitting = fittingFor(person, { age, plan, contacts, invitations })
    return {
      participant: person.id,
      checks: fitting.flatMap((one) => presentFitting(one, { deps, kept: kept.get(person.id) })),
    }
  })
}

type Facts = {
  age: number | null
  plan: RelationPlan
  contacts: readonly Contact[]
  invitations: readonly InvitationRow[]
}

function fittingFor({ id, voice }: Participant, { age, plan, contacts, invitations }: Facts): Fitting[] {
  const lastAsked = invitations
    .filter((row) => row.participant_id === id && row.instrument_id === 'collaboration-check')
    .findLast((row) => row.revoked_at === null)?.sent_at
  const since = lastAsked === undefined ? null : contacts.filter(({ at }) => at > lastAsked).length
  const { kind, situation, singleContact } = plan
  const asked = { voice, age, kind, situation, singleContact }
  return fittingInstruments({ ...asked, contacts: contacts.length, contactsSinceCollaboration: since })
}

type Kept = Readonly<Record<OwnWords, string | null>>

function presentFitting(
  { instrument: id, reason }: Fitting,
  { deps, kept }: { deps: FeedbackDeps; kept: Kept | undefined },
): FittingPerson['checks'] {
  const instrument = newestInstrument(deps.content, id)
  if (instrument === undefined) return []
  const kind = ownWordsKind(instrument)
  const own = kind && { kind, words: kept?.[kind] ?? '' }
  const { name, items } = instrument
  return [{ instrument: id, name, reason, questions: items.length + 1, ...(own && { own }) }]
}

/** Whether a check asks someone's own question or goal. */
function ownWordsKind({ items }: Instrument): OwnWords | undefined {
  return items.find(({ ownWording }) => ownWording !== undefined)?.ownWording
}

type Asking = {
  deps: FeedbackDeps
  relation: RelationId
  person: Pick<Participant, 'id' | 'member'>
  instrument?: string | undefined
  ownWords?: string | undefined
}

/**
 * The check that is asked, and for one in own words the words: those given now, which are kept for the next time, or those that
 * are kept. Throws `invalid-input` for a check that does not exist or that is not for this person, and without words.
 */
export async function askedWith(
  trx: Trx,
  { deps, relation, person, ...asked }: Asking,
): Promise<{ instrument: Instrument; ownWords: string | null }> {
  const { content } = deps
  const instrument =
    asked.instrument === undefined ? content.contactCheck : newestInstrument(content, asked.instrument)
  const isHers = instrument?.perspective === undefined || person.member !== null
  if (instrument === undefined || !isHers)
    throw new AppError('invalid-input', { fields: { instrument: 'unknown' } })
  const kind = ownWordsKind(instrument)
  if (kind === undefined) return { instrument, ownWords: null }
  const ownWords = asked.ownWords ?? (await keptWords(trx, { relation, participant: person.id, kind }))
  if (ownWords === null) throw new AppError('invalid-input', { fields: { ownWords: 'missing' } })
  if (asked.ownWords !== undefined)
    await keepOwnWords(trx, { relation, participant: person.id, kind, words: ownWords })
  return { instrument, ownWords }
}

async function keptWords(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; kind: OwnWords },
): Promise<string | null> {
  return (await ownWordsOf(trx, of.relation)).get(of.participant)?.[of.kind] ?? null
}

import type { AttentionCard, RelationSummary, Today } from '@weerklank/core/feedback/feedback.contract'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import { checkLine } from '@weerklank/core/feedback/invitation'
import type { MemberId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { contactsBetween, peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentAgreement, presentInvitation } from './feedback.presenter.ts'
import {
  type AgreementRow,
  activeAgreements,
  answersById,
  type InvitationRow,
  invitationsOf,
  withPeopleAndEchoes,
} from './feedback.repository.ts'
import { listRelations, nextContacts, type OverviewRow, openSince, titlesOf } from './overview.repository.ts'

const cardsAtMost = 8
const agreementsAtMost = 6
const lineLength = 8
/** An agreement that changed something stays in sight for so long: good news is news too. */
const changedDays = 14

type With = {
  deps: FeedbackDeps
  itemLabels: AttentionCard['itemLabels']
  /** Looks inside the relations of the cards; leaves the context narrowed to them. */
  summarise: (rows: readonly OverviewRow[]) => Promise<RelationSummary[]>
}

/** What asks for attention and why, what was agreed, who is coming; nothing else. */
export async function loadToday(trx: Trx, session: MemberSession, with_: With): Promise<Today> {
  const wanted = { search: '', closed: false, from: 0, size: cardsAtMost, attentionOnly: true }
  const now = with_.deps.world.now()
  const { timeZone } = session.workspace
  const today = dayBounds(localDay(now, timeZone), timeZone)
  const [{ rows, total }, going] = await Promise.all([listRelations(trx, wanted), openSince(trx, today.from)])
  const summaries = await with_.summarise(rows)
  const attention = await cards(trx, summaries, { ...with_, timeZone })
  const found = await findOpen(trx, session, { ...going, today, now })
  const agreements = presentAgreements(found)
  return {
    attention,
    more: total - rows.length,
    agreements: agreements.slice(0, agreementsAtMost),
    contacts: presentContacts(found, { agreements, member: session.member.id }),
  }
}

type Found = {
  agreements: AgreementRow[]
  contacts: Awaited<ReturnType<typeof contactsBetween>>
  titles: ReadonlyMap<RelationId, string>
  people: Awaited<ReturnType<typeof peopleOf>>
  next: ReadonlyMap<RelationId, Instant>
}

/** What goes on in all relations: agreements that were made, the contacts of this local day, and whose those are. */
async function findOpen(
  trx: Trx,
  session: MemberSession,
  of: {
    open: readonly RelationId[]
    withContact: readonly RelationId[]
    today: { from: Instant; to: Instant }
    now: Instant
  },
): Promise<Found> {
  const { open, withContact } = of
  // No more in reach than what can be found: each row is looked up in it.
  await setContext(trx, { ...session.context, relations: withContact })
  const contacts = await contactsBetween(trx, withContact, of.today)
  await setContext(trx, { ...session.context, relations: open })
  const rows = await activeAgreements(trx, open, addDays(of.now, -changedDays))
  const agreed = [...new Set(rows.map((row) => row.relation_id))]
  const all = [...new Set([...agreed, ...contacts.map((one) => one.relation)])]
  await setContext(trx, { ...session.context, relations: all })
  const [agreements, titles, people, next] = await Promise.all([
    withPeopleAndEchoes(trx, rows),
    titlesOf(trx, all),
    peopleOf(trx, all),
    nextContacts(trx, agreed, of.now),
  ])
  return { agreements, contacts, titles, people, next }
}

async function cards(
  trx: Trx,
  summaries: readonly RelationSummary[],
  { deps, itemLabels, timeZone }: With & { timeZone: string },
): Promise<AttentionCard[]> {
  const now = deps.world.now()
  const asked = await invitationsOf(
    trx,
    summaries.map((summary) => summary.id),
  )
  const instruments = summaries.map((summary) => leadingInstrument(summary, { asked, deps }))
  const lines = summaries.map((summary, index) => {
    // One line is of one check: answers to different questions have no score in common.
    const own = asked.filter(
      (row) => row.relation_id === summary.id && row.instrument_id === instruments[index]?.id,
    )
    const invitations = own.map((row) => ({ ...presentInvitation(row, now), response: row.response_id }))
    const participant = summary.signals[0]?.participant ?? ''
    return checkLine(invitations, { participant, timeZone }).slice(-lineLength)
  })
  const answers = await answersById(
    trx,
    lines.flatMap((line) => line.map((one) => one.response)),
  )
  return summaries.map((summary, index) => {
    const instrument = instruments[index] ?? deps.content.contactCheck
    return {
      ...summary,
      recent: (lines[index] ?? []).map((one) => {
        const given = answers.get(one.response)
        return { at: one.sentAt, score: given ? scoreOf(instrument, given) : null }
      }),
      // An item may be named otherwise in another check: here it is named as it was asked.
      itemLabels: {
        ...itemLabels,
        ...Object.fromEntries(instrument.items.map(({ id, label }) => [id, label])),
      },
      cutoff: instrument.signals.cutoff.value,
    }
  })
}

/** The check that the leading signal is about; the contact check where it is about none. */
function leadingInstrument(
  { signals }: RelationSummary,
  { asked, deps }: { asked: readonly InvitationRow[]; deps: FeedbackDeps },
): Instrument {
  const { contactCheck, instruments } = deps.content
  const response = signals[0]?.response ?? null
  const row = asked.find(({ response_id }) => response_id === response)
  return (row && instruments.get(`${row.instrument_id}@${row.instrument_version}`)) ?? contactCheck
}

/** Agreements that wait to be asked back, and those that lately turned out to have changed something; newest first. */
function presentAgreements({ agreements, titles, people, next }: Found): Today['agreements'] {
  return agreements.flatMap((row) => {
    const agreement = presentAgreement(row)
    if (agreement.state === 'ended' || agreement.state === 'kept') return []
    const names = new Map((people.get(row.relation_id) ?? []).map((person) => [person.id, person.name]))
    return {
      ...agreement,
      relation: row.relation_id,
      title: titles.get(row.relation_id) ?? '',
      names: row.participants.flatMap((id) => names.get(id) ?? []),
      nextContactAt: next.get(row.relation_id) ?? null,
    }
  })
}

/** The contacts of this local day, and whether an agreement will be asked back there. */
function presentContacts(
  { contacts, titles, people }: Found,
  of: { agreements: Today['agreements']; member: MemberId },
): Today['contacts'] {
  return contacts.map((contact) => ({
    ...contact,
    title: titles.get(contact.relation) ?? '',
    participants: (people.get(contact.relation) ?? [])
      .filter((person) => person.active && person.member !== of.member)
      .map(({ id, name, voice }) => ({ id, name, voice })),
    askBack: of.agreements.some(
      (one) => one.relation === contact.relation && (one.state === 'to-ask' || one.state === 'asked'),
    ),
  }))
}

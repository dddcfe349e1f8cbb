import type { AttentionCard, RelationSummary, Today } from '@weerklank/core/feedback/feedback.contract'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import { checkLine } from '@weerklank/core/feedback/invitation'
import type { RelationId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { contactsBetween, peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentAgreement, presentInvitation } from './feedback.presenter.ts'
import { activeAgreements, answersById, invitationsOf } from './feedback.repository.ts'
import { listRelations, nextContacts, type OverviewRow, openRelations } from './overview.repository.ts'

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
  const { rows, total } = await listRelations(trx, wanted)
  const titles = await openRelations(trx)
  const summaries = await with_.summarise(rows)
  const attention = await cards(trx, summaries, with_)
  await setContext(trx, { ...session.context, relations: [...titles.keys()] })
  const now = with_.deps.world.now()
  const agreements = await openAgreements(trx, titles, now)
  const contacts = await contactsToday(trx, session, { titles, agreements, now })
  return {
    attention,
    more: total - rows.length,
    agreements: agreements.slice(0, agreementsAtMost),
    contacts,
  }
}

async function cards(
  trx: Trx,
  summaries: readonly RelationSummary[],
  { deps, itemLabels }: With,
): Promise<AttentionCard[]> {
  const now = deps.world.now()
  const asked = await invitationsOf(
    trx,
    summaries.map((summary) => summary.id),
  )
  const lines = summaries.map((summary) => {
    const own = asked.filter((row) => row.relation_id === summary.id)
    const invitations = own.map((row) => ({ ...presentInvitation(row, now), response: row.response_id }))
    return checkLine(invitations, summary.signals[0]?.participant ?? '').slice(-lineLength)
  })
  const answers = await answersById(
    trx,
    lines.flatMap((line) => line.map((one) => one.response)),
  )
  const instrument = deps.content.contactCheck
  return summaries.map((summary, index) => ({
    ...summary,
    recent: (lines[index] ?? []).map((one) => {
      const given = answers.get(one.response)
      return { at: one.sentAt, score: given ? scoreOf(instrument, given) : null }
    }),
    itemLabels,
    cutoff: instrument.signals.cutoff.value,
  }))
}

/** Agreements that wait to be asked back, and those that lately turned out to have changed something; newest first. */
async function openAgreements(
  trx: Trx,
  titles: ReadonlyMap<RelationId, string>,
  now: Instant,
): Promise<Today['agreements']> {
  const rows = await activeAgreements(trx, [...titles.keys()], addDays(now, -changedDays))
  const relations = [...new Set(rows.map((row) => row.relation_id))]
  const people = await peopleOf(trx, relations)
  const contacts = await nextContacts(trx, relations, now)
  return rows.flatMap((row) => {
    const agreement = presentAgreement(row)
    if (agreement.state === 'ended' || agreement.state === 'kept') return []
    const names = new Map((people.get(row.relation_id) ?? []).map((person) => [person.id, person.name]))
    return {
      ...agreement,
      relation: row.relation_id,
      title: titles.get(row.relation_id) ?? '',
      names: row.participants.flatMap((id) => names.get(id) ?? []),
      nextContactAt: contacts.get(row.relation_id) ?? null,
    }
  })
}

/** The contacts of this local day, and whether an agreement will be asked back there. */
async function contactsToday(
  trx: Trx,
  session: MemberSession,
  of: { titles: ReadonlyMap<RelationId, string>; agreements: Today['agreements']; now: Instant },
): Promise<Today['contacts']> {
  const day = dayBounds(localDay(of.now, session.workspace.timeZone), session.workspace.timeZone)
  const contacts = await contactsBetween(trx, [...of.titles.keys()], day)
  const people = await peopleOf(
    trx,
    contacts.map((contact) => contact.relation),
  )
  return contacts.map((contact) => ({
    ...contact,
    title: of.titles.get(contact.relation) ?? '',
    participants: (people.get(contact.relation) ?? [])
      .filter((person) => person.active && person.member !== session.member.id)
      .map(({ id, name, voice }) => ({ id, name, voice })),
    askBack: of.agreements.some(
      (one) => one.relation === contact.relation && (one.state === 'to-ask' || one.state === 'asked'),
    ),
  }))
}

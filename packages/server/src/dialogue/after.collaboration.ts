import { agreementLine } from '@weerklank/core/dialogue/after-words'
import type { AgreementId, MeetingAgreementId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { MemberSession } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { endedAgreements, keepAgreement, settleAgreement } from '../feedback/feedback.ts'
import type { Trx } from '../schema.ts'
import type { Table } from './after.read.ts'
import * as after from './after.repository.ts'
import type { MeetingRow } from './meeting.repository.ts'

/**
 * What a table of a collaboration agrees is an agreement of that collaboration too: the next check asks back whether it
 * changed (domain.md §5, peers.md A26). The program keeps it: who sits at the table need not take part in the collaboration,
 * and reads nothing of it by this.
 */
const asProgram = ({ workspace }: Context, more: Partial<Context>): Context => ({
  ...{ workspace, actor: 'system', relations: [] },
  ...more,
})

type Agreed = { id: MeetingAgreementId; ifText: string; text: string }

/** Keeps it with the collaboration; null where the meeting has none, or nobody of it is at the table. */
export async function keepWithCollaboration(
  trx: Trx,
  session: MemberSession,
  of: { world: World; table: Table; agreed: Agreed },
): Promise<AgreementId | null> {
  const { meeting, places } = of.table
  const relation = meeting.relation_id
  const there = places.filter((place) => place.attends !== 'no')
  const participants = there.flatMap((place) => place.participant_id ?? [])
  if (relation === null || participants.length === 0) return null
  // One identifier for both, made by the device: a repeat is the same agreement.
  const id = of.agreed.id as string as AgreementId
  const isEnglish = there.every((place) => screenLanguage(place.language) === 'en')
  await setContext(trx, asProgram(session.context, { relations: [relation] }))
  const isNew = await keepAgreement(trx, {
    ...{ workspace: session.workspace.id, relation, id, participants },
    text: agreementLine(of.agreed, isEnglish ? 'en' : 'nl'),
    ...{ by: session.member.id, at: of.world.now() },
  })
  await setContext(trx, session.context)
  if (isNew) await recordDeed(trx, of.world, { session, relation, action: 'agreement.made', subject: id })
  return id
}

/** Lets the collaboration know how it went; does nothing where it is an agreement of the meeting alone. */
export async function settleInCollaboration(
  trx: Trx,
  session: MemberSession,
  of: { world: World; meeting: MeetingRow; row: after.AgreementRow; isOpen: boolean },
): Promise<void> {
  const { agreement_id: agreement } = of.row
  const relation = of.meeting.relation_id
  if (agreement === null || relation === null) return
  await setContext(trx, asProgram(session.context, { relations: [relation] }))
  await settleAgreement(trx, { relation, agreement }, of.isOpen ? null : of.world.now())
  await setContext(trx, session.context)
  const action = of.isOpen ? 'agreement.resumed' : 'agreement.ended'
  await recordDeed(trx, of.world, { session, relation, action, subject: agreement })
}

/** Agreements of some meetings as they stand: what was ended in the collaboration is done. The context is as it was afterwards. */
export async function agreementsNow(
  trx: Trx,
  context: Context,
  meetings: readonly Pick<MeetingRow, 'id' | 'relation_id'>[],
): Promise<after.AgreementRow[]> {
  const rows = await after.agreementsOf(
    trx,
    meetings.map(({ id }) => id),
  )
  if (!rows.some((row) => row.agreement_id !== null && row.state === 'open')) return rows
  const relations = [...new Set(meetings.flatMap((meeting) => meeting.relation_id ?? []))]
  await setContext(trx, asProgram(context, { relations }))
  const ended = await endedAgreements(trx, relations)
  await setContext(trx, context)
  return rows.map((row) =>
    row.state === 'open' && row.agreement_id !== null && ended.has(row.agreement_id)
      ? { ...row, state: 'done' as const }
      : row,
  )
}

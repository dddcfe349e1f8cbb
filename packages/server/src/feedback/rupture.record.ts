import type { AuditAction } from '@weerklank/core/audit/audit'
import type { ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { recordDeed, recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { RuptureRow } from './rupture.repository.ts'

type Noted = {
  world: World
  row: Pick<RuptureRow, 'id' | 'relation_id' | 'participant_id' | 'shared_at'>
  action: AuditAction
}

/**
 * What was done with one rupture. While it is hers alone, without the collaboration: that somebody thought about it is not
 * part of its record. Once shared it names whom it is about: she reads the line on her own page, and no other client does.
 */
export async function note(trx: Trx, session: MemberSession, { world, row, action }: Noted): Promise<void> {
  if (row.shared_at === null) {
    return recordOwn(trx, world, { session, action, subject: { kind: 'rupture', id: row.id } })
  }
  const person = await personOf(trx, row.participant_id)
  await recordDeed(trx, world, { session, relation: row.relation_id, action, subject: row.id, person })
}

/** A look at what was written down: a line for each person whom it is about; where there is nothing of the file, one of looking. */
export async function noteLooked(
  trx: Trx,
  session: MemberSession,
  of: { world: World; relation: RelationId; rows: readonly RuptureRow[] },
): Promise<void> {
  const { world, relation, rows } = of
  const shared = rows.filter((row) => row.shared_at !== null)
  const first = new Map(shared.map((row) => [row.participant_id, row]))
  if (first.size === 0) return recordDeed(trx, world, { session, relation, action: 'feedback.read' })
  for (const row of first.values()) await note(trx, session, { world, row, action: 'rupture.read' })
}

async function personOf(trx: Trx, participant: ParticipantId): Promise<PersonId> {
  const row = await trx
    .selectFrom('participant')
    .select('person_id')
    .where('id', '=', participant)
    .executeTakeFirstOrThrow()
  return row.person_id
}

/** Two pictures that are still shut: of one nobody is in, of the other the professional is. */
import type {
  InvitationId,
  MemberId,
  MutualPictureId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  by: MemberId
  /** Who is asked, and by which invitation. */
  asked: readonly { client: ParticipantId; invitation: InvitationId }[]
}

/** Gives the picture that waits for everybody, and the one in which the professional is. */
export async function buildMutual(app: Running, of: Of) {
  const ids = of.asked.map(() => app.world.newId<MutualPictureId>())
  const [waitingPicture, halfwayPicture] = ids
  if (waitingPicture === undefined || halfwayPicture === undefined) throw new Error('Two clients were asked')
  await asMaintenance(app.owner, async (trx) => {
    const { id: professional } = await trx
      .selectFrom('participant')
      .select('id')
      .where('relation_id', '=', of.relation)
      .where('member_id', '=', of.by)
      .executeTakeFirstOrThrow()
    for (const [index, asked] of of.asked.entries()) {
      const id = ids[index] ?? halfwayPicture
      await insert(app, trx, { ...asked, ...of, id, professional, isIn: index > 0 })
    }
  })
  return { waitingPicture, halfwayPicture }
}

type Row = Omit<Of, 'asked'> &
  Of['asked'][number] & { id: MutualPictureId; professional: ParticipantId; isIn: boolean }

async function insert(app: Running, trx: Trx, row: Row): Promise<void> {
  const { id, client, professional, isIn } = row
  const at = app.clock.now()
  const place = { workspace_id: app.workspace, relation_id: row.relation }
  const asked = await trx
    .selectFrom('invitation')
    .select(['response_id', 'contact_id'])
    .where('id', '=', row.invitation)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('mutual_picture')
    .values({
      ...{ ...place, ...asked, id, participant_id: client, professional_id: professional },
      ...{ invitation_id: row.invitation, created_by: row.by },
      ...{ mirror_id: 'collaboration-check-mirror', mirror_version: 1 },
      ...{ asked_at: at, ends_at: addDays(at, 7), client_at: null, professional_at: isIn ? at : null },
      ...{ declined_at: null, opened_at: null, opened_by: null },
    })
    .execute()
  const own = isIn
    ? { side: 'professional' as const, participant_id: professional, other_id: client }
    : { side: 'client' as const, participant_id: client, other_id: professional }
  await trx
    .insertInto('mutual_side')
    .values({
      ...{ ...place, ...own, picture_id: id, open_text: '', after_reading: false, sealed: true },
      ...{ answers: isIn ? JSON.stringify({ goals: 7 }) : null, answered_at: isIn ? at : null },
      guess: JSON.stringify({ goals: 6 }),
    })
    .execute()
}

/** Forms asked of the people of a story: each with her link, and half filled in. */
import type {
  FormId,
  FormInvitationId,
  FormResponseId,
  MemberId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import type { Running } from './test-running.ts'

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[]; form: FormId }

const answers = { items: [{ linkId: 'again', values: [{ value: { kind: 'boolean', value: true } }] }] }

/** One open invitation per client; gives that of the first and her link, and an answer that was there already. */
export async function buildFormAsking(
  app: Running,
  of: Of,
): Promise<{ formInvitation: FormInvitationId; formLink: string; formAnswer: FormResponseId }> {
  const at = app.clock.now()
  const made: { formInvitation: FormInvitationId; formLink: string }[] = []
  await asMaintenance(app.owner, async (trx) => {
    for (const participant of of.clients) {
      const id = app.world.newId<FormInvitationId>()
      const place = { workspace_id: app.workspace, relation_id: of.relation, participant_id: participant }
      const { token, hash } = newToken(app.workspace)
      const expires_at = addDays(at, 14)
      await trx
        .insertInto('form_invitation')
        .values({
          ...{ ...place, id, form_id: of.form, version: 1, response_id: app.world.newId() },
          ...{ sent_at: at, expires_at, revoked_at: null, created_by: of.by },
        })
        .execute()
      await trx
        .insertInto('form_token')
        .values(({ selectFrom }) => ({
          ...{ ...place, token_hash: hash, form_invitation_id: id, expires_at },
          person_id: selectFrom('participant').select('person_id').where('id', '=', participant),
        }))
        .execute()
      const draft = {
        answers: JSON.stringify(answers),
        unread: '{}',
        part: 0,
        revision: 1,
        changed_at: at,
        device_hash: null,
      }
      await trx
        .insertInto('form_draft')
        .values({ ...place, ...draft, form_invitation_id: id })
        .execute()
      made.push({ formInvitation: id, formLink: `/v/${token}` })
    }
  })
  const [first] = made
  if (first === undefined) throw new Error('A story has a client')
  return { ...first, formAnswer: await answerIn(app, of.relation) }
}

async function answerIn(app: Running, relation: RelationId): Promise<FormResponseId> {
  const { id } = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('form_response')
      .select('id')
      .where('relation_id', '=', relation)
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

/** A form of the organisation, and what was answered to it, for the people of a story. */
import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import type { FormId, FormResponseId, MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Running } from './test-running.ts'

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[] }

const item = [{ linkId: 'again', text: 'Komt u terug?', type: 'boolean' }]
const source = { resourceType: 'Questionnaire', status: 'active', title: 'Terugkomen', item }
const { model, report } = importQuestionnaire(source)
const answers = { items: [{ linkId: 'again', values: [{ value: { kind: 'boolean', value: true } }] }] }
const version = {
  ...{ version: 1, label: null, status: 'published' as const, fhir_version: '4.0' as const },
  ...{ model: JSON.stringify(model), source: JSON.stringify(source), report: JSON.stringify(report) },
}

/** One published form; an answer of each client, and one that a colleague brought in without saying whose it is. */
export async function buildForms(app: Running, of: Of): Promise<FormId> {
  const at = app.clock.now()
  const form = app.world.newId<FormId>()
  const row = { workspace_id: app.workspace }
  const made = { created_by: of.by, created_at: at }
  const said = {
    ...{ form_id: form, version: 1, status: 'completed' as const, language: 'nl' },
    ...{ answered_at: at, stored_at: at, answers: JSON.stringify(answers), source: null, scores: null },
  }
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('form')
      .values({ ...row, ...made, id: form, url: null, title: 'Terugkomen', changed_at: at })
      .execute()
    await trx
      .insertInto('form_version')
      .values({ ...row, ...made, ...version, form_id: form, published_at: at })
      .execute()
    const whose = [
      ...of.clients.map((client) => ({ relation_id: of.relation, participant_id: client, created_by: null })),
      { relation_id: null, participant_id: null, created_by: of.by },
    ]
    for (const one of whose) {
      const id = app.world.newId<FormResponseId>()
      await trx
        .insertInto('form_response')
        .values({ ...row, ...said, ...one, id })
        .execute()
    }
  })
  return form
}

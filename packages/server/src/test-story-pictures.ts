/** What is made of coded words, for the people of a story: a mark, a map, a model of one's own, and two rounds. */
import type { CodingRoundId } from '@weerklank/core/analysis/pictures.contract'
import type {
  AnalysisId,
  CodeId,
  CodingId,
  DocumentId,
  MemberId,
  PassageId,
} from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import { loadSynergyModel } from './analysis/synergy-model.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = {
  by: MemberId
  analysis: { id: AnalysisId; document: DocumentId; code: CodeId; coding: CodingId }
}
export type BuiltPictures = { blind: CodingRoundId; open: CodingRoundId; passage: PassageId; coder: MemberId }

/** A round that is blind still and one that is open, with one difference talked out; what else lies beside them. */
export async function buildPictures(app: Running, { by, analysis }: Of): Promise<BuiltPictures> {
  return asMaintenance(app.owner, async (trx) => {
    const at = app.clock.now()
    const within = { workspace_id: app.workspace, analysis_id: analysis.id }
    const said = { by_id: by, at }
    const [blind, open] = [app.world.newId<CodingRoundId>(), app.world.newId<CodingRoundId>()]
    // Somebody else who works on it, and is nobody of the story: who may look in does not change.
    const coder = app.world.newId<MemberId>()
    await trx
      .updateTable('analysis')
      .set({ member_ids: [by, coder] })
      .where('id', '=', analysis.id)
      .execute()
    const { passage_id: passage } = await trx
      .selectFrom('analysis_coding')
      .select('passage_id')
      .where('id', '=', analysis.coding)
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('analysis_mark')
      .values({
        ...within,
        code_id: analysis.code,
        kind: 'voice',
        column_key: 'client',
        mark: 'adds',
        ...said,
      })
      .execute()
    await addRounds(trx, app, { ...within, document: analysis.document, by, coder, blind, open })
    await trx
      .insertInto('analysis_decision')
      .values({
        ...{ ...within, round_id: open, passage_id: passage, start_at: 0, end_at: 15 },
        ...{ code_ids: [analysis.code], reason: 'Dat bedoelde zij.', ...said },
      })
      .execute()
    await addMap(trx, { ...said, ...within, code: analysis.code })
    return { blind, open, passage, coder }
  })
}

type Rounds = {
  workspace_id: Running['workspace']
  analysis_id: AnalysisId
  document: DocumentId
  by: MemberId
  coder: MemberId
  blind: CodingRoundId
  open: CodingRoundId
}

async function addRounds(trx: Trx, app: Running, of: Rounds): Promise<void> {
  const { workspace_id, analysis_id, document, by, coder, blind, open } = of
  const at = app.clock.now()
  const round = {
    ...{ workspace_id, analysis_id, document_ids: [document], coder_ids: [by, coder] },
    ...{ ready_ids: [], started_by: by, started_at: at },
  }
  await trx
    .insertInto('analysis_round')
    .values([
      { ...round, id: blind, title: 'Nog dicht' },
      { ...round, id: open, title: 'Samen gekeken', opened_at: at, opened_by: by },
    ])
    .execute()
}

type Placed = {
  workspace_id: Running['workspace']
  analysis_id: AnalysisId
  by_id: MemberId
  at: string
  code: CodeId
}

async function addMap(trx: Trx, { workspace_id, analysis_id, by_id, at, code }: Placed): Promise<void> {
  await trx
    .insertInto('synergy_model')
    .values({ workspace_id, version: 1, body: JSON.stringify(loadSynergyModel()), by_id, at })
    // Another story of this organisation may have kept it.
    .onConflict((conflict) => conflict.columns(['workspace_id', 'version']).doNothing())
    // Of the workspace: a second story beside it finds it there.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('analysis_map')
    .values({
      ...{ workspace_id, analysis_id, model_version: 1, version: 1, by_id, at },
      placings: JSON.stringify([{ code, element: 'equality' }]),
      expectations: JSON.stringify([{ element: 'left-out', isExpected: false }]),
    })
    .execute()
}

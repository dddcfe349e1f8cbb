import type { SynergyExpectation, SynergyModel, SynergyPlacing } from '@weerklank/core/analysis/synergy'
import type { AnalysisId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'

/** All versions of the organisation's own model, the newest first, with who kept them. */
export function listModels(trx: Trx) {
  return trx
    .selectFrom('synergy_model')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'synergy_model.workspace_id')
        .onRef('member.id', '=', 'synergy_model.by_id'),
    )
    .select(['synergy_model.version', 'body', 'by_id', 'at', 'member.name'])
    .orderBy('synergy_model.version', 'desc')
    .execute()
}

/** One version of it. */
export async function findModel(trx: Trx, version: number): Promise<SynergyModel | undefined> {
  const row = await trx
    .selectFrom('synergy_model')
    .select('body')
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.body
}

/** The newest version; 0 where the organisation has none of its own. */
export async function newestModel(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom('synergy_model')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

type By = { workspace: WorkspaceId; by: MemberId; at: Instant }

/** Keeps a version; false when somebody kept that one already. */
export async function keepModel(
  trx: Trx,
  { workspace, by, at, version, model }: By & { version: number; model: SynergyModel },
): Promise<boolean> {
  const result = await trx
    .insertInto('synergy_model')
    .values({ workspace_id: workspace, version, body: JSON.stringify(model), by_id: by, at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'version']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What was placed on the map of one analysis. */
export function findMap(trx: Trx, analysis: AnalysisId) {
  return trx.selectFrom('analysis_map').selectAll().where('analysis_id', '=', analysis).executeTakeFirst()
}

type Placed = By & {
  analysis: AnalysisId
  version: number
  modelVersion: number
  placings: readonly SynergyPlacing[]
  expectations: readonly SynergyExpectation[]
}

/** Keeps what was placed, over the version it started from; false when that has changed in between. */
export async function keepMap(trx: Trx, placed: Placed): Promise<boolean> {
  const values = {
    model_version: placed.modelVersion,
    placings: JSON.stringify(placed.placings),
    expectations: JSON.stringify(placed.expectations),
    version: placed.version + 1,
    by_id: placed.by,
    at: placed.at,
  }
  if (placed.version === 0) {
    const result = await trx
      .insertInto('analysis_map')
      .values({ workspace_id: placed.workspace, analysis_id: placed.analysis, ...values })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'analysis_id']).doNothing())
      .executeTakeFirst()
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const result = await trx
    .updateTable('analysis_map')
    .set(values)
    .where('analysis_id', '=', placed.analysis)
    .where('version', '=', placed.version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

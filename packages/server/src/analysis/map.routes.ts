import { mayAnalyse } from '@weerklank/core/access/access'
import { pictureEndpoints, type SynergyMapData } from '@weerklank/core/analysis/pictures.contract'
import type { SynergyModel } from '@weerklank/core/analysis/synergy'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInAnalysis, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { findMap, findModel, keepMap, keepModel, listModels, newestModel } from './map.repository.ts'
import { countVoices, tookPart } from './matrix.repository.ts'
import { loadSynergyModel } from './synergy-model.ts'

type Deps = { world: World }

/** The map of synergy of an analysis, and the organisation's own model for it. */
export function serveMap(to: MemberApi, { world }: Deps): void {
  const shipped = loadSynergyModel()
  serveInAnalysis(to, pictureEndpoints.map, async (session, { params }, trx) => {
    const map = await present(trx, session, { ...params, shipped })
    await recordInAnalysis(trx, world, { session, ...params, action: 'analysis.counted' })
    return map
  })
  serveInAnalysis(to, pictureEndpoints.placeOnMap, async (session, { params, body }, trx) => {
    const { analysis } = params
    const by = { workspace: session.workspace.id, by: session.member.id, at: world.now() }
    if (body.modelVersion > 0 && (await findModel(trx, body.modelVersion)) === undefined)
      throw new AppError('not-found')
    if (!(await keepMap(trx, { ...by, analysis, ...body }))) throw new AppError('conflict')
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.placed' })
    return present(trx, session, { analysis, shipped })
  })
  serveModel(to, { world }, shipped)
}

function serveModel(to: MemberApi, { world }: Deps, shipped: SynergyModel): void {
  serveSelf(to, pictureEndpoints.model, async (session, _input, trx) => {
    enforceAnalyst(session)
    const models = await listModels(trx)
    return {
      model: models[0]?.body ?? shipped,
      version: models[0]?.version ?? 0,
      versions: models.map(({ version, by_id: by, name, at }) => ({ version, by, name, at })),
    }
  })
  serveSelf(to, pictureEndpoints.changeModel, async (session, { body }, trx) => {
    enforceAnalyst(session)
    if ((await newestModel(trx)) !== body.version) throw new AppError('conflict')
    const by = { workspace: session.workspace.id, by: session.member.id, at: world.now() }
    const version = body.version + 1
    if (!(await keepModel(trx, { ...by, version, model: body.model }))) throw new AppError('conflict')
    await recordOwn(trx, world, { session, action: 'analysis.model-changed' })
    return { version }
  })
}

function enforceAnalyst(session: MemberSession): void {
  if (!mayAnalyse(session.member.roles).allowed) throw new AppError('not-allowed')
}

type Of = { analysis: AnalysisId; shipped: SynergyModel }

/** An analysis goes on with the model it began with; a newer one is offered, never forced. */
async function present(trx: Trx, session: MemberSession, { analysis, shipped }: Of): Promise<SynergyMapData> {
  const { timeZone } = session.workspace
  const placed = await findMap(trx, analysis)
  const newest = await newestModel(trx)
  const modelVersion = placed?.model_version ?? newest
  const model = modelVersion === 0 ? shipped : await findModel(trx, modelVersion)
  if (model === undefined) throw new AppError('not-found')
  const took = await tookPart(trx, { analysis, timeZone })
  return {
    ...{ model, modelVersion },
    newer: newest > modelVersion ? newest : null,
    placings: [...((placed?.placings ?? []) as SynergyMapData['placings'])],
    expectations: [...(placed?.expectations ?? [])],
    version: placed?.version ?? 0,
    moments: took.moment,
    counts: await countVoices(trx, { analysis, timeZone }, took),
  }
}

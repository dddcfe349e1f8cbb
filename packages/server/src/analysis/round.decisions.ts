import { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveInAnalysis } from '../access/access.ts'
import type { World } from '../deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { presentDecision } from './round.compare.ts'
import { dropDecision, keepDecision, lockRound, wordsOf } from './round.repository.ts'
import { codesOf } from './workbook.repository.ts'

/** What was decided about a difference after talking it out, and taking that back. */
export function serveDecisions(to: MemberApi, { world }: { world: World }): void {
  serveInAnalysis(to, pictureEndpoints.decide, async (session, { params, body }, trx) => {
    const { analysis } = params
    const round = await lockRound(trx, params)
    if (round === undefined) throw new AppError('not-found')
    if (round.opened_at === null) throw new AppError('conflict')
    const words = await wordsOf(trx, { documents: round.document_ids, passage: body.passage })
    if (words === undefined) throw new AppError('not-found')
    const known = new Set<string>((await codesOf(trx, analysis)).map(({ id }) => id))
    const fits = body.start < body.end && body.end <= [...words].length
    if (!fits || !body.codes.every((code) => known.has(code))) throw new AppError('invalid-input')
    const by = { workspace: session.workspace.id, by: session.member.id, at: world.now() }
    await keepDecision(trx, { ...by, analysis, round: round.id, ...body })
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.decided' })
    return presentDecision({
      ...{ workspace_id: by.workspace, analysis_id: analysis, round_id: round.id, passage_id: body.passage },
      ...{ start_at: body.start, end_at: body.end, code_ids: body.codes, reason: body.reason },
      ...{ by_id: by.by, at: by.at },
    })
  })
  serveInAnalysis(to, pictureEndpoints.undecide, async (session, { params }, trx) => {
    const { analysis } = params
    const round = await lockRound(trx, params)
    if (round === undefined) throw new AppError('not-found')
    if (round.opened_at === null) throw new AppError('conflict')
    const { passage, start } = params
    if (!(await dropDecision(trx, { round: round.id, passage, start }))) throw new AppError('not-found')
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.undecided' })
    return { done: true as const }
  })
}

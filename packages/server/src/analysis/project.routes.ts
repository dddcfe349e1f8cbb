import type { CorpusSources } from '@weerklank/core/analysis/analysis'
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { patchOf } from '@weerklank/core/analysis/deed'
import { startWith } from '@weerklank/core/analysis/starting-codebook'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type MemberApi, type MemberSession, serveInAnalysis, serveOverAnalyses } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDeps } from './analysis.deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import {
  findAnalysis,
  insertAnalysis,
  lockAnalysis,
  removeAnalysis,
  writeAnalysis,
} from './analysis.repository.ts'
import { queueAnalysis } from './corpus.job.ts'
import { enforceMembers, enforceSources, offeredSources } from './project.offered.ts'
import { reach, showAnalysis, showList } from './project.show.ts'
import { codesOf, writePatch } from './workbook.repository.ts'

const nothing: CorpusSources = { meetings: [], relations: [], kinds: [] }

/** Analyses as projects: starting one, what it draws from, who works on it. */
export function serveProjects(to: MemberApi, deps: AnalysisDeps): void {
  const { world, codebooks } = deps
  serveOverAnalyses(to, analysisEndpoints.codebooks, async () => ({
    codebooks: [...codebooks.values()].map(({ key, name, source, codes }) => ({
      ...{ key, name, source, codes: codes.length },
    })),
  }))
  serveOverAnalyses(to, analysisEndpoints.list, async (session, _input, trx) => {
    await recordOwn(trx, world, { session, action: 'analysis.listed' })
    return { analyses: await showList(trx, session) }
  })
  serveOverAnalyses(to, analysisEndpoints.offered, async (session, _input, trx) => {
    await recordOwn(trx, world, { session, action: 'analysis.listed' })
    return offeredSources(trx, session.member.id)
  })
  serveOverAnalyses(to, analysisEndpoints.start, async (session, { body }, trx) => {
    const { id, title, question, sources } = body
    await enforceSources(trx, { member: session.member.id, wanted: sources, had: nothing })
    const now = world.now()
    const isNew = await insertAnalysis(trx, {
      ...{ workspace_id: session.workspace.id, id, title, question, sources: JSON.stringify(sources) },
      ...{ member_ids: [session.member.id], created_by: session.member.id },
      ...{ created_at: now, changed_at: now, version: 1 },
    })
    if (!isNew && !(await isOwnStart(trx, session, id))) throw new AppError('conflict')
    await reach(trx, session, id)
    if (isNew) {
      await addCodebooks(trx, deps, { session, analysis: id, keys: body.codebooks, language: body.language })
      await queueAnalysis(trx, world, { workspace: session.workspace.id, analysis: id })
    }
    await recordInAnalysis(trx, world, {
      session,
      analysis: id,
      action: isNew ? 'analysis.started' : 'analysis.read',
    })
    return showAnalysis(trx, { analysis: id, member: session.member.id })
  })
  serveOne(to, deps)
}

function serveOne(to: MemberApi, { world }: AnalysisDeps): void {
  serveInAnalysis(to, analysisEndpoints.get, async (session, { params }, trx) => {
    await recordInAnalysis(trx, world, { session, analysis: params.analysis, action: 'analysis.read' })
    return showAnalysis(trx, { ...params, member: session.member.id })
  })
  serveInAnalysis(to, analysisEndpoints.change, async (session, { params, body }, trx) => {
    const { analysis } = params
    const row = await lockAnalysis(trx, analysis)
    if (row.version !== body.version) throw new AppError('conflict')
    const { title, question, sources } = body
    await enforceSources(trx, { member: session.member.id, wanted: sources, had: row.sources })
    const members = [...new Set(body.members)]
    await enforceMembers(trx, { wanted: members, had: row.member_ids })
    const to = { title, question, member_ids: members, sources: JSON.stringify(sources), at: world.now() }
    await writeAnalysis(trx, analysis, to)
    await queueAnalysis(trx, world, { workspace: session.workspace.id, analysis })
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.changed' })
    return showAnalysis(trx, { analysis, member: session.member.id })
  })
  serveInAnalysis(to, analysisEndpoints.remove, async (session, { params }, trx) => {
    await lockAnalysis(trx, params.analysis)
    await removeAnalysis(trx, params.analysis)
    await recordInAnalysis(trx, world, { session, analysis: params.analysis, action: 'analysis.removed' })
    return { done: true as const }
  })
}

/** The same start once more, as after an answer that got lost. */
async function isOwnStart(trx: Trx, session: MemberSession, id: AnalysisId): Promise<boolean> {
  const row = await findAnalysis(trx, id)
  return row?.created_by === session.member.id && row.member_ids.includes(session.member.id)
}

async function addCodebooks(
  trx: Trx,
  { world, codebooks }: AnalysisDeps,
  of: { session: MemberSession; analysis: AnalysisId; keys: readonly string[]; language: Language },
): Promise<void> {
  const { session, analysis, language } = of
  for (const key of new Set(of.keys)) {
    const book = codebooks.get(key)
    if (book === undefined) throw new AppError('invalid-input', { fields: { codebooks: 'unknown' } })
    const codes = await codesOf(trx, analysis)
    const change = startWith(book, { language, newId: world.newId })
    const planned = patchOf({ codes, codings: [], memos: [] }, change, {
      ...{ member: session.member.id, at: world.now() },
      ...{ sealed: new Set(), passages: new Map(), documents: new Set() },
    })
    if (!planned.allowed) throw new AppError('invalid-input', { fields: { codebooks: planned.reason } })
    await writePatch(trx, planned.patch, { workspace: session.workspace.id, analysis })
  }
}

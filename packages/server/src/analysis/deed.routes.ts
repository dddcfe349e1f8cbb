import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { Memo } from '@weerklank/core/analysis/coding'
import type { DeedDone, DeedId, PastDeed } from '@weerklank/core/analysis/deed.contract'
import { applyPatch, inverse, type Patch } from '@weerklank/core/analysis/patch'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId, CodeId, CodingId, MemoId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInAnalysis } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDeps } from './analysis.deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { lockAnalysis } from './analysis.repository.ts'
import { carryOut } from './deed.act.ts'
import { findDeed, mayTurn, nextDeed, pastDeeds, patchOfDeed, setState } from './deed.repository.ts'
import { bookForPatch, writePatch } from './workbook.repository.ts'

const pageSize = 50

/** Coding, describing, merging, memos: each a deed that can be undone and done again, with its history. */
export function serveDeeds(to: MemberApi, { world }: AnalysisDeps): void {
  serveInAnalysis(to, analysisEndpoints.act, async (session, { params, body }, trx) => {
    const { analysis } = params
    const row = await lockAnalysis(trx, analysis)
    const known = await findDeed(trx, body.id)
    if (known !== undefined) return repeated(trx, session, known)
    const patch = await carryOut(trx, session, { world, row, id: body.id, change: body.change })
    return present(trx, session, { analysis, deed: body.id, done: patch, kept: 0 })
  })
  for (const way of ['undo', 'redo'] as const) {
    serveInAnalysis(to, analysisEndpoints[way], async (session, { params }, trx) => {
      const { analysis } = params
      const action = way === 'undo' ? 'analysis.undone' : 'analysis.redone'
      const turned = await turn(trx, session, { analysis, way, at: world.now() })
      await recordInAnalysis(trx, world, { session, analysis, action })
      return turned
    })
  }
  serveInAnalysis(to, analysisEndpoints.history, async (session, { params, query }, trx) => {
    const { analysis } = params
    const offset = query.after ?? 0
    const rows = await pastDeeds(trx, analysis, { offset, size: pageSize + 1 })
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.history-read' })
    return {
      deeds: rows.slice(0, pageSize).map((row) => ({
        ...{ id: row.id, by: row.member_id, at: row.at, about: row.about, rows: row.rows },
        ...{ kind: row.kind as PastDeed['kind'], undoneAt: row.undone_at },
      })),
      next: rows.length > pageSize ? offset + pageSize : null,
    }
  })
}

/** Undoes the last deed of one's own, or does again what was undone last, as far as nobody changed it since. */
async function turn(
  trx: Trx,
  session: MemberSession,
  of: { analysis: AnalysisId; way: 'undo' | 'redo'; at: string },
): Promise<DeedDone> {
  const { analysis, way, at } = of
  const row = await lockAnalysis(trx, analysis)
  const deed = await nextDeed(trx, { analysis, member: session.member.id }, way)
  if (deed === undefined) return present(trx, session, { analysis, deed: null, done: [], kept: 0 })
  // Rows of others that went along (a merge) are put back in their name.
  await setContext(trx, { ...session.context, purpose: 'undo' })
  const made = await patchOfDeed(trx, deed.id)
  const wanted = way === 'undo' ? inverse(made) : made
  // What others coded blind is not seen here: while a round goes on, no code goes.
  const isBlind = row.sealed_documents.length > 0
  const patch = isBlind ? wanted.filter(({ row: kind, after }) => kind !== 'code' || after !== null) : wanted
  const { done, kept } = applyPatch(await bookForPatch(trx, analysis, patch), patch)
  await writePatch(trx, done, { workspace: session.workspace.id, analysis })
  await setState(trx, deed.id, {
    state: way === 'undo' ? 'undone' : 'done',
    undoneAt: way === 'undo' ? at : null,
  })
  await setContext(trx, session.context)
  return present(trx, session, { analysis, deed: deed.id, done, kept: kept + wanted.length - patch.length })
}

async function repeated(
  trx: Trx,
  session: MemberSession,
  known: { id: DeedId; analysis_id: AnalysisId; member_id: string },
): Promise<DeedDone> {
  if (known.member_id !== session.member.id) throw new AppError('conflict')
  const made = await patchOfDeed(trx, known.id)
  const now = await bookForPatch(trx, known.analysis_id, made)
  const rows = new Map([...now.codes, ...now.codings, ...now.memos].map((one) => [one.id as string, one]))
  const done = made.map((change) => ({ ...change, after: rows.get(change.id) ?? null })) as Patch
  return present(trx, session, { analysis: known.analysis_id, deed: known.id, done, kept: 0 })
}

/** What somebody else keeps to herself went along, and is shown to nobody else. */
function readBy({ member }: MemberSession, memo: Memo): Memo[] {
  return memo.shared !== false || memo.author === member.id ? [memo] : []
}

async function present(
  trx: Trx,
  session: MemberSession,
  of: { analysis: AnalysisId; deed: DeedId | null; done: Patch; kept: number },
): Promise<DeedDone> {
  const { analysis, deed, done, kept } = of
  const gone = (kind: Patch[number]['row']) =>
    done.flatMap(({ row, id, after }) => (row === kind && after === null ? [id] : []))
  return {
    ...{ deed, kept },
    codes: done.flatMap((change) => (change.row === 'code' && change.after ? [change.after] : [])),
    codings: done.flatMap((change) => (change.row === 'coding' && change.after ? [change.after] : [])),
    memos: done.flatMap((change) =>
      change.row === 'memo' && change.after ? readBy(session, change.after) : [],
    ),
    gone: {
      codes: gone('code') as CodeId[],
      codings: gone('coding') as CodingId[],
      memos: gone('memo') as MemoId[],
    },
    ...(await mayTurn(trx, { analysis, member: session.member.id })),
  }
}

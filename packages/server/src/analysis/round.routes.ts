import {
  type CodingRound,
  type CodingRoundId,
  pictureEndpoints,
} from '@weerklank/core/analysis/pictures.contract'
import { mayOpenRound, maySayReady, mayStartRound } from '@weerklank/core/analysis/round'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId, MemberId } from '@weerklank/core/shared/ids'
import { type MemberApi, serveInAnalysis } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { compareRound } from './round.compare.ts'
import { serveDecisions } from './round.decisions.ts'
import {
  codingsOf,
  insertRound,
  listRounds,
  lockAround,
  lockRound,
  type RoundRow,
  setOpened,
  setReady,
  setSealed,
  workingOn,
} from './round.repository.ts'

type Deps = { world: World }

/** Blind rounds: several code the same documents, then open their codings to each other and talk about what differs. */
export function serveRounds(to: MemberApi, deps: Deps): void {
  const { world } = deps
  serveInAnalysis(to, pictureEndpoints.rounds, async (session, { params }, trx) => {
    const rounds = await listRounds(trx, params.analysis)
    const members = await workingOn(trx, params.analysis)
    return { rounds: rounds.map((row) => presentRound({ ...row, members }, session.member.id)) }
  })
  serveStart(to, deps)
  serveInAnalysis(to, pictureEndpoints.readyInRound, async (session, { params, body }, trx) => {
    const row = await heldRound(trx, params)
    const me = session.member.id
    enforceState(maySayReady(factsOf(row), me))
    const others = row.ready_ids.filter((one) => one !== me)
    const ready = body.ready ? [...others, me] : others
    await setReady(trx, row.id, ready)
    await recordInAnalysis(trx, world, { session, ...params, action: 'analysis.round-ready' })
    return presentRound({ ...row, ready_ids: ready }, me)
  })
  serveInAnalysis(to, pictureEndpoints.openRound, async (session, { params }, trx) => {
    const { analysis } = params
    const row = await heldRound(trx, params)
    const opened = { by: session.member.id, at: world.now() }
    enforceState(mayOpenRound(factsOf(row), opened.by))
    await setSealed(trx, { analysis, documents: row.document_ids, context: session.context }, false)
    const coded = await codingsOf(trx, row.document_ids, row.coder_ids)
    await setOpened(trx, row.id, { ...opened, coded })
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.round-opened' })
    return presentRound({ ...row, opened_at: opened.at, opened_by: opened.by }, opened.by)
  })
  serveInAnalysis(to, pictureEndpoints.compare, async (session, { params, query }, trx) => {
    const { analysis } = params
    const row = await heldRound(trx, params)
    // While it is blind a reader would compare her own codings with nothing.
    if (row.opened_at === null) throw new AppError('conflict')
    const { persons, ...comparison } = await compareRound(trx, row, query.after ?? 0)
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.compared', persons })
    return { round: presentRound(row, session.member.id), ...comparison }
  })
  serveDecisions(to, deps)
}

function serveStart(to: MemberApi, { world }: Deps): void {
  serveInAnalysis(to, pictureEndpoints.startRound, async (session, { params, body }, trx) => {
    const { analysis } = params
    const me = session.member.id
    const around = await lockAround(trx, analysis)
    const { members } = around
    const there = (await listRounds(trx, analysis)).find(({ id }) => id === body.id)
    // The same once more, as after an answer that got lost.
    if (there !== undefined && there.started_by === me) return presentRound({ ...there, members }, me)
    const documents = [...new Set(body.documents)]
    const coders = [...new Set(body.coders)]
    const verdict = mayStartRound({ documents, coders }, around)
    if (!verdict.allowed) throw new AppError(verdict.reason === 'in-a-round' ? 'conflict' : 'invalid-input')
    const row = {
      ...{ workspace_id: session.workspace.id, id: body.id, analysis_id: analysis, title: body.title },
      ...{ document_ids: documents, coder_ids: coders, started_by: me, started_at: world.now() },
    }
    if (!(await insertRound(trx, row))) throw new AppError('conflict')
    await setSealed(trx, { analysis, documents, context: session.context }, true)
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.round-started' })
    return presentRound(
      { ...row, members: [...members], ready_ids: [], opened_at: null, opened_by: null, coded: null },
      me,
    )
  })
}

/** A round, with who works on its analysis now. */
type Held = RoundRow & { members: readonly MemberId[] }

/** The round of a path, held; refused where it is not of that analysis. */
async function heldRound(trx: Trx, of: { analysis: AnalysisId; round: CodingRoundId }): Promise<Held> {
  const row = await lockRound(trx, of)
  if (row === undefined) throw new AppError('not-found')
  return { ...row, members: await workingOn(trx, of.analysis) }
}

function enforceState(verdict: { allowed: true } | { allowed: false; reason: string }): void {
  if (verdict.allowed) return
  throw new AppError(verdict.reason === 'not-in-round' ? 'not-allowed' : 'conflict')
}

const factsOf = (row: Held) => ({
  members: row.members,
  ...{ coders: row.coder_ids, ready: row.ready_ids, startedBy: row.started_by, openedAt: row.opened_at },
})

function presentRound(row: Held, me: MemberId): CodingRound {
  const facts = factsOf(row)
  return {
    ...{
      id: row.id,
      title: row.title,
      documents: row.document_ids,
      coders: row.coder_ids,
      ready: row.ready_ids,
    },
    ...{ startedBy: row.started_by, startedAt: row.started_at, openedAt: row.opened_at },
    isReady: row.ready_ids.includes(me),
    may: { code: maySayReady(facts, me).allowed, open: mayOpenRound(facts, me).allowed },
  }
}

import type { Instrument } from '@weerklank/core/feedback/instrument'
import { type Around, around, followedBy, type ScoredCheck } from '@weerklank/core/library/works'
import type {
  MeetingId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  RoundId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { Context } from '../db/context.ts'
import type { TraceRow } from './works.keep.ts'
import type { WorksTraceTable } from './works.table.ts'

export type Content = {
  instruments: ReadonlyMap<string, Instrument>
  teamInstruments: ReadonlyMap<string, TeamInstrument>
}

/** Some collaborations, with the meetings that were held in them and the people who take part. */
export type Batch = {
  workspace: WorkspaceId
  relations: readonly RelationId[]
  meetings: readonly MeetingId[]
  persons: readonly PersonId[]
  /** Which of them are a team or a network, and the anonymous rounds of these. */
  teams: readonly RelationId[]
  rounds: readonly RoundId[]
}

/** What the work on a batch reaches. */
export function reachOf({ workspace, relations, meetings, persons }: Batch): Context {
  return { workspace, actor: 'system', relations, meetings, persons }
}

/** What was done, with whom, in a collaboration or team. */
export type Deed = {
  id: string
  deed: string
  relation: RelationId
  participant: ParticipantId
  at: Instant
}
export type Where = Pick<WorksTraceTable, 'kind' | 'context' | 'situation'> & { colleague_ids: MemberId[] }
export type Found = {
  people: ReadonlyMap<ParticipantId, PersonId>
  deeds: readonly Deed[]
  settings: ReadonlyMap<RelationId, Where>
}

/** A deed of a collaboration as it stands in a trace. */
export function deedRow(workspace: WorkspaceId, { id, deed, relation, at }: Omit<Deed, 'participant'>) {
  return {
    ...{ workspace_id: workspace, subject_id: id, deed, done_at: at },
    ...{ relation_id: relation, trajectory_id: null },
  }
}

type Row = Omit<TraceRow, 'instrument_id' | 'before_count' | 'after_count' | 'nap' | 'tau_u'>
type Line = { instrument: string; checks: readonly ScoredCheck[] }

/** How the checks of one line lay around a deed; none when there are too few. */
export function followed(row: Row, { instrument, checks }: Line): TraceRow[] {
  const reach: Around = around[row.source]
  const found = followedBy(checks, row.done_at, reach)
  if (found === null) return []
  const counts = { before_count: found.before.length, after_count: found.after.length }
  return [{ ...row, instrument_id: instrument, ...counts, nap: found.nap, tau_u: found.tauU }]
}

import type { ParticipantId, RelationId, RoundId } from '@weerklank/core/shared/ids'
import { millis } from '@weerklank/core/shared/time'
import type { RoundMoment } from '@weerklank/core/team/round-follow'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { closedOutcome } from './team.presenter.ts'

type Content = { teamInstruments: ReadonlyMap<string, TeamInstrument> }

/** What one person answered to the checks of her team, each as one number each, oldest first. */
export type CircleLine = {
  participant: ParticipantId
  relation: RelationId
  instrument: string
  checks: { moment: number; value: number }[]
}

/** The answers of some people to open checks of their teams; they are in reach as results. Marks of one wording only lie in one line. */
export async function circleLines(trx: Trx, participants: readonly ParticipantId[]): Promise<CircleLine[]> {
  if (participants.length === 0) return []
  const rows = await trx
    .selectFrom('circle_answer as answer')
    .innerJoin('circle_check as check', (join) =>
      join.onRef('check.workspace_id', '=', 'answer.workspace_id').onRef('check.id', '=', 'answer.check_id'),
    )
    .select(['participant_id', 'answer.relation_id', 'instrument_id', 'instrument_version', 'marks'])
    .select('answered_at')
    .where('participant_id', '=', anyOf(participants))
    .where('sealed', '=', false)
    .orderBy('answered_at')
    .execute()
  const lines = new Map<string, CircleLine>()
  for (const row of rows) {
    const instrument = `${row.instrument_id}@${row.instrument_version}`
    const marks = Object.values(row.marks).filter((mark) => typeof mark === 'number')
    if (marks.length === 0) continue
    const key = `${row.participant_id} ${instrument}`
    const made = { participant: row.participant_id, relation: row.relation_id, instrument, checks: [] }
    const line: CircleLine = lines.get(key) ?? made
    const value = marks.reduce((sum, mark) => sum + mark, 0) / marks.length
    line.checks.push({ moment: millis(row.answered_at), value })
    lines.set(key, line)
  }
  return [...lines.values()]
}

/** A closed round of a team with what it tells of everybody together, and from when to when it was asked. */
export type TeamRound = RoundMoment & { relation: RelationId; instrument: string }

/** Closed rounds of teams, oldest first; they are in reach as results. */
export async function teamRounds(
  trx: Trx,
  content: Content,
  rounds: readonly RoundId[],
): Promise<TeamRound[]> {
  if (rounds.length === 0) return []
  const rows = await trx
    .selectFrom('round')
    .selectAll()
    .where('id', '=', anyOf(rounds))
    .where('closed_at', 'is not', null)
    .orderBy('closed_at')
    .execute()
  const found: TeamRound[] = []
  for (const row of rows) {
    const outcome = await closedOutcome(trx, row, { content })
    if (outcome === null || row.circle_relation_id === null || row.closed_at === null) continue
    found.push({
      ...{ round: row.id, outcome, relation: row.circle_relation_id },
      instrument: `${row.instrument_id}@${row.instrument_version}`,
      ...{ opened: millis(row.opened_at), closed: millis(row.closed_at) },
    })
  }
  return found
}

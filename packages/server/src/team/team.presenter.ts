import type { MemberId } from '@weerklank/core/shared/ids'
import { hasEnough, usualShare } from '@weerklank/core/team/round'
import { roundOutcome } from '@weerklank/core/team/round-outcome'
import { roundTrend, type TrendRound } from '@weerklank/core/team/round-trend'
import type { RoundDetails, RoundInstrument, RoundSummary } from '@weerklank/core/team/team.contract'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type Instruments, instrumentOf, type TeamDeps } from './team.deps.ts'
import * as repository from './team.repository.ts'
import { isOver } from './team.rounds.ts'

type Outcome = NonNullable<RoundDetails['outcome']>

export function presentSummary(row: repository.RoundRow, invited: number, world: World): RoundSummary {
  return {
    id: row.id,
    title: row.title,
    status: isOver(row, world) ? 'closed' : 'open',
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    invited,
  }
}

/** A round as its readers may see it: no number of answers but through the outcome, and that only when it is closed. */
export async function loadDetails(
  trx: Trx,
  row: repository.RoundRow,
  { deps, reader }: { deps: TeamDeps; reader: MemberId },
): Promise<RoundDetails> {
  const groups = await repository.groupsOf(trx, row.id)
  const people = await repository.colleagues(trx, row.member_ids)
  const invited = groups.reduce((sum, group) => sum + group.invited, 0)
  const isOpen = row.closed_at === null
  return {
    ...presentSummary(row, invited, deps.world),
    k: row.k,
    form: row.form,
    instrument: {
      id: row.instrument_id,
      version: row.instrument_version,
      name: instrumentOf(deps, row).name,
    },
    minShare: row.min_share,
    takesWords: row.takes_words,
    talk: row.talk_on === null ? null : { on: row.talk_on, meeting: row.talk_meeting_id },
    circle: circleOf(row),
    madeBy: people.find((one) => one.id === row.created_by)?.name ?? '',
    readers: people.map(({ name }) => name),
    groups: groups.map(presentGroup),
    mayRenew: mayRenew(row, reader),
    mayMoveTalk: row.created_by === reader,
    enough: isOpen && hasEnough(groups.filter(hasPeople), { k: row.k, minShare: row.min_share }),
    outcome: await loadOutcome(trx, row, { deps, groups }),
    trend: null,
    agreements: [],
  }
}

/** No more rounds lie beside each other than one can take in. */
const earlierAtMost = 5

/**
 * A round with the earlier ones of the same team beside it, each told as by itself, and which those are; the context must reach
 * all of them as results.
 */
export async function withTrend(
  trx: Trx,
  details: RoundDetails,
  { deps, earlier }: { deps: TeamDeps; earlier: readonly repository.RoundRow[] },
): Promise<RoundDetails> {
  if (details.outcome === null || earlier.length === 0) return details
  const before: TrendRound[] = []
  for (const row of earlier) {
    const groups = await repository.groupsOf(trx, row.id)
    const outcome = await loadOutcome(trx, row, { deps, groups })
    if (outcome !== null) before.push({ round: row.id, outcome })
  }
  return { ...details, trend: roundTrend([...before, { round: details.id, outcome: details.outcome }]) }
}

/** The rounds of before of the same row, as far as the reader may see them. */
export async function earlierOf(trx: Trx, row: repository.RoundRow): Promise<repository.RoundRow[]> {
  return repository.earlierRounds(trx, { round: row, most: earlierAtMost })
}

/** Only who made it: the tickets are hers to hand out. */
export function mayRenew(row: repository.RoundRow, member: MemberId): boolean {
  return row.created_by === member && row.closed_at === null
}

/** People stand with the lowest groups only. */
const hasPeople = ({ invited }: repository.GroupRow) => invited > 0

const circleOf = ({ circle_id: id, circle_relation_id: relation }: repository.RoundRow) =>
  id === null || relation === null ? null : { id, relation }

const presentGroup = ({ id, parent_id, about_id, name, invited }: repository.GroupRow) => ({
  id,
  parent: parent_id,
  about: about_id,
  name,
  invited,
})

async function loadOutcome(
  trx: Trx,
  row: repository.RoundRow,
  { deps, groups }: { deps: Instruments; groups: readonly repository.GroupRow[] },
): Promise<Outcome | null> {
  if (row.closed_at === null) return null
  return roundOutcome({
    title: row.title,
    closedAt: row.closed_at,
    ...{ k: row.k, form: row.form, minShare: row.min_share, takesWords: row.takes_words },
    instrument: instrumentOf(deps, row),
    groups: groups.map((group) => ({ ...presentGroup(group), answered: group.answered })),
    tallies: await repository.talliesOf(trx, row.id),
    views: await repository.viewsOf(trx, row.id),
    words: await repository.wordsOf(trx, row.id),
  })
}

/** What a round tells when it is closed; the context must reach it as results. */
export async function closedOutcome(
  trx: Trx,
  row: repository.RoundRow,
  deps: Instruments,
): Promise<Outcome | null> {
  return loadOutcome(trx, row, { deps, groups: await repository.groupsOf(trx, row.id) })
}

export function presentInstrument(one: TeamInstrument): RoundInstrument {
  const { id, version, name, caution, items, about = 'own', minShare = usualShare } = one
  return { id, version, name, caution, about, questions: items.length, minShare }
}

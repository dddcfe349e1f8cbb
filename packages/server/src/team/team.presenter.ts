import type { MemberId } from '@weerklank/core/shared/ids'
import { roundOutcome } from '@weerklank/core/team/round-outcome'
import { hasEnough } from '@weerklank/core/team/team'
import type { MadeRound, RoundDetails, RoundSummary } from '@weerklank/core/team/team.contract'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { instrumentOf, type TeamDeps } from './team.deps.ts'
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
    takesWords: row.takes_words,
    madeBy: people.find((one) => one.id === row.created_by)?.name ?? '',
    readers: people.map(({ name }) => name),
    groups: groups.map(presentGroup),
    mayRenew: mayRenew(row, reader),
    enough:
      isOpen &&
      hasEnough(
        groups.map(({ answered }) => answered),
        row.k,
      ),
    outcome: await loadOutcome(trx, row, { deps, groups }),
  }
}

/** Only who made it: the tickets are hers to hand out. */
export function mayRenew(row: repository.RoundRow, member: MemberId): boolean {
  return row.created_by === member && row.closed_at === null
}

const presentGroup = ({ id, parent_id, name, invited }: repository.GroupRow) => ({
  id,
  parent: parent_id,
  name,
  invited,
})

async function loadOutcome(
  trx: Trx,
  row: repository.RoundRow,
  { deps, groups }: { deps: TeamDeps; groups: readonly repository.GroupRow[] },
): Promise<Outcome | null> {
  if (row.closed_at === null) return null
  return roundOutcome({
    title: row.title,
    closedAt: row.closed_at,
    k: row.k,
    takesWords: row.takes_words,
    instrument: instrumentOf(deps, row),
    groups: groups.map((group) => ({ ...presentGroup(group), answered: group.answered })),
    tallies: await repository.talliesOf(trx, row.id),
    words: await repository.wordsOf(trx, row.id),
  })
}

export type Tickets = MadeRound['tickets']

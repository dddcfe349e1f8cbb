import type { Role } from '@weerklank/core/access/access'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import { roundWords } from '@weerklank/core/team/round.words'
import { mayBeAnonymous, mayHoldRounds } from '@weerklank/core/team/team'
import type { MadeRound, teamEndpoints } from '@weerklank/core/team/team.contract'
import type { Insertable } from 'kysely'
import type { z } from 'zod'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { newToken } from '../http/link-token.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'
import type { TeamDeps } from './team.deps.ts'
import * as repository from './team.repository.ts'
import { recordRound, roundCloseKind } from './team.rounds.ts'
import type { RoundGroupTable } from './team.table.ts'

export type NewRound = z.output<typeof teamEndpoints.makeRound.body>

/** Opens a round and gives its tickets, once. Throws `conflict` when there is one with this id. */
export async function makeRound(
  trx: Trx,
  session: MemberSession,
  { deps, body }: { deps: TeamDeps; body: NewRound },
): Promise<MadeRound['tickets']> {
  enforceAnonymity(body, session)
  const readers = await enforceReaders(trx, session, body.readers)
  const now = deps.world.now()
  const workspace_id = session.workspace.id
  await setContext(trx, { ...session.context, rounds: [body.id] })
  const closesAt = closingAt(now, body.days, session.workspace.timeZone)
  const isNew = await repository.insertRound(trx, {
    ...{ workspace_id, id: body.id, title: body.title, k: body.k, takes_words: body.takesWords },
    ...{ instrument_id: deps.content.teamCheck.id, instrument_version: deps.content.teamCheck.version },
    ...{ created_by: session.member.id, member_ids: readers },
    ...{ opened_at: now, closes_at: closesAt, closed_at: null },
  })
  // The links were in an answer that got lost: nobody can look them up, so another round is made.
  if (!isNew) throw new AppError('conflict')
  const groups = groupRows(body, { workspace_id, newId: deps.world.newId })
  if (!(await repository.insertGroups(trx, groups))) throw new AppError('conflict')
  const tickets = await giveTickets(trx, { deps, round: body.id, groups })
  const payload = { workspace: workspace_id, round: body.id }
  await enqueue(trx, deps.world, { kind: roundCloseKind, key: body.id, payload, runAt: closesAt })
  await recordRound(trx, deps.world, {
    ...{ workspace: workspace_id, round: body.id, by: session.member, action: 'round.made' as const },
  })
  return tickets
}

function enforceAnonymity({ groups, k }: NewRound, session: MemberSession): void {
  const may = mayBeAnonymous(groups, k)
  if (may.allowed) return
  const people = groups.flatMap((group) => (group.parts.length === 0 ? [group] : group.parts))
  const of = { people: people.reduce((sum, { invited }) => sum + invited, 0), k }
  throw new AppError('invalid-input', {
    fields: { groups: roundWords[session.member.language].refusal(may.reason, of) },
  })
}

/** Who made it and the colleagues she names, who must be such as may read an outcome. */
async function enforceReaders(
  trx: Trx,
  session: MemberSession,
  wanted: readonly MemberId[],
): Promise<MemberId[]> {
  const all = [...new Set([session.member.id, ...wanted])]
  const known = await repository.colleagues(trx, all)
  const fit = known.filter(({ roles }) => mayHoldRounds(roles as Role[]).allowed)
  if (fit.length < all.length) throw new AppError('invalid-input', { fields: { readers: 'unknown' } })
  return all
}

/** The end of the last local day on which can be answered. */
function closingAt(now: Instant, days: number, timeZone: string): Instant {
  return dayBounds(localDay(addDays(now, days), timeZone), timeZone).to
}

function groupRows(
  { id: round_id, groups }: NewRound,
  of: { workspace_id: MemberSession['workspace']['id']; newId: TeamDeps['world']['newId'] },
): Insertable<RoundGroupTable>[] {
  const { workspace_id } = of
  const row = (
    id: RoundGroupId,
    parent_id: RoundGroupId | null,
    group: { name: string; invited: number },
  ) => ({
    ...{ workspace_id, id, round_id, parent_id, answered: 0 },
    ...{ name: group.name, invited: group.invited },
  })
  const [only] = groups
  // One group without parts is everybody.
  if (groups.length === 1 && only?.parts.length === 0)
    return [row(only.id, null, { name: '', invited: only.invited })]
  const whole = of.newId<RoundGroupId>()
  return [
    row(whole, null, { name: '', invited: 0 }),
    ...groups.flatMap((group) => [
      row(group.id, whole, group),
      ...group.parts.map((part) => row(part.id, group.id, part)),
    ]),
  ]
}

type TicketGroup = Pick<Insertable<RoundGroupTable>, 'workspace_id' | 'id' | 'name' | 'invited'>

/** Makes a ticket for everybody who is asked; only their hashes are kept. */
export async function giveTickets(
  trx: Trx,
  of: { deps: TeamDeps; round: RoundId; groups: readonly TicketGroup[] },
): Promise<MadeRound['tickets']> {
  const given = of.groups.map((group) => ({
    group,
    tokens: Array.from({ length: group.invited }, () => newToken(group.workspace_id)),
  }))
  await repository.insertTickets(
    trx,
    given.flatMap(({ group, tokens }) =>
      tokens.map(({ hash }) => ({
        ...{ workspace_id: group.workspace_id, token_hash: hash, round_id: of.round },
        ...{ group_id: group.id, used: false },
      })),
    ),
  )
  return given
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ group, tokens }) => ({
      group: group.name,
      urls: tokens.map(({ token }) => `${of.deps.publicUrl}/r/${token}`),
    }))
}

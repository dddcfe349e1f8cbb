import type { Role } from '@weerklank/core/access/access'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import { usualShare } from '@weerklank/core/team/round'
import { roundWords } from '@weerklank/core/team/round.words'
import { mayBeAnonymous, mayHoldRounds } from '@weerklank/core/team/team'
import type { MadeRound } from '@weerklank/core/team/team.contract'
import type { Insertable } from 'kysely'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { newToken } from '../http/link-token.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'
import { askedInstrument, type TeamDeps } from './team.deps.ts'
import {
  enforceTalk,
  enforceViews,
  type NewRound,
  type PlannedTalk,
  plannedTalk,
  type RoundPlace,
  roundPlace,
} from './team.planning.ts'
import * as repository from './team.repository.ts'
import { nextNight, recordRound, roundCloseKind, roundCompleteKind } from './team.rounds.ts'
import type { RoundGroupTable } from './team.table.ts'

/**
 * Opens a round and gives its tickets, once. Throws `invalid-input` with the reason in words where it cannot be sent out, and
 * `conflict` when there is one with this id.
 */
export async function makeRound(
  trx: Trx,
  session: MemberSession,
  { deps, body }: { deps: TeamDeps; body: NewRound },
): Promise<MadeRound['tickets']> {
  enforceAnonymity(body, session)
  enforceViews(body, session)
  const instrument = askedInstrument(deps, { id: body.instrument, form: body.form })
  if (instrument === undefined) throw new AppError('invalid-input', { fields: { instrument: 'unknown' } })
  const readers = await enforceReaders(trx, session, body.readers)
  const now = deps.world.now()
  const { id: workspace_id, timeZone } = session.workspace
  const talk = body.talk && (await plannedTalk(trx, session, body.talk))
  enforceTalk(talk, { session, lastDay: localDay(addDays(now, body.days), timeZone) })
  const place = await roundPlace(trx, session, { body, instrument })
  await setContext(trx, { ...session.context, rounds: [body.id] })
  const closesAt = closingAt(now, body.days, timeZone)
  const isNew = await repository.insertRound(trx, {
    ...{ workspace_id, id: body.id, title: body.title, k: body.k, takes_words: body.takesWords },
    ...{ instrument_id: instrument.id, instrument_version: instrument.version, form: body.form },
    ...{ min_share: instrument.minShare ?? usualShare, ...placeColumns(place, talk) },
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
  const runAt = nextNight(now, timeZone)
  await enqueue(trx, deps.world, { kind: roundCompleteKind, key: body.id, payload, runAt })
  await recordRound(trx, deps.world, {
    ...{ workspace: workspace_id, round: body.id, by: session.member, action: 'round.made' as const },
  })
  return tickets
}

const placeColumns = (place: RoundPlace, talk: PlannedTalk | null) => ({
  ...{ talk_on: talk?.on ?? null, talk_meeting_id: talk?.meeting ?? null },
  ...{ circle_id: place.circle?.id ?? null, circle_relation_id: place.circle?.relation ?? null },
  series_id: place.series,
})

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
    group: { name: string; invited: number; about?: RoundGroupId | null },
  ) => ({
    ...{ workspace_id, id, round_id, parent_id, answered: 0, about_id: group.about ?? null },
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

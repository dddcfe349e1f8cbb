import type { ParticipantId } from '@weerklank/core/shared/ids'
import { dayBounds } from '@weerklank/core/shared/time'
import {
  type NetworkPerson,
  type NetworkTie,
  networkFindings,
  networkState,
} from '@weerklank/core/team/network'
import type {
  NetworkDetails,
  NetworkMap,
  NetworkSheet,
  NetworkWave,
} from '@weerklank/core/team/network.contract'
import { compareMoments } from '@weerklank/core/team/network-change'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type CircleMember, type Network, standingOf } from './network.people.ts'
import * as repository from './network.repository.ts'

type Member = CircleMember

export function presentWave(row: repository.WaveRow, today: string): NetworkWave {
  const { id, title, opened_on: openedOn, closes_on: closesOn, closed_at: closedAt } = row
  return {
    ...{ id, title, openedOn, closesOn, talkOn: row.talk_on, meeting: row.meeting_id },
    state: networkState({ closesOn, closedAt }, today),
  }
}

const presentSides = ({ sides }: Network) => sides.map(({ id, name }) => ({ id, name }))

/** By her first side, then by name: an order of the team or network, never of what was told. */
function inOrder(network: Network, members: readonly Member[]): NetworkPerson[] {
  const place = (one: Member) => network.sides.findIndex(({ id }) => one.sides.includes(id))
  return members
    .toSorted((a, b) => place(a) - place(b))
    .map(({ participant, name, voice, sides }) => ({
      ...{ participant, name, voice },
      sides: network.sides.map(({ id }) => id).filter((id) => sides.includes(id)),
    }))
}

const copied = (people: readonly NetworkPerson[]) => people.map((one) => ({ ...one, sides: [...one.sides] }))

/** What somebody can fill in at a moment that is open; nobody else's answers are in it. */
export async function loadSheet(trx: Trx, network: Network, row: repository.WaveRow): Promise<NetworkSheet> {
  const standing = standingOf(network)
  const { me } = network
  if (me === null || standing !== 'may-fill') return { standing, sides: [], people: [], mine: null }
  const others = network.members.filter((one) => one !== me && network.agreed.has(one.person))
  return {
    ...{ standing, sides: presentSides(network), people: copied(inOrder(network, others)) },
    mine: await toldBy(trx, network, { row, me }),
  }
}

async function toldBy(trx: Trx, network: Network, { row, me }: { row: repository.WaveRow; me: Member }) {
  const { context } = network.reach
  await setContext(trx, asHerself(network, me))
  const answered = await repository.answeredIn(trx, row.id)
  const ties = await repository.tiesIn(trx, row.id)
  await setContext(trx, context)
  if (!answered.has(me.participant)) return null
  return ties
    .filter(({ from }) => from === me.participant)
    .map(({ to, often, useful }) => ({ to, often, useful }))
}

/** Counts who filled in, and shuts a moment: the program, for that alone, and never in anybody's name. */
export const asProgram = { actor: 'system', purpose: 'results' } as const

/** Does something for which nobody has the right by herself, and goes on as whoever asks. */
export async function byProgram<Result>(
  trx: Trx,
  { reach: { context, relation } }: Network,
  work: () => Promise<Result>,
): Promise<Result> {
  await setContext(trx, { workspace: context.workspace, ...asProgram, relations: [relation] })
  const result = await work()
  await setContext(trx, context)
  return result
}

/** A member reaches what she told herself by her place in the collaboration, as whoever comes by a link does. */
export function asHerself({ reach: { context } }: Network, me: Member) {
  return { ...context, participants: [...new Set([...(context.participants ?? []), me.participant])] }
}

type Moment = {
  people: NetworkPerson[]
  answered: ReadonlySet<ParticipantId>
  ties: NetworkTie[]
  notOnMap: number
}

/** A moment that is shut. Whoever has no consent that stands, or left, is not in it: not as a name, not as a tie. */
async function loadMoment(trx: Trx, network: Network, row: repository.WaveRow): Promise<Moment> {
  const { workspace } = network.reach
  const shutAt = row.closed_at ?? dayBounds(row.closes_on, workspace.timeZone).to
  const [answered, told] = await byProgram(trx, network, async () => [
    await repository.answeredIn(trx, row.id),
    await repository.tiesIn(trx, row.id),
  ])
  const then = network.members.filter((one) => one.joinedAt <= shutAt || answered.has(one.participant))
  const named = new Set(told.map(({ to }) => to))
  const isOn = (one: Member) => {
    const since = network.agreed.get(one.person)
    if (since === undefined) return false
    return since <= shutAt || answered.has(one.participant) || named.has(one.participant)
  }
  const people = inOrder(network, then.filter(isOn))
  const places = new Map(people.map(({ participant }, at) => [participant, at]))
  const ties = told
    .filter(({ from, to }) => places.has(from) && places.has(to))
    .toSorted((a, b) => placeIn(places, a) - placeIn(places, b))
  return { people, answered, ties, notOnMap: then.length - people.length }
}

/** In the order of the people, so that the order in which they filled in is not told. */
function placeIn(places: ReadonlyMap<ParticipantId, number>, { from, to }: NetworkTie): number {
  return (places.get(from) ?? 0) * places.size + (places.get(to) ?? 0)
}

function presentMap(network: Network, { people, answered, ties, notOnMap }: Moment): NetworkMap {
  return {
    sides: presentSides(network),
    people: copied(people),
    ties,
    findings: networkFindings(people, answered, ties),
    ...{ notOnMap, notAnswered: people.filter(({ participant }) => !answered.has(participant)).length },
  }
}

/** The map of a moment that is shut, beside an earlier one where that is asked. */
export async function loadMap(
  trx: Trx,
  network: Network,
  { row, since }: { row: repository.WaveRow; since: repository.WaveRow | null },
): Promise<Extract<NetworkDetails, { state: 'closed' }>> {
  const after = await loadMoment(trx, network, row)
  const wave = presentWave(row, network.today)
  const map = presentMap(network, after)
  if (since === null) return { state: 'closed', wave, map, compared: null }
  const before = await loadMoment(trx, network, since)
  const asMoment = ({ people, answered, ties }: Moment) => ({
    ...{ people: people.map(({ participant }) => participant), answered, ties },
  })
  const { ties, counts, apart } = compareMoments(asMoment(before), asMoment(after))
  const compared = { before: presentWave(since, network.today), ties: [...ties], counts, apart }
  return { state: 'closed', wave, map, compared }
}

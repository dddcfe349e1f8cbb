import { AppError } from '@weerklank/core/shared/errors'
import type { NetworkWaveId, ParticipantId } from '@weerklank/core/shared/ids'
import { isTie, networkState, type Often, type Useful } from '@weerklank/core/team/network'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type Network, standingOf } from './network.people.ts'
import { asHerself, byProgram } from './network.presenter.ts'
import * as repository from './network.repository.ts'

export type Told = { to: ParticipantId; often: Often; useful: Useful | null }

/**
 * Keeps with whom somebody works, in the place of what she told before. Whoever took her name off the map in the meantime is left
 * out. When everybody of the team or network is in, the moment shuts.
 */
export async function tellTies(
  trx: Trx,
  network: Network,
  of: { wave: NetworkWaveId; told: readonly Told[] },
): Promise<void> {
  const row = await openWave(trx, network, of.wave)
  const { me } = network
  if (me === null || standingOf(network) !== 'may-fill') throw new AppError('not-allowed')
  const { workspace, relation, context, now } = network.reach
  const within = {
    ...{ workspace_id: workspace.id, relation_id: relation, circle_id: network.circle, wave_id: row.id },
  }
  const told = new Map(of.told.map((tie) => [tie.to, tie]))
  const ties = network.members
    .filter((one) => one !== me && network.agreed.has(one.person))
    .flatMap((one) => {
      const tie = told.get(one.participant)
      if (tie === undefined) return []
      const useful = isTie(tie) ? tie.useful : null
      const from = { from_participant: me.participant, from_person: me.person }
      const to = { to_participant: one.participant, to_person: one.person }
      return [{ ...within, ...from, ...to, often: tie.often, useful }]
    })
  const who = { participant_id: me.participant, person_id: me.person }
  await setContext(trx, asHerself(network, me))
  await repository.replaceTies(trx, { ...within, ...who, answered_at: now }, ties)
  await setContext(trx, context)
  await shutWhenAllAreIn(trx, network, row.id)
}

/** Takes back what somebody told, also of a moment that is shut: it is hers. */
export async function untellTies(trx: Trx, network: Network, wave: NetworkWaveId): Promise<void> {
  const row = await lockWave(trx, network, wave)
  const { me } = network
  if (row === undefined || me === null) throw new AppError('not-found')
  await setContext(trx, asHerself(network, me))
  const isGone = await repository.deleteAnswer(trx, { wave, participant: me.participant })
  await setContext(trx, network.reach.context)
  if (!isGone) throw new AppError('not-found')
}

/** Held until the transaction ends: what the one who asks may not change, the program holds for her. */
const lockWave = (trx: Trx, network: Network, wave: NetworkWaveId) =>
  byProgram(trx, network, () => repository.lockWave(trx, { relation: network.reach.relation, wave }))

/** A moment that takes answers, of a team or network that goes on; held until the transaction ends. */
async function openWave(trx: Trx, network: Network, wave: NetworkWaveId): Promise<repository.WaveRow> {
  const row = await lockWave(trx, network, wave)
  if (row === undefined) throw new AppError('not-found')
  const state = networkState({ closesOn: row.closes_on, closedAt: row.closed_at }, network.today)
  if (state === 'closed' || !network.mayAsk) throw new AppError('conflict')
  return row
}

/** Whoever did not agree is waited for until the last day: what she chose is not told by when a moment shuts. */
async function shutWhenAllAreIn(trx: Trx, network: Network, wave: NetworkWaveId): Promise<void> {
  await byProgram(trx, network, async () => {
    const answered = await repository.answeredIn(trx, wave)
    if (network.members.length < 2 || !network.members.every((one) => answered.has(one.participant))) return
    await repository.shutWave(trx, wave, network.reach.now)
  })
}

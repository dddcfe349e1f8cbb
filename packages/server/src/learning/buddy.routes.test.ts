/** Buddies on real parts: proposed, changed by hand, formed with a letter, and after somebody stopped. */
import type { BuddyChange, BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import { buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import type { BuddyTieId, LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'

const names = ['Anna', 'Bram', 'Chris', 'Dora', 'Eva', 'Faris', 'Gijs', 'Hanna', 'Ilse', 'Joep']
const homes = ['Wijk', 'Wijk', 'Wijk', 'Huis', 'Huis', 'School', 'School', 'Zorg', 'Raad', 'Raad']
const lines = names.map((name, at) => `${name};${homes[at]};werk ${at % 3};${name}@post.example`)

async function started(app: TestApp) {
  const noor = await app.professional({ name: 'Noor' })
  const as = app.as(noor)
  const trajectory = app.world.newId<TrajectoryId>()
  const params = { trajectory }
  const startsOn = localDay(app.clock.now(), 'Europe/Amsterdam')
  const from = { template: 'equal-partners' }
  await as.call(trajectoryEndpoints.composeTrajectory, {
    body: { id: trajectory, title: 'Samen leren', startsOn, from },
  })
  const added = { lines: lines.join('\n'), address: 'je' as const, language: 'nl' as const }
  await as.call(learnerEndpoints.addLearners, { params, body: added })
  const room = await as.call(buddyEndpoints.getBuddies, { params })
  const named = (name: string) => {
    const found = room.people.find((one) => one.name === name)
    if (found === undefined) throw new Error(`Nobody is called ${name}`)
    return found.id
  }
  const change = (version: number, one: BuddyChange, reason = '') =>
    as.call(buddyEndpoints.changeProposal, { params, body: { version, change: one, reason } })
  const propose = (of: BuddyRoom, version: number | null = null) =>
    as.call(buddyEndpoints.proposeBuddies, { params, body: { ...of.suggested, version } })
  return { params, as, room, named, change, propose }
}

const first = ({ rounds }: BuddyRoom): BuddyRound => {
  const [round] = rounds
  if (round === undefined) throw new Error('There is no round')
  return round
}
const pairWith = (round: BuddyRound, id: LearnerId) => {
  const pair = round.pairs.find(({ members, endedOn }) => members.includes(id) && endedOn === null)
  if (pair === undefined) throw new Error('She has no buddy')
  return pair
}

test('ten people: a proposal that is shown to be best, changed by hand only as rules let, formed with a letter to each', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const { room, propose, change, named, params, as } = await started(app)
  expect(room).toMatchObject({ rounds: [], left: [], mayChange: true })
  const made = (await propose(room)).room
  const proposal = first(made)
  expect(proposal).toMatchObject({ number: 1, formedAt: null, version: 1, outcome: { isProven: true } })
  expect(proposal.pairs.map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2])
  // Nobody of one organisation, though three work for the same.
  const home = new Map(made.people.map(({ id, organisation }) => [id, organisation]))
  for (const { members, broken } of proposal.pairs) {
    expect(new Set(members.map((id) => home.get(id))).size).toBe(2)
    expect(broken).toEqual([])
  }
  const anna = pairWith(proposal, named('Anna'))
  const other = anna.members.find((id) => id !== named('Anna')) ?? named('Anna')
  const bram = named('Bram')
  const forbidden = await change(1, { kind: 'swap', one: other, other: bram })
  expect(forbidden).toMatchObject({ outcome: { kind: 'forbidden', rules: ['organisation'] } })
  expect(first(forbidden.room).pairs).toEqual(proposal.pairs)
  await expect(change(9, { kind: 'pin', pair: anna.id, pinned: true })).rejects.toThrow(/conflict/)
  const pinned = await change(1, { kind: 'pin', pair: anna.id, pinned: true })
  const again = await propose(pinned.room, 2)
  expect(pairWith(first(again.room), named('Anna'))).toMatchObject({ id: anna.id, pinned: true })
  const formed = await as.call(buddyEndpoints.formBuddies, { params, body: { version: 3 } })
  expect(first(formed.room)).toMatchObject({ formedAt: app.clock.now() })
  expect(first(formed.room).pairs.every(({ state, talks }) => state === 'formed' && talks.length === 3)).toBe(
    true,
  )
  const mails = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['to_address', 'body_text'])
      .where('workspace_id', '=', app.workspace)
      .where('subject', '=', 'Je hebt een maatje')
      .execute(),
  )
  expect(mails).toHaveLength(10)
  expect(mails.map(({ body_text }) => body_text).join()).not.toMatch(/Anna|Bram/)
  expect(mails[0]?.body_text).toMatch(/\/l\/[\w.-]+\/maatje/)
  await expect(propose(formed.room, 3)).rejects.toThrow(/conflict/)
})

test('against a rule that counts a change needs a reason, and keeps it', async () => {
  await using app = await testApp()
  const { room, propose, change, named, params, as } = await started(app)
  for (const name of ['Anna', 'Dora']) {
    const wish = { wants: true, languages: [], halfDays: [], ways: [], region: '', themes: [] }
    const themes = name === 'Anna' ? (['power'] as const) : (['safety'] as const)
    const body = { ...wish, themes: [...themes] }
    await as.call(buddyEndpoints.writeBuddyWish, { params: { ...params, learner: named(name) }, body })
  }
  const made = (await propose(room)).room
  const round = first(made)
  const partner = pairWith(round, named('Anna')).members.find((id) => id !== named('Anna')) ?? named('Anna')
  if (partner === named('Dora')) throw new Error('The rules would have made them buddies')
  const swap: BuddyChange = { kind: 'swap', one: partner, other: named('Dora') }
  const asked = await change(round.version, swap)
  expect(asked.outcome).toMatchObject({ kind: 'reason-needed', rules: expect.arrayContaining(['theme']) })
  expect(first(asked.room).version).toBe(round.version)
  const kept = await change(round.version, swap, 'Zij vroegen het zelf.')
  expect(kept.outcome).toEqual({ kind: 'done' })
  expect(pairWith(first(kept.room), named('Anna'))).toMatchObject({
    ...{ pinned: true, reason: 'Zij vroegen het zelf.', overruled: expect.arrayContaining(['theme']) },
  })
})

test('who is left over is told why; ties of a lead are listed, and the rules that keep a person’s own wish stay on', async () => {
  await using app = await testApp()
  const { room, propose, named, params, as } = await started(app)
  const id = app.world.newId<BuddyTieId>()
  const tie = { id, kind: 'manager' as const, learner: named('Anna'), other: named('Dora') }
  const tied = await as.call(buddyEndpoints.addBuddyTie, { params, body: tie })
  expect(tied.room.ties).toEqual([tie])
  const wish = { wants: false, languages: [], halfDays: [], ways: [], region: '', themes: [] }
  await as.call(buddyEndpoints.writeBuddyWish, { params: { ...params, learner: named('Joep') }, body: wish })
  const made = (await propose(room)).room
  expect(made.left).toEqual([{ learner: named('Joep'), reason: { why: 'no-wish' } }])
  expect(
    first(made)
      .pairs.map(({ members }) => members.length)
      .sort(),
  ).toEqual([2, 2, 2, 3])
  const hard = room.suggested.rules.hard.filter((rule) => rule !== 'wants')
  const rules = { ...room.suggested.rules, hard }
  await expect(
    as.call(buddyEndpoints.proposeBuddies, { params, body: { ...room.suggested, rules, version: 1 } }),
  ).rejects.toThrow(/invalid-input/)
  const of = { params: { ...params, tie: id }, body: {} }
  expect((await as.call(buddyEndpoints.removeBuddyTie, of)).room.ties).toEqual([])
})

test('after somebody stopped the other joins a pair as three; the pair that was stays, and she can go on alone', async () => {
  await using app = await testApp()
  const { room, propose, params, as } = await started(app)
  await propose(room)
  const formed = await as.call(buddyEndpoints.formBuddies, { params, body: { version: 1 } })
  const [one] = first(formed.room).pairs
  if (one === undefined) throw new Error('Nobody is paired')
  const [stops, stays] = one.members as [LearnerId, LearnerId]
  await as.call(learnerEndpoints.setLearnerStatus, {
    params: { ...params, learner: stops },
    body: {
      version: 1,
      change: { to: 'stopped', on: formed.room.today, reason: 'time', exitTalk: 'offered' },
    },
  })
  const after = await as.call(buddyEndpoints.getBuddies, { params })
  const broken = first(after).pairs.find(({ id }) => id === one.id)
  expect(broken).toMatchObject({ memberStopped: [stops], offers: { learner: stays, rematch: [] } })
  expect(after.left.map(({ learner }) => learner)).toEqual([stays])
  const [offer] = broken?.offers?.join ?? []
  if (offer === undefined) throw new Error('No pair can be joined')
  const to = { kind: 'join' as const, pair: offer.pair }
  const call = {
    params: { ...params, pair: one.id },
    body: { version: broken?.version ?? 0, to, reason: '' },
  }
  const asked = await as.call(buddyEndpoints.goOnAfterStop, call)
  const joined =
    asked.outcome.kind === 'done'
      ? asked
      : await as.call(buddyEndpoints.goOnAfterStop, { ...call, body: { ...call.body, reason: 'Past goed.' } })
  expect(joined.outcome).toEqual({ kind: 'done' })
  const round = first(joined.room)
  expect(round.pairs.find(({ id }) => id === offer.pair)?.members).toContain(stays)
  expect(round.pairs.find(({ id }) => id === one.id)).toMatchObject({ endReason: 'joined', state: 'ended' })
  expect(joined.room.left).toEqual([])
  await expect(as.call(buddyEndpoints.goOnAfterStop, call)).rejects.toThrow(/conflict/)
  const talked = await as.call(buddyEndpoints.writeTalked, {
    params: { ...params, pair: offer.pair },
    body: { version: round.pairs.find(({ id }) => id === offer.pair)?.version ?? 0, talked: false },
  })
  expect(first(talked.room).pairs.find(({ id }) => id === offer.pair)?.state).toBe('not-exchanged')
})

test('only who leads reaches buddies', async () => {
  await using app = await testApp()
  const { params } = await started(app)
  const other = await app.professional({ name: 'Piet' })
  await expect(app.as(other).call(buddyEndpoints.getBuddies, { params })).rejects.toThrow(/not-found/)
})

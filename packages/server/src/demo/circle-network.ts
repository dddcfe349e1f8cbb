import type { NetworkWaveId, ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds, type Instant, localDay } from '@weerklank/core/shared/time'
import type { Often, Useful } from '@weerklank/core/team/network'
import { record } from '../audit/audit.ts'
import { type ConsentDeps, decide, reachFamilies } from '../consent/consent.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { actorText, type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type Network, openNetwork } from '../team/network.people.ts'
import { asProgram } from '../team/network.presenter.ts'
import { insertWave, shutWave } from '../team/network.repository.ts'
import { tellTies } from '../team/network.tell.ts'
import { type Calendar, calendarFrom } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

type Line = readonly [from: string, to: string, often: Often, useful: Useful | null]

/** Who told what, by first names: at the start the family is called by many, six weeks later by one. */
const moments: readonly {
  key: string
  when: Parameters<Calendar>[0]
  title: string
  lines: readonly Line[]
}[] = [
  {
    ...{ key: 'first', when: '-7 wed 09.00', title: 'Aan het begin' },
    lines: [
      ['Noor', 'Hanan', 'weekly', 'yes'],
      ['Noor', 'Farid', 'weekly', 'yes'],
      ['Noor', 'Kim', 'seldom', 'bit'],
      ['Farid', 'Noor', 'weekly', 'yes'],
      ['Kim', 'Tess', 'weekly', 'yes'],
      ['Kim', 'Hanan', 'fortnightly', 'bit'],
      ['Tess', 'Kim', 'weekly', 'yes'],
      ['Tess', 'Ahmed', 'seldom', 'not'],
      ['Ahmed', 'Hanan', 'weekly', 'bit'],
      ['Hanan', 'Noor', 'weekly', 'yes'],
      ['Hanan', 'Kim', 'fortnightly', 'not'],
      ['Hanan', 'Ahmed', 'weekly', 'bit'],
    ],
  },
  {
    ...{ key: 'second', when: '-1 wed 09.00', title: 'Na zes weken' },
    lines: [
      ['Noor', 'Hanan', 'fortnightly', 'yes'],
      ['Noor', 'Farid', 'weekly', 'yes'],
      ['Noor', 'Ahmed', 'fortnightly', 'yes'],
      ['Noor', 'Kim', 'monthly', 'yes'],
      ['Farid', 'Noor', 'weekly', 'yes'],
      ['Kim', 'Tess', 'weekly', 'yes'],
      ['Kim', 'Ahmed', 'fortnightly', 'yes'],
      ['Tess', 'Kim', 'weekly', 'yes'],
      ['Ahmed', 'Hanan', 'weekly', 'yes'],
      ['Ahmed', 'Noor', 'fortnightly', 'yes'],
      ['Hanan', 'Noor', 'fortnightly', 'yes'],
      ['Hanan', 'Ahmed', 'weekly', 'yes'],
    ],
  },
]

/** She was asked, and has not chosen: she is not on the map, and nobody can name her. */
const notChosen = 'Joke'

type Of = { place: Place; now: Instant; relation: RelationId }
type Telling = Of & { trx: Trx; clock: { at: Instant }; deps: ConsentDeps }

/** Two maps of who works with whom in the network of the demo, six weeks apart. */
export async function holdNetworkMaps(trx: Trx, of: Of): Promise<void> {
  const { place, now } = of
  const calendar = calendarFrom(now, place.timeZone)
  const clock = { at: calendar('-7 mon 13.00') }
  let made = 0
  const world = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `network map ${made++}`),
  }
  const deps = { world, consentTexts: loadConsentTexts(), publicUrl: '' }
  const telling: Telling = { ...of, trx, clock, deps }
  for (const one of await peopleOf(telling)) if (!one.name.startsWith(notChosen)) await agree(telling, one)
  for (const moment of moments) {
    clock.at = calendar(moment.when)
    await hold(telling, moment)
  }
}

type Person = { name: string; participant: ParticipantId; person: PersonId; isMember: boolean }

/** As a colleague who takes part. */
const asNoor = ({ place, relation }: Of): Context => ({
  ...{ workspace: place.workspace, actor: { member: place.members.noor }, relations: [relation] },
  roles: ['professional'],
})

async function openAs(of: Telling, context: Context, me: Network['reach']['me']): Promise<Network> {
  const { trx, place, relation, clock } = of
  await setContext(trx, context)
  const workspace = { id: place.workspace, timeZone: place.timeZone }
  return openNetwork(trx, { workspace, context, relation, now: clock.at, me })
}

async function peopleOf(of: Telling): Promise<Person[]> {
  const { members } = await openAs(of, asNoor(of), { member: of.place.members.noor })
  return members.map(({ name, participant, person, member }) => ({
    ...{ name, participant, person, isMember: member !== null },
  }))
}

async function agree({ trx, place, deps, clock }: Telling, { person, isMember }: Person): Promise<void> {
  clock.at = addMilliseconds(clock.at, 900_000)
  const start: Context = {
    ...{ workspace: place.workspace, actor: { person }, persons: [person], relations: [], purpose: 'access' },
  }
  await setContext(trx, start)
  const context = await reachFamilies(trx, start, [person])
  await decide(trx, {
    deps,
    hand: {
      workspace: { id: place.workspace, timeZone: place.timeZone },
      ...{ context, basis: 'own-link', relation: null },
    },
    choice: {
      ...{ id: deps.world.newId(), person, purpose: 'network-map', isYes: true, textVersion: 1 },
      ...{ language: 'nl', readingLevel: isMember ? 'professional' : 'parent' },
      ...{ decidedBy: person, decidedAs: 'self', method: 'own-page' },
    },
  })
}

async function hold(of: Telling, { key, title, lines }: (typeof moments)[number]): Promise<void> {
  const { trx, place, relation, clock, deps } = of
  const from = clock.at
  const wave = demoId<NetworkWaveId>(from, `network map ${key}`)
  const people = await peopleOf(of)
  const { circle } = await openAs(of, asNoor(of), { member: place.members.noor })
  await insertWave(trx, {
    ...{ workspace_id: place.workspace, relation_id: relation, circle_id: circle, id: wave, title },
    ...{ opened_on: localDay(from, place.timeZone), closes_on: localDay(addDays(from, 5), place.timeZone) },
    ...{ talk_on: localDay(addDays(from, 7), place.timeZone), meeting_id: null },
    ...{ closed_at: null, created_by: place.members.noor, created_at: from },
  })
  await record(trx, deps.world, {
    ...{
      workspace: place.workspace,
      actor: place.members.noor,
      roles: ['professional'],
      basis: 'takes-part',
    },
    ...{ action: 'network.begun', subject: { kind: 'network', id: wave }, relation },
  })
  for (const one of people.filter(({ name }) => !name.startsWith(notChosen))) {
    clock.at = addMilliseconds(clock.at, 7_200_000)
    await tell(of, { one, people, wave, lines })
  }
  // Who is waited for did not choose: it shuts on its last day.
  await setContext(trx, { workspace: place.workspace, ...asProgram, relations: [relation] })
  await shutWave(trx, wave, addDays(from, 5))
}

type Said = { one: Person; people: readonly Person[]; wave: NetworkWaveId; lines: readonly Line[] }

async function tell(of: Telling, { one, people, wave, lines }: Said): Promise<void> {
  const { trx, place, relation, deps } = of
  const me = { participant: one.participant }
  const context: Context = { workspace: place.workspace, actor: me, relations: [relation] }
  const network = await openAs(of, context, me)
  const told = lines
    .filter(([from]) => one.name.startsWith(from))
    .flatMap(([, name, often, useful]) => {
      const to = people.find((other) => other.name.startsWith(name))?.participant
      return to === undefined ? [] : [{ to, often, useful }]
    })
  await tellTies(trx, network, { wave, told })
  await record(trx, deps.world, {
    ...{ workspace: place.workspace, actor: actorText(me), basis: 'own-link', action: 'network.told' },
    ...{ subject: { kind: 'circle', id: relation }, relation, person: one.person },
  })
}

/** A network of one test alone, made through the API with the session of the page, however many people it has. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { asOwner } from './database.ts'
import { dayIn } from './network-round-bas.ts'
import { signInAs, type Weerklank } from './weerklank.ts'

export type CirclePerson = {
  name: string
  voice: 'professional' | 'partner' | 'mother'
  sides: readonly string[]
}

export type OwnCircle = {
  relation: string
  /** Where its pages are. */
  url: string
  /** A new link for somebody; those before it end. */
  link: (name: string) => Promise<string>
  places: ReadonlyMap<string, string>
}

/** Collaborations begin with at most so many; others join. */
const atOnce = 40

/** Signs in as Noor, who stands at the first side, and makes a network of these people. */
export async function ownCircle(
  page: Page,
  weerklank: Weerklank,
  of: { title: string; sides: readonly string[]; family: string; people: readonly CirclePerson[] },
): Promise<OwnCircle> {
  await signInAs(page, weerklank, 'Noor Bakker')
  const post = poster(page, weerklank)
  const relation = randomUUID()
  const title = `${of.title} ${relation.slice(0, 4)}`
  const sides = of.sides.map((name) => ({ id: randomUUID(), name, isFamily: name === of.family }))
  const idsOf = (names: readonly string[]) =>
    sides.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  const people = of.people.map((one) => ({ ...one, id: randomUUID() }))
  const about = { detail: '', address: 'u', language: 'nl', member: null }
  const made = await post<{ participants: { id: string; name: string }[] }>('/api/relations', {
    ...{ id: relation, title, kind: 'interprofessional', context: 'meso', situation: 'coordination-meeting' },
    ...{ purpose: '', checkEveryDays: 42 },
    participants: people.slice(0, atOnce).map(({ id, name, voice }) => ({ id, name, voice, ...about })),
  })
  const noor = made.participants.find(({ name }) => name.startsWith('Noor'))?.id ?? ''
  const at = `/api/relations/${relation}/circle`
  await post(at, {
    ...{ id: randomUUID(), kind: 'network', question: '', endsOn: dayIn(180), midcourseOn: null, sides },
    people: [
      { participant: noor, sides: idsOf(of.sides.slice(0, 1)) },
      ...people.slice(0, atOnce).map((one) => ({ participant: one.id, sides: idsOf(one.sides) })),
    ],
  })
  for (const { id, name, voice, sides: own } of people.slice(atOnce)) {
    const person = { name, voice, ...about }
    await post(`${at}/people`, { participant: id, sides: idsOf(own), person })
  }
  const places = new Map([['Noor', noor], ...people.map(({ name, id }) => [name, id] as const)])
  return {
    ...{ relation, url: `${weerklank.url}/team/${relation}`, places },
    link: async (name) =>
      (await post<{ url: string }>(`${at}/people/${places.get(name)}/link`, { email: null })).url,
  }
}

/** Sends with the session of the page. */
export function poster(page: Page, weerklank: Weerklank) {
  return async <Result>(path: string, data: unknown): Promise<Result> => {
    const answer = await page.request.post(`${weerklank.url}${path}`, {
      headers: { 'x-weerklank': '1' },
      data,
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

/** Something in the database of the running product that only time, or many people, would bring about. */
export async function inDatabase(
  weerklank: Weerklank,
  statements: readonly (readonly [sql: string, values: readonly unknown[]])[],
): Promise<void> {
  await asOwner(weerklank, async (client) => {
    for (const [sql, values] of statements) await client.query(sql, [...values])
  })
}

/** The last day of a moment of the map goes by. */
export const lastDayPasses = (weerklank: Weerklank, wave: string) =>
  inDatabase(weerklank, [
    [
      `update network_wave set opened_on = opened_on - 43, closes_on = current_date - 1,
        created_at = created_at - interval '43 days' where id = $1`,
      [wave],
    ],
  ])

const agreed = `with person as (select workspace_id, person_id, gen_random_uuid() as event from participant
      where relation_id = $1 and person_id not in (select person_id from consent_grant where purpose = 'network-map')),
  chosen as (insert into consent_event (workspace_id, person_id, purpose, id, decision, at, recorded_by, text_version,
      reading_level, language, decided_by, decided_as, method)
    select workspace_id, person_id, 'network-map', event, 'given', now() - interval '50 days', 'person', 1,
      'parent', 'nl', person_id, 'self', 'own-page' from person returning workspace_id, person_id, id)
  insert into consent_grant (workspace_id, person_id, purpose, event_id, since, held_at)
    select workspace_id, person_id, 'network-map', id, now() - interval '50 days', null from chosen`

const filledIn = `insert into network_answer (workspace_id, relation_id, circle_id, wave_id, participant_id, person_id, answered_at)
  select wave.workspace_id, wave.relation_id, wave.circle_id, wave.id, participant.id, participant.person_id, now()
  from network_wave wave join participant on participant.relation_id = wave.relation_id where wave.id = $1`

/** Everybody names those who stand one, seven and ten places further. */
const named = `with place as (select participant.*, row_number() over (order by id) - 1 as at, count(*) over () as size
    from participant where relation_id = (select relation_id from network_wave where id = $1))
  insert into network_tie (workspace_id, relation_id, circle_id, wave_id, from_participant, from_person,
    to_participant, to_person, often, useful)
  select wave.workspace_id, wave.relation_id, wave.circle_id, wave.id, one.id, one.person_id, other.id, other.person_id,
    (array['weekly', 'fortnightly', 'monthly', 'seldom'])[1 + (one.at + other.at) % 4],
    (array['yes', 'bit', 'not', null])[1 + (one.at * 3 + other.at) % 4]
  from network_wave wave, place one join place other on (other.at - one.at + one.size) % one.size in (1, 7, 10)
  where wave.id = $1 and other.id <> one.id`

/** Everybody of a network agreed and filled in a moment, each in the same way as every time. */
export const everybodyFillsIn = (
  weerklank: Weerklank,
  { relation, wave }: { relation: string; wave: string },
) =>
  inDatabase(weerklank, [
    [agreed, [relation]],
    [filledIn, [wave]],
    [named, [wave]],
  ])

import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { MemberSession } from '../access/access.ts'
import type { Context } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type Family, familiesOf, reachFamilies } from './consent.person.ts'
import { presentPerson, type Told } from './consent.presenter.ts'
import { type EventRow, eventsOf } from './consent.repository.ts'
import type { ConsentDeps } from './consent.status.ts'
import { linksOf, type PlaceRow, placesIn } from './person.repository.ts'

/** The people of one collaboration, brought in reach of a member who takes part in it. */
export type People = {
  session: MemberSession
  deps: ConsentDeps
  relation: RelationId
  context: Context
  places: readonly PlaceRow[]
}

/** Brings the people of a collaboration and their parents in reach. */
export async function openPeople(
  trx: Trx,
  of: { session: MemberSession; deps: ConsentDeps; relation: RelationId },
): Promise<People> {
  const places = await placesIn(trx, of.relation)
  const persons = places.map((place) => place.person_id)
  return { ...of, places, context: await reachFamilies(trx, of.session.context, persons) }
}

/** Everybody's choices, and what decides who decides. */
export async function presentPeople(trx: Trx, people: People): Promise<RelationPerson[]> {
  const ids = people.places.map((place) => place.person_id)
  const families = await familiesOf(trx, ids)
  const events = await eventsOf(trx, ids)
  const everybody = [...ids, ...families.flatMap(({ parents }) => parents.map((row) => row.parent_id))]
  const links = await linksOf(trx, everybody, people.deps.world.now())
  return people.places.flatMap((place) => {
    const family = families.find(({ person }) => person.id === place.person_id)
    return family === undefined ? [] : [presentOne(people, { place, family, events, links })]
  })
}

type One = {
  place: PlaceRow
  family: Family
  events: readonly EventRow[]
  links: ReadonlyMap<PersonId, string>
}

function presentOne(people: People, { place, family, events, links }: One): RelationPerson {
  const told = presentPerson(toldOf(people, { place, family, events }))
  const careTalk = told.choices.find((choice) => choice.purpose === 'care-talk')
  const known = {
    ...{ person: told.person, name: told.name, participant: place.id, isMember: place.member_id !== null },
    mayBeAsked: careTalk?.mayUse ?? true,
  }
  if (!mayReadChoices(people.session, place)) {
    const nothing = { ageBand: 'alone' as const, choices: [], bornOn: null, parents: [], linkUntil: null }
    return { ...known, ...nothing, isShown: false }
  }
  return {
    ...told,
    ...known,
    isShown: true,
    bornOn: family.person.born_on,
    parents: family.parents.map((row) => ({
      person: row.parent_id,
      name: row.name,
      authority: row.authority,
      linkUntil: links.get(row.parent_id) ?? null,
    })),
    linkUntil: links.get(place.person_id) ?? null,
  }
}

/** One of them as her choices are told. */
export function toldOf(people: People, of: Pick<One, 'place' | 'family' | 'events'>): Told {
  const { place, family, events } = of
  return {
    deps: people.deps,
    hand: people.session,
    family,
    events: events.filter((row) => row.person_id === place.person_id),
    name: place.name,
    isMember: place.member_id !== null,
    language: screenLanguage(place.language),
    as: 'self',
  }
}

/** Where someone takes part in this collaboration; whoever does not is unknown here. */
export function placeOf(people: People, person: PersonId): PlaceRow {
  const place = people.places.find((one) => one.person_id === person)
  if (place === undefined) throw new AppError('not-found')
  return place
}

/**
 * Whether a member reads what someone chose. What a colleague chose about herself is nobody's business at work, also not
 * whether she takes part in research; a guest works along and needs to know nobody's choices.
 */
export function mayReadChoices(session: MemberSession, place: PlaceRow): boolean {
  return mayWriteFor(session, place)
}

/** Whether a member may act for someone: a guest does not, and a colleague has an account and acts herself. */
export function mayWriteFor(session: MemberSession, place: PlaceRow): boolean {
  if (place.member_id !== null) return place.member_id === session.member.id
  return mayAdminister(session)
}

/** Whether a member may keep what people chose and asked: a guest works along, and keeps nothing here. */
export function mayAdminister({ member }: MemberSession): boolean {
  return !member.roles.includes('guest')
}

import type {
  AgreementId,
  CircleId,
  CircleSideId,
  FamilyWordId,
  MeetingId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays, type Instant, localDay } from '@weerklank/core/shared/time'
import { type MemberSession, openSession } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { loadFormats, planTable } from '../dialogue/dialogue.ts'
import { beginMeeting, endMeeting } from '../dialogue/meeting.status.ts'
import { insertAgreement, setEnded } from '../feedback/feedback.repository.ts'
import { planWindowCheck } from '../feedback/window-check.ts'
import { firstPeople } from '../relation/relation.people.ts'
import { insertRelation } from '../relation/relation.repository.ts'
import type { Trx } from '../schema.ts'
import { makeCircle } from '../team/circle.make.ts'
import { openCircle } from '../team/circle.open.ts'
import { keepWord, tellWord } from '../team/family.ts'
import { calendarFrom, type When } from './calendar.ts'
import { type CircleFigure, type CircleTale, network, team } from './circles.words.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

const [began, held, again] = ['-7 mon 10.00', '-6 thu 15.00', 'next thu 15.00'] as const
const dayMs = 86_400_000

/** One team or network being told: its clock stands at what is done. */
type Telling = {
  trx: Trx
  place: Place
  tale: CircleTale
  relation: RelationId
  session: MemberSession
  world: World
  clock: { at: Instant }
  at: (when: When) => Instant
  /** By name, Noor among them. */
  participants: ReadonlyMap<string, ParticipantId>
}

/** A network of four organisations and a mother that has run for seven weeks, and a team: as people make and hold them. */
export async function tellCircles(trx: Trx, of: { place: Place; now: Instant }): Promise<void> {
  for (const tale of [network, team]) {
    const told = await begin(trx, { ...of, tale })
    await holdStilstaan(told, held)
    await agree(told)
    await tellFamily(told)
    told.clock.at = told.at('-1 tue 09.00')
    await plan(told, again)
  }
}

/** Where the parts that others tell of begin: the collaboration of the network, and when it began. */
export function networkOf(of: { place: Place; now: Instant }): { relation: RelationId; began: Instant } {
  const at = calendarFrom(of.now, of.place.timeZone)(began)
  return { relation: demoId<RelationId>(at, `circle ${network.title}`), began: at }
}

async function begin(
  trx: Trx,
  { place, now, tale }: { place: Place; now: Instant; tale: CircleTale },
): Promise<Telling> {
  const at = calendarFrom(now, place.timeZone)
  const clock = { at: at(began) }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `${tale.title} ${made++}`),
  }
  const relation = demoId<RelationId>(clock.at, `circle ${tale.title}`)
  const { workspace, members } = place
  const opened = { workspace, member: members.noor, now: clock.at }
  const starting = await openSession(trx, opened, 'self')
  await insertRelation(trx, {
    ...{ workspace_id: workspace, id: relation, title: tale.title, kind: 'interprofessional' },
    ...{ context: 'meso', purpose: tale.question, check_every_days: 42, started_at: clock.at },
    situation: tale.kind === 'network' ? 'coordination-meeting' : 'team-meeting',
    ...{ closed_at: null, version: 1, created_by: members.noor, member_ids: [members.noor] },
    ...{ search_text: '', attention_at: null },
  })
  await setContext(trx, { ...starting.context, relations: [relation] })
  const people = tale.people.map((figure) => personOf(figure, { world, place }))
  await firstPeople(trx, { session: starting, relation, world }, people)
  // No check is asked here, and none is missed yet.
  await planWindowCheck(trx, world, { workspace, relation, firstAt: addDays(now, 5) })
  await recordDeed(trx, world, { session: starting, relation, action: 'relation.created' })
  const session = await openSession(trx, opened, { one: relation })
  const participants = await participantsOf(trx, relation)
  const told = { trx, place, tale, relation, session, world, clock, at, participants }
  await asCircle(told)
  return told
}

function personOf({ name, voice, detail, member }: CircleFigure, of: { world: World; place: Place }) {
  const isFamily = voice === 'mother'
  return {
    ...{ id: of.world.newId<ParticipantId>(), name, voice, detail, language: 'nl' as const },
    address: isFamily ? ('u' as const) : ('je' as const),
    member: member === undefined ? null : of.place.members[member],
  }
}

async function participantsOf(trx: Trx, relation: RelationId): Promise<ReadonlyMap<string, ParticipantId>> {
  const rows = await trx
    .selectFrom('participant')
    .select(['id', 'name'])
    .where('relation_id', '=', relation)
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

async function asCircle(told: Telling): Promise<void> {
  const { trx, tale, world, clock, session, relation, participants, place } = told
  const sides = tale.sides.map((name) => ({
    ...{ id: world.newId<CircleSideId>(), name, isFamily: name === tale.family },
  }))
  const idsOf = (names: readonly string[]) =>
    sides.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  const people = tale.people.flatMap(({ name, sides: own }) => {
    const participant = participants.get(name)
    return participant === undefined ? [] : [{ participant, sides: idsOf(own) }]
  })
  const noor = [...participants].find(([name]) => name.startsWith('Noor'))
  const own = noor === undefined ? [] : [{ participant: noor[1], sides: idsOf(tale.sides.slice(0, 1)) }]
  const day = (days: number) => localDay(addDays(clock.at, days), place.timeZone)
  await makeCircle(
    trx,
    { session, deps: depsOf(told), relation },
    {
      ...{ id: world.newId<CircleId>(), kind: tale.kind, question: tale.question, sides },
      // Half-way, six weeks on: that is now.
      ...{ endsOn: tale.kind === 'network' ? day(182) : null, midcourseOn: day(46) },
      people: [...own, ...people],
    },
  )
  await recordDeed(trx, world, { session, relation, action: 'circle.made' })
}

const depsOf = ({ world }: Telling) => ({
  ...{ world, consentTexts: loadConsentTexts(), publicUrl: '', formats: loadFormats() },
})

async function plan(told: Telling, when: When): Promise<MeetingId> {
  const { trx, session, relation, world, place, at } = told
  await setContext(trx, session.context)
  const moment = { now: world.now(), timeZone: place.timeZone }
  const { people } = await openCircle(trx, relation, moment)
  const id = world.newId<MeetingId>()
  await planTable(trx, session, {
    ...{ deps: depsOf(told), id, relation, format: 'stilstaan', at: at(when), place: 'De Linde' },
    people: people.map(({ participant_id: participant, member_id: member, ...one }) => ({
      ...{ participant, member, name: one.name, voice: one.voice },
      ...{ address: one.address, language: one.language },
    })),
  })
  await setContext(trx, session.context)
  return id
}

async function holdStilstaan(told: Telling, when: When): Promise<void> {
  const { trx, session, clock, at } = told
  const meeting = await plan(told, when)
  clock.at = at(when)
  await beginMeeting(trx, { context: session.context, meeting, now: clock.at })
  clock.at = new Date(Date.parse(clock.at) + dayMs / 16).toISOString()
  await endMeeting(trx, { context: session.context, meeting, now: clock.at })
}

/** What was agreed at the table; what is done is said so. */
async function agree(told: Telling): Promise<void> {
  const { trx, tale, session, relation, world, clock, participants, at } = told
  await setContext(trx, session.context)
  for (const { text, isDone } of tale.agreements) {
    const agreement = world.newId<AgreementId>()
    const row = { workspace_id: session.workspace.id, id: agreement, relation_id: relation, body: text }
    // Asked back at the table, not by a check.
    const made = { ask_back: false, made_at: clock.at, ended_at: null, created_by: session.member.id }
    await insertAgreement(trx, { ...row, ...made }, [...participants.values()])
    await recordDeed(trx, world, { session, relation, action: 'agreement.made', subject: agreement })
    if (isDone) await setEnded(trx, { relation, agreement }, at('-3 wed 12.00'))
  }
}

async function tellFamily(told: Telling): Promise<void> {
  const { trx, tale, session, relation, world, clock, participants, place, at } = told
  await setContext(trx, session.context)
  const circle = await openCircle(trx, relation, { now: clock.at, timeZone: place.timeZone })
  const noor = circle.people.find(({ member_id }) => member_id === session.member.id)?.participant_id
  for (const { kind, text, by, answer } of tale.words) {
    const saidBy = participants.get(by)
    if (noor === undefined || saidBy === undefined) continue
    const word = { id: world.newId<FamilyWordId>(), kind, text, saidBy, plannedOn: null }
    clock.at = at('-5 mon 11.00')
    await keepWord(trx, { circle, by: noor, now: clock.at }, word)
    if (answer !== undefined)
      await tellWord(trx, { circle, now: at('-5 wed 16.00') }, { ...word, version: 1, said: true, answer })
    const subject = word.id
    await recordDeed(trx, world, { session, relation, action: 'circle.family-told', subject })
  }
}

/** A meeting at which a facilitator, a host and guests sit, and what each of them can do from a device of her own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import type { FormatStep } from '@weerklank/core/dialogue/format'
import type { LiveCommand } from '@weerklank/core/dialogue/live.commands'
import { type LiveEvent, liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import type { Voice } from '@weerklank/core/relation/relation'
import type { ContributionId, MeetingId, MemberId, PersonId, PlaceId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { Insertable } from 'kysely'
import { asMaintenance } from '../db/maintenance.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import type { TestApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import type { MeetingTable } from './meeting.table.ts'

const say = (text: string) => ({ nl: text, en: text })
export const liveStep = (key: string, more: Partial<FormatStep> = {}): FormatStep => ({
  ...{ key, title: say(`Stap ${key}`), prompt: say(`Vraag van ${key}`), minutes: 10 },
  ...{ speakers: [], silent: [], input: 'none' },
  ...more,
})

export const openDialogue: readonly FormatStep[] = [
  liveStep('welcome', { canSkip: true }),
  liveStep('talk', { input: 'round', silent: ['host'] }),
  liveStep('silent', { input: 'text', isSealed: true }),
  liveStep('nameless', { input: 'cards', isAnonymous: true }),
  liveStep('dots', { input: 'vote', dots: 2 }),
  liveStep('shadow', { input: 'text', isShadow: true }),
]

type Seat = { name: string; role: MeetingRole; voice: Voice; member?: Person }

type Seated = { id: PlaceId; name: string; token: string; hash: string; person: PersonId; seat: Seat }

/** Stores a planned meeting as it is kept, with a place and a link for each. */
export async function buildMeeting(app: TestApp, seats: readonly Seat[], steps = openDialogue) {
  const meeting = app.world.newId<MeetingId>()
  const members = seats.flatMap(({ member }) => member?.member ?? [])
  const places = seats.map((seat): Seated => {
    const id = { id: app.world.newId<PlaceId>(), person: app.world.newId<PersonId>() }
    return { ...id, ...newToken(app.workspace), name: seat.name, seat }
  })
  await asMaintenance(app.owner, async (trx) => {
    await trx.insertInto('meeting').values(meetingRow(app, { meeting, members, steps })).execute()
    for (const [position, place] of places.entries())
      await insertPlace(trx, app, { meeting, position, place })
  })
  return { id: meeting, places }
}

function meetingRow(
  app: TestApp,
  of: { meeting: MeetingId; members: MemberId[]; steps: readonly FormatStep[] },
): Insertable<MeetingTable> {
  const [first] = of.members
  if (first === undefined) throw new Error('A meeting without a colleague')
  const now = app.clock.now()
  const format = {
    ...{ key: 'open-dialogue', version: 1, name: say('Open dialoog'), purpose: say('Samen kijken') },
    ...{ minPeople: 2, maxPeople: 200, clientPresent: 'may', safety: 'middle', beginners: true },
    ...{ roles: [], steps: of.steps, rules: [], outputs: [], source: 'test' },
  }
  return {
    ...{ workspace_id: app.workspace, id: of.meeting, relation_id: null, title: 'Open dialoog rond Sem' },
    ...{ format: JSON.stringify(format), format_key: 'open-dialogue', format_version: 1, status: 'planned' },
    ...{
      planned_at: now,
      minutes: 90,
      place: '',
      video_url: '',
      themes: '[]',
      questions: '[]',
      warm_up: null,
    },
    ...{ shadow_question: 'Wie voelde zich buiten staan?', member_ids: of.members, created_by: first },
    ...{
      created_at: now,
      changed_at: now,
      started_at: null,
      ended_at: null,
      version: 1,
      live: null,
      purpose: '',
    },
  }
}

async function insertPlace(
  trx: Trx,
  app: TestApp,
  { meeting, position, place }: { meeting: MeetingId; position: number; place: Seated },
): Promise<void> {
  const now = app.clock.now()
  const { name, role, voice, member } = place.seat
  const at = { workspace_id: app.workspace, meeting_id: meeting, person_id: place.person }
  await trx
    .insertInto('person')
    .values({ workspace_id: app.workspace, id: place.person, name, born_on: null, created_at: now })
    .execute()
  await trx
    .insertInto('meeting_place')
    .values({
      ...{ ...at, id: place.id, member_id: member?.member ?? null, participant_id: null, name, voice, role },
      ...{ position, address: 'je', language: 'nl', attends: 'yes' },
      ...{ seen_at: null, left_at: null, changed_at: now, version: 1 },
    })
    .execute()
  await trx
    .insertInto('meeting_link')
    .values({
      ...{ ...at, token_hash: place.hash, place_id: place.id },
      ...{ created_at: now, expires_at: addDays(now, 60), revoked_at: null },
    })
    .execute()
}

/** A table of four: Karin leads, Noor listens, Sem and Oma Hilde came by a link. */
export async function buildTable(app: TestApp, steps = openDialogue) {
  const [karin, noor] = await Promise.all(['Karin', 'Noor'].map((name) => app.professional({ name })))
  if (karin === undefined || noor === undefined) throw new Error('Nobody works here')
  const seats: Seat[] = [
    { name: 'Karin', role: 'facilitator', voice: 'professional', member: karin },
    { name: 'Noor', role: 'host', voice: 'professional', member: noor },
    { name: 'Sem', role: 'participant', voice: 'youth' },
    { name: 'Oma Hilde', role: 'participant', voice: 'kin' },
  ]
  const meeting = await buildMeeting(app, seats, steps)
  const [atKarin, atNoor, sem, hilde] = meeting.places
  if (!atKarin || !atNoor || !sem || !hilde) throw new Error('An empty table')
  return { meeting: meeting.id, karin: { ...karin, at: atKarin }, noor: { ...noor, at: atNoor }, sem, hilde }
}

/** What a colleague does with a meeting. */
export function atTable(app: TestApp, meeting: MeetingId, person: Person) {
  const as = app.as(person)
  const params = { meeting }
  const command = (asked: { do: string; [more: string]: unknown }) =>
    as.call(liveEndpoints.command, {
      params,
      body: { command: { id: app.world.newId(), ...asked } as unknown as LiveCommand },
    })
  const view = async () => {
    const seen = await as.call(liveEndpoints.live, { params })
    if (seen === null) throw new Error('Not begun')
    return seen
  }
  return {
    begin: () => as.call(liveEndpoints.begin, { params, body: {} }),
    view,
    command,
    /** A command of who leads, meant for where the meeting is now. */
    lead: async (deed: string, more: object = {}) => {
      const { step } = (await view()).room
      return command({ do: deed, step: step.key, round: step.round, ...more })
    },
    /** Goes on until a step. */
    goTo: async (key: string) => {
      for (;;) {
        const { step } = (await view()).room
        if (step.key === key) return
        await command({ do: 'next', step: step.key, round: step.round })
      }
    },
    write: (text: { body: string; step: string; round?: number; id?: ContributionId; as?: PlaceId }) =>
      as.call(liveEndpoints.write, {
        params,
        body: { id: app.world.newId<ContributionId>(), round: 1, ...text },
      }),
  }
}

/** What a guest does from her page, as its script asks it. */
export function atPage(app: TestApp, token: string) {
  const post = async (fields: Record<string, string>) => {
    const response = await app.hono.request(`/g/${token}/live`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    return { status: response.status, body: await response.text() }
  }
  const page = async () => (await app.hono.request(`/g/${token}/live`)).text()
  return { post, page, path: `/g/${token}/live/events` }
}

/** Serves the application on a port of its own. */
export async function listening(app: TestApp) {
  const server = createServer(getRequestListener(app.hono.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An open screen: all that came down its line. */
export async function openLine(url: string, headers: Record<string, string> = {}) {
  const end = new AbortController()
  const response = await fetch(url, { headers, signal: end.signal })
  let text = ''
  let isOver = false
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })()
    .catch(() => undefined)
    .finally(() => {
      isOver = true
    })
  const events = () =>
    [...text.matchAll(/event: live\ndata: (.*)\n/g)].map(([, data = '']) => JSON.parse(data) as LiveEvent)
  return {
    status: response.status,
    text: () => text,
    events,
    last: () => events().at(-1),
    ended,
    isOver: () => isOver,
    leave: () => end.abort(),
  }
}

/** A meeting as colleagues plan it, and people who come to it by a link. */
import {
  type MeetingPlan,
  meetingEndpoints,
  type PlaceInput,
} from '@weerklank/core/dialogue/meeting.contract'
import type { MeetingId, ParticipantId, PlaceId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { TestApp } from '../test-app.ts'
import type { LinkReply } from '../test-link.ts'
import { type Person, publicUrl } from '../test-member.ts'

/** Somebody at the table; of a colleague who it is, of a participant as whom she takes part. */
export type Seat = Partial<Omit<PlaceInput, 'member' | 'participant'>> & {
  member?: Person
  participant?: ParticipantId
}

export function seatOf(app: TestApp, seat: Seat): PlaceInput {
  const { member, participant, ...more } = seat
  return {
    ...{
      id: app.world.newId<PlaceId>(),
      name: member?.name ?? 'Oma Hilde',
      voice: 'kin',
      role: 'participant',
    },
    ...{ member: member?.member ?? null, participant: participant ?? null },
    ...{ address: 'u', language: 'nl', bornOn: null },
    ...more,
  }
}

export const planOf = (app: TestApp): MeetingPlan => ({
  ...{
    title: 'Open dialoog rond Sem',
    purpose: 'Hoe werken we samen?',
    plannedAt: addDays(app.clock.now(), 7),
  },
  ...{ place: 'Buurthuis', videoUrl: '', themes: ['vertrouwen'] },
  questions: [{ key: 'valuable', text: 'Wat was waardevol in het contact met ons?' }],
  warmUp: { text: 'Een foto van toen', url: 'https://example.org/foto' },
  shadowQuestion: 'Wie voelde zich wel eens buiten staan?',
})

/** Plans a meeting: Noor hosts, Karin leads, Oma Hilde comes by a link; or others. */
export async function planMeeting(
  app: TestApp,
  of: { relation?: RelationId; by?: Person; seats?: readonly Seat[]; plan?: Partial<MeetingPlan> } = {},
) {
  const noor = of.by ?? (await app.professional({ name: 'Noor' }))
  const seats = of.seats ?? [{ name: 'Oma Hilde' }]
  const id = app.world.newId<MeetingId>()
  const places = [
    seatOf(app, { member: noor, role: 'facilitator', voice: 'professional', address: 'je' }),
    ...seats.map((seat) => seatOf(app, seat)),
  ]
  const body = {
    ...{ id, relation: of.relation ?? null, format: 'open-dialogue', places, ...planOf(app), ...of.plan },
  }
  const meeting = await app.as(noor).call(meetingEndpoints.planMeeting, { body })
  const params = { meeting: id }
  return {
    ...{ id, noor, places, body, meeting, params },
    get: (by: Person = noor) => app.as(by).call(meetingEndpoints.getMeeting, { params }),
    /** A link to a place, made anew: the pages behind it, and posts as a browser sends them. */
    guest: async (place: PlaceId) => guestAt(app, await linkTo(app, { noor, id, place })),
  }
}

async function linkTo(app: TestApp, of: { noor: Person; id: MeetingId; place: PlaceId }): Promise<string> {
  const params = { meeting: of.id, place: of.place }
  const made = await app.as(of.noor).call(meetingEndpoints.invitePlace, { params, body: { email: null } })
  return made.url
}

/** Somebody with a link to her place. */
export function guestAt(app: TestApp, url: string) {
  const root = new URL(url, publicUrl).pathname
  const send = async (method: string, below: string, fields?: Record<string, string>): Promise<LinkReply> => {
    const headers = new Headers({ accept: 'text/html' })
    if (fields !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const body = fields === undefined ? null : new URLSearchParams(fields).toString()
    const at = below.startsWith('/g/') ? below : root + below
    const response = await app.hono.request(publicUrl + at, { method, headers, body })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }
  return {
    root,
    get: (below = '') => send('GET', below),
    post: (below: string, fields: Record<string, string>) => send('POST', below, fields),
    /** Says yes or no on the page of a choice, as its form asks for it. */
    choose: async (below: string, said: 'ja' | 'nee') => {
      const page = await send('GET', below)
      const hidden = [...page.text.matchAll(/name="?(id|version|level)"? value="?([^">]+)"?/g)]
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
      return send('POST', below, { ...fields, keuze: said })
    },
  }
}

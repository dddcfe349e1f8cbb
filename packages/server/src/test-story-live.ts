/** A meeting that is held: its first step is going on, somebody who leads made it longer, and somebody writes in silence. */
import type { FormatStep } from '@weerklank/core/dialogue/format'
import { startLive } from '@weerklank/core/dialogue/live.state'
import type { MeetingId, MemberId, PersonId, PlaceId, RelationId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

const say = (text: string) => ({ nl: text, en: text })
const bare = { minutes: 10, speakers: [], silent: [] }
const steps: readonly FormatStep[] = [
  {
    key: 'silent',
    title: say('Stil schrijven'),
    prompt: say('Wat valt op?'),
    ...bare,
    input: 'text',
    isSealed: true,
  },
  {
    key: 'shadow',
    title: say('Schaduw'),
    prompt: say('Wie stond buiten?'),
    ...bare,
    input: 'round',
    isShadow: true,
  },
]

type Of = { relation: RelationId; by: MemberId }

/** Noor holds it by herself; gives which one it is. */
export async function buildLive(app: Running, of: Of): Promise<MeetingId> {
  const meeting = app.world.newId<MeetingId>()
  const place = app.world.newId<PlaceId>()
  const by = { id: place, role: 'facilitator' as const, isMember: true }
  const now = app.clock.now()
  const state = startLive({ steps, by, places: [by], now })
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('meeting')
      .values({ ...meetingRow(app, of), id: meeting, live: JSON.stringify(state) })
      .execute()
    await sit(trx, app, { ...of, meeting, place })
    await trx
      .insertInto('meeting_event')
      .values({
        ...{
          workspace_id: app.workspace,
          id: app.world.newId<string>(),
          meeting_id: meeting,
          place_id: place,
        },
        ...{ at: now, kind: 'extend', step_key: 'silent', reason: null },
      })
      .execute()
  })
  return meeting
}

function meetingRow(app: Running, of: Of) {
  const at = app.clock.now()
  const format = {
    ...{ key: 'own', version: 1, name: say('Samen'), purpose: say('Kijken'), minPeople: 1, maxPeople: 9 },
    ...{ clientPresent: 'may', safety: 'low', beginners: true, roles: [], steps, rules: [], outputs: [] },
    source: 'test',
  }
  return {
    ...{ workspace_id: app.workspace, relation_id: of.relation, title: 'Nu bezig', purpose: '', minutes: 20 },
    ...{ format: JSON.stringify(format), format_key: 'own', format_version: 1, status: 'live' as const },
    ...{ planned_at: at, place: '', video_url: '', themes: '[]', questions: '[]', warm_up: null },
    ...{ shadow_question: 'Wie stond buiten?', member_ids: [of.by], created_by: of.by, created_at: at },
    ...{ changed_at: at, started_at: at, ended_at: null, version: 1 },
  }
}

async function sit(trx: Trx, app: Running, of: Of & { meeting: MeetingId; place: PlaceId }): Promise<void> {
  const at = app.clock.now()
  // A colleague is a person by her own number.
  const person = of.by as string as PersonId
  const row = { workspace_id: app.workspace, meeting_id: of.meeting, person_id: person }
  await trx
    .insertInto('meeting_place')
    .values({
      ...{
        ...row,
        id: of.place,
        member_id: of.by,
        participant_id: null,
        name: 'Noor',
        voice: 'professional',
      },
      ...{ role: 'facilitator', position: 0, address: 'je', language: 'nl', attends: 'yes' },
      ...{ seen_at: null, left_at: null, changed_at: at, version: 1 },
    })
    .execute()
}

/** A meeting for the people of a story: planned, with a place and a link for each, and something written beforehand. */

import { formatMinutes } from '@weerklank/core/dialogue/format'
import { firstProgramme, shadowQuestionOf } from '@weerklank/core/dialogue/programme'
import type { MeetingId, MemberId, ParticipantId, PlaceId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { loadFormats } from './dialogue/formats.ts'
import { newToken } from './http/link-token.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

const shipped = loadFormats()

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[] }
type Row = {
  id: PlaceId
  person: string
  member: MemberId | null
  participant: ParticipantId | null
  name: string
}

export type BuiltMeeting = {
  meeting: MeetingId
  noorsPlace: PlaceId
  places: readonly PlaceId[]
  tokens: readonly string[]
}

/** Noor leads; her clients come by a link, and each answered a question and said what she expects. */
export async function buildMeetings(app: Running, of: Of): Promise<BuiltMeeting> {
  const meeting = app.world.newId<MeetingId>()
  return asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('meeting')
      .values(meetingRow(app, { ...of, meeting }))
      .execute()
    const noor: Row = { id: app.world.newId(), person: of.by, member: of.by, participant: null, name: 'Noor' }
    const clients = await clientRows(trx, app, of.clients)
    const tokens: string[] = []
    for (const [position, row] of [noor, ...clients].entries()) {
      const token = await seat(trx, app, { meeting, position, row })
      if (row.member === null) tokens.push(token)
    }
    return { meeting, noorsPlace: noor.id, places: clients.map(({ id }) => id), tokens }
  })
}

async function clientRows(trx: Trx, app: Running, clients: readonly ParticipantId[]): Promise<Row[]> {
  const rows = await trx
    .selectFrom('participant')
    .select(['id', 'person_id', 'name'])
    .where('id', 'in', [...clients])
    .execute()
  return clients.flatMap((id) =>
    rows
      .filter((row) => row.id === id)
      .map((row) => ({
        id: app.world.newId(),
        person: row.person_id,
        member: null,
        participant: id,
        name: row.name,
      })),
  )
}

function meetingRow(app: Running, of: Of & { meeting: MeetingId }) {
  const format = shipped.get('open-dialogue')
  if (format === undefined) throw new Error('The open dialogue is shipped')
  const question = shadowQuestionOf(format).nl
  const programme = firstProgramme(format, question)
  const at = app.clock.now()
  return {
    ...{
      workspace_id: app.workspace,
      id: of.meeting,
      relation_id: of.relation,
      title: 'Open dialoog rond Lina',
    },
    ...{ purpose: 'Hoe werken we samen?', format: JSON.stringify(programme), format_key: format.key },
    ...{ format_version: format.version, status: 'planned' as const, planned_at: addDays(at, 7) },
    ...{ minutes: formatMinutes(programme), place: 'Buurthuis', video_url: '', themes: '["vertrouwen"]' },
    ...{ questions: '[{"key":"valuable","text":"Wat was waardevol?"}]', warm_up: null, live: null },
    ...{ shadow_question: question, member_ids: [of.by], created_by: of.by, created_at: at, changed_at: at },
    ...{ started_at: null, ended_at: null, version: 1 },
  }
}

async function seat(
  trx: Trx,
  app: Running,
  { meeting, position, row }: { meeting: MeetingId; position: number; row: Row },
): Promise<string> {
  const at = app.clock.now()
  const { token, hash } = newToken(app.workspace)
  const place = { workspace_id: app.workspace, meeting_id: meeting, person_id: row.person as never }
  await trx
    .insertInto('meeting_place')
    .values({
      ...{ ...place, id: row.id, member_id: row.member, participant_id: row.participant, name: row.name },
      ...{ voice: row.member === null ? 'client' : 'professional', address: 'je', language: 'nl' },
      ...{ role: row.member === null ? 'client' : 'facilitator', position, attends: 'unknown' },
      ...{ seen_at: null, left_at: null, changed_at: at, version: 1 },
    })
    .execute()
  const link = { created_at: at, expires_at: addDays(at, 60), revoked_at: null }
  await trx
    .insertInto('meeting_link')
    .values({ ...place, token_hash: hash, place_id: row.id, ...link })
    .execute()
  for (const [kind, step_key] of [
    ['preparation', 'valuable'],
    ['expectation', 'expectation'],
  ] as const) {
    const text = { step_key, round: 0, kind, body: `${row.name} schreef dit vooraf.`, is_anonymous: false }
    await trx
      .insertInto('meeting_text')
      .values({
        ...place,
        id: app.world.newId(),
        place_id: row.id,
        ...text,
        at,
        changed_at: at,
        revealed_at: null,
      })
      .execute()
  }
  return token
}

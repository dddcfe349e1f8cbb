import { witnessQuestions } from '@weerklank/core/dialogue/after'
import type { MeetingId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Schema, Trx } from '../schema.ts'
import { type Piece, refOf, type Source } from './corpus.pieces.ts'

type Place = Pick<Selectable<Schema['meeting_place']>, 'id' | 'person_id' | 'voice' | 'role' | 'name'>
type Around = { id: MeetingId; title: string; at: string; places: readonly Place[] }

/** What was said and written round one meeting: beforehand, at the table, the same day after it, and in a transcript. */
export async function meetingSources(trx: Trx, id: MeetingId): Promise<Source[]> {
  const meeting = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at', 'started_at', 'status', 'format'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (meeting === undefined || meeting.status === 'cancelled') return []
  const places = await trx
    .selectFrom('meeting_place')
    .select(['id', 'person_id', 'voice', 'role', 'name'])
    .where('meeting_id', '=', id)
    .where('attends', '!=', 'no')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const around = { id, title: meeting.title, at: meeting.started_at ?? meeting.planned_at, places }
  const steps = meeting.format.steps.map(({ key }) => key)
  return [
    ...(await writtenAtTable(trx, around, steps)),
    ...(await writtenAfter(trx, around)),
    ...(await transcribed(trx, around)),
  ]
}

const spoken = ['text', 'round', 'card'] as const
const beforehand = ['preparation', 'expectation'] as const

async function writtenAtTable(trx: Trx, of: Around, steps: readonly string[]): Promise<Source[]> {
  // Only what was opened at the table: what is shut there is nobody's to read here.
  const rows = await trx
    .selectFrom('meeting_text')
    .select(['id', 'place_id', 'person_id', 'step_key', 'round', 'kind', 'body', 'at', 'is_anonymous'])
    .where('meeting_id', '=', of.id)
    .where('revealed_at', 'is not', null)
    .where('body', '!=', '')
    .execute()
  const order = (key: string) => (steps.includes(key) ? steps.indexOf(key) : steps.length)
  // Without a name nothing tells of whom, also not the order: those come behind the others, by their identifiers.
  const sorted = rows.toSorted(
    (a, b) =>
      order(a.step_key) - order(b.step_key) ||
      a.round - b.round ||
      Number(a.is_anonymous) - Number(b.is_anonymous) ||
      (!a.is_anonymous && a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1),
  )
  const piecesOf = (kinds: readonly string[]) =>
    sorted
      .filter(({ kind }) => kinds.includes(kind))
      .map((row) => pieceOf(of, { ref: `text:${row.id}`, place: row.place_id, body: row.body }))
  return [
    sourceOf(of, { part: 'before', name: 'vooraf', kind: 'written', pieces: piecesOf(beforehand) }),
    sourceOf(of, { part: 'dialogue', name: 'gesprek', kind: 'dialogue', pieces: piecesOf(spoken) }),
  ]
}

async function writtenAfter(trx: Trx, of: Around): Promise<Source[]> {
  const rows = await trx
    .selectFrom('meeting_reflection')
    .select(['place_id', 'answers', 'outcome', 'answered_at'])
    .where('meeting_id', '=', of.id)
    .where('withdrawn_at', 'is', null)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at')
    .orderBy('place_id')
    .execute()
  const pieces = rows.flatMap(({ place_id: place, answers, outcome }) => {
    const said: [string, string][] = [
      ...witnessQuestions.map((key): [string, string] => [key, answers?.[key] ?? '']),
      ['outcome', outcome],
    ]
    return said
      .filter(([, body]) => body.trim() !== '')
      .map(([key, body]) => pieceOf(of, { ref: `after:${place}:${key}`, place, body }))
  })
  return [sourceOf(of, { part: 'after', name: 'achteraf geschreven', kind: 'written', pieces })]
}

async function transcribed(trx: Trx, of: Around): Promise<Source[]> {
  const wrap = await trx
    .selectFrom('meeting_wrap')
    .select('transcripts')
    .where('meeting_id', '=', of.id)
    .executeTakeFirst()
  const lines = await trx
    .selectFrom('meeting_transcript_line')
    .select(['transcript_id', 'ordinal', 'place_id', 'words'])
    .where('meeting_id', '=', of.id)
    .orderBy('ordinal')
    .execute()
  return (wrap?.transcripts ?? []).map(({ id, turns }) => {
    const pieces: (Piece | null)[] = Array.from({ length: turns }, () => null)
    for (const line of lines.filter((one) => one.transcript_id === id && one.ordinal < turns)) {
      const { ordinal, place_id: place, words: body } = line
      pieces[ordinal] = pieceOf(of, { ref: `line:${id}:${ordinal}`, place, body })
    }
    return sourceOf(of, { part: `transcript:${id}`, name: 'transcript', kind: 'dialogue', pieces })
  })
}

function pieceOf(of: Around, from: { ref: string; place: string | null; body: string }): Piece {
  const place = of.places.find(({ id }) => id === from.place)
  const { ref, body } = from
  if (place === undefined) return { ref, body, person: null, voice: null, role: null }
  return { ref, body, person: place.person_id, voice: place.voice, role: place.role }
}

function sourceOf(
  of: Around,
  from: { part: string; name: string; kind: Source['kind']; pieces: Source['pieces'] },
): Source {
  const { part, name, kind, pieces } = from
  return {
    ...{ ref: `${refOf.meeting(of.id)}${part}`, kind, at: of.at, pieces },
    title: `${of.title.slice(0, 90)} – ${name}`,
    present: of.places.map(({ person_id: person, voice, role, name }) => ({ person, voice, role, name })),
  }
}

/** Everybody with a place at some meetings: of them all it is asked whether words without a name may be used. */
export async function peopleAt(trx: Trx, meetings: readonly MeetingId[]) {
  const { rows } = await sql<{ meeting: MeetingId; person: Place['person_id'] }>`
    select meeting_id as meeting, person_id as person from meeting_place
    where meeting_id = any (${`{${meetings.join(',')}}`}::uuid[])`.execute(trx)
  return rows
}

import { entriesOf } from '@weerklank/core/feedback/form.answers'
import { toldNoteKinds } from '@weerklank/core/relation/relation'
import type { ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import type { Schema, Trx } from '../schema.ts'
import { type Piece, refOf, type Source } from './corpus.pieces.ts'

type Place = Pick<Selectable<Schema['participant']>, 'id' | 'person_id' | 'voice' | 'name'>
type Around = { id: RelationId; number: number; at: string; places: readonly Place[] }

/**
 * What people wrote in their own words in one collaboration: with checks and forms, and what they told. It is called by a number: its
 * title may hold a name.
 */
export async function relationSources(trx: Trx, id: RelationId, number: number): Promise<Source[]> {
  const relation = await trx
    .selectFrom('relation')
    .select(['id', 'started_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (relation === undefined) return []
  const places = await trx
    .selectFrom('participant')
    .select(['id', 'person_id', 'voice', 'name'])
    .where('relation_id', '=', id)
    .orderBy('id')
    .execute()
  const around = { id, number, at: relation.started_at, places }
  const checks = [...(await openAnswers(trx, around)), ...(await formAnswers(trx, around))]
  return [
    sourceOf(around, { part: 'checks', name: 'in eigen woorden bij vragen', kind: 'check', said: checks }),
    sourceOf(around, { part: 'told', name: 'verteld', kind: 'goal', said: await told(trx, around) }),
  ]
}

type Said = { at: string; piece: Piece }

async function openAnswers(trx: Trx, of: Around): Promise<Said[]> {
  const rows = await trx
    .selectFrom('response')
    .select(['id', 'participant_id', 'open_text', 'answered_at'])
    .where('relation_id', '=', of.id)
    // Half a mutual picture is shut in, for the program too.
    .where('sealed', '=', false)
    .where('open_text', '!=', '')
    .execute()
  return rows.flatMap((row) =>
    saidBy(of, {
      ref: `response:${row.id}`,
      by: row.participant_id,
      at: row.answered_at,
      body: row.open_text,
    }),
  )
}

/** Answers in words to forms that everyone who takes part may read; what somebody lets only some read stays with them. */
async function formAnswers(trx: Trx, of: Around): Promise<Said[]> {
  const rows = await trx
    .selectFrom('form_response')
    .select(['id', 'participant_id', 'answers', 'answered_at'])
    .where('relation_id', '=', of.id)
    .where('status', '=', 'completed')
    .where('readers', 'is', null)
    .execute()
  return rows.flatMap((row) => {
    const words = [...entriesOf(row.answers.items)].flatMap(({ linkId, values = [] }) =>
      values.flatMap(({ value }) => (value.kind === 'string' ? [{ linkId, body: value.value }] : [])),
    )
    return words.flatMap(({ linkId, body }, index) =>
      saidBy(of, {
        ...{ ref: `form:${row.id}:${linkId.slice(0, 60)}:${index}`, body },
        ...{ by: row.participant_id, at: row.answered_at },
      }),
    )
  })
}

/** What somebody told about helping, and the goal or question of her own that she was asked about. */
async function told(trx: Trx, of: Around): Promise<Said[]> {
  const notes = await trx
    .selectFrom('relation_note')
    .select(['id', 'body', 'told_by', 'at'])
    .where('relation_id', '=', of.id)
    .where('kind', 'in', [...toldNoteKinds])
    .execute()
  const goals = await trx
    .selectFrom('invitation')
    .select(['participant_id', 'own_words', 'sent_at'])
    .where('relation_id', '=', of.id)
    .where('own_words', 'is not', null)
    .orderBy('sent_at')
    .execute()
  // The same goal is asked time and again: it was said once.
  const first = new Map(
    goals.map((row) => [`${row.participant_id} ${row.own_words}`, row] as const).toReversed(),
  )
  return [
    ...notes.flatMap(({ id, body, told_by, at }) => {
      // Who told it stands there by name: only where that is one person, it is known whose consent it needs.
      const named = of.places.filter(({ name }) => name === told_by)
      const by = named.length === 1 ? (named[0]?.id ?? null) : null
      return saidBy(of, { ref: `note:${id}`, by, at, body })
    }),
    ...[...first.values()].flatMap((row) =>
      saidBy(of, {
        ...{ ref: `goal:${row.participant_id}:${row.sent_at}`, by: row.participant_id },
        ...{ at: row.sent_at, body: row.own_words ?? '' },
      }),
    ),
  ]
}

function saidBy(
  of: Around,
  from: { ref: string; by: ParticipantId | null; at: string; body: string },
): Said[] {
  const place = of.places.find(({ id }) => id === from.by)
  if (place === undefined || from.body.trim() === '') return []
  const { ref, at, body } = from
  return [{ at, piece: { ref, body, person: place.person_id, voice: place.voice, role: null } }]
}

function sourceOf(
  of: Around,
  from: { part: string; name: string; kind: Source['kind']; said: readonly Said[] },
): Source {
  const ordered = from.said.toSorted((a, b) =>
    a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.piece.ref < b.piece.ref ? -1 : 1,
  )
  return {
    ...{ ref: `${refOf.relation(of.id)}${from.part}`, kind: from.kind },
    title: `Samenwerking ${of.number} – ${from.name}`,
    // Since when is the same for all of them: documents stand in the order in which people began to speak.
    at: ordered[0]?.at ?? of.at,
    present: of.places.map(({ person_id: person, voice, name }) => ({ person, voice, name, role: null })),
    pieces: ordered.map(({ piece }) => piece),
  }
}

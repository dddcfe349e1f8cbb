import { fold } from '@weerklank/core/analysis/fold'
import { areSameWords, underPseudonyms } from '@weerklank/core/analysis/pseudonyms'
import type { DocumentId, PassageId, PersonId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type Standing, standingWithoutName } from './corpus.consent.ts'
import type { Piece, Source } from './corpus.pieces.ts'
import { voicesOf } from './document.bring.ts'
import { insertDocument, insertPassages, nextPosition } from './document.repository.ts'
import type { In } from './workbook.rows.ts'

type Of = {
  world: World
  within: In
  standing: Standing
  unheard: ReadonlySet<PersonId>
  /** As whom people speak in this analysis. */
  names: ReadonlyMap<PersonId, string>
}
type Kept = {
  id: PassageId
  source_ref: string
  ordinal: number
  body: string
  in_use: boolean
  person_id: PersonId | null
}

/** Brings one document in line with its source; the same again changes nothing. Gives whose words came in newly. */
export async function writeSource(trx: Trx, found: Source, of: Of): Promise<PersonId[]> {
  const source = withoutNames(found, of.names)
  const document = await keepDocument(trx, source, of)
  const kept = await trx
    .selectFrom('analysis_passage')
    .select(['id', 'source_ref', 'ordinal', 'body', 'in_use', 'person_id'])
    .where('document_id', '=', document)
    .execute()
  const known = new Map(kept.map((row) => [row.source_ref, row]))
  const wanted = source.pieces.flatMap((piece, ordinal) => (piece === null ? [] : [{ piece, ordinal }]))
  const unnamed = standingWithoutName(source, of.standing)
  const standing = ({ person }: Piece) => (person === null ? unnamed : of.standing.get(person))
  await removeGone(
    trx,
    kept,
    wanted.filter(({ piece }) => standing(piece) != null).map(({ piece }) => piece.ref),
  )
  for (const { piece, ordinal } of wanted) {
    const row = known.get(piece.ref)
    if (row !== undefined) await follow(trx, row, { piece, ordinal, unnamed })
  }
  const fresh = wanted.filter(({ piece }) => !known.has(piece.ref) && standing(piece) === 'in-force')
  const persons = [...new Set(fresh.flatMap(({ piece }) => (piece.person === null ? [] : [piece.person])))]
  const passages = fresh.map(({ piece: { ref, person, body, voice, role }, ordinal }) => ({
    ...{
      id: of.world.newId<PassageId>(),
      ordinal,
      sourceRef: ref,
      person,
      body: body.slice(0, 20_000),
      voice,
      role,
    },
    speaker: person === null ? '' : (of.names.get(person) ?? ''),
  }))
  await insertPassages(trx, passages, { ...of.within, document })
  return persons
}

/** As it may be read by who works on the analysis: who was there is called by her pseudonym, also in the title. */
function withoutNames(source: Source, names: Of['names']): Source {
  const people = source.present.map(({ person, name }) => ({ name, speaker: names.get(person) ?? '' }))
  return {
    ...source,
    title: underPseudonyms(source.title, people),
    pieces: source.pieces.map((piece) =>
      piece === null ? null : { ...piece, body: underPseudonyms(piece.body, people) },
    ),
  }
}

async function keepDocument(trx: Trx, source: Source, { world, within, unheard }: Of): Promise<DocumentId> {
  const facts = {
    ...{ title: source.title.slice(0, 120), at: source.at, size: source.pieces.length },
    voices: JSON.stringify(voicesOf(source.present.filter(({ person }) => !unheard.has(person)))),
  }
  const row = await trx
    .selectFrom('analysis_document')
    .select('id')
    .where('analysis_id', '=', within.analysis)
    .where('source_ref', '=', source.ref)
    .executeTakeFirst()
  if (row !== undefined) {
    await trx.updateTable('analysis_document').set(facts).where('id', '=', row.id).execute()
    return row.id
  }
  const id = world.newId<DocumentId>()
  await insertDocument(trx, {
    ...{ ...facts, workspace_id: within.workspace, id, analysis_id: within.analysis, source: source.kind },
    ...{ source_ref: source.ref, position: await nextPosition(trx, within.analysis), brought_by: null },
  })
  return id
}

/** What is not said there any more, or may not be used any more, goes with its codings. */
async function removeGone(trx: Trx, kept: readonly Kept[], stays: readonly string[]): Promise<void> {
  const refs = new Set(stays)
  const gone = kept.filter(({ source_ref }) => !refs.has(source_ref)).map(({ id }) => id)
  if (gone.length > 0) await trx.deleteFrom('analysis_passage').where('id', '=', anyOf(gone)).execute()
}

async function follow(
  trx: Trx,
  row: Kept,
  to: { piece: Piece; ordinal: number; unnamed: 'in-force' | 'on-hold' | null },
): Promise<void> {
  const body = to.piece.body.slice(0, 20_000)
  // Of a known person the consent itself holds it and releases it; without a name that is done here.
  const inUse = row.person_id === null ? to.unnamed === 'in-force' : row.in_use
  // Who got a pseudonym later is called by it in what comes in from then on: words that were coded stay as they stand.
  if (areSameWords(row.body, body)) {
    if (row.ordinal === to.ordinal && row.in_use === inUse) return
    await place(trx, row, { ordinal: to.ordinal, in_use: inUse })
    return
  }
  await dropMoved(trx, row, body)
  await trx
    .updateTable('analysis_passage')
    .set({ ordinal: to.ordinal, body, folded: fold(body), in_use: inUse })
    .where('id', '=', row.id)
    .execute()
}

async function place(trx: Trx, { id }: Kept, to: { ordinal: number; in_use: boolean }): Promise<void> {
  await trx.updateTable('analysis_passage').set(to).where('id', '=', id).execute()
}

/** Somebody wrote it otherwise: a coding stays where the same words stand in the same place, and nowhere else. */
async function dropMoved(trx: Trx, row: Kept, body: string): Promise<void> {
  await sql`delete from analysis_coding where passage_id = ${row.id}
    and (end_at > char_length(${body}) or substr(${body}, start_at + 1, end_at - start_at)
      <> substr(${row.body}, start_at + 1, end_at - start_at))`.execute(trx)
}

import type { MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { type Membership, openSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { ResponseRow } from '../feedback/feedback.repository.ts'
import { type Titled, titlesOf } from '../relation/relation.import.repository.ts'
import { participantsOf } from '../relation/relation.repository.ts'
import type { Db, Trx } from '../schema.ts'

/** Collaborations whose inside is in reach at once, and answers that stand in memory at once. */
const relationsAtOnce = 50
const answersAtOnce = 500

/** One answered check, with who gave it and where. */
export type CheckRow = ResponseRow & { title: string; name: string; voice: string }

/** What is in store, without a word of it: which checks, how many, and how wide their texts are. */
export type Survey = {
  relations: Titled[]
  /** Those in which something was answered. */
  answered: RelationId[]
  checks: { id: string; version: number }[]
  rows: number
  widths: { openText: number; name: number }
}

/** Looks over what would stand in a file. The context is left as it was found. */
export async function surveyOf(trx: Trx, context: Context, relations: readonly Titled[]): Promise<Survey> {
  const checks = new Map<string, { id: string; version: number }>()
  const survey: Survey = {
    ...{ relations: [...relations], answered: [], checks: [], rows: 0 },
    widths: { openText: 1, name: 1 },
  }
  for (const batch of batchesOf(relations)) {
    const ids = batch.map(({ id }) => id)
    await setContext(trx, { ...context, relations: ids })
    for (const row of await countsOf(trx, ids)) {
      checks.set(`${row.instrument_id}@${row.instrument_version}`, {
        id: row.instrument_id,
        version: row.instrument_version,
      })
      if (!survey.answered.includes(row.relation_id)) survey.answered.push(row.relation_id)
      survey.rows += row.count
      survey.widths.openText = Math.max(survey.widths.openText, row.open_text)
      survey.widths.name = Math.max(survey.widths.name, row.name)
    }
  }
  await setContext(trx, context)
  survey.checks = [...checks.values()].toSorted((a, b) => a.id.localeCompare(b.id) || a.version - b.version)
  return survey
}

function countsOf(trx: Trx, relations: readonly RelationId[]) {
  return trx
    .selectFrom('response')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspace_id', '=', 'response.workspace_id')
        .onRef('participant.id', '=', 'response.participant_id'),
    )
    .select(['response.relation_id', 'instrument_id', 'instrument_version'])
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`max(octet_length(open_text))::int`.as('open_text'),
      sql<number>`max(octet_length(name))::int`.as('name'),
    ])
    .where('response.relation_id', '=', anyOf(relations))
    .groupBy(['response.relation_id', 'instrument_id', 'instrument_version'])
    .execute()
}

function* batchesOf(relations: readonly Titled[]): Generator<readonly Titled[]> {
  for (let at = 0; at < relations.length; at += relationsAtOnce)
    yield relations.slice(at, at + relationsAtOnce)
}

export type Reading = { db: Db; now: () => string; who: Membership }

/**
 * The answers of some collaborations, in the order in which they were given within each fifty. Each piece is read in a
 * transaction of its own, in the name of the member: whoever loses her place under way gets nothing more.
 */
export async function* checkRows(reading: Reading, relations: readonly Titled[]): AsyncGenerator<CheckRow[]> {
  for (const batch of batchesOf(relations)) {
    let after: Place | null = null
    do {
      const rows: CheckRow[] = await pageOf(reading, { batch, after })
      if (rows.length > 0) yield rows
      const last: CheckRow | undefined = rows.at(-1)
      after = last === undefined || rows.length < answersAtOnce ? null : { at: last.answered_at, id: last.id }
    } while (after !== null)
  }
}

type Place = { at: string; id: string }

function pageOf(
  { db, now, who }: Reading,
  of: { batch: readonly Titled[]; after: Place | null },
): Promise<CheckRow[]> {
  return db.transaction().execute(async (trx) => {
    const session = await openSession(trx, { ...who, now: now() }, 'overview')
    const own = new Set((await titlesOf(trx, session.member.id)).map(({ id }) => id))
    const batch = of.batch.filter(({ id }) => own.has(id))
    const ids = batch.map(({ id }) => id)
    if (ids.length === 0) return []
    await setContext(trx, { ...session.context, relations: ids })
    const people = new Map((await participantsOf(trx, ids)).map((row) => [row.id, row]))
    const titles = new Map(batch.map(({ id, title }) => [id, title]))
    const rows = await answersAfter(trx, ids, of.after)
    return rows.map((row) => {
      const person = people.get(row.participant_id as ParticipantId)
      const said = { name: person?.name ?? '', voice: person?.voice ?? '' }
      return { ...row, ...said, title: titles.get(row.relation_id) ?? '' }
    })
  })
}

function answersAfter(
  trx: Trx,
  relations: readonly RelationId[],
  after: Place | null,
): Promise<ResponseRow[]> {
  return trx
    .selectFrom('response')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(answered_at, id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('answered_at')
    .orderBy('id')
    .limit(answersAtOnce)
    .execute()
}

/** The collaborations of a member, or the one of them that was asked for; empty when that is not hers. */
export async function ownRelations(trx: Trx, member: MemberId, only?: RelationId): Promise<Titled[]> {
  const own = await titlesOf(trx, member)
  const wanted = only === undefined ? own : own.filter(({ id }) => id === only)
  return wanted.toSorted((a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id))
}

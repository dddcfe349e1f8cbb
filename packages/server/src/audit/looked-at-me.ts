import type { RecordedLine } from '@weerklank/core/audit/nen7513'
import { grouped, isSelf, type LookedAt, type Reader, shownTo, type Who } from '@weerklank/core/audit/shown'
import type { ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { reasonOf } from './audit.presenter.ts'
import { type Emergency, findEmergencies, toRecordedLine } from './audit.repository.ts'

export type LookedAtMe = {
  person: PersonId
  /** As whom she takes part, and in what: what her context lists. */
  participants: readonly ParticipantId[]
  relations: readonly RelationId[]
  /** Days are those of the workspace. */
  timeZone: string
  /** How many lines at most, after those of a day that say the same became one. */
  limit: number
}

/** Lines that are read at a time, and at most: what is older, she can ask for. */
const batchSize = 500
const readAtMost = 5_000

/**
 * Who looked at what about a person, the latest first, as she may read it (core/audit/shown.ts); `lookedAtWords` says it.
 * In the context of her own page: actor `{ person }`, her participants and relations, purpose `access`.
 */
export async function lookedAtMe(trx: Trx, of: LookedAtMe): Promise<{ lines: LookedAt[]; more: boolean }> {
  const known = await knownOf(trx, of)
  const day = (at: Instant) => localDay(at, of.timeZone)
  const shown: Omit<LookedAt, 'times'>[] = []
  let after: Line | undefined
  for (let read = 0; read < readAtMost; read += batchSize) {
    const batch = await linesAbout(trx, of, after)
    shown.push(...(await readable(trx, of, batch)).map((line) => present(line, known, of)))
    const lines = grouped(shown, day)
    // One more than asked: the last day may go on in the lines that were not read.
    if (batch.length < batchSize || lines.length > of.limit) {
      return { lines: lines.slice(0, of.limit), more: lines.length > of.limit }
    }
    after = batch.at(-1)
  }
  return { lines: grouped(shown, day).slice(0, of.limit), more: true }
}

type Line = RecordedLine & { place: number }
type Row = Parameters<typeof toRecordedLine>[0] & { place: number }

/** Lines about her alone or one of her collaborations, and what of hers was shown where someone looked at many at once. */
async function linesAbout(trx: Trx, of: LookedAtMe, after: Line | undefined): Promise<Line[]> {
  const hers = sql`(relation_id = ${anyOf(of.relations)} or person_id = ${of.person})`
  const from = (id: RawBuilder<unknown>, place: RawBuilder<unknown>) =>
    after === undefined
      ? sql``
      : sql`and (at, ${id}, ${place}) < (${after.at}::timestamptz, ${after.id}::uuid, ${after.place}::integer)`
  const { rows } = await sql<Row>`
    select id, at, actor, action, subject, subject_id, relation_id, kind, roles, basis, person_id, 0 as place
    from audit_event where ${hers} ${from(sql`id`, sql`0`)}
    union all
    select event_id, at, actor, action, case when relation_id is null then 'person' else 'relation' end,
      coalesce(relation_id, person_id), relation_id, null, '', basis, person_id, place
    from audit_shown where ${hers} ${from(sql`event_id`, sql`place`)}
    order by at desc, id desc, place desc limit ${batchSize}`.execute(trx)
  return rows.map((row) => ({ ...toRecordedLine({ ...row, ...unchained }), place: row.place }))
}

// Where a line stands in the chains is not for her page.
const unchained = { lane: null, seq: null, line: null, hash: null }

/** Of these lines those that she may read. */
async function readable(trx: Trx, of: LookedAtMe, lines: readonly RecordedLine[]): Promise<RecordedLine[]> {
  const own = await ownSubjects(trx, of, lines)
  return lines.filter((line) => shownTo(readerOf(of), { ...line, isHers: own.has(line.subjectId) }).allowed)
}

const readerOf = (of: LookedAtMe): Reader => ({ person: of.person, participants: of.participants })

/** Which of the things that lines are about belong to her as a participant. */
async function ownSubjects(
  trx: Trx,
  of: LookedAtMe,
  lines: readonly RecordedLine[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(lines.map(({ subjectId }) => subjectId))]
  const { rows } = await sql<{ id: string }>`
    select id from invitation where id = ${anyOf(ids)} and participant_id = ${anyOf(of.participants)}
    union all select id from response where id = ${anyOf(ids)} and participant_id = ${anyOf(of.participants)}
    union all select id from signal where id = ${anyOf(ids)} and participant_id = ${anyOf(of.participants)}`.execute(
    trx,
  )
  return new Set([...rows.map(({ id }) => id), ...of.participants])
}

type Known = {
  titles: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  emergencies: readonly Emergency[]
}

async function knownOf(trx: Trx, { relations }: LookedAtMe): Promise<Known> {
  const titles = await trx
    .selectFrom('relation')
    .select(['id', 'title'])
    .where('id', '=', anyOf(relations))
    .execute()
  const members = await trx.selectFrom('member').select(['id', 'name']).execute()
  return {
    titles: new Map(titles.map(({ id, title }) => [id, title])),
    names: new Map(members.map(({ id, name }) => [id, name])),
    emergencies: await findEmergencies(trx, relations),
  }
}

function present(line: RecordedLine, known: Known, of: LookedAtMe): Omit<LookedAt, 'times'> {
  const who = whoOf(line, known, of)
  // Her answer made it come about, but it was not she who saw something in it.
  const isByItself = line.action === 'signal.opened' && who === 'self'
  return {
    ...{ at: line.at, action: line.action, basis: isByItself ? 'system' : line.basis },
    who: isByItself ? 'program' : who,
    relation: line.relation === null ? null : (known.titles.get(line.relation) ?? null),
    reason: line.basis === 'emergency' ? reasonOf(line, known.emergencies) : null,
  }
}

function whoOf(line: RecordedLine, known: Known, of: LookedAtMe): Who {
  if (isSelf(readerOf(of), line.actor)) return 'self'
  // Nothing was shown: who it was is between her and the privacy officer, who can be asked.
  if (line.basis === 'refused') return { name: null }
  if (line.actor === 'system') return line.basis === 'command-line' ? 'operator' : 'program'
  if (line.actor.includes(':') || line.actor === 'link') return 'other'
  return { name: known.names.get(line.actor) ?? null }
}

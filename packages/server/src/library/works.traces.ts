import type { Instrument } from '@weerklank/core/feedback/instrument'
import { followedBy } from '@weerklank/core/library/works'
import type {
  MeetingId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { heldAt } from '../dialogue/dialogue.ts'
import { doneIn, type ScoredCheck, scoredChecks } from '../feedback/feedback.ts'
import type { Trx } from '../schema.ts'
import type { WorksTraceTable } from './works.table.ts'

type Content = { instruments: ReadonlyMap<string, Instrument> }
type Batch = { workspace: WorkspaceId; relations: readonly RelationId[]; meetings: readonly MeetingId[] }
type Person = { id: ParticipantId; person: PersonId }

/**
 * Writes anew what followed on what was done in some collaborations, of whom consents to research now. What was told of a trace
 * already stays marked so.
 */
export async function traceBatch(trx: Trx, content: Content, batch: Batch): Promise<number> {
  const { workspace, relations, meetings } = batch
  const reach: Context = { workspace, actor: 'system', relations, meetings }
  await setContext(trx, reach)
  const people = await consenting(trx, reach)
  const rows = people.length === 0 ? [] : await tracesOf(trx, content, { ...batch, people })
  const before = await trx
    .selectFrom('works_trace')
    .select(['person_id', 'subject_id', 'instrument_id', 'told_at'])
    .where('relation_id', '=', anyOf(relations))
    .execute()
  await trx.deleteFrom('works_trace').where('relation_id', '=', anyOf(relations)).execute()
  const told = new Map(before.map((row) => [keyOf(row), row.told_at]))
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows
      .slice(from, from + 500)
      .map((row) => ({ ...row, told_at: told.get(keyOf(row)) ?? null }))
    // Somebody who left and came back takes part twice: one deed with her is one trace.
    await trx
      .insertInto('works_trace')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return rows.length
}

const keyOf = (row: Pick<WorksTraceTable, 'person_id' | 'subject_id' | 'instrument_id'>) =>
  `${row.person_id} ${row.subject_id} ${row.instrument_id}`

/** Who of them lets what she answers be used for research, now. */
async function consenting(trx: Trx, reach: Context): Promise<Person[]> {
  const people = await trx
    .selectFrom('participant')
    .select(['id', 'person_id as person'])
    .where('relation_id', '=', anyOf(reach.relations))
    .execute()
  const persons = [...new Set(people.map(({ person }) => person))].toSorted()
  await setContext(trx, { ...reach, persons })
  const grants = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', anyOf(persons))
    .where('purpose', '=', 'research')
    .where('in_force', '=', true)
    // Whoever withdraws now waits until this is stored, and takes it out then.
    .forShare()
    .execute()
  await setContext(trx, reach)
  const given = new Set(grants.map(({ person_id }) => person_id))
  return people.filter(({ person }) => given.has(person))
}

async function tracesOf(
  trx: Trx,
  content: Content,
  of: Batch & { people: readonly Person[] },
): Promise<Insertable<WorksTraceTable>[]> {
  const participants = of.people.map(({ id }) => id)
  const deeds = [...(await doneIn(trx, of.relations)), ...(await heldAs(trx, of.meetings))]
  const checks = seriesOf(await scoredChecks(trx, content, { relations: of.relations, participants }))
  const settings = await settingsOf(trx, of.relations)
  const persons = new Map(of.people.map(({ id, person }) => [id, person]))
  return deeds.flatMap((deed) => {
    const person = persons.get(deed.participant)
    const place = settings.get(deed.relation)
    if (person === undefined || place === undefined) return []
    return [...(checks.get(deed.participant) ?? [])].flatMap(([instrument, series]) => {
      const found = followedBy(series, deed.at)
      if (found === null) return []
      return [
        {
          ...{ workspace_id: of.workspace, person_id: person, subject_id: deed.id },
          ...{ instrument_id: instrument, relation_id: deed.relation, deed: deed.deed, ...place },
          ...{ done_at: deed.at, before_count: found.before.length, after_count: found.after.length },
          ...{ nap: found.nap, tau_u: found.tauU, told_at: null },
        },
      ]
    })
  })
}

async function heldAs(trx: Trx, meetings: readonly MeetingId[]) {
  const held = await heldAt(trx, meetings)
  return held.map(({ format, ...row }) => ({ ...row, deed: `format:${format}` }))
}

/** The checks of each person, by instrument. */
function seriesOf(checks: readonly ScoredCheck[]) {
  const series = new Map<ParticipantId, Map<string, { at: Instant; value: number }[]>>()
  for (const { participant, instrument, at, value } of checks) {
    const own = series.get(participant) ?? new Map<string, { at: Instant; value: number }[]>()
    const line = own.get(instrument) ?? []
    line.push({ at, value })
    series.set(participant, own.set(instrument, line))
  }
  return series
}

type Where = Pick<WorksTraceTable, 'kind' | 'context' | 'situation'> & { colleague_ids: MemberId[] }

async function settingsOf(trx: Trx, relations: readonly RelationId[]): Promise<Map<RelationId, Where>> {
  const rows = await trx
    .selectFrom('relation')
    .select(['id', 'kind', 'context', 'situation', 'member_ids as colleague_ids'])
    .where('id', '=', anyOf(relations))
    .execute()
  return new Map(rows.map(({ id, ...where }) => [id, where]))
}

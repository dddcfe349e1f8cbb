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
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { heldAt } from '../dialogue/dialogue.ts'
import { type CheckSeries, checkSeries, doneIn } from '../feedback/feedback.ts'
import type { Trx } from '../schema.ts'
import { keepTraces, type TraceRow } from './works.keep.ts'
import type { WorksTraceTable } from './works.table.ts'

type Content = { instruments: ReadonlyMap<string, Instrument> }
/** Some collaborations, with the meetings that were held in them and the people who take part. */
export type Batch = {
  workspace: WorkspaceId
  relations: readonly RelationId[]
  meetings: readonly MeetingId[]
  persons: readonly PersonId[]
}

/** What the work on a batch reaches. */
export function reachOf({ workspace, relations, meetings, persons }: Batch): Context {
  return { workspace, actor: 'system', relations, meetings, persons }
}

/** Writes what followed on what was done in some collaborations, of whom consents to research now. Gives how many there are. */
export async function traceBatch(trx: Trx, content: Content, batch: Batch): Promise<number> {
  const [people, deeds, settings] = await Promise.all([
    consenting(trx, batch),
    deedsIn(trx, batch),
    settingsOf(trx, batch.relations),
  ])
  const checks = await checksOf(trx, content, { ...batch, people })
  await setContext(trx, reachOf(batch))
  const series = Map.groupBy(checks, ({ participant }) => participant)
  const rows = deeds.flatMap((deed) => {
    const person = people.get(deed.participant)
    const place = settings.get(deed.relation)
    if (person === undefined || place === undefined) return []
    const { id: subject_id, relation: relation_id, at: done_at } = deed
    const row = { workspace_id: batch.workspace, person_id: person, subject_id, relation_id, done_at }
    return (series.get(deed.participant) ?? []).flatMap((one) =>
      followed({ ...row, deed: deed.deed, ...place }, one),
    )
  })
  return keepTraces(trx, batch.relations, rows)
}

/** Who of them lets what she answers be used for research, now; as whom she takes part. */
async function consenting(trx: Trx, batch: Batch): Promise<Map<ParticipantId, PersonId>> {
  const [grants, people] = await Promise.all([
    trx
      .selectFrom('consent_grant')
      .select('person_id')
      .where('person_id', '=', anyOf(batch.persons))
      .where('purpose', '=', 'research')
      .where('in_force', '=', true)
      // Whoever withdraws now waits until this is stored, and takes it out then.
      .forShare()
      .execute(),
    trx
      .selectFrom('participant')
      .select(['id', 'person_id as person'])
      .where('relation_id', '=', anyOf(batch.relations))
      .execute(),
  ])
  const given = new Set(grants.map(({ person_id }) => person_id))
  return new Map(people.flatMap(({ id, person }) => (given.has(person) ? [[id, person]] : [])))
}

/** Each answer is looked up in the line of what is in reach, so that line is kept short where there are many. */
const readAtOnce = 4

type Of = Batch & { people: ReadonlyMap<ParticipantId, PersonId> }

/** Their checks, a few collaborations at a time; asked after whose consent is held, and of nobody else. */
async function checksOf(trx: Trx, content: Content, of: Of): Promise<CheckSeries[]> {
  const { workspace, relations, people } = of
  const participants = [...people.keys()]
  const found: CheckSeries[] = []
  for (let from = 0; from < relations.length && participants.length > 0; from += readAtOnce) {
    const some = relations.slice(from, from + readAtOnce)
    await setContext(trx, { workspace, actor: 'system', relations: some })
    found.push(...(await checkSeries(trx, content, { relations: some, participants })))
  }
  return found
}

async function deedsIn(trx: Trx, { relations, meetings }: Batch) {
  const [done, held] = await Promise.all([doneIn(trx, relations), heldAt(trx, meetings)])
  return [...done, ...held.map(({ format, ...row }) => ({ ...row, deed: `format:${format}` }))]
}

type Deed = Omit<TraceRow, 'instrument_id' | 'before_count' | 'after_count' | 'nap' | 'tau_u'>

/** How the checks of one line lay around a deed; none when there are too few. */
function followed(deed: Deed, { instrument, checks }: CheckSeries): TraceRow[] {
  const found = followedBy(checks, deed.done_at)
  if (found === null) return []
  const counts = { before_count: found.before.length, after_count: found.after.length }
  return [{ ...deed, instrument_id: instrument, ...counts, nap: found.nap, tau_u: found.tauU }]
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

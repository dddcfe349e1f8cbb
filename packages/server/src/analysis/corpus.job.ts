import type { CorpusSources } from '@weerklank/core/analysis/analysis'
import type { AnalysisId, MeetingId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { type Context, inContext, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import { type AnalysisRow, lockAnalysis } from './analysis.repository.ts'
import { corpusKind } from './analysis.ts'
import { type Standing, standingOf } from './corpus.consent.ts'
import { meetingSources } from './corpus.meeting.ts'
import { refOf, type Scope, type Source } from './corpus.pieces.ts'
import { relationSources } from './corpus.relation.ts'
import { writeSource } from './corpus.write.ts'
import { namesFor } from './document.bring.ts'

/** Plans that one analysis takes in what its sources hold now. */
export async function queueAnalysis(
  trx: Trx,
  world: World,
  { workspace, analysis }: { workspace: WorkspaceId; analysis: AnalysisId },
): Promise<void> {
  const payload = { workspace, analysis }
  await enqueue(trx, world, { kind: corpusKind, key: world.newId(), payload, runAt: world.now() })
}

type Deps = { db: Db; world: World }

/**
 * Lets words flow into the analyses whose sources hold them, of whom consents, and takes out what is no longer there or may no
 * longer be used. Nothing of what is in the work itself is needed twice: doing it again changes nothing.
 */
export function corpusFlow({ db, world }: Deps): JobHandler {
  return async ({ payload }) => {
    const start: Context = { workspace: payload.workspace as WorkspaceId, actor: 'system', relations: [] }
    const rows = await inContext(db, start, (trx) =>
      trx.selectFrom('analysis').select(['id', 'sources']).orderBy('id').execute(),
    )
    for (const { id, sources } of rows) {
      if (payload.analysis !== undefined && payload.analysis !== id) continue
      if (payload.meeting !== undefined && !sources.meetings.includes(payload.meeting as MeetingId)) continue
      if (payload.relation !== undefined && !sources.relations.includes(payload.relation as RelationId))
        continue
      await inContext(db, start, (trx) => flowInto(trx, { world, start, analysis: id, payload }))
    }
    return null
  }
}

type Of = { world: World; start: Context; analysis: AnalysisId; payload: Record<string, string> }

/** Lets what the sources of one analysis hold flow into it, in a transaction of the program. */
export async function flowInto(trx: Trx, of: Of): Promise<void> {
  const { world, start, analysis, payload } = of
  const context: Context = { ...start, analyses: [analysis], purpose: 'corpus' }
  await setContext(trx, context)
  const row = await lockAnalysis(trx, analysis)
  const { sources } = row
  const scope = await scopeOf(trx, { context, sources, payload })
  if (scope === null) return
  await setContext(trx, { ...context, ...scope })
  const found = (await collect(trx, scope, sources)).filter(({ kind }) => sources.kinds.includes(kind))
  const persons = [...new Set(found.flatMap(({ present }) => present.map(({ person }) => person)))]
  // In the order of their identifiers: two of these at once wait for each other, and never both.
  await setContext(trx, { ...context, ...scope, persons: persons.toSorted() })
  const standing = await standingOf(trx, persons.toSorted())
  const within = { workspace: start.workspace, analysis }
  const fresh: PersonId[] = []
  const wanted = found.filter(({ pieces }) => pieces.length > 0)
  const names = await namesFor(trx, analysis, speakingIn(wanted, standing))
  const at = { world, within, standing, names, unheard: unheardIn(found, standing) }
  for (const source of wanted) fresh.push(...(await writeSource(trx, source, at)))
  await removeSources(trx, row, { scope: payload.analysis === undefined ? scope : null, wanted })
  if (fresh.length > 0) await writeDown(trx, { world, within, persons: fresh })
}

/** Whose words come in or are there, in the order in which they begin to speak: each has a pseudonym. */
function speakingIn(found: readonly Source[], standing: Standing): PersonId[] {
  const spoke = found.flatMap(({ pieces }) => pieces.flatMap((piece) => piece?.person ?? []))
  return [...new Set(spoke)].filter((person) => standing.get(person) === 'in-force')
}

/** Who spoke, and whose words may not be used: not hearing them here is no silence of theirs. */
function unheardIn(found: readonly Source[], standing: Standing): ReadonlySet<PersonId> {
  const spoke = found.flatMap(({ pieces }) => pieces.flatMap((piece) => piece?.person ?? []))
  return new Set(spoke.filter((person) => standing.get(person) !== 'in-force'))
}

/** What is to be looked at: one meeting or collaboration, those of one person, or everything. Null: nothing of hers is here. */
async function scopeOf(
  trx: Trx,
  of: { context: Context; sources: CorpusSources; payload: Record<string, string> },
): Promise<Scope | null> {
  const { context, sources, payload } = of
  if (payload.meeting !== undefined) return { meetings: [payload.meeting as MeetingId], relations: [] }
  if (payload.relation !== undefined) return { meetings: [], relations: [payload.relation as RelationId] }
  if (payload.person === undefined) return { meetings: sources.meetings, relations: sources.relations }
  const person = payload.person as PersonId
  await setContext(trx, {
    ...context,
    meetings: sources.meetings,
    relations: sources.relations,
    persons: [person],
  })
  const meetings = await trx
    .selectFrom('meeting_place')
    .select('meeting_id')
    .where('person_id', '=', person)
    .execute()
  const relations = await trx
    .selectFrom('participant')
    .select('relation_id')
    .where('person_id', '=', person)
    .execute()
  await setContext(trx, context)
  const scope = {
    meetings: sources.meetings.filter((id) => meetings.some((row) => row.meeting_id === id)),
    relations: sources.relations.filter((id) => relations.some((row) => row.relation_id === id)),
  }
  return scope.meetings.length + scope.relations.length === 0 ? null : scope
}

async function collect(trx: Trx, scope: Scope, sources: CorpusSources): Promise<Source[]> {
  const found: Source[] = []
  for (const id of scope.meetings) found.push(...(await meetingSources(trx, id)))
  for (const id of scope.relations) {
    found.push(...(await relationSources(trx, id, sources.relations.indexOf(id) + 1)))
  }
  return found
}

/** Documents whose source is not there any more or was left out; of all, or those that were looked at. */
async function removeSources(
  trx: Trx,
  { id }: AnalysisRow,
  { scope, wanted }: { scope: Scope | null; wanted: readonly Source[] },
): Promise<void> {
  const kept = new Set(wanted.map(({ ref }) => ref))
  const begins =
    scope === null ? null : [...scope.meetings.map(refOf.meeting), ...scope.relations.map(refOf.relation)]
  const rows = await trx
    .selectFrom('analysis_document')
    .select(['id', 'source_ref'])
    .where('analysis_id', '=', id)
    .where('source_ref', '!=', '')
    .execute()
  const gone = rows
    .filter(({ source_ref: ref }) => !kept.has(ref))
    .filter(({ source_ref: ref }) => begins === null || begins.some((one) => ref.startsWith(one)))
    .map((row) => row.id)
  if (gone.length > 0) await trx.deleteFrom('analysis_document').where('id', '=', anyOf(gone)).execute()
}

/** That words of these people were taken into an analysis: each can read it. */
async function writeDown(
  trx: Trx,
  of: {
    world: World
    within: { workspace: WorkspaceId; analysis: AnalysisId }
    persons: readonly PersonId[]
  },
): Promise<void> {
  const { workspace, analysis } = of.within
  const line = recordOf(of.world, {
    ...{ workspace, actor: 'system', action: 'analysis.words-taken', relation: null },
    subject: { kind: 'analysis', id: analysis },
  })
  await writeRecords(trx, [{ ...line, shown: [...new Set(of.persons)].sort().map((id) => `p:${id}`) }])
}

import type { ParticipantId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { heldAt } from '../dialogue/dialogue.ts'
import { type CheckSeries, checkSeries, doneIn } from '../feedback/feedback.ts'
import type { Trx } from '../schema.ts'
import {
  type Batch,
  type Content,
  type Deed,
  deedRow,
  type Found,
  followed,
  reachOf,
  type Where,
} from './works.batch.ts'
import { consentHeld } from './works.consent.ts'
import { keepTraces, type TraceRow } from './works.keep.ts'
import { teamTraces } from './works.teams.ts'

/** Writes what followed on what was done in some collaborations, of whom consents to research now. Gives how many there are. */
export async function traceBatch(trx: Trx, content: Content, batch: Batch): Promise<number> {
  const [people, deeds, settings] = await Promise.all([
    consenting(trx, batch),
    deedsIn(trx, batch),
    settingsOf(trx, batch.relations),
  ])
  const found = { people, deeds, settings }
  const checks = await checksOf(trx, content, { ...batch, people })
  const inTeams = await teamTraces(trx, content, { ...batch, ...found })
  await setContext(trx, reachOf(batch))
  const rows = personTraces(batch.workspace, found, checks)
  return keepTraces(trx, { relations: batch.relations }, [...rows, ...inTeams])
}

function personTraces(workspace: WorkspaceId, { people, deeds, settings }: Found, checks: CheckSeries[]) {
  const series = Map.groupBy(checks, ({ participant }) => participant)
  return deeds.flatMap((deed): TraceRow[] => {
    const person_id = people.get(deed.participant)
    const place = settings.get(deed.relation)
    if (person_id === undefined || place === undefined) return []
    const row = { ...deedRow(workspace, deed), source: 'collaboration' as const, person_id, ...place }
    return (series.get(deed.participant) ?? []).flatMap((line) => followed(row, line))
  })
}

/** Who of them lets what she answers be used for research, now; as whom she takes part. */
async function consenting(trx: Trx, batch: Batch): Promise<Map<ParticipantId, PersonId>> {
  const [given, people] = await Promise.all([
    consentHeld(trx, batch.persons),
    trx
      .selectFrom('participant')
      .select(['id', 'person_id as person'])
      .where('relation_id', '=', anyOf(batch.relations))
      .execute(),
  ])
  return new Map(people.flatMap(({ id, person }) => (given.has(person) ? [[id, person]] : [])))
}

/** Each answer is looked up in the line of what is in reach, so that line is kept short where there are many. */
const readAtOnce = 10

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

async function deedsIn(trx: Trx, { relations, meetings }: Batch): Promise<Deed[]> {
  const [done, held] = await Promise.all([doneIn(trx, relations), heldAt(trx, meetings)])
  return [...done, ...held.map(({ format, ...row }) => ({ ...row, deed: `format:${format}` }))]
}

async function settingsOf(trx: Trx, relations: readonly RelationId[]): Promise<Map<RelationId, Where>> {
  const rows = await trx
    .selectFrom('relation')
    .select(['id', 'kind', 'context', 'situation', 'member_ids as colleague_ids'])
    .where('id', '=', anyOf(relations))
    .execute()
  return new Map(rows.map(({ id, ...where }) => [id, where]))
}

import { goalInstrument, isGoalMet } from '@weerklank/core/feedback/goal'
import { type Instrument, instrumentFamily } from '@weerklank/core/feedback/instrument'
import { allSignals, type RelationHistory } from '@weerklank/core/feedback/signal.history'
import type { FoundSignal, HistoryCheck } from '@weerklank/core/feedback/signal.new-check'
import type { RelationId, SignalId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { tellOfSignals } from '../access/access.ts'
import { type AuditRecord, recordOf, writeRecords } from '../audit/audit.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { ResponseRow } from './feedback.repository.ts'
import type { Content } from './instruments.ts'

type Deps = { world: World; content: Pick<Content, 'instruments'> }
type Of = {
  workspace: WorkspaceId
  relations: readonly RelationId[]
  /** Why it was looked at, as the record says it; left out for the system's own work. */
  basis?: AuditRecord['basis']
}

/**
 * Reads all answers of some collaborations again and opens what they raise and what is not there yet. Never takes a signal
 * away, never opens again what a person closed. What rests on time (a missed check, an open rupture) or on a person's own
 * tag has its own look; what rests on the other half of a mutual picture is raised where both are opened. Gives how many
 * are new.
 */
export async function openMissingSignals(trx: Trx, { world, content }: Deps, of: Of): Promise<number> {
  if (of.relations.length === 0) return 0
  const [responses, known] = await Promise.all([answersOf(trx, of.relations), keysOf(trx, of.relations)])
  const now = world.now()
  const rows = Array.from(byRelation(responses), ([relation, own]) =>
    found(own, content.instruments, now)
      .filter((one) => !known.has(keyOf(relation, one)))
      .map((one) => ({ id: world.newId<SignalId>(), relation, ...one })),
  ).flat()
  if (rows.length === 0) return 0
  const opened = await insertFound(trx, of.workspace, rows)
  await refreshAttentions(trx, [...new Set(opened.map((one) => one.relation))])
  const told = opened.map(({ relation, id }) => ({ relation, signal: id }))
  await tellOfSignals(trx, { workspace: of.workspace, at: now, opened: told })
  const lines = opened.map((one) =>
    recordOf(world, {
      ...{ workspace: of.workspace, actor: 'system', action: 'signal.opened', relation: one.relation },
      subject: { kind: 'signal', id: one.id },
      ...(of.basis && { basis: of.basis }),
    }),
  )
  if (lines.length > 0) await writeRecords(trx, lines)
  return opened.length
}

type Answer = Pick<
  ResponseRow,
  | 'id'
  | 'relation_id'
  | 'participant_id'
  | 'contact_id'
  | 'instrument_id'
  | 'instrument_version'
  | 'answers'
  | 'answered_at'
>

function answersOf(trx: Trx, relations: readonly RelationId[]): Promise<Answer[]> {
  return (
    trx
      .selectFrom('response')
      .select(['id', 'relation_id', 'participant_id', 'contact_id', 'instrument_id', 'instrument_version'])
      .select(['answers', 'answered_at'])
      .where('relation_id', '=', anyOf(relations))
      // One half of a mutual picture that is still shut says nothing, not even by a signal.
      .where('sealed', '=', false)
      .execute()
  )
}

async function keysOf(trx: Trx, relations: readonly RelationId[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('signal')
    .select(['relation_id', 'participant_id', 'rule', 'occasion'])
    .where('relation_id', '=', anyOf(relations))
    .execute()
  return new Set(rows.map((row) => keyOf(row.relation_id, { ...row, participant: row.participant_id })))
}

/** What makes a signal one of a kind, see the table. */
function keyOf(relation: RelationId, one: Pick<FoundSignal, 'participant' | 'rule' | 'occasion'>): string {
  return `${relation} ${one.participant} ${one.rule} ${one.occasion}`
}

function byRelation(responses: readonly Answer[]): Map<RelationId, Answer[]> {
  return Map.groupBy(responses, (one) => one.relation_id)
}

function found(
  responses: readonly Answer[],
  instruments: ReadonlyMap<string, Instrument>,
  until: Instant,
): FoundSignal[] {
  const checks = responses.flatMap((row) => checkOf(row, instruments) ?? [])
  const history = { ...nothingElse, instruments, checks, goals: [], until }
  // Whether a goal is met is known of one person, so that her line is read with it by itself.
  const goals = Map.groupBy(
    responses.flatMap((row) => goalTold(row, instruments) ?? []),
    (one) => one.participant,
  )
  const still = Array.from(goals, ([participant, told]) => {
    const own = checks.filter((check) => check.participant === participant)
    return allSignals({ ...history, checks: own, goals: told }).filter(({ rule }) => rule === 'no-change')
  })
  return [...allSignals(history), ...still.flat()]
}

const nothingElse: Pick<RelationHistory, 'asking' | 'ruptures' | 'challenges'> = {
  asking: [],
  ruptures: [],
  challenges: [],
}

/** An answer as the rules read it; null for the professional's half of a picture, and for what is not published here. */
function checkOf(row: Answer, instruments: ReadonlyMap<string, Instrument>): HistoryCheck | null {
  const key = `${row.instrument_id}@${row.instrument_version}`
  const instrument = instruments.get(key)
  if (instrument === undefined || instrument.perspective === 'professional') return null
  return {
    ...{ id: row.id, participant: row.participant_id, professional: false, instrument: key },
    family: instrumentFamily(instrument),
    contact: row.contact_id,
    ...{ answers: row.answers, answeredAt: row.answered_at },
  }
}

function goalTold(row: Answer, instruments: ReadonlyMap<string, Instrument>) {
  const instrument = instruments.get(`${row.instrument_id}@${row.instrument_version}`)
  if (instrument?.id !== goalInstrument) return null
  const met = isGoalMet(instrument, row.answers)
  return met === null ? null : { participant: row.participant_id, at: row.answered_at, met }
}

type Found = FoundSignal & { id: SignalId; relation: RelationId }

/** Stores signals, as one value however many they are. One that came in meanwhile stays as it is. Gives the new ones. */
async function insertFound(
  trx: Trx,
  workspace: WorkspaceId,
  rows: readonly Found[],
): Promise<{ id: SignalId; relation: RelationId }[]> {
  const { rows: opened } = await sql<{ id: SignalId; relation: RelationId }>`
    insert into signal (workspace_id, id, relation_id, participant_id, response_id, rule, occasion, finding, opened_at)
    select ${workspace}::uuid, f.id, f.relation, f.participant, f.response, f.rule, f.occasion, f.finding, f."openedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) f(id uuid, relation uuid, participant uuid, response uuid,
      rule text, occasion text, finding jsonb, "openedAt" timestamptz)
    on conflict (workspace_id, relation_id, participant_id, rule, occasion) do nothing
    returning id, relation_id as relation`.execute(trx)
  return opened
}

async function refreshAttentions(trx: Trx, relations: readonly RelationId[]): Promise<void> {
  if (relations.length === 0) return
  await sql`
    update relation set attention_at =
      (select max(opened_at) from signal s where s.workspace_id = relation.workspace_id and s.relation_id = relation.id
        and s.outcome is null and s.readers is null)
    where id = any(${relations}::uuid[])`.execute(trx)
}

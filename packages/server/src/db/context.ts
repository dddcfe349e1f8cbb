import type {
  AnalysisId,
  MeetingId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  RoundId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { type Kysely, sql, type Transaction } from 'kysely'

/**
 * In whose name a transaction works, and what is in its reach. Row-level security shows and takes only what is listed
 * here: a page's worth, not thousands (each row is looked up in the line). Whoever came by a link is narrowed to what is
 * her own.
 */
export type Context = {
  workspace: WorkspaceId
  actor: { member: MemberId } | { participant: ParticipantId } | { person: PersonId } | 'link' | 'system'
  relations: readonly RelationId[]
  /** For a person on her own page: as whom she takes part. A participant as actor is listed by itself. */
  participants?: readonly ParticipantId[]
  /** Whose choices, link and own data are in reach. A person as actor is listed by itself. */
  persons?: readonly PersonId[]
  /** Whose answer is being stored: opens the few rows that an answer touches outside itself, and nothing else of hers. */
  storing?: PersonId
  rounds?: readonly RoundId[]
  /** Meetings and analyses that are open to her: as with collaborations, the one she looks inside. */
  meetings?: readonly MeetingId[]
  analyses?: readonly AnalysisId[]
  /** Trajectories whose numbers she reads, that she leads, or in which she takes part: each reaches something else. */
  monitors?: readonly TrajectoryId[]
  leads?: readonly TrajectoryId[]
  joins?: readonly TrajectoryId[]
  /** What the member is in the workspace, for what belongs to a role and holds no content. */
  roles?: readonly string[]
  /** Hash of the link by which someone comes in, until it is known whose link it is. */
  token?: string
  /** Collaborations that are shared with her for supervision: some of what is in them is read, nothing written. */
  supervised?: readonly RelationId[]
  /** What the transaction is for, where that opens or closes a door: see the policies. */
  purpose?: Purpose
  /** Came in for an emergency: reads what `relations` reach, writes only the record. Holds whatever the purpose. */
  onlyLooks?: boolean
}

export type Purpose =
  | 'account'
  | 'answering'
  | 'audit'
  | 'access'
  | 'deletion'
  | 'emergency'
  | 'results'
  | 'research'
  | 'names'
  | 'renewal'
  | 'reveal'
  | 'readers'
  | 'undo'
  | 'corpus'
  | 'professional'

/** Opens one transaction, sets its context, and runs the work in it: everything or nothing is stored. */
export async function inContext<Schema, Result>(
  db: Kysely<Schema>,
  context: Context,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await setContext(trx, context)
    return work(trx)
  })
}

/** Replaces the context of a running transaction, e.g. when a link turned out to belong to one relation. */
export async function setContext<Schema>(trx: Transaction<Schema>, context: Context): Promise<void> {
  // Literals, one statement each, because set_config() does not reach the shards of a distributed database (architecture.md).
  for (const [name, literal] of Object.entries(contextLiterals(context))) {
    await sql.raw(`set local app.${name} = '${literal}'`).execute(trx)
  }
}

/** Who acts, as the audit writes it: `<member id>`, `participant:<id>`, `person:<id>`, `link` or `system`. */
export function actorText(actor: Context['actor']): string {
  if (typeof actor === 'string') return actor
  if ('member' in actor) return actor.member
  return 'person' in actor ? `person:${actor.person}` : `participant:${actor.participant}`
}

const nobody = '00000000-0000-0000-0000-000000000000'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/
const word = /^[a-z]+(-[a-z]+)*$/

/**
 * The context as the texts of SQL literals; policies read them for each row, so what they read most is shortest (ADR 0025).
 *
 * - `ctx`: `w:<workspace> m:<member> c ` (a colleague or the system) or ` o ` (only what is her own), and then a tag and a
 *   space for each thing she is or may.
 * - `member`: the member once more, by herself.
 * - `reach`: a tag and a space for each collaboration in reach, which may be thousands, each meeting, analysis and trajectory.
 *
 * Only values of known shape come in, so no quote or backslash can: a value of another shape throws.
 */
export function contextLiterals(context: Context): { ctx: string; member: string; reach: string } {
  const { actor, participants = [], persons = [], rounds = [], roles = [] } = context
  const of: { member?: string; participant?: string; person?: string } =
    typeof actor === 'string' ? {} : actor
  const isOwnOnly = actor === 'link' || of.participant !== undefined || of.person !== undefined
  const member = of.member ?? nobody
  return {
    ctx: lineOf([
      ...tagged('w', [context.workspace], uuid),
      ...tagged('m', [member], uuid),
      isOwnOnly ? 'o' : 'c',
      ...(actor === 'system' ? ['for:system'] : []),
      ...(of.participant === undefined ? [] : ['for:answering']),
      ...tagged('for', listOf(context.purpose), word),
      ...(context.onlyLooks === true ? ['for:emergency-look'] : []),
      ...tagged('role', roles, word),
      ...tagged('t', listOf(context.token), hash),
      ...tagged('p', [...listOf(of.participant), ...participants], uuid),
      ...tagged('s', [...listOf(of.person), ...persons], uuid),
      ...tagged('a', listOf(context.storing), uuid),
      ...tagged('q', rounds, uuid),
    ]),
    member,
    reach: reachOf(context),
  }
}

function reachOf({ relations, supervised = [], meetings = [], analyses = [], ...of }: Context): string {
  const { monitors = [], leads = [], joins = [] } = of
  return lineOf([
    '',
    ...tagged('v', supervised, uuid),
    ...tagged('g', meetings, uuid),
    ...tagged('j', analyses, uuid),
    ...tagged('y', monitors, uuid),
    ...tagged('l', leads, uuid),
    ...tagged('d', joins, uuid),
    ...tagged('r', relations, uuid),
  ])
}

/** Each followed by a space. */
const lineOf = (words: readonly string[]) => words.map((one) => `${one} `).join('')

const listOf = (value: string | undefined) => (value === undefined ? [] : [value])

function tagged(letter: string, values: readonly string[], shape: RegExp): string[] {
  for (const value of values) {
    if (!shape.test(value))
      throw new Error(`Not a value of its kind in the context of a transaction: ${letter}`)
  }
  return values.map((value) => `${letter}:${value}`)
}

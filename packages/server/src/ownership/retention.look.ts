import { dueFrom, previewDays, type RetentionKind, retentionKinds } from '@weerklank/core/ownership/retention'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { pruneAudit, record } from '../audit/audit.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import type { Db, Trx } from '../schema.ts'
import { removeRelation, removeUnattached } from './retention.relation.ts'
import { daysIn } from './retention.repository.ts'
import { removeFiles } from './takeaway.files.ts'

export type Counts = Record<RetentionKind, number>
/** What went (null when nothing was to go) and what will go within thirty days. */
export type Look = { removed: Counts | null; soon: Counts }

/** One time that a workspace is gone through. */
export type Run = { id: string; at: Instant; workspace: WorkspaceId }
type Deps = { world: World; log: Log; dataDir: string | null }

/** From when on the records of each kind are due. */
type Cutoffs = Readonly<Record<RetentionKind, Instant>>

async function cutoffsOf(trx: Trx, workspace: WorkspaceId, at: Instant): Promise<Cutoffs> {
  const days = await daysIn(trx, workspace)
  const cutoffs = retentionKinds.map((kind) => [kind, dueFrom(at, days[kind])])
  return Object.fromEntries(cutoffs) as Record<RetentionKind, Instant>
}

type Single = {
  table: string
  /** The rest of its key. */
  key: string
  /** Which rows `t` are due. */
  due: ReturnType<typeof sql>
  /** Tables that hang on it by `<table>_id`, what refers to something before what it refers to. */
  parts?: readonly string[]
  /** A part of it that names people: whoever then appears nowhere goes too. */
  people?: string
}

/** Records of one table or a few, with what hangs on each. */
const single = {
  'working-notes': (before: Instant) => [
    { table: 'working_note', key: 'id', due: sql`changed_at <= ${before}` },
    { table: 'own_challenge', key: 'id', due: sql`changed_at <= ${before}` },
    // Strain that somebody noticed and kept to herself is a note of her own too.
    {
      table: 'rupture',
      key: 'id',
      due: sql`t.shared_at is null and t.changed_at <= ${before}`,
      parts: ['rupture_step'],
    },
    // A story of practice that was not looked through, or in which somebody was known again; what hangs on it goes too.
    { table: 'practice_story', key: 'id', due: sql`t.shared_at is null and t.changed_at <= ${before}` },
    { table: 'practice_addition', key: 'id', due: sql`t.shown_at is null and t.created_at <= ${before}` },
  ],
  'practice-stories': (before: Instant) => [
    {
      table: 'practice_story',
      key: 'id',
      due: sql`t.shared_at <= ${before} and not exists (select from practice_addition a
        where a.workspace_id = t.workspace_id and a.story_id = t.id and a.created_at > ${before})`,
    },
  ],
  // What hangs on a meeting goes with it: places, links, texts, and what came after.
  'meeting-notes': (before: Instant) => [
    {
      table: 'meeting',
      key: 'id',
      due: sql`t.status <> 'live' and coalesce(t.ended_at, t.planned_at) <= ${before}`,
      people: 'meeting_place',
    },
    // A trajectory that ended, with its register and what learners wrote in it.
    {
      table: 'trajectory',
      key: 'id',
      due: sql`t.status = 'ended' and t.ended_at <= ${before}`,
      people: 'learner',
    },
  ],
  // Answers that a program brought in for nobody of a collaboration; the others go with theirs.
  'care-data': (before: Instant) => [
    { table: 'form_response', key: 'id', due: sql`t.relation_id is null and t.stored_at <= ${before}` },
  ],
  research: (before: Instant) => [
    {
      table: 'research_answer',
      key: 'id',
      due: sql`answered_on <= ${before.slice(0, 10)}::date`,
    },
    // An analysis with its words, themes and memos, after it was last worked on.
    { table: 'analysis', key: 'id', due: sql`t.changed_at <= ${before}`, people: 'analysis_passage' },
  ],
  'personal-links': (before: Instant) => [
    // What was filled in and never sent: when the link is over, nobody can send it any more.
    {
      table: 'form_draft',
      key: 'form_invitation_id',
      due: sql`exists (select from form_invitation i where i.workspace_id = t.workspace_id
        and i.id = t.form_invitation_id
        and least(i.expires_at, coalesce(i.answered_at, i.revoked_at, i.expires_at)) + interval '30 days' <= ${before})`,
    },
    {
      table: 'person_link',
      key: 'token_hash',
      due: sql`least(expires_at, coalesce(revoked_at, expires_at)) <= ${before}`,
    },
  ],
  'sent-mail': (before: Instant) => [
    {
      table: 'mail_message',
      key: 'id',
      due: sql`coalesce(sent_at, given_up_at) <= ${before}`,
    },
  ],
  'round-tickets': (before: Instant) => [
    {
      table: 'round_ticket',
      key: 'token_hash',
      due: sql`exists (select from round r where r.workspace_id = t.workspace_id and r.id = t.round_id
      and coalesce(r.closed_at, r.closes_at) <= ${before})`,
    },
  ],
  rounds: (before: Instant) => [
    {
      table: 'round',
      key: 'id',
      due: sql`coalesce(t.closed_at, t.closes_at) <= ${before}`,
      parts: ['round_ticket', 'round_words', 'round_tally', 'round_view_tally', 'round_group'],
    },
  ],
} satisfies Partial<Record<RetentionKind, (before: Instant) => Single[]>>
type SingleKind = keyof typeof single
const singleKinds = Object.keys(single) as SingleKind[]

/** A collaboration goes when its own term is over and that of all research material from it. */
function relationsDue(workspace: WorkspaceId, cutoffs: Cutoffs) {
  const { 'care-data': closed, research } = cutoffs
  return sql`from relation c where c.workspace_id = ${workspace} and c.closed_at <= ${closed} and not exists (
    select from response r
    join research_answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
    where r.workspace_id = c.workspace_id and r.relation_id = c.id and a.answered_on > ${research.slice(0, 10)}::date)`
}

/** How many records of each kind are due at some moment (thirty days from the run unless said), if nothing changes. */
export async function lookAhead(trx: Trx, run: Run, days = previewDays): Promise<Counts> {
  const { workspace } = run
  const cutoffs = await cutoffsOf(trx, workspace, addDays(run.at, days))
  const counts = Object.fromEntries(retentionKinds.map((kind) => [kind, 0])) as Counts
  for (const kind of singleKinds) {
    for (const { table, due } of single[kind](cutoffs[kind])) {
      const rows = sql`from ${sql.table(table)} t where t.workspace_id = ${workspace} and ${due}`
      counts[kind] += await count(trx, rows)
    }
  }
  counts['care-data'] += await count(trx, relationsDue(workspace, cutoffs))
  counts['audit-log'] = await count(
    trx,
    sql`from audit_event where workspace_id = ${workspace} and at < ${cutoffs['audit-log']}`,
  )
  counts['takeaway-files'] = await count(
    trx,
    sql`from takeaway where workspace_id = ${workspace} and removed_at is null and made_at <= ${cutoffs['takeaway-files']}`,
  )
  return counts
}

async function count(trx: Trx, rest: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n ${rest}`.execute(trx)
  return Number(rows[0]?.n ?? 0)
}

/** Removes everything that is due, in many small transactions, each with its line in the record. */
export async function removeDue(owner: Db, deps: Deps, run: Run): Promise<Counts> {
  const cutoffs = await asMaintenance(owner, (trx) => cutoffsOf(trx, run.workspace, run.at))
  const counts = Object.fromEntries(retentionKinds.map((kind) => [kind, 0])) as Counts
  for (const kind of singleKinds) {
    for (const what of single[kind](cutoffs[kind])) {
      counts[kind] += await removeSingle(owner, deps, { run, kind, what })
    }
  }
  counts['care-data'] += await removeRelations(owner, deps, { run, cutoffs })
  counts['takeaway-files'] = await removeFiles(owner, deps, { ...run, before: cutoffs['takeaway-files'] })
  counts['audit-log'] = await removeLines(owner, deps, { run, before: cutoffs['audit-log'] })
  return counts
}

const batch = 1_000

type Removing = { run: Run; cutoffs: Cutoffs }

async function removeSingle(
  owner: Db,
  deps: Deps,
  of: { run: Run; kind: SingleKind; what: Single },
): Promise<number> {
  const { workspace } = of.run
  for (let total = 0; ; ) {
    const removed = await asMaintenance(owner, async (trx) => {
      const { count: gone, people } = await removeBatch(trx, workspace, of.what)
      if (gone > 0) await recordRemoval(trx, deps, of.run, of.kind)
      const leaves = of.kind === 'research' || of.kind === 'meeting-notes'
      if (leaves) await removeUnattached(trx, workspace, new Set(people))
      return gone
    })
    total += removed
    if (removed < batch) return total
  }
}

/** Removes some of what is due, and gives how many, and who they were about where a row says that. */
async function removeBatch(
  trx: Trx,
  workspace: WorkspaceId,
  of: Single,
): Promise<{ count: number; people: string[] }> {
  const [name, column] = [sql.table(of.table), sql.ref(of.key)]
  // What somebody is changing right now is looked at again tomorrow.
  const { rows } = await sql<{ key: string; person: string | null }>`
    select ${column} as key, to_jsonb(t) ->> 'person_id' as person
    from ${name} t where t.workspace_id = ${workspace} and ${of.due}
    order by ${column} limit ${batch} for update of t skip locked`.execute(trx)
  const keys = rows.map(({ key }) => key)
  const there = await peopleOf(trx, { workspace, what: of, keys })
  for (const part of of.parts ?? []) {
    await sql`delete from ${sql.table(part)} where workspace_id = ${workspace}
      and ${sql.ref(`${of.table}_id`)} = any (${keys})`.execute(trx)
  }
  await sql`delete from ${name} where workspace_id = ${workspace} and ${column} = any (${keys})`.execute(trx)
  return { count: rows.length, people: [...rows.map(({ person }) => person).filter(isKnown), ...there] }
}

async function peopleOf(
  trx: Trx,
  { workspace, what, keys }: { workspace: WorkspaceId; what: Single; keys: readonly string[] },
): Promise<string[]> {
  if (what.people === undefined) return []
  const { rows } = await sql<{ id: string }>`select person_id as id from ${sql.table(what.people)}
    where workspace_id = ${workspace} and ${sql.ref(`${what.table}_id`)} = any (${keys}) and person_id is not null`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

function isKnown(person: string | null): person is string {
  return person !== null
}

async function removeRelations(owner: Db, deps: Deps, { run, cutoffs }: Removing): Promise<number> {
  const { workspace } = run
  const found = await asMaintenance(owner, (trx) =>
    sql<{ id: string }>`select c.id ${relationsDue(workspace, cutoffs)} order by c.closed_at`.execute(trx),
  )
  let removed = 0
  for (const { id } of found.rows) {
    // One that cannot go, because of work on it at this moment, keeps no other from going.
    const isGone = await asMaintenance(owner, async (trx) => {
      const still = sql`select c.id ${relationsDue(workspace, cutoffs)} and c.id = ${id} for update`
      // Asked again under lock: it may have been opened again since.
      if ((await still.execute(trx)).rows.length === 0) return false
      await removeRelation(trx, deps.world, { workspace, relation: id })
      return true
    }).catch((error: unknown) => {
      deps.log.warn({ err: error, workspace }, 'A collaboration could not be removed; trying again tomorrow')
      return false
    })
    if (isGone) removed += 1
  }
  return removed
}

async function removeLines(owner: Db, deps: Deps, of: { run: Run; before: Instant }): Promise<number> {
  return asMaintenance(owner, async (trx) => {
    const [pruned] = await pruneAudit(trx, of.before, of.run.workspace)
    if (pruned?.broken) {
      deps.log.error(
        { workspace: of.run.workspace },
        'Old lines of the record stay: it is not whole. Look at it with `weerklank doctor --audit`',
      )
    }
    const lines = pruned?.lines ?? 0
    if (lines > 0) await recordRemoval(trx, deps, of.run, 'audit-log')
    return lines
  })
}

/** That something of a kind went, and in which run; never what it was. */
function recordRemoval(trx: Trx, { world }: Deps, ...[run, kind]: [Run, RetentionKind]): Promise<void> {
  const subject = { kind: `retention-${kind}`, id: run.id }
  const { workspace } = run
  return record(trx, world, {
    workspace,
    actor: 'system',
    action: 'retention.removed',
    subject,
    relation: null,
  })
}

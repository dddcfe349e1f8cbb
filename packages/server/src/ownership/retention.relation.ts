import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { removeHomeless } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

/** Everything that hangs on a collaboration, what refers to something before what it refers to. */
const parts = [
  // With its sides, people, links and all that was written in it.
  'circle',
  // With its places, links, texts and what came after it.
  'meeting',
  'webhook_delivery',
  'supervision_share',
  'own_challenge',
  'rupture_step',
  'rupture',
  'check_notice',
  'kiosk_code',
  'check_plan',
  'mutual_side',
  'mutual_picture',
  'agreement_echo',
  'agreement_participant',
  'agreement',
  'signal',
  'response',
  'form_response',
  'form_draft',
  'form_token',
  'form_invitation',
  'invitation_token',
  'invitation',
  'contact_summary',
  'contact',
  'relation_note',
  'emergency_access',
  'person_request',
] as const

/** Removes one collaboration with all that hangs on it, and the people who then appear nowhere. The caller holds its lock. */
export async function removeRelation(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; relation: string },
): Promise<void> {
  const { workspace } = of
  const here = sql`workspace_id = ${workspace} and relation_id = ${of.relation}`
  const people = await sql<{ id: string }>`
    select person_id as id from participant where ${here}
    union select person_id from person_request where ${here}
    union select asked_by from person_request where ${here}
    union select p.person_id from meeting_place p join meeting m on m.workspace_id = p.workspace_id
      and m.id = p.meeting_id where m.workspace_id = ${workspace} and m.relation_id = ${of.relation}`.execute(
    trx,
  )
  for (const table of parts) await sql`delete from ${sql.table(table)} where ${here}`.execute(trx)
  // A note that its author changed lately has a term of its own.
  await sql`update working_note set relation_id = null where ${here}`.execute(trx)
  await sql`delete from participant where ${here}`.execute(trx)
  await sql`delete from relation where workspace_id = ${workspace} and id = ${of.relation}`.execute(trx)
  await removeUnattached(trx, workspace, new Set(people.rows.map((row) => row.id)))
  const relation = of.relation as RelationId
  const subject = { kind: 'relation', id: relation }
  await record(trx, world, { workspace, actor: 'system', action: 'retention.removed', subject, relation })
}

/** What is kept about a person apart from any collaboration, in the order in which it can go. */
const ofPerson = [
  ['trajectory_export_person', 'person_id'],
  ['research_export_person', 'person_id'],
  ['research_moment', 'person_id'],
  ['research_register', 'person_id'],
  ['consent_grant', 'person_id'],
  ['consent_event', 'person_id'],
  ['receipt', 'person_id'],
  ['nudge_choice', 'person_id'],
  ['person_link', 'person_id'],
  ['person_account', 'person_id'],
  ['person_parent', 'child_id'],
  ['person_parent', 'parent_id'],
  ['person', 'id'],
] as const

/**
 * Removes those of these people, and of their parents, who appear nowhere any more: in no collaboration, no request and no
 * research material, and who decide for no child that stays.
 */
export async function removeUnattached(
  trx: Trx,
  workspace: WorkspaceId,
  people: ReadonlySet<string>,
): Promise<void> {
  const free = await unattached(trx, workspace, [...people])
  if (free.length === 0) return
  const accounts = await sql<{ id: string }>`
    select user_id as id from auth.person_place
    where workspace_id = ${workspace} and person_id = any (${free}::uuid[])`.execute(trx)
  for (const [table, column] of ofPerson) {
    await sql`delete from ${sql.table(table)}
      where workspace_id = ${workspace} and ${sql.ref(column)} = any (${free}::uuid[])`.execute(trx)
  }
  await removeHomeless(
    trx,
    accounts.rows.map((row) => row.id),
  )
}

async function unattached(trx: Trx, workspace: WorkspaceId, people: string[]): Promise<string[]> {
  const family = await sql<{ id: string; of: string }>`
    select parent_id as id, child_id as of from person_parent
    where workspace_id = ${workspace} and child_id = any (${people}::uuid[])
    union select decided_by, person_id from consent_event
    where workspace_id = ${workspace} and person_id = any (${people}::uuid[])`.execute(trx)
  const all = [...new Set([...people, ...family.rows.map((row) => row.id)])]
  const { rows } = await sql<{ id: string }>`
    select id from person p where workspace_id = ${workspace} and id = any (${all}::uuid[])
      and not exists (select from participant x where x.workspace_id = p.workspace_id and x.person_id = p.id)
      and not exists (select from member x where x.workspace_id = p.workspace_id and x.id = p.id)
      and not exists (select from meeting_place x where x.workspace_id = p.workspace_id and x.person_id = p.id)
      and not exists (select from learner x where x.workspace_id = p.workspace_id and x.person_id = p.id)
      and not exists (select from analysis_passage x where x.workspace_id = p.workspace_id and x.person_id = p.id)
      and not exists (select from research_answer x where x.workspace_id = p.workspace_id and x.person_id = p.id)
      and not exists (select from person_request x
        where x.workspace_id = p.workspace_id and p.id in (x.person_id, x.asked_by))`.execute(trx)
  const decides = await sql<{ id: string; for: string }>`
    select parent_id as id, child_id as for from person_parent
    where workspace_id = ${workspace} and parent_id = any (${all}::uuid[])
    union select decided_by, person_id from consent_event
    where workspace_id = ${workspace} and decided_by = any (${all}::uuid[])`.execute(trx)
  return withoutDeciders(
    rows.map((row) => row.id),
    decides.rows,
  )
}

/** Who decides for somebody who stays, stays too; until nobody is added. */
function withoutDeciders(free: string[], decides: readonly { id: string; for: string }[]): string[] {
  const going = new Set(free)
  const stays = free.filter((id) => decides.some((row) => row.id === id && !going.has(row.for)))
  return stays.length === 0
    ? free
    : withoutDeciders(
        free.filter((id) => !stays.includes(id)),
        decides,
      )
}

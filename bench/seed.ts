import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashPassword } from '../packages/server/src/access/password.ts'

export const benchPassword = 'only to measure with'

/** Rows in bulk, as the owner, for measuring only: what the application would have made through its own door. */
export type Seeded = {
  workspace: string
  /** The relation with many checks. */
  busy: string
  /** Links that are not answered yet, with the key of their form. */
  links: { token: string; key: string }[]
}

type Size = { relations: number; checks: number; links: number }

export async function seed(owner: pg.Client, size: Size): Promise<Seeded> {
  const workspace = randomUUID()
  const member = randomUUID()
  const run = (text: string, values: unknown[] = []) => owner.query(text, values)
  await run("set app.maintenance = 'on'")
  await run(
    "insert into workspace (workspace_id, name, time_zone, is_demo, created_at) values ($1, 'Bench', 'Europe/Amsterdam', false, now())",
    [workspace],
  )
  await run(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ('bench', 'Bench', 'bench@bench.example', true)`,
  )
  await run(
    `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
     values ('bench', 'bench', 'credential', 'bench', $1, now())`,
    [await hashPassword(benchPassword)],
  )
  await run(
    "with p as (insert into person (workspace_id, id, name, created_at) values ($1, $2, 'Bench', now())) insert into member (workspace_id, id, user_id, name, roles, language, created_at) values ($1, $2, 'bench', 'Bench', array['professional'], 'nl', now())",
    [workspace, member],
  )
  await run("insert into auth.membership values ('bench', $1, $2)", [workspace, member])
  await run(
    `insert into relation (workspace_id, id, title, kind, check_every_days, started_at, created_by, member_ids, search_text,
       attention_at)
     select $1, gen_random_uuid(), 'Samenwerking ' || n, 'interpersonal', 14, now() - interval '1 year', $2, array[$2::uuid],
       'samenwerking ' || n, case when n % 7 = 0 then now() - n * interval '1 minute' end
     from generate_series(1, $3) n`,
    [workspace, member, size.relations],
  )
  await people(run, workspace, member)
  await contacts(run, workspace)
  const { rows } = await run('select id from relation where workspace_id = $1 order by title limit 1', [
    workspace,
  ])
  const busy = String(rows[0].id)
  await manyChecks(run, { workspace, member, busy, checks: size.checks })
  await openSignals(run, workspace)
  const links = await openLinks(run, { workspace, member, count: size.links })
  await run('analyze')
  return { workspace, busy, links }
}

type Run = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

/** The member and one client in each relation. */
async function people(run: Run, workspace: string, member: string): Promise<void> {
  await run(
    `insert into participant (workspace_id, id, relation_id, member_id, person_id, name, voice, detail, address, language,
       joined_at)
     select workspace_id, gen_random_uuid(), id, $1::uuid, $1::uuid, 'Bench', 'professional', '', 'je', 'nl', now()
     from relation where workspace_id = $2`,
    [member, workspace],
  )
  await run(
    `with person as (
       insert into person (workspace_id, id, name, created_at) select workspace_id, id, 'Lina', now() from relation
       where workspace_id = $1 returning workspace_id, id)
     insert into participant (workspace_id, id, relation_id, person_id, name, voice, detail, address, language, joined_at)
     select workspace_id, gen_random_uuid(), id, id, 'Lina', 'client', '', 'u', 'nl', now() from person`,
    [workspace],
  )
}

/** Ten contacts in each relation, the latest between one day and two months ago. */
async function contacts(run: Run, workspace: string): Promise<void> {
  await run(
    `insert into contact (workspace_id, id, relation_id, kind, at, place, created_by)
     select r.workspace_id, gen_random_uuid(), r.id, 'contact',
       now() - (n * 7 + (substr(search_text, 14)::int % 60)) * interval '1 day', '', r.created_by
     from relation r, generate_series(0, 9) n where r.workspace_id = $1`,
    [workspace],
  )
  await run(
    `update relation set latest_contact_at = (select max(at) from contact
       where contact.workspace_id = relation.workspace_id and relation_id = relation.id) where workspace_id = $1`,
    [workspace],
  )
}

async function manyChecks(
  run: Run,
  of: { workspace: string; member: string; busy: string; checks: number },
): Promise<void> {
  await run(
    `insert into invitation (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, response_id,
       sent_at, expires_at, created_by)
     select p.workspace_id, gen_random_uuid(), p.relation_id, p.id, 'contact-check', 1, gen_random_uuid(),
       now() - n * interval '1 day', now() - (n - 14) * interval '1 day', $2
     from participant p, generate_series(1, $3) n where p.relation_id = $1 and p.member_id is null`,
    [of.busy, of.member, of.checks],
  )
  await run(
    `insert into response select workspace_id, response_id, relation_id, participant_id, null, instrument_id,
       instrument_version, '{"heard": 8.1, "what": 6.4, "how": 7, "whole": 7.3}', 'Het ging goed, dank.', 'nl',
       sent_at + interval '1 hour', sent_at + interval '1 hour'
     from invitation where relation_id = $1`,
    [of.busy],
  )
}

async function openSignals(run: Run, workspace: string): Promise<void> {
  await run(
    `insert into signal (workspace_id, id, relation_id, participant_id, rule, occasion, finding, opened_at)
     select r.workspace_id, gen_random_uuid(), r.id, p.id, 'below-cutoff', 'bench',
       '{"rule": "below-cutoff", "score": 5.5, "cutoff": 6.5}', r.attention_at
     from relation r join participant p on p.relation_id = r.id and p.member_id is null
     where r.attention_at is not null and r.workspace_id = $1`,
    [workspace],
  )
}

async function openLinks(
  run: Run,
  of: { workspace: string; member: string; count: number },
): Promise<Seeded['links']> {
  const links = Array.from({ length: of.count }, () => {
    const bytes = Buffer.concat([Buffer.from(of.workspace.replaceAll('-', ''), 'hex'), randomBytes(16)])
    const token = bytes.toString('base64url')
    return { token, key: randomUUID(), hash: createHash('sha256').update(token).digest('hex') }
  })
  await run(
    `insert into invitation (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, response_id,
       sent_at, expires_at, created_by)
     select p.workspace_id, l.key, p.relation_id, p.id, 'contact-check', 1, l.key, now(), now() + interval '14 days', $2
     from unnest($1::uuid[]) with ordinality l(key, n)
     join (select *, row_number() over () as n, count(*) over () as all_of_them from participant where member_id is null) p
       on p.n = 1 + l.n % p.all_of_them`,
    [links.map((link) => link.key), of.member],
  )
  await run(
    `insert into invitation_token (workspace_id, token_hash, invitation_id, relation_id, participant_id, person_id, expires_at)
     select i.workspace_id, l.hash, i.id, i.relation_id, i.participant_id, p.person_id, i.expires_at
     from unnest($1::text[], $2::uuid[]) l(hash, key) join invitation i on i.id = l.key
     join participant p on p.id = i.participant_id`,
    [links.map((link) => link.hash), links.map((link) => link.key)],
  )
  return links
}

import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { appRole } from './policy.ts'

/** The tables that hold rows of workspaces, from the catalogue: a new one is in every proof by itself. */
export async function tenantTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`.execute(db)
  if (rows.length < 14) throw new Error('The catalogue was not read')
  return rows.map((row) => row.name)
}

/** Tables without a workspace, and why they have none. */
const shared: Readonly<Record<string, string>> = {
  instrument_version: 'published wordings, the same for all',
  consent_text: 'published wordings, the same for all',
  library_shipped: 'items that ship, the same for all',
  library_shipped_search: 'by what those are found',
  library_shipped_word: 'the words that stand in those',
  job: 'identifiers of work to do, no content',
  kysely_migration: 'which migrations were carried out',
  kysely_migration_lock: 'that only one process migrates',
}

/** Every way in which the schema breaks the rules for tenant rows (architecture.md, "Rules of the schema"). */
export async function schemaFindings(db: Db): Promise<string[]> {
  const found = await Promise.all([
    strayTables(db),
    ...(await tenantTables(db)).flatMap((table) => [
      unforced(db, table),
      policyFindings(db, table),
      keyFindings(db, table),
    ]),
    applicationFindings(db),
  ])
  return found.flat()
}

async function strayTables(db: Db): Promise<string[]> {
  const tenant = new Set(await tenantTables(db))
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`.execute(db)
  return rows
    .filter(({ name }) => !tenant.has(name) && shared[name] === undefined)
    .map(({ name }) => `${name} has no workspace_id`)
}

async function unforced(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ enabled: boolean; forced: boolean; triggers: number }>`
    select relrowsecurity as enabled, relforcerowsecurity as forced,
      (select count(*)::int from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
    from pg_class c where c.oid = ${table}::regclass`.execute(db)
  const [row] = rows
  return [
    ...(row?.enabled === true ? [] : [`${table} has no row-level security`]),
    ...(row?.forced === true ? [] : [`${table} does not bind its owner`]),
    ...(row?.triggers === 0 ? [] : [`${table} has triggers`]),
  ]
}

type Policy = { command: string; permissive: boolean; roles: string[]; text: string }

async function policyFindings(db: Db, table: string): Promise<string[]> {
  const { rows: policies } = await sql<Policy>`
    select cmd as command, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles,
      coalesce(qual, '') || ' ' || coalesce(with_check, '') as text
    from pg_policies where schemaname = 'public' and tablename = ${table}`.execute(db)
  const { rows: grants } = await sql<{ privilege: string }>`
    select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
    where has_table_privilege(${appRole}, ${table}::regclass, privilege)
      -- Where only some columns may change, the policy is needed as much.
      or privilege = 'UPDATE' and has_any_column_privilege(${appRole}, ${table}::regclass, privilege)`.execute(
    db,
  )
  const ours = policies.filter((policy) => policy.roles.includes(appRole))
  const commands = ours.map((policy) => policy.command).sort()
  const granted = grants.map((grant) => grant.privilege).sort()
  return [
    ...(granted.length > 0 ? [] : [`${table} is of no use to the application`]),
    ...(commands.join() === granted.join()
      ? []
      : [`${table} has policies for ${commands.join()} and grants ${granted.join()}`]),
    ...policies.filter((policy) => !policy.permissive).map(() => `${table} has a restrictive policy`),
    ...policies
      .filter((policy) => policy.roles.includes('public'))
      .map(() => `${table} has a policy for all`),
    ...ours.filter((one) => !/workspace_id =\s/.test(one.text)).map(() => `${table} forgets the workspace`),
    ...policies
      .filter((one) => /\bselect\b/i.test(one.text))
      .map(() => `${table} has a policy with a subquery`),
  ]
}

type Key = {
  name: string
  kind: 'p' | 'u' | 'f' | 'i'
  first: string
  target: string | null
  target_first: string | null
}

async function keyFindings(db: Db, table: string): Promise<string[]> {
  const { rows: keys } = await sql<Key>`
    select conname as name, contype as kind, a.attname as first,
      confrelid::regclass::text as target, f.attname as target_first
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    left join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
    where conrelid = ${table}::regclass and contype in ('p', 'u', 'f')
    union all
    select i.indexrelid::regclass::text, 'i', a.attname, null, null from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = ${table}::regclass and i.indisunique`.execute(db)
  const isShared = (key: Key) => key.kind === 'f' && shared[key.target ?? ''] !== undefined
  const wrong = keys.filter(
    (key) =>
      !isShared(key) &&
      (key.first !== 'workspace_id' || (key.kind === 'f' && key.target_first !== 'workspace_id')),
  )
  return [
    ...(keys.some((key) => key.kind === 'p') ? [] : [`${table} has no primary key`]),
    ...wrong.map((key) => `${table}: ${key.name} does not begin with workspace_id`),
  ]
}

/** What the application's role is and owns: nothing that lets it past the rules. */
async function applicationFindings(db: Db): Promise<string[]> {
  const { rows } = await sql<Record<string, boolean>>`
    select rolsuper as "is a superuser", rolbypassrls as "bypasses row-level security",
      rolcreaterole as "makes roles", rolcreatedb as "makes databases", rolreplication as "replicates",
      exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as "owns something",
      exists (select from pg_auth_members where member = r.oid) as "belongs to another role",
      has_schema_privilege(rolname, 'public', 'create') as "makes tables",
      has_schema_privilege(rolname, 'auth', 'create') as "makes sign-in tables",
      has_table_privilege(rolname, 'instrument_version', 'insert, update, delete')
        or has_table_privilege(rolname, 'consent_text', 'insert, update, delete') as "changes wordings"
    from pg_roles r where rolname = ${appRole}`.execute(db)
  if (rows[0] === undefined) return [`${appRole} does not exist`]
  return Object.entries(rows[0]).flatMap(([what, isSo]) => (isSo ? [`the application ${what}`] : []))
}

/** What the application may do in the schema of the sign-in data, table by table: there no row-level security helps. */
export async function signInGrants(db: Db): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; rights: string }>`
    select c.relname as name, coalesce(string_agg(lower(left(p, 1)), '' order by n)
      filter (where has_table_privilege(${appRole}, c.oid, p)), '') as rights
    from pg_class c
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
      with ordinality as privilege (p, n)
    where c.relnamespace = 'auth'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    group by c.relname order by c.relname`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.name, row.rights]))
}

import { sql } from 'kysely'
import { readTables } from '../db/backup/catalogue.ts'
import { plainName } from '../db/backup/manifest.ts'
import { withSession } from '../db/backup/session.ts'
import { appRole } from '../db/policy.ts'
import { openDatabase } from '../db/pool.ts'
import { warn } from '../engine.ts'
import type { Db, Schema } from '../schema.ts'
import { type Finding, failure, ok } from './finding.ts'
import type { OnDatabase } from './on-database.ts'

/** Whether the tables keep workspaces apart as they should, and a backup would hold all of them. */
export async function tableFindings(on: OnDatabase, owner: Db): Promise<Finding[]> {
  return [await roleFinding(owner), await protectionFinding(owner), await backupFinding(on)]
}

type RoleState = { isPowerful: boolean; owns: number; memberOf: string | null }

async function roleFinding(owner: Db): Promise<Finding> {
  const { rows } = await sql<RoleState>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as "isPowerful",
      (select count(*)::int from pg_class where relowner = r.oid)
        + (select count(*)::int from pg_namespace where nspowner = r.oid) as owns,
      (select string_agg(roleid::regrole::text, ', ') from pg_auth_members where member = r.oid) as "memberOf"
    from pg_roles r where rolname = ${appRole}`.execute(owner)
  const [role] = rows
  if (role === undefined) return failure(`there is no role ${appRole}`, 'run `weerklank migrate`')
  if (role.isPowerful) {
    const alter = `alter role ${appRole} nosuperuser nobypassrls nocreaterole nocreatedb noreplication`
    return failure(`the role ${appRole} may do more than it should`, `let an administrator say: ${alter}`)
  }
  if (role.owns > 0)
    return failure(
      `the role ${appRole} owns tables or schemas`,
      'give them to the login that owns the others',
    )
  if (role.memberOf !== null) {
    return failure(
      `the role ${appRole} is a member of ${role.memberOf}`,
      `let an administrator say: revoke ${role.memberOf} from ${appRole}`,
    )
  }
  return ok(`the role ${appRole} owns nothing and bypasses nothing`)
}

type Protection = { name: string; isProtected: boolean; mayRead: boolean }

/** Every table with a workspace, except where sign-in says who belongs to which. */
async function tenantTables(owner: Db): Promise<Protection[]> {
  const { rows } = await sql<Protection>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isProtected",
      has_table_privilege(${appRole}, c.oid, 'select') as "mayRead"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`.execute(owner)
  return rows
}

async function protectionFinding(owner: Db): Promise<Finding> {
  const tables = await tenantTables(owner)
  const open = tables.filter((table) => !table.isProtected).map(({ name }) => name)
  if (open.length === 0)
    return ok(`row-level security is forced on all ${tables.length} tables with a workspace`)
  const statements = open.map(
    (name) => `alter table ${name} enable row level security, force row level security`,
  )
  return failure(
    `row-level security is off on ${open.join(', ')}`,
    `as the owner say: ${statements.join('; ')}`,
  )
}

/** Looks as the application does when it says nobody's name. */
export async function blindFinding(on: OnDatabase, owner: Db): Promise<Finding> {
  const tables = (await tenantTables(owner)).filter((table) => table.mayRead)
  const app = openDatabase<Schema>(on.engine.app, {
    as: 'application',
    size: 1,
    onError: (error) => warn(on.log, error),
  })
  try {
    const seen: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(app)
      if (rows.length > 0) seen.push(name)
    }
    return seen.length === 0
      ? ok('a query in nobody’s name sees no row')
      : failure(
          `a query in nobody’s name sees rows of ${seen.join(', ')}`,
          'stop the server, and see the policies of these tables',
        )
  } finally {
    await app.destroy()
  }
}

async function backupFinding(on: OnDatabase): Promise<Finding> {
  const tables = await withSession(on.engine.owner, readTables)
  const hidden = tables.filter((table) => !table.isOpenToMaintenance).map(plainName)
  if (hidden.length === 0) return ok(`a backup would hold all ${tables.length} tables`)
  return failure(
    `a backup would miss rows of ${hidden.join(', ')}`,
    'use the login that owns the tables for DATABASE_OWNER_URL',
  )
}

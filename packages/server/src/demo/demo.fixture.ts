/** A demo that was filled at a moment, and the ways to look into it. */
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { asMaintenance } from '../access/accounts.ts'
import { testDatabase } from '../test-database.ts'
import { signInAs } from '../test-factories.ts'
import { asMember } from '../test-member.ts'
import { type Running, startApp, testClock } from '../test-running.ts'
import { type DemoDeps, fillDemo } from './demo.ts'
import { demoMembers, type MemberKey } from './people.ts'

/** An application on a database of its own, on which nobody works yet. */
export async function emptyApp(now: Instant) {
  const database = await testDatabase()
  const app = await startApp({
    database,
    clock: testClock(now),
    workspace: '00000000-0000-7000-8000-000000000000' as WorkspaceId,
    demoKey: 'k'.repeat(22),
    secret: 's'.repeat(43),
    smtpUrl: null,
  })
  const deps: DemoDeps = {
    engine: database,
    db: app.db,
    signIn: app.signIn,
    content: app.content,
    world: app.world,
    log: app.logger,
  }
  return {
    ...app,
    deps,
    [Symbol.asyncDispose]: async () => {
      await app.close()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** The same, with the demo in it. */
export async function filledApp(now: Instant) {
  const app = await emptyApp(now)
  const workspace = await fillDemo(app.deps)
  return { ...app, workspace, as: (key: MemberKey) => becoming(app, key) }
}

async function becoming(app: Running, key: MemberKey) {
  const email = demoMembers.find((one) => one.key === key)?.email ?? ''
  const user = await app.db
    .selectFrom('auth.user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return asMember(app, { cookie: await signInAs(app, user.id) })
}

const tables = [
  'workspace',
  'member',
  'relation',
  'participant',
  'relation_note',
  'contact',
  'contact_summary',
  'invitation',
  'invitation_token',
  'response',
  'signal',
  'agreement',
  'agreement_participant',
  'agreement_echo',
  'rupture',
  'rupture_step',
  'person',
  'person_parent',
  'consent_event',
  'consent_grant',
  'research_register',
  'research_moment',
  'research_answer',
  'round',
  'round_group',
  'round_ticket',
  'round_tally',
  'round_view_tally',
  'round_words',
  'working_note',
  'audit_event',
  'job',
] as const

/**
 * Every row of every table, without what is secret or random by intention: link hashes, account numbers, job
 * numbers, and where a line of the record stands in its chain, which follows from the connection that wrote it.
 */
export async function allRows(app: Running): Promise<Record<string, unknown[]>> {
  return asMaintenance(app.owner, async (trx) => {
    const found: Record<string, unknown[]> = {}
    for (const table of tables) {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(t) - 'token_hash' - 'user_id' - 'lane' - 'seq' - 'hash' as row from ${sql.table(table)} t order by 1
      `.execute(trx)
      found[table] = rows.map(({ row }) => row)
    }
    return found
  })
}

/** How many rows a table has. */
export async function countRows(app: Running, table: (typeof tables)[number]): Promise<number> {
  return ((await allRows(app))[table] ?? []).length
}

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Schema } from '../schema.ts'
import { testDatabase } from '../test-database.ts'
import { openDatabase } from './pool.ts'
import { schemaFindings, signInGrants } from './tenant-tables.fixture.ts'

async function openMigrated() {
  const database = await testDatabase()
  const owner = openDatabase<Schema>(database.owner, { as: 'owner', size: 2, onError: () => undefined })
  return {
    owner,
    async [Symbol.asyncDispose]() {
      await owner.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('every tenant table keeps the rules of the schema, and the application owns nothing and bypasses nothing', async () => {
  await using database = await openMigrated()
  expect(await schemaFindings(database.owner)).toEqual([])
})

/** Tables as a hurried person would add them, each with what the rules say of it. */
const hurried: Record<string, [statements: string[], findings: string[]]> = {
  'without row-level security': [
    ['create table hurried (workspace_id uuid, id uuid, primary key (workspace_id, id))'],
    [
      'hurried has no row-level security',
      'hurried does not bind its owner',
      'hurried is of no use to the application',
    ],
  ],
  'without a workspace': [['create table hurried (id uuid primary key)'], ['hurried has no workspace_id']],
  'a view beside the rules': [
    ['create view hurried as select title from relation'],
    ['hurried has no workspace_id'],
  ],
  'with a right that no policy limits': [
    ['grant delete on consent_event to weerklank_app'],
    ['consent_event has policies for INSERT,SELECT and grants DELETE,INSERT,SELECT'],
  ],
  'with a policy of another kind': [
    ['create policy more on relation as restrictive for select to weerklank_app using (workspace_id = null)'],
    [
      'relation has policies for INSERT,SELECT,SELECT,UPDATE and grants INSERT,SELECT,UPDATE',
      'relation has a restrictive policy',
    ],
  ],
  'with a second policy, by which more is seen': [
    ['create policy more on relation_note for select to weerklank_app using (true)'],
    [
      'relation_note has policies for DELETE,INSERT,SELECT,SELECT,UPDATE and grants DELETE,INSERT,SELECT,UPDATE',
      'relation_note forgets the workspace',
    ],
  ],
  'with a policy for everyone': [
    ['create policy more on contact using (exists (select from workspace))'],
    ['contact has a policy for all', 'contact has a policy with a subquery'],
  ],
  'with keys that do not begin with the workspace': [
    [
      'alter table contact add unique (id)',
      'alter table agreement add foreign key (id) references contact (id)',
    ],
    [
      'agreement: agreement_id_fkey does not begin with workspace_id',
      'contact: contact_id_key does not begin with workspace_id',
      'contact: contact_id_key does not begin with workspace_id',
    ],
  ],
  'a schema in which the application may build': [
    ['grant create on schema public to weerklank_app'],
    ['the application makes tables'],
  ],
}

test('what a hurried person would add is found', async () => {
  await using database = await openMigrated()
  for (const [what, [statements, findings]] of Object.entries(hurried)) {
    const broken = database.owner.transaction().execute(async (trx) => {
      for (const statement of statements) await sql.raw(statement).execute(trx)
      throw new Found(await schemaFindings(trx))
    })
    // The finding travels out of the transaction, which takes back what the hurried person did.
    const found = await broken.catch((error: unknown) => error)
    expect(found instanceof Found ? found.findings.toSorted() : found, what).toEqual(findings.toSorted())
  }
})

class Found extends Error {
  readonly findings: string[]

  constructor(findings: string[]) {
    super('found')
    this.findings = findings
  }
}

test('of the sign-in data the application may do just this, and whatever is new there is written down here', async () => {
  await using database = await openMigrated()
  // Select, insert, update, delete. No rows of workspaces, so no row-level security: only the sign-in rooms ask here.
  const all = 'siud'
  expect(await signInGrants(database.owner)).toEqual({
    ...{ account: all, ceremony: all, identity: all, membership: all, passkey: all, proof_attempt: all },
    ...{ rateLimit: all, recovery_code: all, refusal_count: all, session: all },
    ...{ totp: all, user: all, verification: all },
    person_place: 'sid',
  })
})

import { Migrator, sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../test-database.ts'
import { migrate, migrations } from './migrate.ts'
import { openDatabase } from './pool.ts'

/**
 * Each older version with data in it, as its program wrote them. A version is added here when a migration follows it;
 * the statements are never edited afterwards.
 */
const older: Record<string, readonly string[]> = {
  '2026-11-21-main-job': [
    "insert into workspace values ('00000000-0000-7000-8000-000000000001', 'De Linde', 'Europe/Amsterdam', false, now())",
    `insert into member values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a', 'u1', 'Noor',
      'professional', 'nl', now()),
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000b', 'u2', 'Karin', 'administrator', 'nl', now())`,
    `insert into relation values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', 'Lina en Noor',
      'interpersonal', null, null, '', 14, now(), null, 1, '00000000-0000-7000-8000-00000000000a',
      array['00000000-0000-7000-8000-00000000000a'::uuid], '', null)`,
    `insert into participant values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1',
        '00000000-0000-7000-8000-00000000000a', 'Noor', 'professional', '', 'je', 'nl', now(), null),
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-0000000000c1',
        null, 'Lina', 'client', '', 'je', 'nl', now(), null)`,
    `insert into instrument_version values ('contact-check', 1, '{}')`,
    `insert into invitation values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e1',
      '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d2', null, 'contact-check', 1,
      '00000000-0000-7000-8000-0000000000f1', now(), now(), null, '00000000-0000-7000-8000-00000000000a')`,
    `insert into invitation_token values ('00000000-0000-7000-8000-000000000001', repeat('a', 64),
      '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1',
      '00000000-0000-7000-8000-0000000000d2', now())`,
    `insert into audit_event values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', now(),
      'link', 'check.opened', 'check', '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1')`,
  ],
  '2026-11-22-trust-tighter': [
    `insert into workspace (workspace_id, name, created_at) values
      ('00000000-0000-7000-8000-000000000001', 'De Linde', now())`,
    `insert into person (workspace_id, id, name, created_at) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a', 'Noor', now())`,
    `insert into member (workspace_id, id, user_id, name, roles, created_at) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a', 'u1', 'Noor', array['professional'], now())`,
    `insert into relation (workspace_id, id, title, kind, check_every_days, started_at, created_by, member_ids) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', 'Lina en Noor', 'interpersonal', 14, now(),
        '00000000-0000-7000-8000-00000000000a', array['00000000-0000-7000-8000-00000000000a'::uuid])`,
    `insert into contact (workspace_id, id, relation_id, kind, at, place, summary, created_by) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000c1',
        'contact', now(), 'thuis', 'Het ging over school.', '00000000-0000-7000-8000-00000000000a'),
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-0000000000c1',
        'contact', now(), '', '', '00000000-0000-7000-8000-00000000000a')`,
  ],
  '2026-11-23-who-reads': [
    `insert into workspace (workspace_id, name, created_at) values
      ('00000000-0000-7000-8000-000000000001', 'De Linde', now())`,
    `insert into person (workspace_id, id, name, created_at) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a', 'Noor', now()),
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000e', 'Lina', now())`,
    `insert into member (workspace_id, id, user_id, name, roles, created_at) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a', 'u1', 'Noor', array['professional'], now())`,
    `insert into relation (workspace_id, id, title, kind, check_every_days, started_at, created_by, member_ids) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', 'Lina en Noor', 'interpersonal', 14, now(),
        '00000000-0000-7000-8000-00000000000a', array['00000000-0000-7000-8000-00000000000a'::uuid])`,
    `insert into participant (workspace_id, id, relation_id, person_id, name, voice, detail, address, language, joined_at) values
      ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-0000000000c1',
        '00000000-0000-7000-8000-00000000000e', 'Lina', 'client', '', 'je', 'nl', now())`,
    `insert into signal (workspace_id, id, relation_id, participant_id, rule, occasion, finding, opened_at, outcome, closed_at,
      closed_by) select '00000000-0000-7000-8000-000000000001', gen_random_uuid(), '00000000-0000-7000-8000-0000000000c1',
        '00000000-0000-7000-8000-0000000000d2', 'drop', outcome, '{}', now(), outcome, now(),
        '00000000-0000-7000-8000-00000000000a' from unnest(array['discussed', 'not-applicable', 'not-now']) outcome`,
  ],
}

async function filledAt(version: string) {
  const database = await testDatabase('empty')
  const db = openDatabase<Record<string, never>>(database.owner, {
    as: 'owner',
    size: 1,
    onError: () => undefined,
  })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateTo(version)
  if (error !== undefined) throw error
  // For the whole connection: the login of an organisation's server is no superuser.
  await sql`set app.maintenance = 'on'`.execute(db)
  for (const statement of older[version] ?? []) await sql.raw(statement).execute(db)
  return {
    db,
    rows: async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(db)).rows,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('each version but the newest is tried with data in it', () => {
  expect(Object.keys(older)).toContain(Object.keys(migrations)[0])
})

test('everybody of the first version becomes a person, with the role she had and the link she got', async () => {
  await using first = await filledAt('2026-11-21-main-job')
  await migrate(first.db)
  expect(await first.rows('select name, born_on from person order by name')).toEqual([
    { name: 'Karin', born_on: null },
    { name: 'Lina', born_on: null },
    { name: 'Noor', born_on: null },
  ])
  expect(await first.rows('select name, roles, ended_at from member order by name')).toEqual([
    { name: 'Karin', roles: ['administrator'], ended_at: null },
    { name: 'Noor', roles: ['professional'], ended_at: null },
  ])
  const people = `select p.name, person.name as person from participant p
    join person on person.workspace_id = p.workspace_id and person.id = p.person_id order by p.name`
  expect(await first.rows(people)).toEqual([
    { name: 'Lina', person: 'Lina' },
    { name: 'Noor', person: 'Noor' },
  ])
  const links = `select person.name from invitation_token t
    join person on person.workspace_id = t.workspace_id and person.id = t.person_id`
  expect(await first.rows(links)).toEqual([{ name: 'Lina' }])
  expect(await first.rows('select action, kind, hash from audit_event')).toEqual([
    { action: 'check.opened', kind: null, hash: null },
  ])
})

test('what was written about a contact stays, apart from the contact', async () => {
  await using before = await filledAt('2026-11-22-trust-tighter')
  await migrate(before.db)
  expect(await before.rows('select contact_id, relation_id, body from contact_summary')).toEqual([
    {
      contact_id: '00000000-0000-7000-8000-0000000000b1',
      relation_id: '00000000-0000-7000-8000-0000000000c1',
      body: 'Het ging over school.',
    },
  ])
  expect(await before.rows('select place from contact order by id')).toEqual([
    { place: 'thuis' },
    { place: '' },
  ])
})

test('a signal that was closed as not now is not applicable; the others stay as they were', async () => {
  await using before = await filledAt('2026-11-23-who-reads')
  await migrate(before.db)
  expect(await before.rows('select occasion, outcome from signal order by occasion')).toEqual([
    { occasion: 'discussed', outcome: 'discussed' },
    { occasion: 'not-applicable', outcome: 'not-applicable' },
    { occasion: 'not-now', outcome: 'not-applicable' },
  ])
})

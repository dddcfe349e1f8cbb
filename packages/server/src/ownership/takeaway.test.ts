import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type DataTable,
  dataTables,
  fieldsOf,
  sharedTables,
  tablesLeftOut,
} from '@weerklank/core/ownership/data-tables'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { everyRow } from '../db/backup/backup.fixture.ts'
import { tenantTables } from '../db/tenant-tables.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'
import { rowsPerTable } from './retention.fixture.ts'
import { leave, readTakeaway } from './takeaway.leave.ts'
import { writeTakeaway } from './takeaway.write.ts'

const folder = mkdtempSync(join(tmpdir(), 'wk-takeaway-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

async function takeAlong(app: TestApp) {
  made += 1
  const path = join(folder, `${made}.zip`)
  const wish = { workspace: app.workspace, overwrite: false, made: app.clock.now(), product: '0.1.0' }
  return { path, ...(await writeTakeaway(app.owner, { ...wish, path })) }
}

const filesOf = (path: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, data]) => [name, strFromU8(data)]),
  )

async function columnsOf(app: TestApp, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by 1`.execute(app.owner)
  return rows.map((row) => row.name)
}

test('every table and every field is described, or left out for a reason', async () => {
  await using app = await testApp()
  const known = [...Object.keys(dataTables), ...Object.keys(tablesLeftOut)].toSorted()
  expect(known).toEqual((await tenantTables(app.owner)).toSorted())
  for (const [name, table] of Object.entries({ ...dataTables, ...sharedTables }) as [string, DataTable][]) {
    const described = [...fieldsOf(table).map((field) => field.name), ...Object.keys(table.leftOut ?? {})]
    expect(described.toSorted(), name).toEqual((await columnsOf(app, name)).toSorted())
  }
})

test('the file holds every row of the workspace and none of another, in two forms, explained in two languages', async () => {
  await using app = await testApp({ ownDatabase: true })
  await using other = await testApp()
  await buildStory(other)
  const story = await buildStory(app)
  const strange = {
    id: app.world.newId(),
    kind: 'helps',
    text: '=HYPERLINK("x")',
    toldBy: 'Lina, "L."',
  } as const
  await app
    .as(story.by)
    .call(relationEndpoints.addNote, { params: { relation: story.relation.id }, body: strange })
  const { path, manifest, rows } = await takeAlong(app)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const files = filesOf(path)
  const unpacked = unzipSync(readFileSync(path))
  const counts = await rowsPerTable(app)
  for (const { name, rows: count } of manifest.tables) {
    const since = dataTables[name]?.shownOnly?.since
    // Each client of the story has one that is private beside one that was shared.
    // Both halves of the story are still shut.
    if (name === 'mutual_side') expect(count, name).toBe(0)
    // What somebody asked in confidence stays behind; what a lead wrote down goes along.
    else if (name === 'buddy_tie') expect([count, counts[name]], name).toEqual([1, 2])
    // One check of the story is still shut, and one answered it.
    else if (name === 'circle_answer') expect([count, counts[name]], name).toEqual([5, 6])
    else if (since === undefined) expect(count, name).toBe(counts[name])
    // At the table of the story nothing was opened yet: it belongs to who wrote it.
    else if (name === 'meeting_text') expect(count, name).toBe(0)
    // One of her own that she did not share stays hers.
    else expect(count, name).toBe(name === 'rupture' || name.startsWith('practice') ? 2 : 4)
  }
  expect(rows).toBe(manifest.tables.reduce((sum, one) => sum + one.rows, 0))
  const notes = (files['data/relation_note.jsonl'] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(notes.map((one) => one.body)).toContain('=HYPERLINK("x")')
  expect(files['data/relation_note.csv']).toContain(`"'=HYPERLINK(""x"")","Lina, ""L."""`)
  for (const [name, text] of Object.entries(files)) {
    if (name.startsWith('data/')) expect(text, name).not.toContain(other.workspace)
    if (name.endsWith('.csv')) expect(unpacked[name]?.[0], name).toBe(0xef)
  }
  expect(files['README.md']).toContain('# Alles van De Linde')
  expect(files['README.md']).toContain('# Everything of De Linde')
  expect(files['README.md']).toContain('Het is heel')
  for (const table of Object.keys(dataTables)) expect(files['README.md']).toContain(`### data/${table}`)
  expect(manifest.record).toMatchObject({ isWhole: true, lines: counts.audit_event })
})

test('no key, no private note, no count of an anonymous round and no letter is in it', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { path } = await takeAlong(app)
  const files = filesOf(path)
  const all = Object.values(files).join('\n')
  const secrets = await sql<{ secret: string }>`
    select token_hash as secret from person_link union select token_hash from invitation_token
    union select user_id from auth.membership union select token from auth.session`.execute(app.owner)
  expect(all).not.toContain('Volgende keer naar de vijver?')
  expect(all).toContain('Het werd stil na mijn voorstel.')
  expect(all).not.toContain('Ik twijfel nog.')
  expect(all).not.toContain('Nog niets gezegd.')
  expect(all).not.toContain(story.by.user)
  for (const { secret } of secrets.rows) expect(all).not.toContain(secret)
  expect(
    Object.keys(files).filter((name) => /round_(tally|words|ticket)|working_note|auth/.test(name)),
  ).toEqual([])
  expect(files['data/mail_message.jsonl']).not.toContain('body_text')
})

test('who leaves takes everything and leaves nothing behind, in no table; others stay as they were', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const other = await app.otherWorkspace()
  const theirs = await app.professional({ name: 'Ilse', workspace: other })
  const { path, sha256 } = await takeAlong(app)
  const counts = await rowsPerTable(app)
  const left = await leave(app.owner, { workspace: app.workspace, path })
  expect(left).toMatchObject({ sha256, rows: counts, accounts: 5 })
  const rest = Object.entries(await everyRow(app.database.owner))
  for (const [table, rows] of rest) {
    for (const trace of [app.workspace, story.by.user, story.by.email, story.lina.id, 'rustig beginnen']) {
      expect(
        rows.filter((row) => row.includes(trace)),
        `${trace} in ${table}`,
      ).toEqual([])
    }
  }
  expect(Object.fromEntries(rest)['"auth"."user"']).toHaveLength(1)
  expect((await app.as(theirs).request('GET', '/api/me')).status).toBe(200)
  expect((await app.as(story.by).request('GET', '/api/me')).status).toBe(401)
})

test('nothing goes when something changed since, or when the file is damaged, cut off or of another', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const { path } = await takeAlong(app)
  const other = await app.otherWorkspace()
  const before = await rowsPerTable(app)
  const refused = (workspace: typeof other, file: string) =>
    leave(app.owner, { workspace, path: file }).then(
      () => 'left',
      (error: Error) => error.message.replaceAll(folder, ''),
    )
  expect(await refused(other, path)).toBe('The file is of another organisation: De Linde.')
  const cut = join(folder, 'cut.zip')
  writeFileSync(cut, readFileSync(path))
  truncateSync(cut, 5_000)
  expect(await refused(app.workspace, cut)).toBe(
    '/cut.zip is not a whole export of Weerklank: make a new one.',
  )
  const files = unzipSync(readFileSync(path))
  const lie = new Uint8Array(files['data/response.jsonl'] ?? [])
  lie[20] = (lie[20] ?? 0) ^ 1
  const forged = { ...files, 'data/response.jsonl': lie }
  const changed = join(folder, 'forged.zip')
  writeFileSync(changed, zipSync(forged))
  expect(await refused(app.workspace, changed)).toMatch(/^The file is damaged: data\/response\.jsonl/)
  const params = { relation: story.relation.id }
  await app.as(story.by).call(relationEndpoints.getRelation, { params })
  expect(await refused(app.workspace, path)).toMatch(
    /^Something changed since the export \(audit_event: \d+ rows/,
  )
  expect(await rowsPerTable(app)).toEqual({ ...before, audit_event: (before.audit_event ?? 0) + 1 })
  await expect(readTakeaway(join(folder, 'absent.zip'))).rejects.toMatchObject({ code: 'ENOENT' })
})

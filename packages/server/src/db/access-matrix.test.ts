/** Every tenant table × every actor × read, insert, update, delete, against the database itself. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { buildWorlds } from './access-matrix.actors.fixture.ts'
import { type Actor, actors, expected, places } from './access-matrix.expected.ts'
import { openTable, type Rights, rightsOn } from './access-matrix.fixture.ts'
import { type Context, inContext } from './context.ts'
import { tenantTables } from './tenant-tables.fixture.ts'

const names = Object.keys(actors) as Actor[]

/** `<table> <place>` → the rights of each actor, as the database gives them or as they are written down. */
type Grid = Map<string, Record<string, string>>

function written(text: string): Grid {
  const [head = '', ...lines] = text.trim().split('\n')
  const columns = head.split(/\s+/).slice(2)
  if (columns.join() !== names.join()) throw new Error('The columns of the matrix are not the actors')
  return new Map(
    lines.map((line) => {
      const [table = '', place = '', ...rights] = line.split(/\s+/)
      return [
        `${table} ${place}`,
        Object.fromEntries(columns.map((name, index) => [name, rights[index] ?? ''])),
      ]
    }),
  )
}

type Found = { grid: Grid; byActor: Map<Actor, Map<string, Rights>>; tables: string[] }
let found: Found
beforeAll(async () => {
  await using app = await testApp()
  await using other = await testApp()
  const { whose, contexts } = await buildWorlds(app, other)
  const tables = await tenantTables(app.owner)
  const opened = await Promise.all(
    tables.map((table) => openTable(app.owner, table, { workspace: app.workspace, whose })),
  )
  const byActor = new Map<Actor, Map<string, Rights>>()
  for (const actor of names) byActor.set(actor, await rightsOn(app.db, contexts[actor], opened))
  found = { grid: gridOf(tables, byActor), byActor, tables }
})

function gridOf(tables: readonly string[], byActor: Found['byActor']): Grid {
  const grid: Grid = new Map()
  for (const table of tables) {
    for (const place of places) {
      const row = names.map((actor) => [actor, byActor.get(actor)?.get(table)?.[place]] as const)
      if (row.some(([, rights]) => rights !== undefined)) {
        grid.set(`${table} ${place}`, Object.fromEntries(row.map(([actor, rights]) => [actor, rights ?? ''])))
      }
    }
  }
  return grid
}

/** Each cell that differs, in words: what stands in the matrix, and what the database does. */
function differences(one: Grid, other: Grid): string[] {
  const rows = new Set([...one.keys(), ...other.keys()])
  return [...rows].sort().flatMap((row) => {
    const [wanted, real] = [one.get(row), other.get(row)]
    if (wanted === undefined && real !== undefined) {
      return [
        `${row}: has no line in the matrix; the database gives ${names.map((name) => real[name]).join(' ')}`,
      ]
    }
    if (wanted === undefined || real === undefined)
      return [`${row}: is in the matrix, but there is no such row in the database`]
    return names.flatMap((actor) =>
      wanted[actor] === real[actor]
        ? []
        : [`${row}: ${actor} (${actors[actor]}) should have ${wanted[actor]}, has ${real[actor]}`],
    )
  })
}

test('everybody may do with every table what the matrix says, and nothing else', () => {
  expect(differences(written(expected), found.grid)).toEqual([])
})

test('a table without a line in the matrix, a line without a table and a wrong cell are each told', () => {
  const text = expected.trim()
  const right = written(text)
  const first = text.split('\n')[1] ?? ''
  expect(differences(written(text.replace(`${first}\n`, '')), right)).toEqual([
    expect.stringContaining('agreement own: has no line in the matrix'),
  ])
  const stray = `${text}\n${first.replace('agreement', 'diary')}`
  expect(differences(written(stray), right)).toEqual([
    'diary own: is in the matrix, but there is no such row in the database',
  ])
  const more = text.replace(/^(agreement +own +)----/m, '$1r---')
  expect(differences(written(more), right)).toEqual([
    'agreement own: none (without any context) should have r---, has ----',
  ])
})

test('of another workspace nobody sees or touches anything, and every table says so', () => {
  for (const table of found.tables) {
    const rights = names.map((actor) => found.byActor.get(actor)?.get(table)?.abroad)
    expect(new Set(rights), table).toEqual(new Set(['----']))
  }
})

/** Where something is changed without being seen, and why that is meant. */
const blindly: Readonly<Record<string, string>> = {
  'lead round_ticket': 'all tickets go when the round closes, without anybody listing who has one',
  'resu round_ticket': 'the same',
  'cons learning_attainment':
    'a no that a colleague writes down takes it out of sight of others, and shows it to nobody',
  'cons learning_exercise': 'the same',
}

test('what someone cannot see she cannot change either, also not without looking', () => {
  for (const [actor, tables] of found.byActor) {
    for (const [table, rights] of tables) {
      if (blindly[`${actor} ${table}`] !== undefined) continue
      expect(rights.blind, `${actor} ${table}`).toBe(rights.seeing)
    }
  }
})

test('nobody who only administers, studies or guards touches anything of a collaboration', () => {
  const content = [
    'relation',
    'participant',
    'relation_note',
    'contact',
    'contact_summary',
    'invitation',
    'response',
    'signal',
    'agreement',
  ]
  for (const table of content) {
    for (const place of ['own', 'aside']) {
      for (const actor of ['rese', 'admi', 'adme', 'priv', 'audi', 'trai', 'coac', 'gels'] as const) {
        expect(found.grid.get(`${table} ${place}`)?.[actor], `${table} ${place} ${actor}`).toBe('----')
      }
    }
  }
})

test('whoever came in for an emergency writes the record of it, and nothing else', () => {
  const written = [...found.grid].filter(([, rights]) => /[iud]/.test(rights.open ?? '')).map(([row]) => row)
  expect(written).toEqual(['audit_head own'])
})

test('the page about access shows the same matrix and names everyone in it', () => {
  const page = readFileSync(new URL('../../../../docs/access.md', import.meta.url), 'utf8')
  expect(page).toContain(`\`\`\`text\n${expected.trim()}\n\`\`\``)
  for (const [short, who] of Object.entries(actors)) expect(page).toContain(`- \`${short}\` ${who}`)
})

test('nobody gives herself a role, moves a row to where she may see it, or keeps an emergency of another', async () => {
  await using app = await testApp()
  await using other = await testApp()
  const { story, contexts } = await buildWorlds(app, other)
  const elsewhere = await app.relation()
  const attempt = (context: Context | null, statement: ReturnType<typeof sql>) => {
    if (context === null) throw new Error('Someone with a context')
    return inContext(app.db, context, (trx) => statement.execute(trx)).then(
      (result) => result.numAffectedRows,
      (error: { code: string }) => error.code,
    )
  }
  const { prof, else: eva, gues } = contexts
  const promote = sql`update member set roles = array['professional', 'administrator'] where id = ${story.by.member}`
  expect(await attempt(prof, promote)).toBe('42501')
  expect(await attempt(eva, promote)).toBe(0n)
  expect(await attempt(gues, sql`update member set roles = array['professional']`)).toBe('42501')
  for (const table of ['relation_note', 'contact', 'invitation', 'signal', 'agreement', 'participant']) {
    const move = sql`update ${sql.table(table)} set relation_id = ${elsewhere.id}`
    expect(await attempt(prof, move), table).toBe('42501')
  }
  const stay = sql`update emergency_access set ends_at = ends_at + interval '1 day'`
  expect(await attempt(eva, stay)).toBe(0n)
})

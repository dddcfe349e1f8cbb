import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import type { RelationImportId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { importedId } from './relation.import.ts'

const { previewRelationImport, importRelations } = relationImportEndpoints

const family = 'Samenwerking;Naam;Rol\r\nRond Yara;Yara;kind\r\nRond Yara;Mama;moeder\r\n;=Lina;cliënt'
const newImport = (app: TestApp, text = family) => ({ id: app.world.newId<RelationImportId>(), text })

/** What is stored of a member's collaborations, by title. */
async function titles(app: TestApp, by: Person): Promise<string[]> {
  const { body } = await app.as(by).request('GET', '/api/relations')
  return (body as { relations: { title: string }[] }).relations.map(({ title }) => title).toSorted()
}

test('a look beforehand stores nothing; taking in makes all of it, each as if it was begun by itself', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const noor = await app.professional()
  const preview = await app.as(noor).call(previewRelationImport, { body: { text: family } })
  expect(preview).toMatchObject({
    separator: ';',
    formulas: 1,
    counts: { relations: 2, people: 3, there: 0, alike: 0, problems: 0 },
    problems: [],
  })
  expect(preview.relations.map(({ title, status }) => [title, status])).toEqual([
    ['Rond Yara', 'new'],
    ['=Lina', 'new'],
  ])
  expect(await titles(app, noor)).toEqual([])
  const body = newImport(app)
  expect(await app.as(noor).call(importRelations, { body })).toEqual({ relations: 2, people: 3, there: 0 })
  expect(await titles(app, noor)).toEqual(['=Lina', 'Rond Yara'])
  const relation = importedId<never>(body.id, 'relation 0')
  const made = await app.as(noor).call(relationEndpoints.getRelation, { params: { relation } })
  expect(made).toMatchObject({ title: 'Rond Yara', kind: 'interpersonal', checkEveryDays: 14, version: 1 })
  const people = made.participants.map((one) => [one.name, one.voice, one.address, one.member])
  expect(people.toSorted()).toEqual([
    ['Mama', 'mother', 'u', null],
    ['Noor', 'professional', 'je', noor.member],
    ['Yara', 'child', 'je', null],
  ])
  // Found by the names of its people, like any other.
  const found = await app.as(noor).request('GET', '/api/relations?search=mama')
  expect(found.body).toMatchObject({ total: 1 })
  const lines = await app.audit('relation.created')
  expect(lines.map(({ actor }) => actor)).toEqual([noor.member, noor.member])
})

test('with one wrong line nothing is taken in, and the look beforehand says which and why', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const text = 'naam;rol\nYara;kind\nLina;tovenaar\nBsn 111222333;kind'
  const preview = await app.as(noor).call(previewRelationImport, { body: { text } })
  expect(preview.problems).toEqual([
    { line: 3, field: 'voice', code: 'unknown-word', value: 'tovenaar' },
    { line: 4, field: 'name', code: 'personal-number', value: '' },
  ])
  const refusal = await app.as(noor).refusal(importRelations, { body: newImport(app, text) })
  expect(refusal).toMatchObject({ code: 'invalid-input', fields: { text: 'problems' } })
  expect(await titles(app, noor)).toEqual([])
  expect(await app.audit('relation.created')).toEqual([])
})

test('a repeat of the same import takes in nothing more, also at the same moment', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const body = newImport(app)
  const send = () => app.as(noor).request('POST', '/api/relation-imports', body)
  const together = await Promise.all([send(), send(), send()])
  // Whoever comes while the first is still at work is told to look again, or gets the same answer.
  const done = { relations: 2, people: 3, there: 0 }
  for (const { status, body: answer } of together) {
    if (status === 200) expect(answer).toEqual(done)
    else expect([status, answer]).toMatchObject([409, { error: { code: 'conflict' } }])
  }
  expect(together.some(({ status }) => status === 200)).toBe(true)
  expect(await app.as(noor).call(importRelations, { body })).toEqual(done)
  expect(await titles(app, noor)).toEqual(['=Lina', 'Rond Yara'])
  expect(await app.audit('relation.created')).toHaveLength(2)
  const other = { ...body, text: `${family}\nAnders;Sam;jongere` }
  expect(await app.as(noor).refusal(importRelations, { body: other })).toMatchObject({ code: 'conflict' })
  expect(await titles(app, noor)).toEqual(['=Lina', 'Rond Yara'])
})

test('who is there already is passed over, by title and people; of somebody else’s nothing is told', async () => {
  await using app = await testApp()
  const [noor, eva] = [await app.professional(), await app.professional({ name: 'Eva' })]
  await app.as(noor).call(importRelations, { body: newImport(app) })
  const again = 'titel,naam\nrond  YARA,yara\nRond Yara,Mama\n=lina,Sam\nNieuw,Fons'
  const look = await app.as(noor).call(previewRelationImport, { body: { text: again } })
  expect(look.relations.map(({ status }) => status)).toEqual(['there', 'alike', 'new'])
  expect(look.counts).toMatchObject({ there: 1, alike: 1 })
  const hers = await app.as(eva).call(previewRelationImport, { body: { text: again } })
  expect(hers.relations.map(({ status }) => status)).toEqual(['new', 'new', 'new'])
  const done = await app.as(noor).call(importRelations, { body: newImport(app, again) })
  expect(done).toEqual({ relations: 2, people: 2, there: 1 })
  expect(await titles(app, noor)).toEqual(['=Lina', '=lina', 'Nieuw', 'Rond Yara'])
})

test('the same identifier in the hands of somebody else makes nothing of hers', async () => {
  await using app = await testApp()
  const [noor, eva] = [await app.professional(), await app.professional({ name: 'Eva' })]
  const body = newImport(app)
  await app.as(noor).call(importRelations, { body })
  expect(await app.as(eva).refusal(importRelations, { body })).toMatchObject({ code: 'conflict' })
  expect(await titles(app, eva)).toEqual([])
})

test('a guest starts no collaborations, and takes none in', async () => {
  await using app = await testApp()
  const guest = await app.professional({ name: 'Gast', role: 'guest' })
  const body = newImport(app)
  for (const [path, sent] of [
    ['/api/relation-imports', body],
    ['/api/relation-imports/preview', { text: family }],
  ] as const) {
    const reply = await app.as(guest).request('POST', path, sent)
    expect([reply.status, reply.body]).toMatchObject([403, { error: { code: 'not-allowed' } }])
  }
})

test('two thousand lines are taken in, all at once', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const lines = Array.from({ length: 2_000 }, (_, at) => `Naam ${at};kind;Groep ${at}`)
  const body = newImport(app, ['naam;rol;titel', ...lines].join('\n'))
  const done = await app.as(noor).call(importRelations, { body })
  expect(done).toEqual({ relations: 2_000, people: 2_000, there: 0 })
  expect(await app.audit('relation.created')).toHaveLength(2_000)
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { realForm } from '../fhir/fhir.fixture.ts'
import { temporaryFolder, weerklank } from './cli.fixture.ts'

// Each command is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())
const data = folder.in('demo')
const real = (name: string) =>
  fileURLToPath(new URL(`../../../../../shared/fixtures/fhir/${name}`, import.meta.url))
const heart = 'R4--smart-forms--AuCoreObservationHeartRate.json'

function write(name: string, content: unknown): string {
  const path = folder.in(name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const item = [{ linkId: 'a', text: 'a', type: 'string' }]
const own = {
  resourceType: 'Questionnaire',
  url: 'http://example.org/own',
  status: 'draft',
  title: 'Eigen',
  item,
}

beforeAll(async () => {
  const made = await weerklank(['demo', '--data', data])
  if (made.code !== 0) throw new Error(made.err)
})

const run = (...args: string[]) => weerklank(['fhir', ...args, '--data', data])

test('forms come in from files, are told, and go out as they came', async () => {
  const bundle = {
    resourceType: 'Bundle',
    entry: [{ resource: own }, { resource: { ...own, url: 'http://example.org/2' } }],
  }
  const first = await run('import', real(heart), write('bundle.json', `\uFEFF${JSON.stringify(bundle)}`))
  expect([first.code, first.last, first.err]).toEqual([
    0,
    '3 new, 0 new version, 0 unchanged, 0 refused',
    'Into De Linde.\n',
  ])
  expect(first.out).toMatch(/warning: .+Questionnaire\.item\[/)
  const again = await run('import', real(heart), write('own.json', { ...own, title: 'Anders' }))
  expect(again.last).toBe('0 new, 1 new version, 1 unchanged, 0 refused')
  const out = folder.in('out')
  const written = await run('export', '--to', out)
  expect([written.code, written.last]).toEqual([0, `3 written to ${out}`])
  const forms = readdirSync(out).map((name) => JSON.parse(readFileSync(`${out}/${name}`, 'utf8')))
  const { id: _, meta: __, ...sent } = realForm(heart)
  const { id: ___, meta: ____, ...back } = forms.find((one) => one.url === sent.url)
  expect(back).toEqual(sent)
  const r5 = folder.in('r5')
  expect((await run('export', 'http://example.org/own', '--to', r5, '--fhir', '5.0')).last).toBe(
    `1 written to ${r5}`,
  )
})

test('what cannot be used is refused with every reason, and the rest comes in', async () => {
  const broken = write('broken.json', { ...own, item: [...item, ...item, { text: 'x', type: 'string' }] })
  const good = write('good.json', { ...own, url: 'http://example.org/good' })
  const mixed = await run('import', broken, good, write('none.json', '{'))
  expect([mixed.code, mixed.last]).toEqual([1, '1 new, 0 new version, 0 unchanged, 2 refused'])
  expect(mixed.out).toContain('error: The linkId "a" is used more than once.  Questionnaire.item[1] (a)')
  expect(mixed.out).toContain('error: This item has no linkId.  Questionnaire.item[2]')
  expect(mixed.out).toContain('error: This is no readable JSON.')
})

test('that a form needs a licence is said, with what to do', async () => {
  const copyright = '(c) Elders. All rights reserved.'
  const file = write('owned.json', { ...own, url: 'http://example.org/owned', copyright })
  const looked = await weerklank(['fhir', 'import', '--check', file])
  expect(looked.code).toBe(0)
  expect(looked.out).toContain(
    `warning: The use of this form needs a licence: "${copyright}". Record it with`,
  )
})

test('a folder is read with all its forms, value sets are known to them, and UTF-16 is text too', async () => {
  const set = 'http://example.org/ValueSet/yes'
  const asks = { linkId: 'a', text: 'a', type: 'choice', answerValueSet: set }
  const concept = [{ code: 'y', display: 'Ja' }]
  mkdirSync(folder.in('ig/deep'), { recursive: true })
  write('ig/form.json', { ...own, url: 'http://example.org/ig/1', item: [asks] })
  write('ig/set.json', {
    resourceType: 'ValueSet',
    url: set,
    compose: { include: [{ system: 'urn:y', concept }] },
  })
  write('ig/patient.json', { resourceType: 'Patient' })
  write('ig/notes.txt', 'no form')
  const text = `\uFEFF${JSON.stringify({ ...own, url: 'http://example.org/ig/2' })}`
  writeFileSync(folder.in('ig/deep/wide.json'), Buffer.from(text, 'utf16le'))
  const looked = await weerklank(['fhir', 'import', '--check', folder.in('ig')])
  expect([looked.code, looked.last]).toEqual([0, '2 usable, 0 refused; nothing was stored'])
  expect(looked.out).not.toContain('value set that is not here')
  expect(looked.err).toContain('Patient, passed over')
  const wrong = write('wrong.json', {
    ...own,
    item: [{ ...asks, answerValueSet: 'http://example.org/none' }],
  })
  expect((await weerklank(['fhir', 'import', '--check', wrong])).out).toContain('value set that is not here')
})

test('a look beforehand stores nothing and needs no database', async () => {
  const looked = await weerklank([
    'fhir',
    'import',
    '--check',
    '--json',
    real(heart),
    '--data',
    folder.in('nowhere'),
  ])
  expect([looked.code, looked.last]).toEqual([0, '1 usable, 0 refused; nothing was stored'])
  expect(JSON.parse(looked.out.split('\n')[0] ?? '')).toMatchObject({
    outcome: { resourceType: 'OperationOutcome' },
  })
})

test.each([
  [[], 2, /^Say what to do/],
  [['import'], 2, /^Say which files/],
  [['export'], 2, /^Say where to/],
  [['export', '--to', 'x', '--fhir', '3.0'], 2, /4\.0 or 5\.0/],
  [['import', 'nothing.json'], 1, /There is no file/],
  [['export', 'http://example.org/none', '--to', 'x'], 1, /There is no form/],
  [['export', '--workspace', 'Elders', '--to', 'x'], 1, /Elders/],
])('fhir %j says what is wrong', async (args, code, sentence) => {
  const refused = await weerklank(['fhir', ...args, '--data', data], { cwd: folder.path })
  expect(refused).toMatchObject({ code, out: '' })
  expect(refused.err).toMatch(sentence)
})

import { readdirSync, readFileSync } from 'node:fs'
import { legalDocuments } from '@weerklank/core/consent/legal/legal-document'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())
const data = folder.in('demo')

beforeAll(async () => {
  const made = await weerklank(['demo', '--data', data])
  if (made.code !== 0) throw new Error(made.err)
})

const namesIn = (path: string) => readdirSync(path).toSorted()

test('every text in both languages, made from the settings of the machine and of the organisation', async () => {
  const out = folder.in('both')
  const env = { SMTP_URL: 'smtp://clerk:secret@post.example:587' }
  const written = await weerklank(['texts', '--out', out, '--data', data], { env })
  expect(written).toMatchObject({ code: 0, last: out })
  expect(namesIn(out)).toEqual(legalDocuments.flatMap((id) => [`${id}.en.md`, `${id}.nl.md`]).toSorted())
  const record = readFileSync(`${out}/processing-record.nl.md`, 'utf8')
  expect(record).toContain('Organisatie: De Linde')
  expect(record).toContain('gaat via post.example')
  expect(record).not.toMatch(/secret|clerk/)
})

test('one language, of an organisation by name', async () => {
  const out = folder.in('one')
  const args = ['texts', '--workspace', 'De Linde', '--language', 'en', '--out', out, '--data', data]
  expect(await weerklank(args)).toMatchObject({ code: 0, last: out })
  expect(namesIn(out)).toEqual(legalDocuments.map((id) => `${id}.en.md`).toSorted())
})

test.each([
  [['--out', 'x', '--language', 'de'], 2, /^A language is nl or en\./],
  [[], 2, /^Say where to: --out <folder>/],
  [['--out', 'x', '--workspace', 'Elders'], 1, /Elders/],
])('texts %j says what is wrong', async (args, code, sentence) => {
  const refused = await weerklank(['texts', ...args, '--data', data], { cwd: folder.path })
  expect(refused).toMatchObject({ code, out: '' })
  expect(refused.err).toMatch(sentence)
})

import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())
const data = folder.in('data')
const name = 'Weerklank (voorbeeld)'
let workspace = name

beforeAll(async () => {
  const made = await weerklank(['demo', '--data', data])
  if (made.code !== 0) throw new Error(made.err)
  const asked = await weerklank(['export', '--workspace', 'x', '--to', 'x.zip', '--data', data])
  workspace = /^ {2}(.+) {2}[0-9a-f-]{36}$/m.exec(asked.err)?.[1] ?? name
})

test('what was kept long enough is counted, and removed when it is asked for', async () => {
  const dry = await weerklank(['retention', '--dry-run', '--data', data])
  expect(dry).toMatchObject({ code: 0, err: '' })
  expect(dry.out).toContain(workspace)
  expect(dry.out).not.toContain('removed,')
  expect((await weerklank(['retention', '--data', data])).code).toBe(0)
})

test('an organisation takes everything along and leaves; asked wrongly nothing goes', async () => {
  const file = folder.in('alles.zip')
  expect((await weerklank(['export', '--to', file, '--data', data])).code).toBe(2)
  const made = await weerklank(['export', '--workspace', workspace, '--to', file, '--data', data])
  expect(made).toMatchObject({ code: 0, last: file })
  expect(made.err).toMatch(/^\d+ rows of .* are in the file \(SHA-256 [0-9a-f]{64}\)\.\n$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = await weerklank(['export', '--workspace', workspace, '--to', file, '--data', data])
  expect(again.code).toBe(1)
  expect(again.err).toMatch(/exists already/)
  const leaving = ['leave', '--workspace', workspace, '--export', file, '--data', data]
  const unsure = await weerklank(leaving)
  expect(unsure.code).toBe(2)
  expect(unsure.err).toContain(`--confirm "${workspace}"`)
  const gone = await weerklank([...leaving, '--confirm', workspace])
  expect(gone.err).toBe('')
  expect(gone.out).toMatch(/^Receipt\nRemoved wholly: .*\nAt: .*\nRows: \d+ in \d+ tables/)
  const nobody = await weerklank([...leaving, '--confirm', workspace])
  expect(nobody).toMatchObject({ code: 1, err: `There is no organisation "${workspace}".\n` })
})

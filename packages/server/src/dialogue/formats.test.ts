import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { loadFormats } from './formats.ts'

const stilstaan = loadFormats().get('stilstaan')
const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** Why a folder with one file cannot be used. */
function whyNot(name: string, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'))
  made.push(folder)
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  try {
    loadFormats(pathToFileURL(`${folder}/`))
  } catch (error) {
    if (error instanceof Error) return `${error.message}: ${String(error.cause)}`
  }
  return 'it can be used'
}

test('a shipped format that is broken stops the start, and the file is named', () => {
  const name = 'stilstaan.v2.json'
  expect(whyNot(name, stilstaan)).toBe('it can be used')
  expect(whyNot('stilstaan.v3.json', stilstaan)).toContain('It holds stilstaan version 2')
  expect(whyNot(name, '{')).toContain(`content/formats/${name} cannot be used: SyntaxError`)
  const [first, ...rest] = stilstaan?.steps ?? []
  const muted = { ...stilstaan, steps: [{ ...first, silent: first?.speakers }, ...rest] }
  expect(whyNot(name, muted)).toContain('speaker-silent')
  const id = 'own-0195b2a0-1111-7111-8111-0123456789ab'
  expect(whyNot(`${id}.v2.json`, { ...stilstaan, key: id })).toContain('that of an own format')
})

test('of a format with two versions the newest is held', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'))
  made.push(folder)
  for (const version of [1, 2, 10]) {
    writeFileSync(join(folder, `stilstaan.v${version}.json`), JSON.stringify({ ...stilstaan, version }))
  }
  expect(loadFormats(pathToFileURL(`${folder}/`)).get('stilstaan')?.version).toBe(10)
})

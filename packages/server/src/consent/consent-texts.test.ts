import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { purposes } from '@weerklank/core/consent/consent'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../db/pool.ts'
import type { Schema } from '../schema.ts'
import { testDatabase } from '../test-database.ts'
import { loadConsentTexts, publishConsentTexts } from './consent-texts.ts'

async function openOwner() {
  const database = await testDatabase('migrated')
  const db = openDatabase<Schema>(database.owner, { as: 'owner', size: 2, onError: () => undefined })
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** A copy of the texts that a test may spoil. */
function copiedTexts() {
  const path = mkdtempSync(join(tmpdir(), 'consent-texts-'))
  cpSync(new URL('../../../../content/consent/', import.meta.url), path, { recursive: true })
  return {
    folder: pathToFileURL(`${path}/`),
    file: (name: string) => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  }
}

describe('loadConsentTexts', () => {
  test('finds a text for every purpose', () => {
    const texts = loadConsentTexts()
    for (const purpose of purposes) expect(texts.get(`${purpose}@1`)?.purpose).toBe(purpose)
  })

  test('names a file that is broken', () => {
    using copy = copiedTexts()
    writeFileSync(copy.file('research.v1.json'), '{"purpose":"research"}')
    expect(() => loadConsentTexts(copy.folder)).toThrow('content/consent/research.v1.json cannot be used')
  })

  test('names a file that holds another version than it says', () => {
    using copy = copiedTexts()
    writeFileSync(copy.file('research.v3.json'), readFileSync(copy.file('research.v1.json')))
    expect(() => loadConsentTexts(copy.folder)).toThrow('content/consent/research.v3.json cannot be used')
  })

  test('names a purpose without a text', () => {
    using copy = copiedTexts()
    rmSync(copy.file('quotes-team.v1.json'))
    expect(() => loadConsentTexts(copy.folder)).toThrow('There is no consent text for quotes-team')
  })
})

test('a text is published once; a second start changes nothing', async () => {
  await using owner = await openOwner()
  const texts = loadConsentTexts()
  await publishConsentTexts(owner.db, texts)
  await publishConsentTexts(owner.db, texts)
  const stored = await owner.db
    .selectFrom('consent_text')
    .select(['purpose', 'version', 'definition'])
    .execute()
  expect(stored).toHaveLength(texts.size)
  for (const { purpose, version, definition } of stored) {
    expect(definition).toEqual(texts.get(`${purpose}@${version}`))
  }
})

test('a published text cannot be changed afterwards; a new version can be added', async () => {
  await using owner = await openOwner()
  const texts = loadConsentTexts()
  await publishConsentTexts(owner.db, texts)
  const research = texts.get('research@1')
  if (research === undefined) throw new Error('there is no research text')
  const changed = new Map([['research@1', { ...research, asksAgain: true }]])
  await expect(publishConsentTexts(owner.db, changed)).rejects.toThrow(
    'research@1 was changed after it was published. Put the old wording back and publish a new version.',
  )
  const next = new Map([...texts, ['research@3', { ...research, version: 3, asksAgain: true }]])
  await publishConsentTexts(owner.db, next)
  const versions = await owner.db
    .selectFrom('consent_text')
    .select('version')
    .where('purpose', '=', 'research')
    .orderBy('version')
    .execute()
  expect(versions).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }])
})

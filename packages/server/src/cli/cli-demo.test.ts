import { expect, test } from 'vitest'
import { testDatabase } from '../test-database.ts'
import { urlOf, weerklank } from './cli.fixture.ts'

test('demo fills an empty database and names the workspace; a second time it names the same', async () => {
  await using database = await testDatabase('empty')
  const env = { DATABASE_URL: urlOf(database.app), DATABASE_OWNER_URL: urlOf(database.owner) }
  const first = await weerklank(['demo'], { env })
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/)
  const users = await weerklank(['user', 'list'], { env })
  expect(users.out).toContain('noor@demo.example')
  expect(users.last).toBe('6')
  expect(await weerklank(['demo'], { env })).toMatchObject({ code: 0, out: first.out })
})

test('demo that cannot reach its database says so', async () => {
  const { code, out, err } = await weerklank(['demo'], {
    env: { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' },
  })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.trim().split('\n')).toHaveLength(1)
})

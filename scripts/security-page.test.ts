/** A promise that points at a file which is not there points at nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from './sources.ts'

const page = readFileSync(join(PROJECT, 'docs/security.md'), 'utf8')

/** `server/http/limit.ts` → `packages/server/src/http/limit.ts` */
const whole = (path: string) => path.replace(/^(server|core|web)\//, 'packages/$1/src/')

test('every file that the page about security names exists', () => {
  const named = [...page.matchAll(/`((?:server|core|web|scripts|docs|e2e)\/[\w./-]+\.\w+)`/g)]
  const paths = named.map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(100)
  expect(paths.filter((path) => !existsSync(join(PROJECT, whole(path))))).toEqual([])
})

test('each chapter stands there once, in order', () => {
  const chapters = [...page.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number))
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, i) => i + 1))
})

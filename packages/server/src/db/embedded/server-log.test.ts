import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from './embedded.fixture.ts'
import { logSize, logTail, rotateLog } from './server-log.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const log = join(folder.path, 'postgres.log')
const older = join(folder.path, 'postgres.log.1')

test('a log of more than 5 MB is set aside at the start, and only the last one is kept', () => {
  expect(rotateLog(folder.path)).toBe(log)
  writeFileSync(log, 'x'.repeat(5 * 1024 * 1024))
  rotateLog(folder.path)
  expect(logSize(log)).toBe(5 * 1024 * 1024)
  appendFileSync(log, 'y')
  writeFileSync(older, 'from before')
  rotateLog(folder.path)
  expect(logSize(log)).toBe(0)
  expect(statSync(older).size).toBe(5 * 1024 * 1024 + 1)
  expect(readFileSync(older, 'utf8').endsWith('y')).toBe(true)
})

test('the tail is what was written since, at most its last twenty lines', () => {
  writeFileSync(log, 'old line\n')
  const from = logSize(log)
  expect(logTail(log, from)).toBe('')
  appendFileSync(log, 'one\ntwo\n')
  expect(logTail(log, from)).toBe('one\ntwo')
  const many = Array.from({ length: 5_000 }, (_, index) => `line ${index}`)
  appendFileSync(log, `${many.join('\n')}\n`)
  expect(logTail(log, from).split('\n')).toEqual(many.slice(-20))
  expect(logTail(join(folder.path, 'absent.log'), 0)).toBe('')
})

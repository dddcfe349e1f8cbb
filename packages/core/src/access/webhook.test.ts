import fc from 'fast-check'
import { expect, test } from 'vitest'
import { millis } from '../shared/time.ts'
import { failingDays, isGivenUp, isWebhookUrl, nextTryAt } from './webhook.ts'

const now = '2026-11-23T08:00:00.000Z'
const day = 86_400_000

test('each try waits longer than the one before, together about two days, and then it is enough', () => {
  const waits: number[] = []
  for (let tries = 1; ; tries++) {
    const next = nextTryAt(tries, now)
    if (next === null) break
    waits.push(millis(next) - millis(now))
  }
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(new Set(waits).size).toBe(waits.length)
  const together = waits.reduce((sum, wait) => sum + wait, 0)
  expect(together).toBeGreaterThan(1.5 * day)
  // One message alone never lasts until a receiver is given up: that takes more of them.
  expect(together).toBeLessThan(failingDays * day)
})

test('a receiver is given up after five days in which nothing arrived, to the millisecond', () => {
  const since = (milliseconds: number) => new Date(millis(now) - milliseconds).toISOString()
  expect(isGivenUp(null, now)).toBe(false)
  expect(isGivenUp(since(failingDays * day - 1), now)).toBe(false)
  expect(isGivenUp(since(failingDays * day), now)).toBe(true)
})

const nowhere = { thisMachine: false }
const here = { thisMachine: true }

test.each([
  ['https://epd.example', true, true],
  ['https://epd.example:8443/a/b?c=d', true, true],
  ['HTTPS://EPD.EXAMPLE/', true, true],
  ['http://localhost', false, true],
  ['http://localhost:8080/x', false, true],
  ['http://127.0.0.1:1/', false, true],
  ['http://[::1]:1/', false, true],
  ['http://epd.example/', false, false],
  ['http://localhost.epd.example/', false, false],
  ['http://127.0.0.1.epd.example/', false, false],
  ['https://naam:woord@epd.example/', false, false],
  ['http://localhost@epd.example/', false, false],
  ['https://epd.example/#stuk', false, false],
  ['https://epd.example/a b', false, false],
  ['https:\\\\epd.example', false, false],
  ['ftp://epd.example/', false, false],
  ['javascript:alert(1)', false, false],
  ['//epd.example/', false, false],
  ['', false, false],
])('%s', (url, everywhere, onThisMachine) => {
  expect(isWebhookUrl(url, nowhere)).toBe(everywhere)
  expect(isWebhookUrl(url, here)).toBe(onThisMachine)
})

test('whatever is typed: without TLS it leads to this machine only, and never with a name and a password', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
      (url) => {
        if (!isWebhookUrl(url, nowhere)) return
        expect(url.toLowerCase().startsWith('https://')).toBe(true)
        expect(url).not.toContain('#')
        expect(url.split(/[/?]/)[2]).not.toContain('@')
      },
    ),
  )
})

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { furtherLanguages, respondLanguages } from '@weerklank/core/shared/language'
import { describe, expect, test } from 'vitest'
import { answeredPage } from './respond.answered.ts'
import {
  agreements,
  buildAnsweredPage,
  buildCheckPage,
  buildLongestPage,
  shippedInstruments,
} from './respond.factory.ts'
import { checkPage } from './respond.page.ts'
import { respondPolicies } from './respond.policy.ts'

/** The budget of architecture.md for the whole page on the wire. */
const budget = 6000

/** What each way of compressing makes of a page; brotli also at the qualities that are fast enough for each request. */
function sizes(page: string): Record<string, number> {
  const brotli = (quality: number) =>
    brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
  return {
    'brotli 5': brotli(5),
    'brotli 9': brotli(9),
    'brotli 11': brotli(11),
    'gzip 9': gzipSync(page, { level: 9 }).length,
  }
}

const form = { ...buildCheckPage().form, agreements }
const pages: [string, string][] = [
  ['the check as usual', checkPage(buildCheckPage())],
  ['the longest check in Dutch', checkPage(buildLongestPage('nl'))],
  ['the longest check in English', checkPage(buildLongestPage('en'))],
  [
    'the page after answering',
    answeredPage(buildAnsweredPage({ form, openText: 'Zo is het goed. '.repeat(20) })),
  ],
  [
    'half a picture that is shut',
    answeredPage(buildAnsweredPage({ form, isMutual: true, isSealed: true, openText: 'Zo is het goed.' })),
  ],
]

/** Brotli is what every browser asks for over https; what a page at its longest becomes without it is told, not promised. */
const isPromised = (name: string, way: string) => way.startsWith('brotli') || !farther.test(name)
const farther = new RegExp(` in (${furtherLanguages.join('|')}), at its longest`)

/** A goal as long as it may be. */
const ownWords = 'Weer met de bus naar de winkel gaan, ook als het druk is. '.repeat(4).slice(0, 200)
const own = shippedInstruments.flatMap((instrument) =>
  respondLanguages.flatMap((language): [string, string][] => {
    const name = `${instrument.id} in ${language}`
    const longest = buildLongestPage(language)
    const asked = { ...longest.form, instrument }
    const listener = { language, address: 'u' } as const
    const usual = checkPage(
      buildCheckPage({ listener, form: { ...form, agreements: [], instrument }, ownWords }),
    )
    return [
      [`${name}, as usual`, usual],
      [`${name}, at its longest`, checkPage({ ...longest, form: asked, ownWords })],
    ]
  }),
)

describe('on the wire', () => {
  test.each([...pages, ...own])('%s stays within its budget', (name, page) => {
    for (const [way, size] of Object.entries(sizes(page))) {
      expect(size, way).toBeLessThanOrEqual(isPromised(name, way) ? budget : budget * 1.1)
    }
  })

  test('the check as usual fits with the headers of its answer', () => {
    const headers = [
      'HTTP/1.1 200 OK',
      'Content-Type: text/html; charset=utf-8',
      `Content-Security-Policy: ${respondPolicies.line}`,
      'Content-Encoding: br',
      'Cache-Control: no-store',
      'Vary: Accept-Encoding, Accept-Language',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: no-referrer',
      'Cross-Origin-Opener-Policy: same-origin',
      'Cross-Origin-Resource-Policy: same-origin',
      'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Date: Tue, 17 Nov 2026 09:00:00 GMT',
      'Content-Length: 5000',
      'Connection: keep-alive',
    ]
    const { 'brotli 5': body = Number.NaN } = sizes(checkPage(buildCheckPage()))
    expect(`${headers.join('\r\n')}\r\n\r\n`.length + body).toBeLessThanOrEqual(budget)
  })
})

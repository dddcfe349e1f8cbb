/** What each page of the respondent weighs on the wire, in every variant and language, packed as the server packs it. */
import { openTextAtMost, submissionFields } from '@weerklank/core/feedback/submission'
import { addressForms, type RespondLanguage, respondLanguages } from '@weerklank/core/shared/language'
import { describe, expect, test } from 'vitest'
import { pack, pageBudget } from '../http/pack.ts'
import { answeredPage } from './respond.answered.ts'
import {
  agreements,
  buildAnsweredPage,
  buildCheckPage,
  buildLongestPage,
  shippedInstruments,
} from './respond.factory.ts'
import { languagePage } from './respond.language.ts'
import type { LinkProblem } from './respond.model.ts'
import { checkPage } from './respond.page.ts'
import { respondPolicies } from './respond.policy.ts'
import { linkProblemPage } from './respond.problem.ts'
import { questionsOf } from './respond.question.ts'
import { problemIn, wordsFor } from './respond.text.ts'
import { restPage } from './rest.page.ts'

/** What browsers ask for: over https, and over http. `deflate` alone is gzip with a head that is twelve bytes shorter. */
const ways = ['gzip, deflate, br, zstd', 'gzip, deflate']

async function weigh(page: string): Promise<number[]> {
  const packed = await Promise.all(ways.map((way) => pack(page, way, true)))
  return packed.map((one) => one?.bytes.length ?? Number.NaN)
}

/** A goal as long as it may be. */
const ownWords = 'Weer met de bus naar de winkel gaan, ook als het druk is. '.repeat(4).slice(0, 200)
const openText = 'Zo is het goed. '.repeat(20)
const listeners = respondLanguages.flatMap((language) =>
  addressForms.map((address) => ({ language, address })),
)
type Listener = (typeof listeners)[number]

/** As long as a drawing may be: round and round all over the paper, as a child does. */
const scribble = `M150 100${Array.from({ length: 1700 }, (_, i) => {
  const far = 95 * Math.abs(Math.sin(i / 40))
  return `L${Math.round(150 + 1.4 * far * Math.cos(i * 0.7))} ${Math.round(100 + far * Math.sin(i * 0.9))}`
}).join('')}`

/** As much as she may write, in words of her language that do not come back in order: such a text packs badly. */
function allSheMayWrite(listener: Listener): string {
  const words =
    Object.values(wordsFor(listener))
      .join(' ')
      .match(/\p{L}{3,}/gu) ?? []
  const text = Array.from({ length: 400 }, (_, i) => words[(i * 7919 + i * i * 31) % words.length]).join(' ')
  return text.repeat(2).slice(0, openTextAtMost)
}

/** One check for one reader, as it mostly is and with all that one page ever carries. */
function variants(instrument: (typeof shippedInstruments)[number], listener: Listener): [string, string][] {
  const long = buildLongestPage(listener.language)
  const longest = { ...long, listener, form: { ...long.form, instrument }, ownWords }
  const usual = buildCheckPage({ listener, ownWords })
  const problem = problemIn('not-a-number', listener)
  const fields = questionsOf(longest).map(({ field }) => field)
  const errors = Object.fromEntries(fields.map((field) => [field, problem]))
  const answers = Object.fromEntries(instrument.items.map(({ id }, i) => [id, i % 3]))
  const echoes = agreements.map(({ id }) => ({ agreement: id, answer: 'a-bit' as const }))
  const answered = { ...longest, answers, openText, echoes }
  return [
    ['as usual', checkPage({ ...usual, form: { ...usual.form, instrument } })],
    ['at its longest', checkPage({ ...longest, isMutual: true })],
    [
      'with one agreement',
      checkPage({ ...longest, isMutual: true, form: { ...longest.form, agreements: agreements.slice(1) } }),
    ],
    ['to be mended everywhere', checkPage({ ...longest, refill: { values: {}, errors } })],
    [
      'to be mended everywhere, with a long text of her own',
      checkPage({
        ...longest,
        refill: { values: { [submissionFields.open]: allSheMayWrite(listener) }, errors },
      }),
    ],
    [
      'to be mended everywhere, with a long drawing',
      checkPage({ ...longest, refill: { values: { [submissionFields.drawing]: scribble }, errors } }),
    ],
    ['answered', answeredPage(buildAnsweredPage(answered))],
    ['answered with a long drawing', answeredPage(buildAnsweredPage({ ...answered, drawing: scribble }))],
    [
      'answered, still shut',
      answeredPage(buildAnsweredPage({ ...answered, isMutual: true, isSealed: true })),
    ],
  ]
}

const checks = shippedInstruments.flatMap((instrument) =>
  respondLanguages.map((language) => [instrument.id, language, instrument] as const),
)

const until = { at: '2026-12-01T09:00:00.000Z', timeZone: 'Europe/Amsterdam' }
const problems: LinkProblem[] = [
  { kind: 'unknown' },
  { kind: 'expired' },
  { kind: 'ended', seenBy: ['Noor'] },
  { kind: 'revoked', by: 'Noor' },
  { kind: 'unavailable', resend: [['open', openText]] },
  { kind: 'too-large' },
  { kind: 'not-now', key: 'sleutel', until },
]

/** Pages around the questions. */
function around(listener: Listener): string[] {
  const frame = { listener, workspace: 'De Linde', path: `/f/${'Zm9vYmFyYmF6cXV4'.repeat(2)}` }
  const paused = { kind: 'paused', until: until.at } as const
  const rest = [{ kind: 'going' } as const, paused].map((state) =>
    restPage({ ...frame, state, timeZone: until.timeZone, mayBeginAgain: true }),
  )
  return [
    ...problems.map((problem) => linkProblemPage({ ...frame, problem })),
    languagePage(listener, 'lina'),
    ...rest,
  ]
}

describe('on the wire', () => {
  test.each(checks)('%s in %s stays within its budget', async (_, language, instrument) => {
    for (const address of addressForms) {
      for (const [variant, page] of variants(instrument, { language, address })) {
        expect(Math.max(...(await weigh(page))), `${variant}, ${address}`).toBeLessThanOrEqual(pageBudget)
      }
    }
  })

  test.each(listeners)('pages without questions stay far within it: $language $address', async (listener) => {
    for (const page of around(listener))
      expect(Math.max(...(await weigh(page)))).toBeLessThanOrEqual(pageBudget * 0.6)
  })

  test.each<RespondLanguage>(['nl', 'en'])(
    'the check as usual fits with the headers of its answer: %s',
    async (language) => {
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
      const listener = { language, address: 'je' } as const
      const [body = Number.NaN] = await weigh(checkPage(buildCheckPage({ listener })))
      expect(`${headers.join('\r\n')}\r\n\r\n`.length + body).toBeLessThanOrEqual(pageBudget)
    },
  )
})

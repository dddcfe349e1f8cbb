/** What cannot be taken: the right status, a sentence that helps, everything that was filled in given back, nothing stored. */
import { errorBody } from '@weerklank/core/shared/endpoint'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'

let app: TestApp
let link: ReturnType<TestApp['link']>
let key: string
beforeAll(async () => {
  app = await testApp()
  link = (await app.invite()).link
  key = await link.key()
})
afterAll(() => app[Symbol.asyncDispose]())

const storedCount = () =>
  asMaintenance(app.owner, async (trx) => (await trx.selectFrom('response').select('id').execute()).length)

const form = 'application/x-www-form-urlencoded'
const raw = (...bytes: number[]) => new Uint8Array([...Buffer.from('open='), ...bytes])

const unreadable: [
  what: string,
  type: string | null,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  code: string,
][] = [
  ['no type', null, 'a.heard=8', 415, 'wrong-media-type'],
  ['JSON', 'application/json', '{"a.heard":8}', 415, 'wrong-media-type'],
  ['a file form', 'multipart/form-data; boundary=x', '--x--', 415, 'wrong-media-type'],
  ['a look-alike', `${form}2`, 'a.heard=8', 415, 'wrong-media-type'],
  ['65,537 bytes', form, `open=${'x'.repeat(65_532)}`, 413, 'too-large'],
  ['1 MB of emoji', form, `open=${encodeURIComponent('🌱'.repeat(87_382))}`, 413, 'too-large'],
  ['1 MB of raw emoji', form, `open=${'🌱'.repeat(262_144)}`, 413, 'too-large'],
  ['201 fields', form, 'x=1&'.repeat(201), 413, 'too-large'],
  ['broken UTF-8', form, raw(0xff, 0xfe), 400, 'unreadable-body'],
  ['half an emoji', form, raw(0xf0, 0x9f, 0x8c), 400, 'unreadable-body'],
  ['an overlong slash', form, raw(0xc0, 0xaf), 400, 'unreadable-body'],
  ['broken UTF-8 in percents', form, 'open=%ff', 400, 'unreadable-body'],
  ['half a surrogate in percents', form, 'open=%ED%A0%80', 400, 'unreadable-body'],
  ['half a percent', form, 'open=100%', 400, 'unreadable-body'],
  ['a broken name', form, '%E0%A4=1', 400, 'unreadable-body'],
]

test.each(unreadable)('%s cannot be read', async (_, type, body, status, code) => {
  for (const accept of ['json', 'html'] as const) {
    const headers = new Headers({ accept: accept === 'json' ? 'application/json' : 'text/html' })
    if (type !== null) headers.set('content-type', type)
    // A text body brings a type of its own.
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const reply = await app.hono.request(publicUrl + link.path, { method: 'POST', headers, body: bytes })
    expect(reply.status).toBe(status)
    if (accept === 'json') expect(errorBody.parse(await reply.json()).error.code).toBe(code)
    else expect(await reply.text()).toMatch(/<h1>(Het lukt nu even niet|Dit antwoord is te lang)</)
  }
  expect(await storedCount()).toBe(0)
})

test('a body that lies about its length, or has none, is cut off at the limit', async () => {
  const endless = () => {
    let sent = 0
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384
        if (sent > 10_000_000) throw new Error('It was read to its end')
        controller.enqueue(new Uint8Array(16_384).fill(120))
      },
    })
  }
  for (const length of [null, '12', 'NaN', '-1']) {
    const headers = new Headers({ 'content-type': form, accept: 'application/json' })
    if (length !== null) headers.set('content-length', length)
    const init = { method: 'POST', headers, body: endless(), duplex: 'half' as const }
    const reply = await app.hono.request(publicUrl + link.path, init)
    expect([reply.status, await reply.json()]).toMatchObject([413, { error: { code: 'too-large' } }])
  }
})

const numbers = [
  ...['11', '-0.1', '10.01', '1e3', '1e1', 'NaN', 'Infinity', '0x5', '7.', '.7', '7.25', '+7', '٧', '7,5,1'],
  ...['9'.repeat(400), '5\0', 'null', '[object Object]', '7;8', '--', 'Zeven'],
]

test.each(numbers)('%j is no place on the line', async (value) => {
  const fields = { key, 'a.heard': value, 'a.what': '6.5', open: 'dit wil ik zeggen' }
  const json = await link.post(fields, { accept: 'json' })
  expect(json.status).toBe(422)
  expect(Object.keys(errorBody.parse(json.json()).error.fields ?? {})).toEqual(['a.heard'])
  const page = await link.post(fields)
  expect(page.status).toBe(422)
  expect(page.text).toContain('Nog niet alles klopt')
  expect(page.text).toContain('dit wil ik zeggen')
  // 6.5 lies between two buttons; the line takes it up again.
  expect(page.text).toContain('6.5')
  expect(await storedCount()).toBe(0)
})

const forms: [what: string, fields: [string, string][], field: string][] = [
  ['nothing at all', [], 'key'],
  [
    'a form of another link',
    [
      ['key', '01926a3e-0000-7000-8000-000000000001'],
      ['a.heard', '8'],
    ],
    'key',
  ],
  [
    'a key that is none',
    [
      ['key', "' or 1=1"],
      ['a.heard', '8'],
    ],
    'key',
  ],
  ['nothing answered', [['open', '   ']], 'a.heard'],
  [
    'an unknown field',
    [
      ['a.heard', '8'],
      ['admin', '1'],
    ],
    'admin',
  ],
  [
    'an unknown item',
    [
      ['a.heard', '8'],
      ['a.mood', '5'],
    ],
    'a.mood',
  ],
  [
    'an item of the prototype',
    [
      ['a.heard', '8'],
      ['constructor', '5'],
    ],
    'constructor',
  ],
  [
    'an answer twice',
    [
      ['a.heard', '8'],
      ['a.heard', '3'],
    ],
    'a.heard',
  ],
  [
    'an answer twice the same',
    [
      ['a.heard', '8'],
      ['a.heard', '8'],
    ],
    'a.heard',
  ],
  ['text that is too long', [['open', 'x'.repeat(2_001)]], 'open'],
  ['too many emoji', [['open', '🌱'.repeat(2_001)]], 'open'],
  ['a null byte', [['open', 'a\0b']], 'open'],
  ['a bell', [['open', 'a\u0007b']], 'open'],
  [
    'a language that is none',
    [
      ['a.heard', '8'],
      ['lang', 'tlh'],
    ],
    'lang',
  ],
  [
    'an agreement that is none',
    [
      ['a.heard', '8'],
      ['e.1', 'changed'],
    ],
    'e.1',
  ],
]

test.each(forms)('%s is refused by its field', async (what, given, field) => {
  const hasKey = what === 'nothing at all' || given.some(([name]) => name === 'key')
  const fields: [string, string][] = hasKey ? given : [['key', key], ...given]
  const json = await link.post(fields, { accept: 'json' })
  expect(json.status).toBe(422)
  const { error } = errorBody.parse(json.json())
  expect([error.code, Object.keys(error.fields ?? {})]).toEqual(['invalid-input', [field]])
  const page = await link.post(fields)
  expect(page.status).toBe(422)
  // The sentence that the script is told stands on the page too.
  const sentence = error.fields?.[field] ?? 'none'
  expect(page.text).toContain(sentence)
  expect(await storedCount()).toBe(0)
})

test('what was typed comes back as text, whatever it looks like', async () => {
  const open = '</textarea><script>alert(1)</script>"\'&\n\nzo'
  const page = await link.post({ key, 'a.heard': '11', open })
  expect(page.text).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page.text).not.toContain('<script>alert')
})

test('the longest answer of emoji that is allowed fits, and is kept to the letter', async () => {
  const asked = await app.invite()
  const open = '👩‍👧🌱'.repeat(500)
  expect([...open]).toHaveLength(2_000)
  expect((await asked.link.answer({ open })).json()).toEqual({ stored: true })
  expect((await asked.link.get()).text).toContain(open)
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('response').select(['open_text', 'answers']).execute(),
  )
  expect(rows).toEqual([{ open_text: open, answers: {} }])
})

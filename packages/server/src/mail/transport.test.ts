/** Against a real mail server: what goes over the line, and what never does. */
import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { letterMail, nameInMail } from './letter.ts'
import { openMailer } from './mail.ts'
import { headersOf, mailServer, textOf } from './mail-server.fixture.ts'
import { headerText, isMailAddress } from './mailbox.ts'
import { openTransport } from './transport.ts'

const from = 'Weerklank <hallo@weerklank.test>'
const publicUrl = 'https://weerklank.test'
const mail = { to: 'noor@praktijk.example', name: 'Noor', subject: 'Dag', text: 'Tot zo.' }
const id = '0192f3a4-0000-7000-8000-000000000001'
const selfSigned = '?tls.rejectUnauthorized=false'
const accounts = {
  onAuth(auth, _session, done) {
    const right = auth.username === 'wk' && auth.password === 'goed'
    done(right ? null : new Error('no'), right ? { user: 'wk' } : undefined)
  },
} satisfies Parameters<typeof mailServer>[0]

test('where it can be stopped with one tap the mail program is told so, and nowhere else', async () => {
  await using server = await mailServer()
  const { deliver } = openTransport({ smtpUrl: server.url, from })
  const url = `${publicUrl}/l/${'a'.repeat(43)}/tussendoor/niet-meer`
  await deliver({ ...mail, unsubscribeUrl: url }, id)
  await deliver(mail, id)
  const stops = server.mails.map(({ raw }) => [
    ...headersOf(raw, 'list-unsubscribe'),
    ...headersOf(raw, 'list-unsubscribe-post'),
  ])
  expect(stops).toEqual([[`<${url}>`, 'List-Unsubscribe=One-Click'], []])
})

test('a mail arrives once, at one address, as text and as a page, and asks for no answer of a machine', async () => {
  await using server = await mailServer()
  const letter = letterMail({
    to: { name: 'Noor Bakker', address: mail.to },
    publicUrl,
    letters: [
      {
        ...{ language: 'nl', subject: 'Uw link', greeting: 'Dag Noor Bakker,', before: ['Eén ding.'] },
        link: { label: 'Openen', url: `${publicUrl}/a?b=1&c=2` },
        after: ['Vragen? Bel ons.'],
      },
      { language: 'en', subject: 'Your link', greeting: 'Hello,', before: ['One thing.'] },
    ],
  })
  expect(await openTransport({ smtpUrl: server.url, from }).deliver(letter, id)).toEqual({ sent: true })
  const [{ raw, to, from: sender } = { raw: '', to: [], from: '' }] = server.mails
  expect([server.mails.length, sender, to]).toEqual([1, 'hallo@weerklank.test', ['noor@praktijk.example']])
  expect(headersOf(raw, 'message-id')).toEqual([`<${id}@weerklank.test>`])
  expect(headersOf(raw, 'auto-submitted')).toEqual(['auto-generated'])
  expect(headersOf(raw, 'to')).toEqual(['Noor Bakker <noor@praktijk.example>'])
  expect(textOf(raw)).toMatchInlineSnapshot(`
    "Dag Noor Bakker,

    Eén ding.

    Openen:
    https://weerklank.test/a?b=1&c=2

    Vragen? Bel ons.

    * * *

    Hello,

    One thing."
  `)
  expect(letter.html).toContain('<html lang="nl">')
  expect(letter.html).toContain('<div lang="en">')
  expect(letter.html).toContain('<a href="https://weerklank.test/a?b=1&amp;c=2">Openen</a>')
  expect(letter.html).not.toMatch(/<img|<script|src=|url\(/)
})

test('a letter leads nowhere but to this installation', () => {
  const to = { name: '', address: mail.to }
  for (const url of [
    'https://elders.example/a',
    'http://weerklank.test/a',
    'https://weerklank.test.elders.example/',
  ]) {
    const link = { label: 'Openen', url }
    const letter = { language: 'nl', subject: '', greeting: '', before: [], link } as const
    expect(() => letterMail({ to, publicUrl, letters: [letter] }), url).toThrow()
  }
})

test('STARTTLS is used where it is offered', async () => {
  await using server = await mailServer({ disabledCommands: [] })
  const transport = openTransport({ smtpUrl: server.url + selfSigned, from })
  expect(await transport.deliver(mail, id)).toEqual({ sent: true })
  expect(server.seen.secure).toEqual([true])
})

test('where TLS must be and is not offered nothing is said, and no password', async () => {
  let asked = false
  await using server = await mailServer({
    onAuth(_auth, _session, done) {
      asked = true
      done(null, { user: 'wk' })
    },
  })
  const smtpUrl = `smtp://wk:goed@127.0.0.1:${server.port}?requireTLS=true`
  expect(await openTransport({ smtpUrl, from }).deliver(mail, id)).toMatchObject({
    sent: false,
    problem: 'tls',
  })
  expect([asked, server.mails]).toEqual([false, []])
})

test('a certificate that nobody vouches for is not believed', async () => {
  await using server = await mailServer({ disabledCommands: [] })
  expect(await openTransport({ smtpUrl: server.url, from }).deliver(mail, id)).toMatchObject({
    ...{ sent: false, problem: 'tls' },
  })
  expect(server.mails).toEqual([])
})

test('a wrong password is told as such, and does not end up in what is logged', async () => {
  await using server = await mailServer({ ...accounts, authOptional: false })
  const at = (password: string) => `smtp://wk:${password}@127.0.0.1:${server.port}`
  const refused = await openTransport({ smtpUrl: at('hunter2'), from }).deliver(mail, id)
  expect(refused).toMatchObject({ sent: false, problem: 'login', isFinal: false })
  expect(JSON.stringify(refused) + String('cause' in refused && refused.cause?.stack)).not.toMatch(
    /hunter2|noor@/,
  )
  expect(await openTransport({ smtpUrl: at('goed'), from }).deliver(mail, id)).toEqual({ sent: true })
  expect(server.mails).toHaveLength(1)
})

test('a server that is away, and a line that breaks in the middle, are for later; the same mail then arrives once', async () => {
  const gone = await mailServer()
  await gone.close()
  const away = await openTransport({ smtpUrl: gone.url, from }).deliver(mail, id)
  expect(away).toMatchObject({ sent: false, problem: 'away', isFinal: false })
  await using server = await mailServer({ cut: 1 })
  const transport = openTransport({ smtpUrl: server.url, from })
  const long = { ...mail, text: 'Regel.\n'.repeat(20_000) }
  expect(await transport.deliver(long, id)).toMatchObject({ sent: false, problem: 'away', isFinal: false })
  expect(await transport.deliver(long, id)).toEqual({ sent: true })
  expect([server.seen.tries, server.mails.length]).toEqual([2, 1])
})

test('what a server refuses for good is not tried again; what it refuses for now is', async () => {
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
  await using server = await mailServer({
    onMail: (nth) => refusal(nth === 1 ? 451 : 554),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('niemand') ? refusal(550) : null),
  })
  const transport = openTransport({ smtpUrl: server.url, from })
  const verdicts = [
    await transport.deliver(mail, id),
    await transport.deliver(mail, id),
    await transport.deliver({ ...mail, to: 'niemand@praktijk.example' }, id),
  ]
  expect(verdicts).toMatchObject([
    { sent: false, problem: 'refused', isFinal: false },
    { sent: false, problem: 'refused', isFinal: true },
    { sent: false, problem: 'address', isFinal: true },
  ])
})

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `Noor\r\nBcc: dief@elders.example\r\n${text}`),
  fc.string().map((text) => `"><dief@elders.example>, ${text}\n\nhttps://elders.example`),
  fc.string().map((text) => `=?utf-8?Q?=0D=0ABcc:_dief@elders.example?= ${text}`),
)

test('whatever a name, an address or a subject holds, one mail goes to one mailbox with the headers we meant', async () => {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const meant = ['to', 'subject', 'from', 'bcc', 'cc', 'reply-to', 'sender']
  const compose = async (name: string, subject: string) => {
    const to = { name: headerText(name), address: mail.to }
    const { message, envelope } = await composer.sendMail({
      from,
      to,
      subject: headerText(subject),
      text: 'x',
    })
    return { raw: String(message), envelope }
  }
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (name, subject) => {
      const { raw, envelope } = await compose(name, subject)
      expect(envelope.to).toEqual([mail.to])
      const counts = meant.map((header) => headersOf(raw, header).length)
      expect(counts.slice(3), raw).toEqual([0, 0, 0, 0])
      expect([counts[0], counts[2]]).toEqual([1, 1])
      expect(headersOf(raw, 'from')).toEqual([from])
    }),
    { numRuns: 500 },
  )
})

test('an address that is more than one mailbox, or none, goes to nobody', async () => {
  await using server = await mailServer()
  const transport = openTransport({ smtpUrl: server.url, from })
  for (const to of [
    ...[
      'noor@praktijk.example, dief@elders.example',
      'Noor <noor@praktijk.example>',
      'noor@praktijk.example\r\nBcc: x@y',
    ],
    ...[
      'noor',
      '@praktijk.example',
      'noor@',
      'a@b@c',
      '"noor"@praktijk.example',
      'groep: noor@praktijk.example;',
      '',
    ],
  ]) {
    expect(await transport.deliver({ ...mail, to }, id), to).toEqual({
      sent: false,
      problem: 'address',
      isFinal: true,
    })
  }
  expect(server.mails).toEqual([])
  fc.assert(fc.property(nasty, (text) => !isMailAddress(text) || !/[\s,<>]/.test(text)))
})

test('a name makes no link and no line of its own', () => {
  expect(nameInMail('Noor https://elders.example/a\nKlik hier')).toBe(
    'Noor https elders. example a Klik hier',
  )
  expect(nameInMail('J.P. de Vries')).toBe('J. P. de Vries')
  fc.assert(
    fc.property(nasty, (name) => {
      const made = nameInMail(name)
      expect(made).not.toMatch(/[\r\n@/]|\.\S/)
    }),
  )
})

test('a mail that could not be sent is noted without what stood in it; a note that fails harms nobody', async () => {
  const lines: string[] = []
  const say = (fields: object, message: string) => void lines.push(JSON.stringify(fields) + message)
  const log = { info: say, warn: say, error: say }
  const noted: unknown[] = []
  const onMissed = async (missed: object) => {
    noted.push(missed)
    throw new Error('the database is away')
  }
  const nobody = openMailer({ transport: null, onMissed }, log)
  expect(nobody.isConfigured).toBe(false)
  await nobody.send({ ...mail, text: `${publicUrl}/api/auth/magic-link/verify?token=t` })
  expect(noted).toEqual([{ to: mail.to, subject: 'Dag', problem: 'no-server' }])
  expect(lines).toHaveLength(2)
  expect(lines.join()).not.toMatch(/noor@|magic-link/)
})

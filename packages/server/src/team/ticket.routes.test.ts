import { brotliCompressSync, gzipSync } from 'node:zlib'
import { furtherLanguages, respondLanguages } from '@weerklank/core/shared/language'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { aboutLanguage } from '../http/further-languages.ts'
import { tagsOf } from '../respond/respond.tags.factory.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { type BuiltRound, buildRound, closeRound, items, marks, ticketOf, ticketsOf } from '../test-round.ts'
import { ticketText } from './ticket.text.ts'

const countsOf = (app: TestApp, round: BuiltRound) =>
  asMaintenance(app.owner, async (trx) => {
    const groups = await trx
      .selectFrom('round_group')
      .select('answered')
      .where('round_id', '=', round.id)
      .execute()
    const tallies = await trx
      .selectFrom('round_tally')
      .select(['item_id', 'n'])
      .where('round_id', '=', round.id)
      .execute()
    const sum = (all: { n: number }[]) => all.reduce((total, { n }) => total + n, 0)
    return [
      groups.reduce((total, { answered }) => total + answered, 0),
      ...items.map((item) => sum(tallies.filter((one) => one.item_id === item))),
    ]
  })

test('who sees what stands above the questions, in both languages, without script', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor Bakker' })
  const round = await buildRound(app, noor, {
    title: 'Team <Noord> & Zuid',
    readers: [await app.professional({ name: 'Farid' })],
  })
  const ticket = ticketOf(app, round)
  const { text, headers } = await ticket.get()
  expect(tagsOf(text).some(({ name }) => name === 'script')).toBe(false)
  const plain = text
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(plain).toContain(
    'Niemand kan zien wat u antwoordde. We tellen alleen. Groepen kleiner dan 5 tonen we niet.',
  )
  expect(plain).toContain(
    'Farid en Noor Bakker zien straks alleen aantallen. Dat kan vanaf vrijdag 4 december',
  )
  expect(plain).toContain('Team &lt;Noord&gt; &amp; Zuid')
  expect(plain).toContain('Mijn woorden mogen letterlijk in het verslag.')
  expect(plain.indexOf('Niemand kan zien')).toBeLessThan(plain.indexOf('Vraag 1 van 6'))
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toBe('no-store')
  expect((await ticket.get({ query: '?lang=en' })).text).toContain('Nobody can see what you answered.')
})

test('words are asked only where they are wanted, and kept only with the tick', async () => {
  await using app = await testApp()
  const without = await buildRound(app, await app.professional(), { takesWords: false })
  expect((await ticketOf(app, without).get()).text).not.toContain('<textarea')
  await ticketOf(app, without).post(marks(4, 'Ongevraagd.'))
  const round = await buildRound(app, await app.professional())
  const [a, b] = ticketsOf(app, round)
  await a?.post({ ...marks(4), open: 'Zonder vinkje.' })
  await b?.post(marks(4, 'Met vinkje.'))
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('round_words').select('texts').execute(),
  )
  expect(rows).toEqual([{ texts: ['Met vinkje.'] }])
})

test.each<[string, Record<string, string> | [string, string][], string]>([
  ['nothing', {}, 'Er is nog niets om te tellen.'],
  ['words without a tick only', { open: 'Hallo' }, 'Er is nog niets om te tellen.'],
  ['a mark that is none', { 'a.trust': '7.5' }, 'We konden dit niet lezen.'],
  ['a mark above the scale', { 'a.trust': '11' }, 'We konden dit niet lezen.'],
  ['a question that was not asked', { 'a.boss': '3' }, 'We konden dit niet lezen.'],
  [
    'a mark twice',
    [
      ['a.trust', '3'],
      ['a.trust', '4'],
    ],
    'We konden dit niet lezen.',
  ],
  ['too many words', { 'a.trust': '3', open: 'x'.repeat(1001), words: 'yes' }, 'Uw tekst is te lang.'],
])('%s is not counted, and shown again', async (_, fields, words) => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const reply = await ticketOf(app, round).post(fields)
  expect([reply.status, reply.text.includes(words)]).toEqual([422, true])
  expect(await countsOf(app, round)).toEqual([0, 0, 0, 0, 0, 0])
  expect((await ticketOf(app, round).post(marks(4))).status).toBe(200)
  expect(await countsOf(app, round)).toEqual([1, 1, 1, 1, 1, 1])
})

test('what was filled in comes back with what is the matter', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const { text } = await ticketOf(app, round).post({
    ...marks([7, null, null, null, null]),
    open: '<b>"x"'.padEnd(1200, '!'),
    words: 'yes',
  })
  expect(text).toMatch(/name="?a\.trust"? value="?7"? checked/)
  expect(text).toContain('&lt;b&gt;&quot;x&quot;!!!')
  expect(text).toMatch(/name="?words"? value="?yes"? checked/)
})

test('a ticket counts once, also when it is sent ten times at the same moment', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const ticket = ticketOf(app, round)
  const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => ticket.post(marks(at))))
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
  expect(await countsOf(app, round)).toEqual([1, 1, 1, 1, 1, 1])
})

test('people who answer at the same moment are all counted', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional(), { invited: { Noord: 20 } })
  const replies = await Promise.all(
    ticketsOf(app, round).map((ticket, at) => ticket.post(marks(at % 3, `Woord ${at}`))),
  )
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
  expect(await countsOf(app, round)).toEqual([20, 20, 20, 20, 20, 20])
})

test('who is late while it closes is told so or counted, never half; and what was told does not change', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor, { invited: { Noord: 24 } })
  const answering = ticketsOf(app, round).map((ticket, at) => ticket.post(marks(at % 11)))
  const closing = (async () => {
    await answering[3]
    await closeRound(app, round)
    return app.as(noor).call(teamEndpoints.getRound, { params: { round: round.id } })
  })()
  const replies = await Promise.all(answering)
  const told = await closing
  const statuses = replies.map(({ status }) => status)
  expect(statuses.every((status) => status === 200 || status === 404)).toBe(true)
  const thanked = statuses.filter((status) => status === 200).length
  expect(await countsOf(app, round)).toEqual([thanked, thanked, thanked, thanked, thanked, thanked])
  const later = await app.as(noor).call(teamEndpoints.getRound, { params: { round: round.id } })
  expect(later.outcome).toEqual(told.outcome)
  const answered = later.outcome?.groups[0]?.answered
  expect(answered?.status === 'shown' ? answered.n : 0).toBe(thanked < 5 ? 0 : thanked)
})

test('whoever tries links is slowed down', async () => {
  await using app = await testApp()
  const none = () => app.link(`${publicUrl}/r/${'B'.repeat(43)}`).get()
  for (let at = 0; at < 60; at++) expect((await none()).status).toBe(404)
  expect((await none()).status).toBe(429)
})

const five = {
  Artsen: 6,
  Begeleiders: 6,
  Verpleegkundigen: 6,
  Ervaringsdeskundigen: 6,
  Gedragswetenschappers: 6,
}
test.each([
  ['a check', {}],
  ['a swap', { form: 'swap', invited: five }],
  ['five groups about each other', { form: 'between', instrument: 'between-check', invited: five }],
] as const)(
  'the page of %s stays within the budget of the respondent, in every language',
  async (_, parts) => {
    await using app = await testApp()
    const round = await buildRound(app, await app.professional({ name: 'Noor van der Berg-Bakker' }), parts)
    for (const query of ['', ...respondLanguages.map((tag) => `?lang=${tag}`)]) {
      const { text } = await ticketOf(app, round).get({ query })
      expect(brotliCompressSync(text).length).toBeLessThanOrEqual(6000)
      expect(gzipSync(text).length).toBeLessThanOrEqual(6000)
    }
  },
)

test.each(furtherLanguages)(
  '%s: every page is in it, says that a machine made it, and is counted alike',
  async (tag) => {
    await using app = await testApp()
    const round = await buildRound(app, await app.professional({ name: 'Noor' }))
    const [a] = ticketsOf(app, round)
    if (a === undefined) throw new Error('A ticket')
    const inIt = { query: `?lang=${tag}`, headers: { 'accept-language': tag } }
    const none = await app.link(`${publicUrl}/r/${'B'.repeat(43)}`).get(inIt)
    const asked = await a.get(inIt)
    const refused = await a.post({}, inIt)
    const thanked = await a.post(marks(4, 'Met vinkje.'), inIt)
    expect([asked.status, refused.status, thanked.status, none.status]).toEqual([200, 422, 200, 404])
    for (const { text } of [asked, refused, thanked, none]) {
      expect(text).toContain(`<html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(text).toContain(aboutLanguage(tag)?.notice)
      expect(text).toContain('Computervertaling, niet nagekeken.')
      expect(text).not.toMatch(/\{\w+\}|undefined/)
      for (const dutch of [...Object.values(ticketText.nl)].filter((one) => !one.includes('{')))
        expect(text).not.toContain(dutch)
    }
    expect((await countsOf(app, round))[0]).toBe(1)
  },
)

test('a browser is answered in the first language that it asks for, Dutch where we do not speak it', async () => {
  await using app = await testApp()
  const ticket = ticketOf(app, await buildRound(app, await app.professional()))
  const languageFor = async (accepted: string) => {
    const headers = { 'accept-language': accepted }
    const reply = await app.hono.request(`${publicUrl}/r/${ticket.token}`, { headers })
    return /<html lang="?(\w+)/.exec(await reply.text())?.[1]
  }
  expect(await languageFor('ar,en;q=0.8')).toBe('ar')
  expect(await languageFor('pl-PL,pl;q=0.9')).toBe('pl')
  expect(await languageFor('de-DE,en;q=0.5')).toBe('nl')
})

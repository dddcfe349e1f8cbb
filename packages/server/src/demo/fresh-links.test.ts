import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { addDays } from '@weerklank/core/shared/time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byLink } from '../test-link.ts'
import { publicUrl } from '../test-member.ts'
import { countRows, emptyApp, filledApp } from './demo.fixture.ts'
import { freshCheckLinks } from './fresh-links.ts'

const thursday = '2026-11-19T08:00:00.000Z'
const answers = {
  'a.heard': '7.1',
  'a.what': '7',
  'a.how': '6.9',
  'a.whole': '7.2',
  open: 'Een fijn gesprek.',
}

// The tests follow each other as starts of one server do.
let app: Awaited<ReturnType<typeof filledApp>>
let links: string[] = []
beforeAll(async () => {
  app = await filledApp(thursday)
  links = await start()
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
})

function start(): Promise<string[]> {
  return freshCheckLinks({ db: app.db, world: app.world, content: app.content, publicUrl })
}

async function line(title: string) {
  for (const key of ['noor', 'bram'] as const) {
    const member = await app.as(key)
    const { relations } = await member.call(feedbackEndpoints.listRelations, { query: { search: title } })
    const [found] = relations.filter((one) => one.title === title)
    if (found !== undefined) {
      const params = { relation: found.id }
      const details = await member.call(relationEndpoints.getRelation, { params })
      return { ...(await member.call(feedbackEndpoints.relationFeedback, { params })), details, member }
    }
  }
  throw new Error(`Nobody takes part in ${title}`)
}

test('each start has working links for people of four relations, Lina in front, each in her own words', async () => {
  expect(links).toHaveLength(4)
  const pages = await Promise.all(links.map((link) => byLink(app, link).get()))
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const greetings = pages.map(({ text }) => /<h1[^>]*>([^<]*)/.exec(text)?.[1])
  const expected = ['Hoi Lina, hoe', 'Dag meneer De Wit, hoe', 'Hi Grace, how', 'Dag Anneke, hoe']
  expect(
    greetings.map((text, index) => text?.toLowerCase().startsWith(expected[index]?.toLowerCase() ?? '?')),
  ).toEqual([true, true, true, true])
})

test('the link of Lina asks back what was agreed', async () => {
  const page = await byLink(app, links[0] ?? '').get()
  expect(page.text).toContain('Als we starten, dan zegt Lina eerst wat zij wil bespreken.')
})

test('a start that comes again makes other links for the same invitations; those of before still work', async () => {
  const [invitations, tokens] = [await countRows(app, 'invitation'), await countRows(app, 'invitation_token')]
  const [again, old] = [await start(), links]
  expect(new Set([...again, ...old]).size).toBe(8)
  for (const link of [...again, ...old]) expect((await byLink(app, link).get()).status).toBe(200)
  expect(await countRows(app, 'invitation')).toBe(invitations)
  for (let count = 0; count < 6; count++) {
    app.clock.advance(60_000)
    await start()
  }
  expect(await countRows(app, 'invitation')).toBe(invitations)
  // Of each of the four invitations at most five links are kept.
  expect(await countRows(app, 'invitation_token')).toBe(tokens + 4 * 4)
  expect((await byLink(app, old[0] ?? '').get()).status).toBe(404)
  links = await start()
})

test('an answer by such a link is an answer like any other, and the next start asks anew', async () => {
  expect((await byLink(app, links[0] ?? '').answer(answers)).json()).toEqual({ stored: true })
  const { responses, invitations } = await line('Lina en Samira')
  expect(responses.at(-1)?.openText).toBe('Een fijn gesprek.')
  expect(invitations.at(-1)?.status).toBe('answered')
  const [next = '', ...others] = await start()
  expect(others).toHaveLength(3)
  expect((await byLink(app, next).answer({ ...answers, open: 'Nog een keer.' })).json()).toEqual({
    stored: true,
  })
  const after = await line('Lina en Samira')
  expect(after.responses.length).toBe(responses.length + 1)
})

test('a link that was withdrawn is not given out again', async () => {
  links = await start()
  const { member, invitations, details } = await line('Grace')
  const open = invitations.find(({ status }) => status === 'open')
  await member.call(feedbackEndpoints.revokeInvitation, {
    params: { relation: details.id, invitation: open?.id ?? '' },
  })
  const again = await start()
  expect((await byLink(app, links[2] ?? '').get()).status).toBe(410)
  expect((await byLink(app, again[2] ?? '').get()).status).toBe(200)
})

test('after a contact of today the link asks about that contact; weeks later the same link is made to work again', async () => {
  app.clock.set('2026-11-19T11:30:00.000Z')
  await byLink(app, (await start())[1] ?? '').answer(answers)
  const [, link = ''] = await start()
  expect((await byLink(app, link).get()).text).toContain('hoe was het samen vandaag?')
  app.clock.set(addDays(thursday, 60))
  expect((await byLink(app, link).get()).status).toBe(410)
  const invitations = await countRows(app, 'invitation')
  const [, fresh = ''] = await start()
  expect((await byLink(app, fresh).get()).status).toBe(200)
  expect(await countRows(app, 'invitation')).toBe(invitations)
})

test('nobody is asked in a collaboration that has ended', async () => {
  const { member, details } = await line('Meneer De Wit')
  await member.call(relationEndpoints.closeRelation, {
    params: { relation: details.id },
    body: { closed: true },
  })
  expect(await start()).toHaveLength(3)
})

test('without a demo there are no links', async () => {
  await using empty = await emptyApp(thursday)
  const { db, world, content } = empty
  expect(await freshCheckLinks({ db, world, content, publicUrl })).toEqual([])
})

import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { asMember } from '../test-member.ts'
import { ownPageOf, readable } from '../test-own-page.ts'
import type { Running } from '../test-running.ts'

const { relationFeedback, listRelations, today } = feedbackEndpoints

/** Samira answered low, in a collaboration with Noor and Bas. */
async function buildAnswered(
  app: Running & Pick<Awaited<ReturnType<typeof testApp>>, 'relation' | 'professional' | 'answer'>,
) {
  const bas = await app.professional({ name: 'Bas' })
  const participants = [
    { name: 'Samira', voice: 'mother' as const, address: 'u' as const },
    { name: 'Bas', voice: 'colleague' as const, member: bas },
  ]
  const relation = await app.relation({ participants })
  await app.answer({ in: relation, value: '2' })
  const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const [below] = (await page.get('/antwoorden')).text.match(/\/antwoorden\/[0-9a-f-]{36}/) ?? []
  if (below === undefined) throw new Error('Nothing to choose about')
  const params = { relation: relation.id }
  const read = async (who: typeof bas) => {
    const { responses, signals, invitations } = await asMember(app, who).call(relationFeedback, { params })
    return {
      answers: responses.length,
      signals: signals.length,
      asked: invitations.map(({ status }) => status),
    }
  }
  return { bas, noor: relation.by, relation, page, below, read }
}

const none = { answers: 0, signals: 0, asked: ['answered'] }

test('one colleague reads it and the other does not, nor what it led to; and back', async () => {
  await using app = await testApp()
  const { bas, noor, page, below, read } = await buildAnswered(app)
  const before = await read(bas)
  expect(before).toMatchObject({ answers: 1, asked: ['answered'] })
  expect(before.signals).toBeGreaterThan(0)
  const form = readable((await page.get(below)).text)
  expect(form).toMatch(/Iedereen die meewerkt: .*Alleen Bas.*Niemand, alleen u/)

  const reply = await page.post(below, { wie: noor.member })
  expect(reply.status).toBe(303)
  expect(await read(noor)).toEqual(before)
  expect(await read(bas)).toEqual(none)
  const listed = await asMember(app, bas).call(listRelations, { query: {} })
  expect(listed.relations.map(({ lastAnswerAt, signals }) => [lastAnswerAt, signals.length])).toEqual([
    [null, 0],
  ])
  expect((await asMember(app, bas).call(today)).attention).toEqual([])
  expect(readable((await page.get('/antwoorden')).text)).toContain('Dit lezen nu: Noor.')

  await page.post(below, { wie: 'niemand' })
  expect(await read(noor)).toEqual(none)
  expect(readable((await page.get('/antwoorden')).text)).toContain('Alleen u leest dit nu.')

  await page.post(below, { wie: 'allen' })
  expect(await read(bas)).toEqual(before)
  expect(await read(noor)).toEqual(before)
  const lines = await app.audit('response.readers')
  expect(lines.map(({ actor }) => actor.split(':')[0])).toEqual(['person', 'person', 'person'])
})

test('what is not for all is restated in no signal of a later answer, and no silence is told', async () => {
  await using app = await testApp()
  const { bas, relation, page, below, read } = await buildAnswered(app)
  await page.post(below, { wie: 'niemand' })
  app.clock.set(addDays(app.clock.now(), 7))
  // Much lower than nothing: with the first answer in sight this would be told as a rise or a fall of it.
  await app.answer({ in: relation, value: '8' })
  expect(await read(bas)).toEqual({ answers: 1, signals: 0, asked: ['answered', 'answered'] })
})

test('nothing is chosen for her, and nothing about an answer that is not hers', async () => {
  await using app = await testApp()
  const { page, below, read, bas } = await buildAnswered(app)
  const other = await buildAnswered(app)
  for (const wie of ['', 'iemand', other.bas.member])
    expect((await page.post(below, { wie })).status).toBe(422)
  expect((await page.get(other.below)).status).toBe(404)
  expect((await page.post(other.below, { wie: 'niemand' })).status).toBe(404)
  expect((await page.get('/antwoorden/geen')).status).toBe(404)
  expect((await read(bas)).answers).toBe(1)
  expect((await other.read(other.bas)).answers).toBe(1)
  expect(await app.audit('response.readers')).toEqual([])
})

test('from the page after answering one button leads to the choice', async () => {
  await using app = await testApp()
  const { link } = await app.answer()
  const { text } = await link.get()
  expect(text).toContain('Kies wie dit mag lezen')
  const reply = await link.any('POST', '/mijn?lang=nl&wie=1')
  expect(reply.status).toBe(303)
  const to = reply.headers.get('location') ?? ''
  expect(to).toMatch(/^\/p\/[^/]+\/antwoorden\/[0-9a-f-]{36}\?lang=nl$/)
  const page = await app.hono.request(to)
  expect(readable(await page.text())).toContain('Wie mag dit lezen?')
})

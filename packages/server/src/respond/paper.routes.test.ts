/** A question on paper: what is printed, and what may be entered afterwards, by whom and for which day. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { readPdf } from '../reports/pdf.reader.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields, type BuiltRelation } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { buildMother, readable } from '../test-own-page.ts'

const day = (at: string) => at.slice(0, 10)

/** A question that waits, and what can be done with its paper. */
async function onPaper(app: TestApp, relation: BuiltRelation) {
  const { invitation, link } = await app.invite({ in: relation })
  const params = { relation: relation.id, invitation: invitation.id }
  const by = app.as(relation.by)
  const enter = (answeredOn: string, fields: Record<string, string> = answerFields('3', 'Te snel.')) => ({
    params,
    body: { answeredOn, fields },
  })
  return { params, by, link, enter, relation }
}

async function began(app: TestApp, daysAgo: number) {
  const relation = await app.relation()
  app.clock.set(addDays(app.clock.now(), daysAgo))
  return onPaper(app, relation)
}

test('the paper is tagged, has the questions and room to write, and no name of whom is asked', async () => {
  await using app = await testApp()
  const { params, relation } = await began(app, 3)
  const path = paperEndpoints.printPaper.path
    .replace(':relation', params.relation)
    .replace(':invitation', params.invitation)
  const answer = await app.hono.request(publicUrl + path, { headers: { cookie: relation.by.cookie } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const read = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(read).toMatchObject({
    title: expect.stringContaining('korte vraag'),
    language: 'nl',
    isMarked: true,
  })
  const text = JSON.stringify(read.tags)
  expect(read.tags.filter(({ role }) => role === 'H1')).toHaveLength(1)
  // The day, four questions, and the open one.
  expect(read.tags.filter(({ role }) => role === 'H2')).toHaveLength(6)
  expect(read.tags.filter(({ role }) => role === 'Figure').every(({ alt }) => alt !== '')).toBe(true)
  expect(read.loose).toEqual([])
  expect(text).toContain(relation.by.name)
  expect(text).not.toContain(relation.client.name)
  expect((await app.audit('invitation.printed')).map(({ actor }) => actor)).toEqual([relation.by.member])
})

test('an answer on paper counts on its own day, with its signals, and says who typed it over', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await app.answer({ in: relation, value: '9' })
  app.clock.set(addDays(app.clock.now(), 10))
  const { by, enter, params } = await onPaper(app, relation)
  const on = day(addDays(app.clock.now(), -2))
  const entered = await by.call(paperEndpoints.enterPaper, enter(on))
  expect(entered.answeredAt).toBe(`${on}T11:00:00.000Z`)
  const { responses, signals, invitations } = await by.call(feedbackEndpoints.relationFeedback, { params })
  expect(responses).toMatchObject([
    { answers: { heard: 9 } },
    {
      id: entered.response,
      answeredAt: entered.answeredAt,
      enteredBy: relation.by.member,
      openText: 'Te snel.',
    },
  ])
  expect(responses[0]).not.toHaveProperty('enteredBy')
  expect(signals.filter(({ response }) => response === entered.response).length).toBeGreaterThan(0)
  expect(invitations.find(({ id }) => id === params.invitation)).toMatchObject({ status: 'answered' })
  // In the record it is his deed, not hers.
  const lines = await app.audit('response.entered')
  expect(lines.map(({ actor, subject_id }) => [actor, subject_id])).toEqual([
    [relation.by.member, entered.response],
  ])
  const stored = await app.audit('response.stored')
  expect(stored.filter(({ subject_id }) => subject_id === entered.response)).toEqual([])
})

test('on her own page she reads that it was typed over from her paper, and by whom', async () => {
  await using app = await testApp()
  const { page, relation } = await buildMother(app)
  const { by, enter } = await onPaper(app, relation)
  await by.call(paperEndpoints.enterPaper, enter(day(app.clock.now())))
  const read = readable((await page.get('/antwoorden')).text)
  expect(read).toContain(`${relation.by.name} typte dit over van uw papier.`)
  expect(read).toContain('Te snel.')
})

test('a day to come, one before the beginning, and no day at all are refused, and nothing is stored', async () => {
  await using app = await testApp({ now: '2026-11-19T23:30:00.000Z' })
  const relation = await app.relation()
  app.clock.set('2026-11-24T23:30:00.000Z')
  const { by, enter, params } = await onPaper(app, relation)
  // Half past twelve at night there: the 25th is today, the 26th is to come; it began on the 20th.
  for (const [answeredOn, problem] of [
    ['2026-11-26', 'in-the-future'],
    ['2026-11-19', 'before-it-began'],
  ] as const) {
    expect(await by.refusal(paperEndpoints.enterPaper, enter(answeredOn))).toMatchObject({
      ...{ code: 'invalid-input', fields: { answeredOn: problem } },
    })
  }
  expect(await by.refusal(paperEndpoints.enterPaper, enter('2026-02-30'))).toMatchObject({
    code: 'invalid-input',
  })
  expect(await by.refusal(paperEndpoints.enterPaper, enter('2026-11-25', { 'a.heard': '11' }))).toMatchObject(
    {
      fields: { 'a.heard': 'out-of-range' },
    },
  )
  expect(await by.refusal(paperEndpoints.enterPaper, enter('2026-11-25', {}))).toMatchObject({
    fields: { 'a.heard': 'nothing-answered' },
  })
  expect(await by.call(paperEndpoints.paperForm, { params })).toMatchObject({
    ...{ firstDay: '2026-11-20', lastDay: '2026-11-25' },
  })
  expect((await by.call(feedbackEndpoints.relationFeedback, { params })).responses).toEqual([])
  expect(await by.call(paperEndpoints.enterPaper, enter('2026-11-25'))).toMatchObject({
    answeredAt: '2026-11-24T23:30:00.000Z',
  })
})

test('sending it twice is once; what she answered by herself is not typed over', async () => {
  await using app = await testApp()
  const first = await began(app, 3)
  const on = day(app.clock.now())
  const [one, two] = await Promise.all([
    first.by.call(paperEndpoints.enterPaper, first.enter(on)),
    first.by.call(paperEndpoints.enterPaper, first.enter(on)),
  ])
  expect(one.response).toBe(two.response)
  const { params } = first
  expect((await first.by.call(feedbackEndpoints.relationFeedback, { params })).responses).toHaveLength(1)
  const second = await began(app, 3)
  expect((await second.link.answer({ 'a.heard': '8' })).status).toBe(200)
  expect(
    await second.by.refusal(paperEndpoints.enterPaper, second.enter(day(app.clock.now()))),
  ).toMatchObject({ code: 'conflict' })
})

test('who does not take part enters and prints nothing; what was withdrawn is not entered', async () => {
  await using app = await testApp()
  const { params, by, enter } = await began(app, 3)
  const other = app.as(await app.professional())
  const on = day(app.clock.now())
  expect(await other.refusal(paperEndpoints.enterPaper, enter(on))).toMatchObject({ code: 'not-found' })
  expect(await other.refusal(paperEndpoints.printPaper, { params })).toMatchObject({ code: 'not-found' })
  await by.call(feedbackEndpoints.revokeInvitation, { params })
  expect(await by.refusal(paperEndpoints.enterPaper, enter(on))).toMatchObject({ code: 'conflict' })
})

test('the copy of her data says that it was on paper, and who typed it over', async () => {
  await using app = await testApp()
  const { page, relation } = await buildMother(app)
  const { by, enter } = await onPaper(app, relation)
  await by.call(paperEndpoints.enterPaper, enter(day(app.clock.now())))
  const taken = JSON.parse((await page.post('/download', { format: 'json' })).text)
  expect(JSON.stringify(taken)).toContain(`"enteredBy":"${relation.by.name}"`)
})

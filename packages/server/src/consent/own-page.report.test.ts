import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { readPdf, tagsOf } from '../reports/pdf.reader.fixture.ts'
import { testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import { asMember, publicUrl } from '../test-member.ts'
import { buildMother, readable } from '../test-own-page.ts'
import { ownReportText } from './own-page.report.text.ts'

test('whoever answered nothing finds an overview that says so', async () => {
  await using app = await testApp()
  const { page } = await buildMother(app)
  expect((await page.get()).text).toContain('/overzicht?lang=nl')
  const read = readable((await page.get('/overzicht')).text)
  expect(read).toContain('Uw overzicht')
  expect(read).toContain('U hebt nog niets ingevuld.')
})

test('the overview holds the words, the picture, the open list, what was agreed and what helps', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const { page, relation, person } = await buildMother(app)
  for (const value of ['6', '3']) {
    await app.answer({ in: relation, fields: answerFields(value, 'Dit zeg ik alleen hier.') })
    app.clock.set(addDays(app.clock.now(), 7))
  }
  const noor = asMember(app, relation.by)
  const params = { relation: relation.id }
  await noor.call(feedbackEndpoints.agree, {
    params,
    body: {
      ...{ id: app.world.newId<never>(), text: 'Eerst vragen.', askBack: true, signals: [] },
      participants: [relation.client.id],
    },
  })
  await noor.call(relationEndpoints.addNote, {
    params,
    body: { id: app.world.newId<never>(), kind: 'helps', text: 'Rustig praten', toldBy: 'Lina' },
  })
  const { signals } = await noor.call(feedbackEndpoints.relationFeedback, { params })
  const { status, text } = await page.get('/overzicht')
  expect(status).toBe(200)
  const read = readable(text)
  expect(read).toContain('U gaf eerst een 6 en daarna een 3.')
  expect(text.match(/<svg [^>]*role="img"/g)).toHaveLength(1)
  expect(text).toContain('<details open>')
  expect(read).toContain('Eerst vragen.')
  expect(read).toContain('Rustig praten')
  // What is open is not told on paper, and neither are her own words.
  expect(signals.length).toBeGreaterThan(0)
  expect(read).not.toContain('Waarover is gepraat')
  expect(read).not.toContain('Dit zeg ik alleen hier.')
  expect(text).not.toMatch(/<script| style=/)
  expect((await app.audit('own-page.opened')).map(({ actor }) => actor)).toEqual([`person:${person}`])
})

test.each(['nl', 'en'] as const)('every sentence has at most 15 words (%s)', (language) => {
  const texts = Object.values(ownReportText[language]).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one),
  )
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/))
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([])
})

test('as a PDF it is the same report: tagged, in her words, with what was agreed and without her own words', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const { page, relation, person } = await buildMother(app)
  for (const value of ['6', '3']) {
    await app.answer({ in: relation, fields: answerFields(value, 'Dit zeg ik alleen hier.') })
    app.clock.set(addDays(app.clock.now(), 7))
  }
  const noor = asMember(app, relation.by)
  const params = { relation: relation.id }
  const agreed = { id: app.world.newId<never>(), text: 'Eerst vragen.', askBack: true, signals: [] }
  const body = { ...agreed, participants: [relation.client.id] }
  await noor.call(feedbackEndpoints.agree, { params, body })
  expect((await page.get('/overzicht')).text).toContain('/overzicht/pdf?lang=nl')
  const response = await app.hono.request(`${publicUrl}${page.path}/overzicht/pdf?lang=nl`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const read = await readPdf(new Uint8Array(await response.arrayBuffer()))
  expect(read).toMatchObject({ title: 'Uw verslag', language: 'nl', isMarked: true, loose: [] })
  expect(tagsOf(read.tags, 'Figure')[0]?.alt).toContain('U gaf eerst een 6 en daarna een 3.')
  const said = ['P', 'LBody', 'TD'].flatMap((role) => tagsOf(read.tags, role)).map(({ text }) => text)
  expect(said.join(' ')).toContain('“Eerst vragen.”')
  expect(said.join(' ')).not.toContain('Dit zeg ik alleen hier.')
  const looks = await app.audit('own-page.opened')
  expect(looks.map(({ actor }) => actor)).toEqual([`person:${person}`, `person:${person}`])
})

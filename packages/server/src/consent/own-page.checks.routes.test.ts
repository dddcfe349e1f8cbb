import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { aboutLanguage } from '../http/further-languages.ts'
import { testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import { asMember } from '../test-member.ts'
import { buildMother, ownPageOf, personsIn, readable } from '../test-own-page.ts'
import { ownChecksText } from './own-page.checks.text.ts'

test('whoever answered nothing is told so, and the way to the page stands on the first one', async () => {
  await using app = await testApp()
  const { page } = await buildMother(app)
  expect((await page.get()).text).toContain('/antwoorden?lang=nl')
  expect(readable((await page.get('/antwoorden')).text)).toContain('U hebt nog niets ingevuld.')
})

test('her scores stand there in words, as a picture and as a list, and nothing is weighed', async () => {
  await using app = await testApp()
  const { page, relation, person } = await buildMother(app)
  for (const value of ['6', '3']) {
    await app.answer({ in: relation, value })
    app.clock.set(addDays(app.clock.now(), 7))
  }
  const { text, status } = await page.get('/antwoorden')
  expect(status).toBe(200)
  const read = readable(text)
  expect(read).toContain('U gaf eerst een 6 en daarna een 3.')
  expect(read).toContain('3 lager dan aan het begin. Toen was het 6.')
  expect(read).not.toMatch(/een gesprek waard|te laag|onder 6/i)
  expect(text.match(/<svg [^>]*role="img"/g)).toHaveLength(1)
  expect(text).not.toMatch(/<script| style=/)
  // Newest first, also in the list.
  expect(read.indexOf('3,0')).toBeLessThan(read.indexOf('6,0'))
  const opened = await app.audit('own-page.opened')
  expect(opened.map(({ actor }) => actor)).toEqual([`person:${person}`])
})

test('an answer in words alone is no score, and no silence', async () => {
  await using app = await testApp()
  const { page, relation } = await buildMother(app)
  await app.answer({ in: relation, value: '6' })
  await app.answer({ in: relation, fields: { open: 'Het ging goed.' } })
  const read = readable((await page.get('/antwoorden')).text)
  expect(read).toContain('U gaf vandaag een 6.')
  expect(read).toContain('Het ging goed.')
  expect(read).not.toMatch(/geen antwoord|niet ingevuld/)
})

test('what was agreed stands there with what came back', async () => {
  await using app = await testApp()
  const { page, relation } = await buildMother(app)
  await app.answer({ in: relation })
  const noor = asMember(app, relation.by)
  const id = app.world.newId<never>()
  await noor.call(feedbackEndpoints.agree, {
    params: { relation: relation.id },
    body: { id, text: 'Eerst vragen.', participants: [relation.client.id], askBack: true, signals: [] },
  })
  expect(readable((await page.get('/antwoorden')).text)).toContain('Hier is u nog niet naar gevraagd.')
  await app.answer({ in: relation, fields: { ...answerFields('8'), [`e.${id}`]: 'changed' } })
  expect(readable((await page.get('/antwoorden')).text)).toMatch(/Eerst vragen.*“Is het veranderd\?” \S+/)
})

test('nobody reads the answers of another on her own page', async () => {
  await using app = await testApp()
  const participants = [
    { name: 'Samira', voice: 'mother' as const },
    { name: 'Lina', voice: 'youth' as const },
  ]
  const relation = await app.relation({ participants })
  const people = await personsIn(app, relation)
  const [samira, lina] = ['Samira', 'Lina'].map((name) => people.find((one) => one.name === name))
  if (samira === undefined || lina === undefined) throw new Error('Both take part')
  await app.answer({ in: relation, fields: answerFields('8', 'Alleen van Samira') })
  const mother = await ownPageOf(app, relation, samira.person)
  const youth = await ownPageOf(app, relation, lina.person)
  expect(readable((await mother.get('/antwoorden')).text)).toContain('Alleen van Samira')
  expect(readable((await youth.get('/antwoorden')).text)).not.toContain('Alleen van Samira')
})

test.each(['nl', 'en'] as const)('every sentence has at most 15 words (%s)', (language) => {
  const texts = Object.values(ownChecksText[language]).flatMap((one) =>
    typeof one === 'string' ? [one] : [one.u, one.je],
  )
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.?]) /)))
    expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
})

test('whoever is asked in another language is told in it that her own page is in Dutch and English', async () => {
  await using app = await testApp()
  const { page, relation } = await buildMother(app)
  expect((await page.get()).text).not.toContain('dir="rtl"')
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('participant').set({ language: 'ar' }).where('id', '=', relation.client.id).execute(),
  )
  const { text } = await page.get()
  expect(text).toContain('<html lang="nl" dir="ltr">')
  expect(text).toContain(`<p class=box lang="ar" dir="rtl">${aboutLanguage('ar')?.elsewhere}</p>`)
})

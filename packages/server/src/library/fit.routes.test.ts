import { fitEndpoints } from '@weerklank/core/library/fit.contract'
import { queryOf } from '@weerklank/core/library/fit.query'
import { itemFactory } from '@weerklank/core/library/item.factory'
import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { ownPath, runningTrajectory } from '../learning/nudge.fixture.ts'
import { byLearnerLink } from '../learning/own/own.fixture.ts'
import { testApp } from '../test-app.ts'
import { readable } from '../test-own-page.ts'

const signal = { at: 'signal', rule: 'low-item', line: 'doable', challenge: null } as const
const guidance = { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' } as const

test('from a signal one is offered something to say with why, and from there something to practise', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const { offers } = await noor.call(fitEndpoints.fitLibrary, {
    query: { ...queryOf(signal), at: 'signal', ...guidance },
  })
  const prompt = offers.find(({ kind }) => kind === 'prompt')
  expect(prompt).toMatchObject({
    key: 'planning-a-task',
    because: { nl: 'omdat het antwoord over ‘afspraken die lukken’ opviel' },
  })
  const onward = await noor.call(fitEndpoints.fitLibrary, { query: { at: 'item', key: 'planning-a-task' } })
  expect(onward.offers.map(({ kind }) => kind)).toContain('exercise')
  const { themes } = await noor.call(fitEndpoints.fitThemes, {})
  expect(themes).toContainEqual({
    key: 'listening',
    name: expect.objectContaining({ nl: expect.any(String) }),
  })
})

test('an item that the organisation published is offered as well, and one that it withdrew is not', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const params = { item: app.world.newId<LibraryItemId>() }
  const { fits } = itemFactory()
  const item = itemFactory({
    title: { nl: 'Onze weekkaart' },
    kind: 'prompt',
    grade: 'reviews',
    fits: { ...fits, signals: ['low-item'], lines: ['doable'] },
  })
  const shown = async () =>
    (await noor.call(fitEndpoints.fitLibrary, { query: { ...queryOf(signal), at: 'signal' } })).offers.map(
      ({ title }) => title.nl,
    )
  await noor.call(libraryEndpoints.keepItem, { params, body: { item, from: null, revision: 0 } })
  expect(await shown()).not.toContain('Onze weekkaart')
  await noor.call(libraryEndpoints.publishItem, { params, body: { revision: 1 } })
  expect(await shown()).toContain('Onze weekkaart')
  await noor.call(libraryEndpoints.withdrawItem, { params, body: { revision: 2 } })
  expect(await shown()).not.toContain('Onze weekkaart')
})

test('what is no place, or no setting, is refused', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const bad = [
    '?at=signal',
    '?at=signal&rule=unknown',
    '?at=item&key=..%2F',
    '?at=moment&moment=tension&context=micro',
    '?at=moment&moment=tension&kind=interpersonal&context=micro&situation=intake',
  ]
  for (const query of bad) {
    const reply = await noor.request('GET', `/api/library/fit${query}`)
    expect([query, reply.status]).toEqual([query, 422])
  }
})

test('a learner comes from her goal to a card, from an exercise to her log, and back', async () => {
  await using app = await testApp()
  const of = await runningTrajectory(app)
  const [learner] = of.learners
  if (learner === undefined) throw new Error('There are learners')
  const page = byLearnerLink(app, await ownPath(app, of, learner.id))
  expect((await page.get('/doel')).text).not.toContain('/kaart/')
  await page.fill('/doel', { 'nieuw-text': 'Ik wil leren luisteren en grenzen aangeven' })
  const goal = (await page.get('/doel')).text
  expect(readable(goal)).toContain('omdat je doel gaat over echt luisteren')
  const card = (await page.get('/kaart/active-listening')).text
  expect(readable(card)).toContain('Actief luisteren')
  expect(card).toMatch(/href="\/l\/[^"]+\/doel\?/)
  expect(card).toMatch(/\/oefenen\?[^"]*oefening=active-listening/)
  const log = (await page.get('/oefenen?oefening=active-listening')).text
  expect(log).toMatch(/<option value="active-listening" selected/)
  // And from her log back to the card.
  expect(log).toMatch(/href="\/l\/[^"]+\/kaart\/active-listening/)
  expect((await page.get('/kaart/no-such-card')).status).toBe(404)
})

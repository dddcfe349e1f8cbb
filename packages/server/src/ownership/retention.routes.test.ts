import { retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'

const { retention, changeRetention, lookAhead } = retentionEndpoints

test('an administrator chooses terms within their limits; a privacy officer reads; nobody else either', async () => {
  await using app = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const pim = await app.professional({ name: 'Pim', role: 'privacy-officer' })
  const body = { kind: 'working-notes', days: 30 } as const
  const changed = await app.as(ada).call(changeRetention, { body })
  expect(changed.terms[0]).toEqual({ kind: 'working-notes', days: 30, isChosen: true, soon: null })
  expect(await app.as(pim).call(retention)).toMatchObject({ mayChange: false, receipts: [], lookedAt: null })
  expect((await app.as(pim).refusal(changeRetention, { body })).code).toBe('not-allowed')
  for (const days of [6, 366]) {
    const refused = await app.as(ada).refusal(changeRetention, { body: { ...body, days } })
    expect(refused).toMatchObject({
      code: 'invalid-input',
      fields: { days: days < 7 ? 'too-short' : 'too-long' },
    })
  }
  const back = await app.as(ada).call(changeRetention, { body: { ...body, days: null } })
  expect(back.terms[0]).toMatchObject({ days: 90, isChosen: false })
  for (const role of ['professional', 'researcher', 'guest', 'coach'] as const) {
    const by = await app.professional({ name: 'Eva', role })
    for (const endpoint of [retention, lookAhead]) {
      expect((await app.as(by).refusal(endpoint)).code, role).toBe('not-allowed')
    }
    expect((await app.as(by).refusal(changeRetention, { body })).code).toBe('not-allowed')
  }
  expect((await app.as(null).request('GET', retention.path)).status).toBe(401)
  expect(await app.audit('retention.changed')).toHaveLength(2)
  expect(await app.audit('retention.read')).toHaveLength(1)
})

test('what one workspace chose goes for no other', async () => {
  await using app = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const other = await app.otherWorkspace()
  const theirs = await app.professional({ name: 'Ilse', role: 'administrator', workspace: other })
  await app.as(ada).call(changeRetention, { body: { kind: 'care-data', days: 400 } })
  const terms = (await app.as(theirs).call(retention)).terms
  expect(terms.find((term) => term.kind === 'care-data')).toMatchObject({ days: 7305, isChosen: false })
})

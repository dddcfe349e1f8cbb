/** For what data were taken out, and for what they were asked in vain, stands in the record, within the chain. */
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { takeawayEndpoints } from '@weerklank/core/ownership/takeaway.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

async function people(app: TestApp) {
  const [rik, els, ada] = [
    app.as(await app.professional({ name: 'Rik', role: 'researcher' })),
    app.as(await app.professional({ name: 'Els', role: 'privacy-officer' })),
    app.as(await app.professional({ name: 'Ada', role: 'administrator' })),
  ]
  const ask = async (purpose: ExportPurpose) => {
    const research = { id: app.world.newId(), title: 'Voorjaar', format: 'csv' as const, purpose }
    const takeaway = { id: app.world.newId(), reason: 'Een ander programma', purpose }
    return [
      await rik.request('POST', researchEndpoints.makeExport.path, research),
      await els.request('GET', `${auditEndpoints.export.path}?format=csv&purpose=${purpose}`),
      await ada.request('POST', takeawayEndpoints.askTakeaway.path, takeaway),
    ].map(({ status }) => status)
  }
  const read = async () => {
    const { lines } = await els.call(auditEndpoints.read)
    return lines
      .filter(({ purpose }) => purpose !== null)
      .map(({ actor, action, subject, purpose }) => [
        ...['name' in actor ? actor.name : '', action, subject.kind, purpose],
      ])
      .toReversed()
  }
  return { ask, read, els }
}

test('each export is written down with its purpose', async () => {
  await using app = await testApp()
  const { ask, read, els } = await people(app)
  expect(await ask('leaving')).toEqual([200, 200, 200])
  expect(await read()).toEqual([
    ['Rik', 'research.exported', 'research', 'leaving'],
    ['Els', 'audit.exported', 'audit', 'leaving'],
    ['Ada', 'takeaway.asked', 'takeaway', 'leaving'],
  ])
  expect((await els.call(auditEndpoints.verify)).broken).toBeNull()
})

test.each(['personnel', 'purchasing'] as const)(
  'what is refused for %s is written down, though nothing else is stored',
  async (purpose) => {
    await using app = await testApp()
    const { ask, read, els } = await people(app)
    expect(await ask(purpose)).toEqual([403, 403, 403])
    expect(await read()).toEqual([
      ['Rik', 'export.refused', 'makeResearchExport', purpose],
      ['Els', 'export.refused', 'exportAudit', purpose],
      ['Ada', 'export.refused', 'askTakeaway', purpose],
    ])
    expect((await els.call(auditEndpoints.verify)).broken).toBeNull()
  },
)

/** Who gave answers to research reads when they were read, and when a file with them left; nobody else reads that. */
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { ownPageOf, readable } from '../test-own-page.ts'

async function client(app: TestApp, name: string, address: 'u' | 'je') {
  const relation = await app.relation({ participants: [{ name, address }] })
  return { relation, page: await ownPageOf(app, relation, relation.client.id as string as PersonId) }
}

test('each person whose answers a researcher reads or takes out can read that, and by whom', async () => {
  await using app = await testApp()
  const samira = await client(app, 'Samira', 'u')
  const joris = await client(app, 'Joris', 'je')
  const lina = await client(app, 'Lina', 'je')
  for (const { page } of [samira, joris]) await page.choose('/keuze/research', 'ja')
  await lina.page.choose('/keuze/research', 'nee')
  for (const { relation } of [samira, joris, lina]) await app.answer({ in: relation })
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  await rik.call(researchEndpoints.answers)
  const body = {
    id: app.world.newId(),
    title: 'Voorjaar',
    format: 'csv' as const,
    purpose: 'research' as const,
  }
  await rik.call(researchEndpoints.makeExport, { body })
  const read = async ({ page }: typeof samira) => readable((await page.get('/wie-keek')).text)
  const told = await read(samira)
  expect(told).toContain('Rik las antwoorden voor onderzoek, ook van u, zonder uw naam.')
  expect(told).toContain('Rik maakte een bestand voor onderzoek, ook met antwoorden van u, zonder uw naam.')
  expect(told).toContain('Dat hoort bij het werk van Rik.')
  expect(await read(joris)).toContain('Rik las antwoorden voor onderzoek, ook van jou, zonder je naam.')
  expect(await read(lina)).not.toContain('Rik')
  const kept = (await app.audit('research.exported')).map((line) => line.subject_id)
  expect(kept).toEqual([body.id])
  // What is no longer in the material, nobody read.
  await joris.page.choose('/keuze/research', 'nee')
  await rik.call(researchEndpoints.answers)
  const shown = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_shown')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('action', '=', 'research.answers-read')
      .where('workspace_id', '=', app.workspace)
      .groupBy('event_id')
      .orderBy('event_id')
      .execute(),
  )
  expect(shown).toEqual([{ count: '2' }, { count: '1' }])
})

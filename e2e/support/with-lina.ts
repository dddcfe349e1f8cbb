import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type OwnPerson, ownPerson, signInByPassword } from './own-person.ts'
import { expect, type Weerklank } from './weerklank.ts'

/** Eva works with Lina, alone in her own workspace; her page of it is open. */
export async function withLina(page: Page, weerklank: Weerklank): Promise<{ eva: OwnPerson; at: string }> {
  const eva = await ownPerson(weerklank, 'Eva Linders')
  await page.goto(`${weerklank.url}/inloggen`)
  await signInByPassword(page, eva)
  await expect(page.getByRole('heading', { level: 1, name: /, Eva$/ })).toBeVisible()
  const id = randomUUID()
  const lina = { id: randomUUID(), name: 'Lina', voice: 'client', member: null, detail: '' }
  const about = { kind: 'interpersonal', context: null, situation: null, purpose: '', checkEveryDays: 14 }
  const made = await page.request.post(`${weerklank.url}/api/relations`, {
    headers: { 'x-weerklank': '1' },
    data: { id, title: 'Met Lina', ...about, participants: [{ ...lina, address: 'u', language: 'nl' }] },
  })
  expect(made.status()).toBe(200)
  const at = `${weerklank.url}/samenwerkingen/${id}`
  await page.goto(at)
  return { eva, at }
}

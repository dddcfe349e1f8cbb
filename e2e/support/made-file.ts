import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** Presses the button that asks for a file, waits until it is made, and keeps it; it stands on top of the list. */
export async function madeFile(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const list = page.getByRole('region', { name: 'Je bestanden' }).getByRole('listitem')
  const keep = list.getByRole('button', { name: /^Bewaar het bestand/ })
  // As the server counts them: the page may not have its list yet.
  const { jobs } = await (await page.request.get(new URL('/api/export-jobs', page.url()).href)).json()
  const before = jobs.filter(({ state }: { state: string }) => state === 'ready').length
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(keep).toHaveCount(before + 1, { timeout: 30_000 })
  const coming = page.waitForEvent('download')
  await keep.first().click()
  const download = await coming
  const name = download.suggestedFilename()
  await expect(page.getByText(`Je browser bewaart het als ${name}.`).first()).toBeVisible()
  return { name, bytes: readFileSync(await download.path()) }
}

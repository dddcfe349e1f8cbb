/** Parts of the page of a collaboration that are shut until one needs them. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens a part by its title, when it is not open yet, and gives what is in it. */
export async function openPart(page: Page, title: string): Promise<Locator> {
  const part = page.getByRole('region', { name: title, exact: true })
  const head = part.getByRole('heading', { level: 2 }).getByRole('button', { name: title, exact: true })
  // What asks for attention opens by itself when it comes in, also between a look and a press.
  await expect(async () => {
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
    await expect(head).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 })
  }).toPass()
  return part
}

import type { Page } from '@playwright/test'

/** Keeps what stands on the page in the folder that `SHOTS` names, for whoever wants to look; otherwise does nothing. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder === undefined) return
  await page.screenshot({ path: `${folder}/${name}-${page.viewportSize()?.width}.png`, fullPage: true })
}

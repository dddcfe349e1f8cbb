/** What one does and sees on the respondent's page, for the browser tests about it. */
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type RespondServer, startRespondServer } from './respond-server.ts'

/** With a server of its own for each test. */
export const test = base.extend<{ server: RespondServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
  server: async ({}, use) => {
    await using server = await startRespondServer()
    await use(server)
  },
})

export const key = '01926a3e-0000-7000-8000-000000000001'
export const heard = 'Kon je kwijt wat jij wilde vertellen?'
export const whole = 'Alles bij elkaar: hoe was het samen?'

export const line = (page: Page, question: string) => page.getByRole('slider', { name: question })
export const block = (page: Page, question: string) => page.locator('section').filter({ hasText: question })
export const send = (page: Page) => page.getByRole('button', { name: 'Verstuur naar Noor' })
export const status = (page: Page) => page.getByRole('status')
export const thanks = (page: Page) => page.getByRole('heading', { name: 'Je antwoord is binnen.' })

/** Taps a line at a share of its length, where the button's middle can stand. */
export async function mark(page: Page, question: string, share: number): Promise<void> {
  const box = await line(page, question).boundingBox()
  if (box === null) throw new Error(`No line for ${question}`)
  await line(page, question).click({ position: { x: 14 + share * (box.width - 28), y: box.height / 2 } })
}

/** Whether something is drawn so many pixels above the line, at a share of its length: the button, or nothing. */
export async function isDrawn(
  page: Page,
  slider: Locator,
  at: { share: number; above: number },
): Promise<boolean> {
  const picture = (await slider.screenshot()).toString('base64')
  return page.evaluate(
    async ({ source, share, above }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const drawing = canvas.getContext('2d')
      drawing?.drawImage(image, 0, 0)
      const scale = image.height / 44
      const colour = (x: number, y: number) => drawing?.getImageData(x, y, 1, 1).data.join() ?? ''
      const x = (14 + share * (image.width / scale - 28)) * scale
      return colour(x, (22 - above) * scale) !== colour(2, 2)
    },
    { source: picture, ...at },
  )
}

/** The rows that this device keeps. */
export function rows(page: Page): Promise<{ key: string; wait: 0 | 1; url: string; body: string }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('weerklank')
        opening.onerror = reject
        opening.onsuccess = () => {
          const all = opening.result.transaction('rows').objectStore('rows').getAll()
          all.onsuccess = () => resolve(all.result)
          all.onerror = reject
        }
      }),
  )
}

export const draft = (page: Page, part: string) =>
  expect.poll(async () => (await rows(page)).filter((row) => row.body.includes(part)).length).toBe(1)

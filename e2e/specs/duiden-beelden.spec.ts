import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, step, test, type Weerklank } from '../support/weerklank.ts'

type Said = readonly [voice: string, body: string, theme: string | null]

const then: readonly Said[] = [
  ['mother', 'Niemand stond bij jullie boven de ander.', 'Gelijk staan'],
  ['colleague', 'Ik stond er vaak een stap buiten.', 'Een bondje'],
  ['manager', 'Voor zulk samenwerken maak ik graag tijd.', 'Gelijk staan'],
  ['youth', 'Ik was er wel bij.', null],
]
const now: readonly Said[] = [
  ['mother', 'Nu zeggen jullie het hardop. Dat helpt.', 'Gelijk staan'],
  ['client', 'Ik werd meegevraagd.', 'Gelijk staan'],
]

/** An analysis with themes already given, as they are made on the page of the texts. */
async function coded(page: Page, { url }: Weerklank) {
  const analysis = randomUUID()
  const send = async (path: string, data: object) => {
    const headers = { 'x-weerklank': '1' }
    const answer = await page.request.post(`${url}/api/analyses${path}`, { headers, data })
    expect(answer.status(), await answer.text()).toBe(200)
  }
  const sources = { meetings: [], relations: [], kinds: [] }
  await send('', { id: analysis, title: 'Rond Sem', question: '', sources, codebooks: [], language: 'nl' })
  const themes = new Map(['Gelijk staan', 'Een bondje'].map((name) => [name, randomUUID()]))
  const plain = { definition: '', include: '', exclude: '', example: '', colour: '#0b5394', parent: null }
  const codes = [...themes].map(([name, id]) => ({ ...plain, name, id }))
  await send(`/${analysis}/deeds`, { id: randomUUID(), change: { kind: 'add-codes', codes } })
  for (const [at, said] of [
    ['2026-03-02T10:00:00Z', then] as const,
    ['2026-10-08T10:00:00Z', now] as const,
  ]) {
    const passages = said.map(([voice, body, theme]) => ({ id: randomUUID(), voice, body, theme }))
    await send(`/${analysis}/documents`, {
      ...{ id: randomUUID(), title: `Dialoog ${at.slice(0, 7)}`, source: 'import', at },
      passages: passages.map(({ theme: _, ...one }) => ({ ...one, person: null, role: null, speaker: '' })),
    })
    const codings = passages.flatMap(({ id: passage, body, theme }) =>
      theme === null
        ? []
        : [
            {
              id: randomUUID(),
              passage,
              code: themes.get(theme),
              start: 0,
              end: [...body].length,
              weight: null,
            },
          ],
    )
    await send(`/${analysis}/deeds`, { id: randomUUID(), change: { kind: 'add-codings', codings } })
  }
  return analysis
}

test('themes lie beside voices: a cell is read, marked and left by keyboard, and a silence becomes a question', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const analysis = await coded(page, weerklank)
  await step('Given the matrix of an analysis', async () => {
    await page.goto(`${weerklank.url}/duiden/${analysis}/themas`)
    await expect(
      page.getByRole('status').filter({ hasText: 'Deed mee en zei niets: jongere.' }),
    ).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'jongere zei niets' })).toBeVisible()
    await expectAccessible(page)
  })
  const cell = (name: string) => page.getByRole('table').getByRole('button', { name })
  await step('When she walks to a cell and opens it', async () => {
    await page.getByRole('table').locator('button[tabindex="0"]').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await cell('Gelijk staan, moeder: 2 uitspraken').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('blockquote')).toHaveCount(2)
    await expectAccessible(page)
  })
  await step('Then she marks it, and is back where she was in one key', async () => {
    await page.getByLabel('bevestigt').check()
    await expect(page.getByText('Bewaard: bevestigt.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(cell('Gelijk staan, moeder: 2 uitspraken, bevestigt')).toBeFocused()
  })
  await step('And asks what a silence means', async () => {
    await cell('Gelijk staan, jongere: 0 uitspraken').press('Enter')
    await page.getByRole('button', { name: 'Willen we vragen wat deze stilte betekent?' }).click()
    await expect(
      page
        .getByRole('dialog')
        .getByText('In welk gesprek?')
        .or(page.getByText('Je hebt geen gepland gesprek.'))
        .first(),
    ).toBeVisible()
    await expectAccessible(page)
  })
  await step('And the page on which coders are compared stands in nobody’s way', async () => {
    await page.goto(`${weerklank.url}/duiden/${analysis}/vergelijken`)
    await expect(page.getByRole('link', { name: 'Vraag een collega erbij' })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the map shows the shadow side, what was expected and two moments; its list opens the same', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const analysis = await coded(page, weerklank)
  await step('When themes are placed on the map', async () => {
    await page.goto(`${weerklank.url}/duiden/${analysis}/kaart`)
    await page.getByRole('button', { name: 'Leg thema’s op de kaart' }).click()
    await page.getByRole('combobox', { name: 'Gelijk staan' }).selectOption('Gelijk staan')
    await page.getByRole('combobox', { name: 'Een bondje' }).selectOption('Een bondje met z’n tweeën')
    await page.getByRole('button', { name: 'Bewaar de kaart' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Over de schaduwkant is er één uitspraak.' }),
    ).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then an element opens what was said, also the shadow side', async () => {
    await page.getByRole('button', { name: 'Open Een bondje met z’n tweeën' }).click()
    await expect(page.getByRole('dialog').getByRole('blockquote')).toContainText('een stap buiten')
    await page.getByLabel('dat dit niet genoemd zou worden').check()
    await expect(page.getByText('De kaart is bewaard.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('gehoord, niet verwacht').last()).toBeVisible()
  })
  await step('And two moments lie beside each other', async () => {
    await page.getByLabel('Vergelijk twee momenten').check()
    await expect(page.getByText('niet meer genoemd').last()).toBeVisible()
    await page.getByRole('slider').press('Home')
    await expect(page.getByText('niet meer genoemd')).toHaveCount(0)
    await expectAccessible(page)
  })
})

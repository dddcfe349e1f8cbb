import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator } from '@playwright/test'
import { runCommand } from '../support/own-person.ts'
import { expect, expectAccessible, signInAs, step, test } from '../support/weerklank.ts'

const fixture = fileURLToPath(new URL('../../../shared/fixtures/monitor.json', import.meta.url))
if (!existsSync(fixture)) {
  throw new Error('The trajectory to count is not here: put shared/fixtures/monitor.json beside the project.')
}

/** The cells of a table, row by row, with what stands in them. */
const cellsOf = (table: Locator) =>
  table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const note = cell.querySelector('.wk-monitor-note')
        return (cell.textContent ?? '').replace(note?.textContent ?? '', '').trim()
      }),
    ),
  )

test('a trajectory out of a file: both tables as the source has them, with care, on paper and by keyboard', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  await step('Given a trajectory that was brought in from a file', async () => {
    const said = await runCommand(weerklank, ['import', 'trajectory', fixture, '--workspace', 'De Linde'])
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/leren/${said.trimEnd().split('\n').at(-1)}/monitor`)
  })
  await step('Then the caution stands first, by itself', async () => {
    await expect(page.getByText('Het gaat over vier tot zes mensen.')).toBeVisible()
    await expect(page.getByText('aantallen, geen procenten')).toBeVisible()
  })
  await step('And table 1 is that of the source', async () => {
    const table = page.getByRole('table', { name: 'Toestemming, en wat er per moment binnenkwam' })
    await expect(table).toBeAttached()
    expect((await cellsOf(table)).map((row) => row.join(' '))).toEqual([
      '1 Nee Nee Nee Nee',
      '2 Ja Gestopt Gestopt Gestopt',
      '3 Ja Gestopt Gestopt Gestopt',
      '4 Ja Ja Ja Ja',
      '5 Ja Nee Nee Ja',
      '6 Ja Ja Ja Ja',
      '7 Ja Ja Ja Via mail enkele reflecties',
      '8 Ja Ja Ja Ja',
      '9 Nee Ja Ja Nee',
      '10 Ja Nee Ja Ja',
    ])
    await expect(page.getByText('Hiervan is geen inhoud bewaard.')).toHaveCount(2)
  })
  await step('And table 2, with its explanations', async () => {
    const rows = await cellsOf(page.getByRole('table', { name: 'Hoe het gesprek tussen maatjes verliep' }))
    expect(rows[6]).toEqual([
      ...['7', 'Via email enkele reflecties'],
      'Buddy met pp 2 wel met elkaar gesproken, niet met onderzoeker.',
    ])
    expect(rows[8]?.[2]).toBe('Buddy met pp 1 (en zelf ook geen toestemming gegeven)')
  })
  await step('And counts with their own number, and why one is not there', async () => {
    const said = page.getByRole('region', { name: 'Wat zij zeggen bij T2' })
    await expect(said.getByRole('listitem').first()).toContainText('3 van 5')
    await expect(page.getByText('Het getal over iedereen is dus niet na te rekenen')).toBeVisible()
  })
  await step('When she looks at team and organisation together, by keyboard', async () => {
    const named = page.getByRole('region', { name: 'Wat in de weg zit' })
    await named.getByRole('radio', { name: 'drie niveaus' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(named.getByRole('heading', { name: 'Team en organisatie' })).toBeVisible()
    await expect(named.getByText('5 van 5')).toBeVisible()
  })
  await step('Then nothing stands in anyone’s way', async () => expectAccessible(page))
})

/** A network of four organisations round one family, made in its one form; and what six weeks of waiting would do. */
import type { Browser, Page } from '@playwright/test'
import { asOwner } from './database.ts'
import { expectAccessible, type Weerklank } from './weerklank.ts'

/** A day so many days from now, as a field of a day takes it. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Beside whoever makes it: five professionals of four organisations with her, and a mother who is of two sides. */
export const people = [
  { name: 'Farid', voice: 'professional', sides: ['De Linde'] },
  { name: 'Kim', voice: 'partner', sides: ['School'] },
  { name: 'Tess', voice: 'partner', sides: ['School'] },
  { name: 'Ahmed', voice: 'partner', sides: ['Wijkteam'] },
  { name: 'Joke', voice: 'partner', sides: ['Jeugdgezondheid'] },
  { name: 'Hanan', voice: 'mother', sides: ['Het gezin', 'Wijkteam'] },
] as const

/** Fills in the form of a new team or network; sending it is left to the test. */
export async function fillNetwork(page: Page, title: string): Promise<void> {
  await page.getByLabel('Hoe heet het?').fill(title)
  await page.getByLabel('Wat willen jullie samen weten?').fill('Wat helpt dit gezin het meest?')
  await page.getByLabel('Tot en met welke dag?').fill(dayIn(180))
  for (const [at, name] of ['School', 'Wijkteam', 'Jeugdgezondheid'].entries()) {
    await page.getByRole('button', { name: 'Kant erbij' }).click()
    await page.getByLabel(`Kant ${at + 3}`).fill(name)
  }
  for (const [at, { name, voice, sides }] of people.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Iemand erbij' }).click()
    const one = page.locator('#circle-people > .wk-circle-side').nth(at + 1)
    await one.getByLabel('Naam of schuilnaam').fill(name)
    await one.getByLabel('Als wie spreekt zij?').selectOption(voice)
    for (const side of sides) await one.getByRole('checkbox', { name: side }).check()
  }
}

/** A page of somebody's own phone; without scripts unless said otherwise. */
export async function phone(browser: Browser, url: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: 'nl-NL', javaScriptEnabled },
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Makes a link for somebody of the network on its page of people, as a colleague does it, and gives it. */
export async function linkFor(page: Page, network: string, name: string): Promise<string> {
  await page.goto(`${network}/mensen`)
  await page.getByRole('button', { name: `Regelen voor ${name}` }).click()
  await page.getByRole('button', { name: 'Link maken' }).click()
  return page.getByLabel('De link', { exact: true }).inputValue()
}

const moved = `
  select table_name, column_name from information_schema.columns columns
  where table_schema = 'public' and data_type in ('date', 'timestamp with time zone') and is_updatable = 'YES'
    and table_name not like 'audit%' and exists (
      select 1 from information_schema.columns key
      where key.table_schema = 'public' and key.table_name = columns.table_name and key.column_name = $1)`

/** All that there is of a collaboration becomes so many days older, in the database: what waiting would do. */
export async function wait(weerklank: Weerklank, relation: string, days: number): Promise<void> {
  await asOwner(weerklank, async (client) => {
    await client.query('set local session_replication_role = replica')
    const { rows: tables } = await client.query(moved, ['relation_id'])
    const { rows: atTables } = await client.query(moved, ['meeting_id'])
    const isOwn = (row: { table_name: string }) => tables.some((one) => one.table_name === row.table_name)
    for (const { table_name: table, column_name: column } of tables)
      await client.query(
        `update "${table}" set "${column}" = "${column}" - $2 * interval '1 day' where relation_id = $1`,
        [relation, days],
      )
    for (const { table_name: table, column_name: column } of atTables.filter((row) => !isOwn(row)))
      await client.query(
        `update "${table}" set "${column}" = "${column}" - $2 * interval '1 day'
         where meeting_id in (select id from meeting where relation_id = $1)`,
        [relation, days],
      )
  })
}

/** The same page in a browser with scripts: axe is one. */
export async function expectAccessibleAt(browser: Browser, url: string): Promise<void> {
  const page = await phone(browser, url, true)
  await expectAccessible(page)
  await page.context().close()
}

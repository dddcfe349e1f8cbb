/** *Koppelingen*: tokens for programs, what they are told, and a page to try it. */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** A program that is told what happens. */
async function program() {
  const got: { body: string; signature: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      got.push({ body, signature: String(request.headers['weerklank-signature']) })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/weerklank`
  return { url, got, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** Keeps the secret that is on the screen once. */
async function keepSecret(page: Page, label: string): Promise<string> {
  const secret = await page.getByRole('textbox', { name: label, exact: true }).inputValue()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(secret)).toHaveCount(0)
  return secret
}

async function makeToken(page: Page, name: string, scopes: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: 'Maak een sleutel' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Voor welk programma is hij?').fill(name)
  for (const scope of scopes) await dialog.getByLabel(scope).check()
  await dialog.getByRole('button', { name: 'Maak een sleutel' }).click()
  return keepSecret(page, 'Sleutel')
}

test(
  'a token is made, shown once, used, tried on a page and revoked',
  { tag: '@phone' },
  async ({ page, weerklank, noise }, info) => {
    const name = `Agenda ${info.project.name}`
    await step('Given Noor comes from her account', async () => {
      await signInAs(page, weerklank, 'Noor Bakker')
      await page.goto(`${weerklank.url}/account`)
      await page.getByRole('link', { name: 'Koppelingen' }).click()
      await expect(page.getByRole('heading', { name: 'Koppelingen', level: 1 })).toBeVisible()
      await expect(page.getByText('Voorbeeldsleutel van de demo')).toBeVisible()
      await expectAccessible(page)
    })
    await step('When she leaves something out, she is led to it', async () => {
      await page.getByRole('button', { name: 'Maak een sleutel' }).click()
      const dialog = page.getByRole('dialog')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Maak een sleutel' }).click()
      await expect(dialog.getByText('Vul in voor welk programma de sleutel is')).toBeVisible()
      await expect(dialog.getByLabel('Voor welk programma is hij?')).toBeFocused()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    })
    const secret = await step('And makes one', () => makeToken(page, name, ['Samenwerkingen lezen']))
    const asProgram = () =>
      fetch(`${weerklank.url}/api/relations`, { headers: { authorization: `Bearer ${secret}` } })
    await step('Then a program reads with it, and no more than it is for', async () => {
      expect((await asProgram()).status).toBe(200)
      const notes = await fetch(`${weerklank.url}/api/webhooks`, {
        headers: { authorization: `Bearer ${secret}` },
      })
      expect(notes.status).toBe(403)
    })
    await step('And she tries it on the page', async () => {
      await page.getByRole('link', { name: 'Naar de proefpagina' }).click()
      await page.getByRole('textbox', { name: 'Sleutel' }).fill(secret)
      await page.getByLabel('Wat wil je doen?').selectOption({ value: 'get /api/relations' })
      await page.getByRole('button', { name: 'Stuur' }).click()
      await expect(page.getByText(/^Antwoord 200, na \d+ milliseconden$/)).toBeVisible()
      await expect(page.getByText('Lina en Samira').first()).toBeAttached()
      await expectAccessible(page)
      noise.expectRefusal(401)
      await page.getByRole('textbox', { name: 'Sleutel' }).fill('wk_niets')
      await page.getByRole('button', { name: 'Stuur' }).click()
      await expect(page.getByText(/^Antwoord 401/)).toBeVisible()
    })
    await step('When she revokes it, it works no more', async () => {
      await page.goto(`${weerklank.url}/koppelingen`)
      await page.getByRole('button', { name: `Trek de sleutel ${name} in` }).click()
      await expectAccessible(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Ingetrokken.' })).toBeVisible()
      await expect(
        page.getByRole('listitem').filter({ hasText: name }).getByText('Ingetrokken'),
      ).toBeVisible()
      expect((await asProgram()).status).toBe(401)
    })
  },
)

test(
  'a program is told that an answer came, and the log says so',
  { tag: '@phone' },
  async ({ page, weerklank }, info) => {
    const told = await program()
    const title = `Bericht ${info.project.name}`
    const relation = await ownRelation(page, weerklank, { title, people: { Kaya: 'youth' } })
    const secret = await step('Given a program of Noor is to be told', async () => {
      await page.goto(`${weerklank.url}/koppelingen`)
      await page.getByRole('button', { name: 'Laat een programma bericht krijgen' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Adres van het programma').fill('http://epd.example/')
      await dialog.getByRole('button', { name: 'Laat een programma bericht krijgen' }).click()
      await expect(dialog.getByText('Vul een adres in dat begint met https://')).toBeVisible()
      await expectAccessible(page)
      await dialog.getByLabel('Adres van het programma').fill(told.url)
      await dialog.getByRole('button', { name: 'Laat een programma bericht krijgen' }).click()
      return keepSecret(page, 'Geheim om berichten mee te controleren')
    })
    await step('When Kaya answers, it is told within a minute, signed, without a word of hers', async () => {
      await relation.answer('Kaya', { heard: 2, what: 8, how: 8, whole: 8 })
      await expect.poll(() => told.got.length, { timeout: 90_000 }).toBeGreaterThan(1)
      for (const { body, signature } of told.got) {
        const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
        expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1)
        expect(body).not.toMatch(/Kaya|heard|Bericht/)
      }
    })
    await step('Then the log says that it arrived, and it can be sent again', async () => {
      await page.reload()
      const line = page.getByRole('listitem').filter({ hasText: told.url })
      await line.getByRole('button', { name: 'Wat is er verstuurd?' }).click()
      await expect(line.getByText('Er kwam een antwoord').last()).toBeVisible()
      await expect(line.getByText('Aangekomen').first()).toBeVisible()
      await expectAccessible(page)
      const before = told.got.length
      await line
        .getByRole('button', { name: /^Stuur opnieuw: / })
        .first()
        .click()
      await expect.poll(() => told.got.length, { timeout: 90_000 }).toBeGreaterThan(before)
    })
    await step('And when it is removed, nothing is left of it', async () => {
      await page.getByRole('button', { name: `Verwijder ${told.url}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click()
      await expect(page.getByRole('listitem').filter({ hasText: told.url })).toHaveCount(0)
    })
    await told.close()
  },
)

/** An account of one's own: from the own link to a mail, signing in again, a choice, and taking the account off. */

import { type Page, request } from '@playwright/test'
import { textOf } from '../../packages/server/src/mail/mail-server.fixture.ts'
import { ownRelation } from '../support/own-relation.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'
import { type Post, test } from '../support/with-mail.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** The link in the last mail, once there are so many. */
async function linkIn(post: Post, nth: number): Promise<string> {
  await expect.poll(() => post.mails.length).toBe(nth)
  const link = /http:\/\/\S+/.exec(textOf(post.mails.at(-1)?.raw ?? ''))?.[0]
  if (link === undefined) throw new Error('The mail has no link')
  return link
}

for (const javaScriptEnabled of [true, false]) {
  test(`a mother makes an account, signs in with it, chooses and takes it off, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    page: desk,
    browser,
    weerklank,
    noise,
    post,
  }) => {
    const mails = post.mails.length
    const email = `samira.${mails}@thuis.example`
    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 375, height: 812 } })
    noise.watch(phone)
    const page = await phone.newPage()
    const accessible = async (name?: string) => {
      if (javaScriptEnabled) await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      if (name !== undefined) await shoot(page, name)
    }
    const relation = await ownRelation(desk, weerklank, {
      title: 'Eigen account',
      people: { Samira: 'mother' },
    })

    await step('Given Samira has her own page open, by her link', async () => {
      await page.goto(await relation.invite('Samira'))
      await page.getByRole('textbox').fill('Rustig gesprek.')
      await page.getByRole('button', { name: 'Verstuur naar' }).click()
      await page.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
      await expect(heading(page, 'Dag Samira')).toBeVisible()
    })
    const link = page.url()

    await step('When she asks for an account, which nobody needs', async () => {
      await expect(page.getByRole('heading', { name: 'Een eigen account (hoeft niet)' })).toBeVisible()
      await accessible('eigen-account-vraag')
      await page.getByLabel('Je e-mailadres').fill(email)
      await page.getByRole('button', { name: 'Stuur mij de mail' }).click()
      await expect(heading(page, 'Kijk in je mail')).toBeVisible()
      await accessible('eigen-account-code')
    })
    const code = (await page.locator('.code').textContent()) ?? ''

    await step('And follows the link in the mail with the code of her page', async () => {
      await page.goto(await linkIn(post, mails + 1))
      await accessible('eigen-account-koppelen')
      await page.getByLabel('De code van uw eigen pagina').fill(code === '0000' ? '0001' : '0000')
      noise.expectRefusal(422)
      await page.getByRole('button', { name: 'Maak mijn account' }).click()
      await expect(page.getByRole('alert')).toContainText('Deze code klopt niet')
      await accessible('eigen-account-fout')
      await page.getByLabel('De code van uw eigen pagina').fill(code)
      await page.getByRole('button', { name: 'Maak mijn account' }).click()
      await expect(page.getByRole('status')).toHaveText('Je account is klaar. Je bent ingelogd.')
      await accessible('eigen-account-klaar')
    })

    await step('Then she signs out, and comes back by a link in a mail', async () => {
      // The app asks where she works; she has no place there, and is led to her own pages.
      noise.expectRefusal(403)
      await page.getByRole('button', { name: 'Uitloggen' }).click()
      await expect(page).toHaveURL(/\/inloggen/)
      if (javaScriptEnabled) {
        await page.getByLabel('E-mailadres').last().fill(email)
        await page.getByRole('button', { name: /stuur/i }).click()
      } else {
        // The sign-in page itself needs script: the mail is asked for from elsewhere.
        const elsewhere = await request.newContext({ extraHTTPHeaders: { origin: weerklank.url } })
        const asked = await elsewhere.post(`${weerklank.url}/api/auth/sign-in/magic-link`, {
          data: { email, callbackURL: '/mijn' },
        })
        expect(asked.ok()).toBe(true)
        await elsewhere.dispose()
      }
      await page.goto(await linkIn(post, mails + 2))
      await expect(heading(page, /pagina’s$/)).toBeVisible()
      await accessible('eigen-account-lijst')
      await page.getByRole('listitem').getByRole('link').click()
      await expect(heading(page, 'Dag Samira')).toBeVisible()
    })

    if (javaScriptEnabled) {
      await step('And chooses a password, with which she signs in from then on', async () => {
        await page.getByRole('link', { name: 'Wachtwoord of passkey' }).click()
        await expect(heading(page, 'Inloggen')).toBeVisible()
        await expect(page.getByText(`Dit is het account van ${email}.`)).toBeVisible()
        await expect(page.getByRole('button', { name: 'Voeg een passkey toe' })).toBeVisible()
        await accessible('eigen-account-middelen')
        await page.getByRole('button', { name: 'Kies een wachtwoord' }).click()
        await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill('kort')
        await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
        noise.expectRefusal(422)
        await expect(page.getByRole('alert').first()).toContainText('Dit is te kort')
        await accessible('eigen-account-wachtwoord')
        await page
          .getByRole('textbox', { name: 'Wachtwoord', exact: true })
          .fill('vier groene bussen in de regen')
        await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
        await expect(page.getByText('Je wachtwoord is bewaard.')).toBeVisible()
        await expect(page.getByRole('button', { name: 'Verander wachtwoord' })).toBeVisible()
        await page.getByRole('link', { name: 'Terug naar mijn pagina’s' }).click()
        await page.getByRole('button', { name: 'Uitloggen' }).click()
        await page.getByLabel('E-mailadres').first().fill(email)
        await page
          .getByRole('textbox', { name: 'Wachtwoord', exact: true })
          .fill('vier groene bussen in de regen')
        await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
        await expect(heading(page, /pagina’s$/)).toBeVisible()
        await page.getByRole('listitem').getByRole('link').click()
        await expect(heading(page, 'Dag Samira')).toBeVisible()
      })
    }

    await step('And chooses there', async () => {
      await page.getByRole('link', { name: 'Onderzoek' }).click()
      await page.getByRole('radio', { name: /^Ja/ }).check()
      await page.getByRole('button', { name: 'Bewaar deze keuze' }).click()
      await expect(page.getByRole('status')).toBeVisible()
      await page.getByRole('link', { name: 'Terug naar je pagina' }).click()
      await expect(page.getByRole('listitem').filter({ hasText: 'Onderzoek' })).toContainText('Ja')
    })

    await step('And takes the account off: the address is asked for anew, her link still works', async () => {
      await page.getByRole('button', { name: 'Account losmaken' }).click()
      await expect(page).toHaveURL(/\/inloggen/)
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'Een eigen account (hoeft niet)' })).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: 'Onderzoek' })).toContainText('Ja')
    })
    await phone.close()
  })
}

/** Looks of the pages for whoever wants to see them: only where a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK_AT
  if (folder === undefined) return
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 812 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 375, height: 812 })
}

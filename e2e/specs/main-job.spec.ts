import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, step, test } from '../support/weerklank.ts'

/** Roos's own phone: no account, nothing shared with Noor's browser. */
async function phoneOf(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    isMobile: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    ...options,
  })
  return context.newPage()
}

async function answer(phone: Page, values: readonly number[], own: string): Promise<void> {
  const sliders = phone.getByRole('slider')
  await expect(sliders).toHaveCount(4)
  for (const [i, value] of values.entries()) {
    await sliders.nth(i).fill(String(value))
  }
  await phone.getByRole('textbox').fill(own)
}

async function makeLink(page: Page, person: string): Promise<string> {
  await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: person }).check()
  await dialog.getByRole('button', { name: 'Maak de link' }).click()
  await expect(dialog.getByRole('img', { name: /QR-code/ })).toBeVisible()
  return dialog.getByRole('textbox', { name: 'De link' }).inputValue()
}

test('from a new collaboration to an agreement that is asked back', async ({ page, browser, weerklank }) => {
  await step('Given Noor works with Roos', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/samenwerkingen/nieuw`)
    await expectAccessible(page)
    await page.getByLabel(/Hoe noem je deze samenwerking/).fill('Roos en Noor')
    await page.getByRole('radio', { name: /Interpersoonlijk/ }).check()
    await page.getByLabel(/^Naam/).first().fill('Roos')
    await page.getByLabel('Wie is dit?').first().selectOption('client')
    await page.getByRole('button', { name: 'Samenwerking maken' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Roos en Noor' })).toBeVisible()
    await expectAccessible(page)
  })

  const link = await step('When Noor asks her how it was, and shows the code', () => makeLink(page, 'Roos'))
  await expectAccessible(page)

  const phone = await phoneOf(browser)
  await step('Then Roos reads who sees her answer before the first question', async () => {
    await phone.goto(link)
    await expect(phone.getByText('Alleen u en Noor Bakker zien dit.')).toBeVisible()
    await expectAccessible(phone)
  })

  await step('When she answers, with one thing that was less good', async () => {
    await answer(phone, [8.1, 3.4, 6.2, 6], 'Ik wil graag weten wat we gaan doen.')
    await phone.getByRole('button', { name: /Verstuur naar Noor/ }).click()
    await expect(phone.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen.' })).toBeVisible()
    await expectAccessible(phone)
  })

  await step('Then the open screen of Noor says so by itself', async () => {
    await expect(page.getByText('Het antwoord is binnen.')).toBeVisible()
    await page.getByRole('button', { name: 'Bekijk het antwoord' }).click()
    await expect(page.getByText('Ik wil graag weten wat we gaan doen.').first()).toBeVisible()
    await expect(page.getByText('3,4').first()).toBeVisible()
    await expectAccessible(page)
  })

  await step('When they agree on something', async () => {
    await page.getByRole('button', { name: 'Afspraak maken' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Wat spreken jullie af?').fill('Als we beginnen, dan zegt Noor wat we gaan doen.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Bewaar de afspraak' }).click()
    await expect(page.getByText('Als we beginnen, dan zegt Noor wat we gaan doen.').first()).toBeVisible()
  })

  const next = await step('And Noor asks again after the next contact', () => makeLink(page, 'Roos'))

  await step('Then the check asks it back, also without JavaScript', async () => {
    const plain = await phoneOf(browser, { javaScriptEnabled: false })
    await plain.goto(next)
    await expect(plain.getByText(/Als we beginnen, dan zegt Noor wat we gaan doen/)).toBeVisible()
    await plain.getByRole('radio', { name: 'Ja, dat is veranderd' }).check()
    await plain.getByRole('group').first().getByRole('radio', { name: '9', exact: true }).check()
    await plain.getByRole('button', { name: /Verstuur naar Noor/ }).click()
    await expect(plain.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen.' })).toBeVisible()
  })

  await step('And Noor sees that it changed', async () => {
    await expect(page.getByText('Het antwoord is binnen.')).toBeVisible()
    await page.getByRole('button', { name: 'Bekijk het antwoord' }).click()
    await expect(page.getByText('Ja, dat is veranderd').first()).toBeVisible()
    await expectAccessible(page)
  })
})

test('an answer given without reception arrives once', async ({ page, browser, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/samenwerkingen?zoek=Lina`)
  await page.getByRole('link', { name: /Lina en Samira/ }).click()
  const link = await makeLink(page, 'Lina')
  const phone = await phoneOf(browser)
  await step('Given Lina opened her check and then lost reception', async () => {
    await phone.goto(link)
    await phone.context().setOffline(true)
  })
  await step('When she answers and taps twice', async () => {
    await answer(phone, [7, 7.2, 7.4, 7.1], 'Buiten wandelen was fijn.')
    await phone.getByRole('button', { name: /Verstuur/ }).dblclick()
    await expect(phone.getByRole('status')).toContainText('bewaard op deze telefoon')
    await expectAccessible(phone)
  })
  await step('And is online again', () => phone.context().setOffline(false))
  await step('Then it is in, and stands once on the page of Noor', async () => {
    await expect(phone.getByRole('heading', { level: 1, name: 'Je antwoord is binnen.' })).toBeVisible({
      timeout: 30_000,
    })
    await expect(page.getByText('Het antwoord is binnen.')).toBeVisible()
    await page.getByRole('button', { name: 'Bekijk het antwoord' }).click()
    await expect(page.getByText('Buiten wandelen was fijn.')).toHaveCount(1)
  })
})

test('an answer that the server did not acknowledge before it died is stored once', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/samenwerkingen?zoek=Wit`)
  await page.getByRole('link', { name: /Meneer De Wit/ }).click()
  const link = await makeLink(page, 'Meneer De Wit')
  const phone = await phoneOf(browser)
  await phone.goto(link)
  await answer(phone, [9, 8.8, 9.1, 9], 'Alles naar wens.')
  await step('When the server dies between the request and its answer', async () => {
    // The request reaches the server and is stored; what comes back never reaches the phone.
    let died = false
    await phone.route('**/f/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      if (!died) {
        died = true
        await route.fetch()
        await weerklank.kill()
      }
      return route.abort('connectionreset')
    })
    await phone.getByRole('button', { name: /Verstuur/ }).click()
    await expect(phone.getByRole('status')).toContainText('bewaard op deze telefoon')
  })
  await step('And is started again', async () => {
    await weerklank.restart()
    await phone.unroute('**/f/*')
  })
  await step('Then the phone sends it again by itself, and it is there once', async () => {
    await expect(phone.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen.' })).toBeVisible({
      timeout: 45_000,
    })
    await page.reload()
    await expect(page.getByText('Alles naar wens.')).toHaveCount(1)
  })
})

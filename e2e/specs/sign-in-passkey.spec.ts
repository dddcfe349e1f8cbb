/** Passkeys, with an authenticator that the browser plays; and the sessions that one can end. */
import { ownPerson, signInByPassword, withFinger } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test('a passkey is made, signs in by itself, is a second step, opens a lock, and is removed', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  for (const status of [401, 403, 422]) noise.expectRefusal(status)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  const menu = page.getByRole('button', { name: `${eva.name}, jouw menu` })
  const today = page.getByRole('heading', { level: 1, name: /, Eva$/ })
  const signOut = async () => {
    await menu.click()
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  }
  const finger = await withFinger(page)
  await step('Given Eva makes a passkey on her account', async () => {
    await page.goto(`${weerklank.url}/inloggen?naar=/account`)
    await signInByPassword(page, eva)
    await page.getByRole('button', { name: 'Voeg een passkey toe' }).click()
    await expect(page.getByRole('textbox', { name: 'Naam' })).toBeFocused()
    await page.getByRole('button', { name: 'Maak passkey' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText('Geef de passkey een naam')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Naam' }).fill('Werktelefoon')
    await finger.takeAway()
    await page.getByRole('button', { name: 'Maak passkey' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/Er is geen passkey gemaakt/)
    await finger.putBack()
    await page.getByRole('button', { name: 'Maak passkey' }).click()
    await expect(page.getByText('De passkey ‘Werktelefoon’ is gemaakt.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Haal passkey ‘Werktelefoon’ weg' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('And the same device makes no second one', async () => {
    await page.getByRole('button', { name: 'Voeg een passkey toe' }).click()
    await page.getByRole('textbox', { name: 'Naam' }).fill('Nog een')
    await page.getByRole('button', { name: 'Maak passkey' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(
      'Op dit apparaat heb je al een passkey.',
    )
    await page.getByRole('button', { name: 'Toch niet' }).click()
  })
  await step('Then the browser offers it by itself, and it alone signs her in', async () => {
    await menu.click()
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    // Nobody presses anything here: this authenticator takes the first that is offered.
    await page.waitForResponse((answer) => answer.url().endsWith('/api/sign-in/passkey') && answer.ok())
    await expect(today).toBeVisible()
  })
  await step('And where it is not offered, or put away, there is the button', async () => {
    await finger.takeAway()
    await signOut()
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await expect(page.getByText(/Met een passkey lukte het niet/)).toBeVisible()
    await expectAccessible(page)
    await finger.putBack()
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await expect(today).toBeVisible()
  })
  await step('And after a password it is the second step', async () => {
    await finger.takeAway()
    await signOut()
    await signInByPassword(page, eva)
    await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Gebruik je passkey' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Er is geen passkey gekozen.' })).toBeVisible()
    await finger.putBack()
    await page.getByRole('button', { name: 'Gebruik je passkey' }).click()
    await expect(today).toBeVisible()
  })
  await step('And it opens a lock', async () => {
    await menu.click()
    await page.getByRole('button', { name: 'Vergrendel nu' }).click()
    const lock = page.getByRole('dialog', { name: 'Vergrendeld' })
    await expect(lock.getByLabel('Wachtwoord', { exact: true })).toBeFocused()
    await expectAccessible(page)
    await lock.getByRole('button', { name: 'Gebruik je passkey' }).click()
    await expect(lock).toHaveCount(0)
    await expect(today).toBeVisible()
  })
  await step('And she calls it something else', async () => {
    await menu.click()
    await page.getByRole('link', { name: 'Mijn account' }).click()
    await page.getByRole('button', { name: 'Geef passkey ‘Werktelefoon’ een andere naam' }).click()
    const form = page.getByRole('dialog', { name: 'Hoe heet passkey ‘Werktelefoon’ voortaan?' })
    await form.getByLabel('Naam').fill(' ')
    await form.getByRole('button', { name: 'Bewaar naam' }).click()
    await expect(form.getByText('Geef de passkey een naam')).toBeVisible()
    await expectAccessible(page)
    await form.getByLabel('Naam').fill('Oude telefoon')
    await form.getByRole('button', { name: 'Bewaar naam' }).click()
    await expect(form).toHaveCount(0)
    await expect(page.getByText('De passkey heet nu ‘Oude telefoon’.')).toBeVisible()
  })
  await step('When she removes it, her password is enough again', async () => {
    await page.getByRole('button', { name: 'Haal passkey ‘Oude telefoon’ weg' }).click()
    const question = page.getByRole('dialog', { name: 'Passkey ‘Oude telefoon’ weghalen?' })
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Haal passkey weg' }).click()
    await expect(page.getByText('Je hebt nog geen passkey.')).toBeVisible()
    await finger.takeAway()
    await signOut()
    await signInByPassword(page, eva)
    await expect(today).toBeVisible()
  })
})

test('a session that is ended elsewhere is out, and so are all others at once', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(401)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
  const phone = await browser.newContext({ userAgent, locale: 'nl-NL' })
  noise.watch(phone)
  const other = await phone.newPage()
  const signInThere = async () => {
    await other.goto(`${weerklank.url}/inloggen`)
    await signInByPassword(other, eva)
    await expect(other.getByRole('heading', { level: 1, name: /, Eva$/ })).toBeVisible()
  }
  await step('Given Eva is signed in on her phone as well', async () => {
    await signInThere()
    await page.goto(`${weerklank.url}/inloggen?naar=/account`)
    await signInByPassword(page, eva)
    await expect(page.getByText('Safari op iPhone')).toBeVisible()
    await expect(page.getByText('Dit apparaat')).toHaveCount(1)
    await expectAccessible(page)
  })
  await step('When she ends that session, the phone is out at its next step', async () => {
    await page.getByRole('button', { name: 'Log uit op Safari op iPhone' }).click()
    await expect(page.getByText('Uitgelogd op Safari op iPhone.')).toBeVisible()
    await expect(page.getByText('Safari op iPhone', { exact: true })).toHaveCount(0)
    await other.getByRole('link', { name: 'Samenwerkingen' }).first().click()
    await expect(other.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  })
  await step('And all others end together', async () => {
    await signInThere()
    await page.reload()
    await page.getByRole('button', { name: 'Log overal elders uit' }).click()
    await expect(page.getByText('Je bent nu alleen nog op dit apparaat ingelogd.')).toBeVisible()
    await other.reload()
    await expect(other.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Mijn account' })).toBeVisible()
  })
  await phone.close()
})

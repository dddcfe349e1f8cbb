/** Asking someone by itself: set by the professional with her yes, paused and stopped by herself without script. */
import { openPart } from '../support/open-part.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test as withoutMail } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'
import { test } from '../support/with-mail.ts'

withoutMail(
  'without a mail server no mail is offered, and it says so',
  {
    tag: '@phone',
  },
  async ({ page, weerklank }) => {
    const own = await ownRelation(page, weerklank, { title: 'Zonder post', people: { Lina: 'youth' } })
    await page.goto(own.url)
    const section = await openPart(page, 'Vanzelf vragen')
    await section.getByRole('button', { name: 'Hoe vaak krijgt Lina de vragen?' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hoe vaak krijgt Lina de vragen?' })
    await dialog.getByLabel('Na elk contact').check()
    await expect(dialog).toContainText('Mailen kan hier nog niet: er is geen mailserver.')
    await expect(dialog.getByLabel('E-mailadres')).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'herinneren-zonder-post')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(section).toContainText('Na elk contact. Zonder mail: de link staat klaar')
    await expect(section).toContainText('Lina: na elk contact.')
  },
)

test('the questions come by themselves only after a yes, and she pauses and stops them herself', {
  tag: '@phone',
}, async ({ page, browser, weerklank }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const own = await ownRelation(page, weerklank, { title: 'Vanzelf', people: { Lina: 'youth' } })
  await page.goto(own.url)
  const section = await openPart(page, 'Vanzelf vragen')
  await step('Given a collaboration in which nobody is asked by itself', async () => {
    await expect(section).toContainText('Alleen als jij het vraagt.')
  })
  await step('When the professional sets it, mail needs a yes', async () => {
    await section.getByRole('button', { name: 'Hoe vaak krijgt Lina de vragen?' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hoe vaak krijgt Lina de vragen?' })
    await dialog.getByLabel('Om de zoveel weken').check()
    await dialog.getByLabel('E-mailadres').fill('lina@post.example')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(dialog).toContainText('Vraag het eerst. Zonder ja sturen we geen mail.')
    await expectAccessible(page)
    await shot(page, 'herinneren-instellen')
    await dialog.getByLabel('Lina vindt het goed om hierover mail te krijgen').check()
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(section).toContainText('Elke 2 weken. Per mail.')
  })
  await step('Then she pauses and stops it by her link, without script', async () => {
    const link = await own.invite('Lina')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })
    const hers = await context.newPage()
    await hers.setViewportSize({ width: 375, height: 760 })
    await hers.goto(`${link}/vragen`)
    await expect(hers.getByRole('status')).toHaveText(/Af en toe komt er vanzelf een vraag voor/)
    await shot(hers, 'herinneren-zelf')
    await hers.getByRole('button', { name: 'Pauze van 4 weken' }).click()
    await expect(hers.getByRole('status')).toHaveText(/^De vragen staan op pauze tot /)
    await hers.getByRole('button', { name: 'Helemaal stoppen' }).click()
    await expect(hers.getByRole('status')).toHaveText('Er komen geen vragen meer vanzelf.')
    await shot(hers, 'herinneren-gestopt')
    await context.close()
  })
  await step('And the professional reads what she chose, without a why', async () => {
    await page.goto(own.url)
    // Also for whoever leaves it shut.
    await expect(section).toContainText('Lina stopte zelf.')
    await openPart(page, 'Vanzelf vragen')
    await expect(section).toContainText('Lina stopte de vragen zelf (vandaag).')
    await expectAccessible(page)
    await shot(page, 'herinneren-samenwerking')
  })
})

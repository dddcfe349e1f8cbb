/** Practice knowledge: written for oneself, looked through for anybody who can be recognised, shared, and added to by a colleague. */
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

const did = (mark: string) => `Ik zei eerst wat ik ging doen, en wachtte toen (${mark}).`

/** A story about a client by her name, as somebody writes who thinks of her. */
async function write(page: Page, text: string) {
  await page.getByLabel('Soort').selectOption('with-help-seekers')
  await page.getByLabel('Context').selectOption('micro')
  await page.getByLabel('Situatie').selectOption('guidance')
  await page.getByLabel('Wat deed je?').fill(text)
  await page.getByLabel('Hoe deed je het: je gedrag').fill('Ik ging naast haar zitten.')
  await page.getByLabel('Wat bracht het?').fill('Er kwam een vraag die er al lang lag.')
  await page.getByLabel('Wat was daarvoor nodig?', { exact: false }).fill('Genoeg tijd.')
}

const ticks = [
  'Er staat geen naam, plek, school of organisatie in.',
  'Er staat niets in wat hier maar één iemand meemaakte.',
  'Wie de cliënt kent, herkent hem er niet in.',
  'Het gaat over wat ik deed.',
]

test('what somebody did is shared without a client, a colleague knows it and adds to it, and takes down what names somebody', {
  tag: '@phone',
}, async ({ page, browser, weerklank, noise }) => {
  const mark = `eerst ${String.fromCharCode(97 + (Date.now() % 26))}${Date.now().toString(36).replaceAll(/\d/g, 'q')}`
  // A story is new as long as it is not there yet: its page asks for it all the same.
  noise.expectRefusal(404)
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given what colleagues shared, she begins a story of her own', async () => {
    await page.goto(`${weerklank.url}/kennis`)
    await page.getByRole('link', { name: 'Uit de praktijk' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Uit de praktijk' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'praktijk')
    await page.getByRole('link', { name: 'Schrijf een verhaal' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Een verhaal uit je werk' })).toBeVisible()
    await write(page, `${did(mark)} Toen vroeg Lina uit Zwolle het zelf.`)
    await expect(page.getByText('Bewaard.', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'praktijk-schrijven')
  })
  await step(
    'When she has it looked through, what points at a client is told and keeps it from being shared',
    async () => {
      noise.expectRefusal(422)
      await page.getByRole('button', { name: 'Kijk het na' }).click()
      // With Lina she works herself: that is somebody, and no tick says otherwise.
      await expect(page.getByText('“Lina”: zo heet iemand met wie je samenwerkt.')).toBeVisible()
      await expect(page.getByLabel('“Lina” is geen persoon of plek')).toHaveCount(0)
      await page.getByLabel('“Zwolle” is geen persoon of plek').check()
      await expect(page.getByLabel('“Zwolle” is geen persoon of plek')).toBeVisible()
      for (const tick of ticks) await page.getByLabel(tick).check()
      await page.getByRole('button', { name: 'Deel met collega’s' }).click()
      await expect(page.getByText('Er staan nog woorden in die naar iemand kunnen wijzen.')).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'praktijk-nakijken')
    },
  )
  await step('Then she writes it without her, and shares it', async () => {
    await page.getByLabel('Wat deed je?').fill(`${did(mark)} Toen vroeg zij het zelf.`)
    await page.getByRole('button', { name: 'Kijk het opnieuw na' }).click()
    await expect(
      page.getByText('We vonden geen woorden waaraan iemand te herkennen is.', { exact: false }),
    ).toBeVisible()
    for (const tick of ticks) await page.getByLabel(tick).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Deel met collega’s' }).click()
    await expect(page.getByRole('button', { name: 'Haal terug en pas aan' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'praktijk-gedeeld')
  })
  const address = page.url()
  const context = await browser.newContext({ viewport: page.viewportSize() ?? { width: 1280, height: 800 } })
  noise.watch(context)
  const bram = await context.newPage()
  await step(
    'A colleague finds it where he looks, and says that he knows this from his own work',
    async () => {
      await signInAs(bram, weerklank, 'Bram Visser')
      await bram.goto(
        `${weerklank.url}/kennis/praktijk?soort=with-help-seekers&context=micro&situatie=guidance`,
      )
      await bram.getByRole('link', { name: did(mark), exact: false }).click()
      await expect(bram.getByText('Nog geen collega zei dat dit bekend is.')).toBeVisible()
      await bram.getByRole('button', { name: 'Dit herken ik' }).click()
      await expect(
        bram.getByText('1 collega herkent dit. Wie dat zijn, ziet niemand.', { exact: false }),
      ).toBeVisible()
      await expectAccessible(bram)
      await shot(bram, 'praktijk-lezen')
    },
  )
  await step('What he adds is held back while it names somebody, and stands there without', async () => {
    await bram.getByLabel('Bij mij werkte het anders, want').check()
    await bram.getByLabel('Jouw aanvulling').fill('Bij mij vroeg Samira er niet om.')
    await bram.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(bram.getByLabel('“Samira” is geen persoon of plek')).toBeVisible()
    await expect(bram.getByText('Nog niets.')).toBeVisible()
    await expectAccessible(bram)
    await shot(bram, 'praktijk-aanvullen')
    await bram.getByLabel('Jouw aanvulling').fill('Bij mij vroeg zij er niet om, tot ik wegging.')
    await bram.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(bram.getByText('Bij mij vroeg zij er niet om, tot ik wegging.')).toBeVisible()
    await expect(bram.getByLabel('Jouw aanvulling')).toHaveValue('')
  })
  await step('Its author reads what he added, and how many know it, never who', async () => {
    await page.goto(address)
    await expect(page.getByText('Bij mij vroeg zij er niet om, tot ik wegging.')).toBeVisible()
    await expect(page.getByText('1 collega herkent dit. Wie dat zijn, ziet niemand.')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When he knows a client again after all, it is out of sight at once', async () => {
    await bram.getByRole('button', { name: 'Ik herken iemand' }).first().click()
    await expect(bram.getByRole('dialog', { name: 'Herken je hierin een cliënt?' })).toBeVisible()
    await expectAccessible(bram)
    await bram.getByRole('button', { name: 'Haal uit het zicht' }).click()
    await expect(bram).toHaveURL(/\/kennis\/praktijk$/)
    await expect(bram.getByRole('link', { name: did(mark), exact: false })).toHaveCount(0)
    await page.goto(`${weerklank.url}/kennis/praktijk`)
    await page.getByRole('link', { name: did(mark), exact: false }).click()
    await expect(page.getByText('Een collega herkende iemand in dit verhaal')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'praktijk-uit-het-zicht')
  })
  await step('And she removes it', async () => {
    await page.getByRole('button', { name: 'Verwijder', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click()
    await expect(page).toHaveURL(/\/kennis\/praktijk$/)
    await expect(page.getByRole('link', { name: did(mark), exact: false })).toHaveCount(0)
  })
  await context.close()
})

test('who only does research finds no way to the stories, and none of their words', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Ravi Ramdin')
  await page.goto(`${weerklank.url}/kennis`)
  await expect(page.getByRole('heading', { level: 1, name: 'Kennis' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Verzamelingen' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Uit de praktijk' })).toHaveCount(0)
  await page.goto(`${weerklank.url}/kennis/praktijk`)
  await expect(
    page.getByText('Verhalen lezen collega’s die met mensen werken.', { exact: false }),
  ).toBeVisible()
  await expectAccessible(page)
})

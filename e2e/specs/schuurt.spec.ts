/** Strain and its repair: noticed by a person, one step at a time; own part apart; a case for peers; a journal. */
import { openPart } from '../support/open-part.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test('strain is written down, repaired step by step and looked back at', { tag: '@phone' }, async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(422)
  // A button that fades from one look to the other has no contrast of its own.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const own = await ownRelation(page, weerklank, {
    title: 'Schuren',
    people: { Lina: 'youth', Zita: 'mother' },
  })
  await page.goto(own.url)
  await step('Given a collaboration, she begins with what she noticed', async () => {
    await openPart(page, 'Het schuurt')
    await page.getByRole('link', { name: 'Er schuurt iets' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wat merkte je?' })).toBeVisible()
    await expect(
      page.getByText('Een kort antwoord, stilte of een andere mening is niet meteen een breuk.'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Begin met herstellen' }).click()
    await expect(page.getByRole('group', { name: 'Wat gebeurt er?' })).toContainText(
      'Kies wat het meest lijkt',
    )
    await page.getByLabel('Met wie schuurt het?').selectOption('Lina')
    await page.getByLabel('Iemand trekt zich terug').check()
    await page.getByLabel('Geeft heel korte antwoorden of valt stil').check()
    await page.getByLabel('In je eigen woorden').fill('Lina viel stil toen ik over Arnhem begon.')
    await expectAccessible(page)
    await shot(page, 'schuurt-merken')
    await page.getByRole('button', { name: 'Begin met herstellen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Herstellen met Lina' })).toBeVisible()
    await expect(page.getByText(/^Het verdwijnt .* vanzelf/)).toBeVisible()
  })
  await step('Then each step has a sentence to say, and can be taken back', async () => {
    await expect(page.getByRole('heading', { level: 2, name: 'Even stilstaan' })).toBeVisible()
    await expect(page.getByText('Zo kun je het zeggen')).toBeVisible()
    await page.getByLabel(/Wat is er gezegd of gedaan/).fill('Even gewacht.')
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByRole('button', { name: 'Deze stap is gedaan' })).toBeVisible()
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
    const goOn = page.getByRole('link', { name: 'Naar de volgende stap' })
    await expect(goOn).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'schuurt-stap')
    await goOn.click()
    await expect(page.getByRole('heading', { level: 2, name: 'Uitnodigen' })).toBeVisible()
  })
  await step('When she skips ahead, she hears what comes first', async () => {
    await page.getByRole('link', { name: /^Opnieuw kiezen/ }).click()
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
    await expect(page.getByText('Luister eerst, of schrijf op waarom dat niet kan.')).toBeVisible()
    await page.getByRole('link', { name: /^Luisteren/ }).click()
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
    await expect(page.getByRole('link', { name: 'Luisteren (Gedaan)' })).toBeVisible()
  })
  await step('And her own part is hers alone, saved as she types', async () => {
    await page.getByRole('link', { name: /^Je eigen aandeel/ }).click()
    await expect(page.getByText('Wat je hier schrijft is van jou alleen.')).toBeVisible()
    await page.getByLabel('Mijn eigen aandeel').first().fill('Ik ging te snel.')
    await expect(page.getByText(/^Bewaard\. Verdwijnt /).first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'schuurt-eigen-aandeel')
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
  })
  await step('When they agree, the day to look back stands on Vandaag', async () => {
    await page.getByRole('link', { name: /^Afspreken/ }).click()
    await page.getByLabel('Wat spreken jullie af?').fill('Als ik te snel ga, dan zegt Lina stop.')
    const soon = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en-CA')
    await page.getByLabel('Op welke dag kijken jullie terug?').fill(soon)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Deze stap is gedaan' }).click()
    await expect(page.getByRole('link', { name: /^Afspreken.*\(Gedaan\)/ })).toBeVisible()
    await expect(page.getByText(/^Terugkijken: /)).toBeVisible()
    await page.goto(`${weerklank.url}/`)
    const review = page
      .getByRole('listitem')
      .filter({ hasText: own.title })
      .getByRole('link', { name: 'Hoe is het nu met Lina?' })
    await expect(review).toBeVisible()
    await shot(page, 'schuurt-vandaag')
    await review.click()
    await page.getByLabel('Deels opgelost').check()
    await page.getByRole('button', { name: 'Rond dit af' }).click()
    await expect(page.getByText(/^Zo is het afgelopen: Deels opgelost/)).toBeVisible()
  })
  await step('And before sharing she reads what that means', async () => {
    await page.getByRole('button', { name: 'Deel dit met wie meedoet' }).click()
    await expect(page.getByText('Je eigen aandeel en je gedachten blijven van jou alleen.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ja, deel het' }).click()
    await expect(page.getByText('Gedeeld. Het hoort nu bij het dossier.')).toBeVisible()
    await page.goto(own.url)
    await openPart(page, 'Het schuurt')
    await expect(page.getByRole('link', { name: 'Met Lina' })).toBeVisible()
    await expect(page.getByText('Het schuurde')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'schuurt-samenwerking')
  })
})

test('a case for peers names nobody, and a journal keeps a moment', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, { title: 'Casus', people: { Lina: 'youth' } })
  await page.goto(`${own.url}/schuurt`)
  await page.getByLabel('Iemand gaat ertegenin').check()
  await page
    .getByLabel('In je eigen woorden')
    .fill('Lina (9 jaar) werd boos toen ik op 12 maart over Arnhem begon.')
  await page.getByRole('button', { name: 'Begin met herstellen' }).click()
  await step('Given strain, she makes a case in which nobody stands', async () => {
    await page.getByRole('link', { name: 'Maak een casus voor intervisie' }).click()
    const text = page.getByLabel('De casus')
    await expect(text).toHaveValue(
      /\[naam\] \(\[leeftijd\]\) werd boos toen ik op \[dag\] over \[plek of naam\] begon/,
    )
    await expect(page.getByText('We vonden geen namen')).toBeVisible()
    await text.fill('Lina werd boos. Hoe vraag ik door?')
    await expect(page.getByText('Kijk hier nog naar')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: /^Lina$/ })).toBeVisible()
    await text.fill('Iemand werd boos. Hoe vraag ik door?')
    await expect(page.getByText(/^Bewaard\./)).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'schuurt-casus')
    await page.getByRole('link', { name: 'Al mijn casussen' }).click()
    await expect(page.getByRole('textbox', { name: /^Casus \d+/ }).first()).toHaveValue(
      'Iemand werd boos. Hoe vraag ik door?',
    )
    await expectAccessible(page)
  })
  await step('And writes in the journal, with a question for the moment', async () => {
    await page.goto(`${own.url}/dagboek`)
    await page.getByLabel('Aan het begin').check()
    await expect(page.getByText('Wat hoop ik dat wij samen kunnen?')).toBeVisible()
    await page.getByLabel('Wat wil je opschrijven?').first().fill('Rustig beginnen.')
    await expect(page.getByText(/^Bewaard\. Verdwijnt /).first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'schuurt-dagboek')
    await page.reload()
    await page.getByLabel('Aan het begin').check()
    await expect(
      page.getByLabel(/^Wat wil je opschrijven\? \(1\)|^Wat wil je opschrijven\?/).last(),
    ).toHaveValue('Rustig beginnen.')
  })
})

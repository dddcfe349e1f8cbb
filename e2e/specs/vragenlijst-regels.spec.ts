/** Rules that a form sets for its answers, as somebody meets them on a phone, with and without script. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

const rule = (expression: string, human: string, severity: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/targetConstraint',
  extension: [
    { url: 'key', valueId: 'k' },
    { url: 'severity', valueCode: severity },
    { url: 'expression', valueExpression: { language: 'text/fhirpath', expression } },
    { url: 'human', valueString: human },
  ],
})
const from = "%resource.descendants().where(linkId='van').answer.value"
const form = (title: string) => ({
  ...{ resourceType: 'Questionnaire', status: 'draft', title },
  item: [
    { linkId: 'van', type: 'integer', text: 'Vanaf welk jaar?' },
    {
      ...{ linkId: 'tot', type: 'integer', text: 'Tot welk jaar?' },
      extension: [
        rule(`answer.value >= ${from}`, 'Het tweede jaar is eerder dan het eerste.', 'error'),
        rule(`answer.value - ${from} < 50`, 'Dat is een lange tijd.', 'warning'),
      ],
    },
  ],
})

/** Brings the form in, publishes it and asks with it; answers the link. */
async function asked(page: Page, weerklank: Weerklank, title: string): Promise<string> {
  const relation = await ownRelation(page, weerklank, { title, people: { Samira: 'mother' } })
  const send = async (method: string, path: string, data?: unknown) => {
    const headers = { 'x-weerklank': '1' }
    const reply = await page.request.fetch(`${weerklank.url}/api${path}`, { method, headers, data })
    expect(reply.ok(), `${method} ${path} ${reply.status()}`).toBe(true)
    return reply.json()
  }
  const { forms } = await send('POST', '/forms', { text: JSON.stringify(form(title)) })
  const [{ id }] = forms
  const { revision } = await send('GET', `/forms/${id}`)
  await send('PUT', `/forms/${id}/versions/1/status`, { status: 'published', revision })
  const { toAsk } = await send('GET', `/relations/${relation.id}/forms`)
  expect(JSON.stringify(toAsk)).toContain(id)
  const { participants } = await send('GET', `/relations/${relation.id}`)
  const samira = participants.find((one: { name: string }) => one.name === 'Samira')
  const body = { id: randomUUID(), participant: samira.id, form: id }
  return (await send('POST', `/relations/${relation.id}/form-invitations`, body)).url
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`what does not hold is told at its question and mended there, ${how} script`, async ({
    page,
    browser,
    weerklank,
  }) => {
    const url = await asked(page, weerklank, `Jaren ${how} script`)
    const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, locale: 'nl-NL' }
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    const theirs = await context.newPage()
    await theirs.goto(url)
    const until = theirs.getByLabel('Tot welk jaar?')
    await step('When the second year is before the first, she hears so at the question', async () => {
      await theirs.getByLabel('Vanaf welk jaar?').fill('1990')
      await until.fill('1980')
      await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
      await expect(theirs.getByRole('heading', { name: 'Nog niet alles klopt' })).toBeFocused()
      await expect(until).toHaveAttribute('aria-invalid', 'true')
      await expect(until).toHaveAccessibleDescription(/Het tweede jaar is eerder dan het eerste\./)
      if (javaScriptEnabled) await expectAccessible(theirs)
    })
    await step('What is only long is seen once, and may be sent so', async () => {
      await until.fill('2050')
      await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
      await expect(theirs.getByRole('heading', { name: 'Kijk hier nog eens naar' })).toBeVisible()
      await expect(theirs.getByRole('link', { name: /Dat is een lange tijd\./ })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(theirs)
      await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
      await expect(theirs.getByRole('heading', { name: /antwoorden zijn binnen\.$/ })).toBeVisible()
    })
    await context.close()
  })
}

/** A child of four draws in Ukrainian, as her worker chose for her; the worker looks at it, and it counts nowhere. */
import { randomUUID } from 'node:crypto'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test('a language is chosen for a person, she draws, and the drawing is looked at', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, { title: 'Tekenen', people: { Yara: 'child' } })
  await step('When Noor chooses Ukrainian for Yara', async () => {
    await page.goto(`${own.url}/bewerken`)
    await page.getByRole('button', { name: /Aangesproken met/ }).click()
    await page.getByRole('radio', { name: 'Oekraïens' }).check()
    await expect(page.getByText(/door een computer vertaald/)).toBeVisible()
    await shot(page, 'taal-kiezen')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page).toHaveURL(own.url)
  })
  const link = await step('And asks her with faces and paper', async () => {
    const api = `${weerklank.url}/api/relations/${own.id}`
    const headers = { 'x-weerklank': '1' }
    const { participants } = await (await page.request.get(api)).json()
    const yara = participants.find((one: { name: string }) => one.name === 'Yara').id
    const data = {
      id: randomUUID(),
      participant: yara,
      contact: null,
      instrument: 'contact-check-young-child',
    }
    const answer = await page.request.post(`${api}/invitations`, { headers, data })
    return (await answer.json()).url as string
  })
  await step('Then Yara reads her own language, and draws', async () => {
    const browser = page.context().browser()
    if (browser === null) throw new Error('There is a browser')
    const device = await browser.newContext({ viewport: { width: 375, height: 740 } })
    const phone = await device.newPage()
    await phone.goto(link)
    await expect(phone.locator('html')).toHaveAttribute('lang', 'uk')
    await phone.getByRole('button', { name: 'Далі' }).click()
    const box = await phone.getByRole('img', { name: 'Малюй пальцем або мишкою.' }).boundingBox()
    if (box === null) throw new Error('There is paper')
    await phone.mouse.move(box.x + 40, box.y + 40)
    await phone.mouse.down()
    for (const [x, y] of [
      [120, 160],
      [200, 40],
      [280, 160],
    ] as const)
      await phone.mouse.move(box.x + x, box.y + y, { steps: 6 })
    await phone.mouse.up()
    await shot(phone, 'tekenen')
    await expectAccessible(phone)
    await phone.getByRole('button', { name: 'Далі' }).click()
    await phone.getByRole('button', { name: /^Надіслати/ }).click()
    await expect(phone.getByRole('img', { name: 'Малюнок' })).toBeVisible()
    await device.close()
  })
  await step('And Noor looks at it, without a score', async () => {
    await page.goto(own.url)
    const drawing = page.getByRole('img', { name: 'Tekening' })
    await drawing.scrollIntoViewIfNeeded()
    await expect(drawing).toBeVisible()
    await expect(page.getByText('een tekening telt nergens mee')).toBeVisible()
    await shot(page, 'tekening')
    await expectAccessible(page)
  })
})

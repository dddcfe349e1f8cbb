/** After a meeting: a guest without a script answers the four questions and decides about her words; the table agrees. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

type Send = <Result>(method: 'GET' | 'POST', path: string, data?: unknown) => Promise<Result>

/** Requests in the name of whoever is signed in on a page. */
function sender(page: Page, { url }: Weerklank): Send {
  return async (method, path, data) => {
    const answer = await page.request.fetch(`${url}${path}`, {
      method,
      headers: { 'x-weerklank': '1' },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

/** A meeting that was held and is over: Noor led, Oma Hilde was there. */
async function endedMeeting(send: Send) {
  const { members } = await send<{ members: { id: string; name: string }[] }>('GET', '/api/members')
  const noor = members.find((one) => one.name.startsWith('Noor'))?.id
  const id = randomUUID()
  const hilde = randomUUID()
  const about = { participant: null, language: 'nl', bornOn: null }
  await send('POST', '/api/meetings', {
    ...{ id, relation: null, format: 'open-dialogue', title: 'Terugkijken met Oma Hilde', purpose: '' },
    ...{ plannedAt: new Date(Date.now() + 60_000).toISOString(), place: '', videoUrl: '', themes: [] },
    ...{ questions: [], warmUp: null, shadowQuestion: 'Wie voelde zich buiten staan?' },
    places: [
      {
        id: randomUUID(),
        name: 'Noor',
        voice: 'professional',
        role: 'facilitator',
        member: noor,
        address: 'je',
        ...about,
      },
      {
        id: hilde,
        name: 'Oma Hilde',
        voice: 'kin',
        role: 'participant',
        member: null,
        address: 'u',
        ...about,
      },
    ],
  })
  const { url } = await send<{ url: string }>('POST', `/api/meetings/${id}/places/${hilde}/link`, {
    email: null,
  })
  await send('POST', `/api/meetings/${id}/live`, {})
  await send('POST', `/api/meetings/${id}/ended`)
  return { id, link: url }
}

test('vier vragen zonder script, woorden die pas na een ja verder gaan, en een afspraak', async ({
  browser,
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const send = sender(page, weerklank)
  const meeting = await endedMeeting(send)
  const phone = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: 'nl-NL', javaScriptEnabled: false },
  })
  const hilde = await phone.newPage()

  await step('When Oma Hilde opens her link after the meeting, without a script, and answers', async () => {
    await hilde.goto(meeting.link)
    await hilde.getByRole('link', { name: 'Vier vragen aan u' }).click()
    await hilde.getByLabel('Welk beeld kreeg u terwijl u luisterde?').fill('Een kampvuur 🔥')
    await hilde.getByLabel('Ja, zonder mijn naam').check()
    await hilde.getByRole('button', { name: 'Versturen' }).click()
    await expect(hilde.getByRole('status')).toContainText('Uw antwoord is binnen.')
  })

  await step('Then Noor reads it on the page of the meeting, and asks whether it may be shown', async () => {
    await page.goto(`${weerklank.url}/gesprekken/${meeting.id}`)
    await expect(page.getByText('1 van 2 schreven iets.')).toBeVisible()
    await page.getByRole('button', { name: 'Vragen of dit getoond mag worden' }).click()
    await expect(page.getByText('voor het team · wacht op de spreker')).toBeVisible()
    await expectAccessible(page)
  })

  await step('And Oma Hilde says yes in other words, and later takes it back', async () => {
    await hilde.goto(`${meeting.link}/na`)
    await hilde.getByLabel('Ja, maar dan zo:').check()
    await hilde.getByLabel('In uw eigen woorden').fill('Een vuur dat niet uitging')
    await hilde
      .locator('section', { hasText: 'Mogen we uw woorden laten zien?' })
      .getByRole('button', { name: 'Bewaren' })
      .click()
    await expect(hilde.getByText('U zei ja.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Een vuur dat niet uitging')).toBeVisible()
    await hilde.getByRole('button', { name: 'Toch niet: terugnemen' }).click()
    await expect(hilde.getByText('U nam deze woorden terug. Ze zijn weg.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('De woorden zijn weg.')).toBeVisible()
    await expect(page.getByText('Een vuur dat niet uitging')).toHaveCount(0)
  })

  await step('And what the table agrees is there, by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Afspraak toevoegen' }).press('Enter')
    await page.getByLabel('Dan …').fill('bellen we elkaar')
    await page.getByLabel('Dan …').press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'bellen we elkaar' })).toBeVisible()
  })
  await phone.close()
})

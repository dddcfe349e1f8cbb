/** Buddies: proposed for ten people, changed by keyboard, formed; one stops and the other becomes a third; a buddy says they met. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

const names = ['Anna', 'Bram', 'Chris', 'Dora', 'Eva', 'Faris', 'Gijs', 'Hanna', 'Ilse', 'Joep']
const homes = ['Wijk', 'Wijk', 'Wijk', 'Huis', 'Huis', 'School', 'School', 'Zorg', 'Raad', 'Raad']
const lines = names.map((name, at) => `${name};${homes[at]};${at % 2 === 0 ? 'Gezinswerker' : 'Voorzitter'}`)

type Pair = { members: string[] }
type Room = { people: { id: string; name: string }[]; rounds: { pairs: Pair[] }[] }

/** Requests in the name of whoever is signed in on a page. */
function sender(page: Page, { url }: Weerklank) {
  return async <Result>(method: 'GET' | 'POST', path: string, data?: unknown): Promise<Result> => {
    const answer = await page.request.fetch(`${url}${path}`, {
      ...{ method, headers: { 'x-weerklank': '1' } },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

test('ten people find a buddy, one stops, and the other two go on as three', async ({ page, weerklank }) => {
  const trajectory = randomUUID()
  const send = sender(page, weerklank)
  const room = () => send<Room>('GET', `/api/trajectories/${trajectory}/buddies`)
  const nameOf = async (id: string) => (await room()).people.find((one) => one.id === id)?.name ?? ''

  await step('Given a trajectory of ten people of five organisations', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    const startsOn = new Date().toISOString().slice(0, 10)
    const from = { template: 'equal-partners' }
    await send('POST', '/api/trajectories', { id: trajectory, title: 'Samen leren', startsOn, from })
    const added = { lines: lines.join('\n'), address: 'je', language: 'nl' }
    await send('POST', `/api/trajectories/${trajectory}/learners`, added)
    await page.goto(`${weerklank.url}/leren/${trajectory}/maatjes`)
  })

  await step('When the lead asks for a proposal, it is shown to be the best', async () => {
    const propose = page.getByRole('button', { name: 'Maatjes voorstellen' })
    await expect(propose).toBeVisible()
    await expectAccessible(page)
    await propose.press('Enter')
    await expect(page.getByText('dat is nagerekend')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Losmaken' })).toHaveCount(0)
    expect((await room()).rounds[0]?.pairs.map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2])
  })

  await step(
    'And swaps two by keyboard: a rule that forbids stops it, another asks for a reason',
    async () => {
      const pairs = (await room()).rounds[0]?.pairs ?? []
      const withAnna = await pairOf(pairs, 'Anna', nameOf)
      const mate = withAnna.names.find((name) => name !== 'Anna') ?? ''
      await page.getByRole('button', { name: 'Aanpassen' }).nth(withAnna.at).press('Enter')
      const form = page.getByRole('form', { name: `Aanpassen: ${withAnna.names.join(' en ')}` })
      const choose = (label: string, name: string) => form.getByLabel(label).selectOption({ label: name })
      await choose('Wie?', mate)
      const bram = await pairOf(pairs, 'Bram', nameOf)
      await choose('Ruilen met', `Bram (${bram.names.find((name) => name !== 'Bram')})`)
      await form.getByRole('button', { name: 'Ruilen', exact: true }).press('Enter')
      await expect(form.getByText('Niet van dezelfde organisatie')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: /^Vastzetten: .*Anna/ }).press('Enter')
      await expect(page.getByText('Vastgezet', { exact: true })).toBeVisible()
    },
  )

  await step('And tells them', async () => {
    await page.getByRole('button', { name: 'Maatjes maken en vertellen' }).press('Enter')
    await expect(page.getByText('Nog niet gesproken')).toHaveCount(5)
    await page.getByRole('button', { name: 'Waarom deze twee' }).first().press('Enter')
    await expect(page.getByText('Jullie werken bij verschillende organisaties.').first()).toBeVisible()
    await expectAccessible(page)
  })

  const formed = (await room()).rounds[0]?.pairs ?? []
  const [stops = '', stays = ''] = formed[0]?.members ?? []
  await step('Then one stops, and the other becomes a third', async () => {
    const change = {
      to: 'stopped',
      on: new Date().toISOString().slice(0, 10),
      reason: 'time',
      exitTalk: 'none',
    }
    await send('POST', `/api/trajectories/${trajectory}/learners/${stops}/status`, { version: 1, change })
    await page.reload()
    const goes = page.getByRole('group', { name: `Hoe gaat ${await nameOf(stays)} verder?` })
    await goes
      .getByLabel(/^Erbij als derde/)
      .first()
      .check()
    const third = page.locator('form').filter({ has: goes })
    await third.getByRole('button', { name: 'Zo doen we het' }).press('Enter')
    const reason = third.getByLabel('Waarom doe je het toch?')
    const done = page.getByText('Geregeld.', { exact: false })
    await expect(reason.or(done)).toBeVisible()
    if (await reason.isVisible()) {
      await reason.fill('Zij kennen elkaar van de eerste dag.')
      await third.getByRole('button', { name: 'Zo doen we het' }).press('Enter')
    }
    await expect(done).toBeVisible()
    await expect(page.getByText('ging verder met z’n drieën')).toBeVisible()
    expect((await room()).rounds[0]?.pairs.map(({ members }) => members.length).sort()).toEqual([
      2, 2, 2, 2, 3,
    ])
  })

  await step(
    'And she looks at her buddies, takes a talk to her calendar, and says that they met',
    async () => {
      const made = await send<{ url: string }>(
        'POST',
        `/api/trajectories/${trajectory}/learners/${stays}/link`,
        {},
      )
      const path = new URL(made.url).pathname
      await page.goto(`${weerklank.url}${path}/maatje`)
      await expect(page.getByText('Je maatjes zijn')).toBeVisible()
      const href = await page.getByRole('link', { name: 'Gesprek 1 in mijn agenda' }).getAttribute('href')
      const file = await page.request.get(`${weerklank.url}${href}`)
      expect(file.headers()['content-type']).toContain('text/calendar')
      expect(await file.text()).toMatch(/DTSTART:\d{8}T\d{6}Z/)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'We hebben elkaar gesproken' }).press('Enter')
      await expect(page.getByText('We hebben het bewaard.')).toBeVisible()
      await expect(page.getByText('Jullie spraken elkaar')).toBeVisible()
      await page.goto(`${weerklank.url}/leren/${trajectory}/maatjes`)
      await expect(page.getByText('Spraken elkaar', { exact: true })).toBeVisible()
    },
  )
})

async function pairOf(
  pairs: readonly Pair[],
  name: string,
  nameOf: (id: string) => Promise<string>,
): Promise<{ at: number; names: string[] }> {
  for (const [at, { members }] of pairs.entries()) {
    const called = await Promise.all(members.map(nameOf))
    if (called.includes(name)) return { at, names: called }
  }
  throw new Error(`${name} has no buddy`)
}

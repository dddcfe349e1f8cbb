/**
 * The whole way of one open dialogue: ten people at a table, four questions the same day, words that are taken back, themes
 * beside voices, the map, and a report in which only what speakers allowed stands.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { textOf } from '../../packages/server/src/mail/mail-server.fixture.ts'
import { type GuestForms, guestForms } from '../support/guest-forms.ts'
import type { Noise } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'
import { test } from '../support/with-mail.ts'

type Person = { name: string; voice: string; role: string; said?: readonly string[]; wrote?: string }

/** Who come by a link; the words are ours. The youths are there, and say nothing. */
const guests: readonly Person[] = [
  {
    ...{ name: 'Yara', voice: 'mother', role: 'client', wrote: 'Twee mensen die elkaar laten uitpraten.' },
    said: ['Jullie vroegen eerst wat wij dachten.', 'Wij mochten altijd iets terugzeggen.'],
  },
  {
    ...{ name: 'Karim', voice: 'father', role: 'client', wrote: 'Dat ik vaker mag bellen.' },
    said: ['Jullie twee waren soms een eiland.'],
  },
  { name: 'Sem', voice: 'youth', role: 'client' },
  { name: 'Lot', voice: 'youth', role: 'client' },
  {
    ...{
      name: 'Job',
      voice: 'colleague',
      role: 'participant',
      wrote: 'Ik was de derde, en niemand zag het.',
    },
    said: ['Ik wist niet hoe ik erbij kwam.'],
  },
  { name: 'Ineke', voice: 'manager', role: 'participant', wrote: 'Hier wil ik tijd voor maken.' },
  { name: 'Wim', voice: 'partner', role: 'witness', wrote: 'Een kring die vanzelf bleef draaien.' },
]
const own = [
  { name: 'Farid Amrani', role: 'facilitator' },
  { name: 'Noor Bakker', role: 'host' },
  { name: 'Bram Visser', role: 'host' },
]

type Send = <Result>(method: 'GET' | 'POST' | 'PUT', path: string, data?: unknown) => Promise<Result>

/** Requests in the name of whoever is signed in on a page. */
function sender(page: Page, { url }: Weerklank): Send {
  return async (method, path, data) => {
    const answer = await page.request.fetch(`${url}${path}`, {
      ...{ method, headers: { 'x-weerklank': '1' } },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

type Table = {
  id: string
  title: string
  places: ReadonlyMap<string, string>
  forms: ReadonlyMap<string, GuestForms>
}

/** Ten people at a table that opens in a minute; each guest has her link. */
async function planned(send: Send, links: Map<string, string>): Promise<Table> {
  const { members } = await send<{ members: { id: string; name: string }[] }>('GET', '/api/members')
  const id = randomUUID()
  const title = `Terugkijken op ons samenwerken ${id.slice(0, 4)}`
  const about = { participant: null, language: 'nl', bornOn: null, member: null, address: 'u' }
  const places = [
    ...own.map(({ name, role }) => ({
      ...{ ...about, id: randomUUID(), name, voice: 'professional', role, address: 'je' },
      member: members.find((one) => one.name === name)?.id,
    })),
    ...guests.map(({ name, voice, role }) => ({
      ...{ ...about, id: randomUUID(), name, voice, role },
      bornOn: voice === 'youth' ? '2008-03-01' : null,
    })),
  ]
  await send('POST', '/api/meetings', {
    ...{
      id,
      relation: null,
      format: 'open-dialogue',
      title,
      purpose: '',
      place: '',
      videoUrl: '',
      themes: [],
    },
    ...{ plannedAt: new Date(Date.now() + 60_000).toISOString(), questions: [], warmUp: null, places },
    shadowQuestion: 'Wie voelde zich buiten staan?',
  })
  const forms = new Map<string, GuestForms>()
  for (const { name, id: place } of places.slice(own.length)) {
    const made = await send<{ url: string }>('POST', `/api/meetings/${id}/places/${place}/link`, {
      email: null,
    })
    links.set(name, made.url)
    forms.set(name, await guestForms(made.url))
  }
  return { id, title, forms, places: new Map(places.map((one) => [one.name, one.id])) }
}

/** Each guest on a phone of her own, and the hosts on laptops: a browser keeps six lines to a server open at once. */
function devices(browser: Browser, noise: Noise) {
  const opened: BrowserContext[] = []
  const device = async (viewport: { width: number; height: number }) => {
    const context = await browser.newContext({ viewport, locale: 'nl-NL' })
    noise.watch(context)
    opened.push(context)
    return context.newPage()
  }
  return {
    phone: async (url: string) => {
      const page = await device({ width: 375, height: 812 })
      await page.goto(url)
      return page
    },
    laptop: async (weerklank: Weerklank, who: string) => {
      const page = await device({ width: 1280, height: 900 })
      await signInAs(page, weerklank, who)
      return page
    },
    close: async () => {
      for (const one of opened) await one.close()
    },
  }
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const answer = (words: string) => ({ 'a-stood-out': words, brief: 'no' })
/** In turns: words of one speaker that follow each other would be one piece. */
const said = [0, 1].flatMap((turn) =>
  guests.flatMap(({ name, said: lines = [] }) =>
    lines.slice(turn, turn + 1).map((words) => ({ name, words })),
  ),
)

/** What a recording program wrote of the talk. */
const transcript = `WEBVTT\n\n${said
  .map(({ name, words }, at) => `00:00:0${at}.000 --> 00:00:0${at}.900\n<v ${name}>${words}</v>`)
  .join('\n\n')}\n`

type Words = { passages: { id: string; body: string }[] }
type Project = { documents: { id: string }[]; codes: { id: string; name: string }[] }

/** Codes whole sentences, as on the page of the texts. */
async function codeSentences(
  send: Send,
  analysis: string,
  themes: Readonly<Record<string, readonly string[]>>,
) {
  const { documents, codes } = await send<Project>('GET', `/api/analyses/${analysis}`)
  const passages: Words['passages'] = []
  for (const { id } of documents) {
    const page = await send<Words>('GET', `/api/analyses/${analysis}/documents/${id}/passages`)
    passages.push(...page.passages)
  }
  const codings = Object.entries(themes).flatMap(([theme, sentences]) =>
    sentences.map((words) => ({
      ...{ id: randomUUID(), start: 0, end: [...words].length, weight: null },
      passage: passages.find(({ body }) => body === words)?.id,
      code: codes.find(({ name }) => name.startsWith(theme))?.id,
    })),
  )
  await send('POST', `/api/analyses/${analysis}/deeds`, {
    ...{ id: randomUUID(), change: { kind: 'add-codings', codings } },
  })
}

test('ten people talk, write the same day, take words back, and their words become themes, a map and a report', async ({
  browser,
  page: farid,
  noise,
  post,
  weerklank,
}) => {
  await farid.setViewportSize({ width: 1280, height: 900 })
  await signInAs(farid, weerklank, 'Farid Amrani')
  const send = sender(farid, weerklank)
  const links = new Map<string, string>()
  const table = await planned(send, links)
  const formsOf = (name: string): GuestForms => {
    const forms = table.forms.get(name)
    if (forms === undefined) throw new Error(`${name} has a link`)
    return forms
  }
  const others = guests.map(({ name }) => name).filter((name) => name !== 'Yara')
  const room = devices(browser, noise)
  const yara = await room.phone(links.get('Yara') ?? '')

  await step(
    'Given ten people: the guests come by a link, and choose what may be done with their words',
    async () => {
      await yara.getByRole('radio', { name: 'Ja, ik kom' }).check()
      await yara.getByRole('button', { name: 'Bewaren' }).click()
      await expect(yara.getByText('We hebben het bewaard.')).toBeVisible()
      await yara.getByRole('link', { name: 'Woorden naast elkaar leggen' }).click()
      await yara.getByRole('radio', { name: /^Ja/ }).check()
      await yara.getByRole('button', { name: 'Bewaar deze keuze' }).click()
      await expect(yara.getByText('Uw keuze is bewaard.')).toBeVisible()
      await yara.goto(`${links.get('Yara')}/na`)
      await yara.getByRole('textbox').fill('yara@thuis.example')
      await yara.getByRole('button', { name: 'Bewaren' }).click()
      for (const name of others) {
        await formsOf(name).send('/kom', { kom: 'yes' })
        await formsOf(name).sendShown('/keuze/analysis', { keuze: 'ja' })
        await formsOf(name).send('/na/mail', { mail: `${name.toLowerCase()}@thuis.example` })
      }
    },
  )

  await yara.goto(`${links.get('Yara')}/live`)
  const [karim, sem] = await Promise.all(others.map((name) => room.phone(`${links.get(name)}/live`)))
  if (karim === undefined || sem === undefined) throw new Error('Karim and Sem are there')
  await step('When they talk, the hosts are silent', async () => {
    await expect(title(karim)).toHaveText('Het gesprek begint zo')
    const [noor, bram] = [
      await room.laptop(weerklank, 'Noor Bakker'),
      await room.laptop(weerklank, 'Bram Visser'),
    ]
    for (const page of [farid, noor, bram]) await page.goto(`${weerklank.url}/gesprekken/${table.id}/live`)
    await farid.getByRole('button', { name: 'Begin het gesprek' }).click()
    const next = farid.getByRole('button', { name: 'Volgende stap' })
    const onward = async () => {
      const now = (await title(farid).textContent()) ?? ''
      await next.click()
      await expect(title(farid)).not.toHaveText(now)
    }
    await expect(next).toBeVisible()
    while ((await title(farid).textContent()) !== 'Wat was het waard?') await onward()
    for (const host of [noor, bram])
      await expect(host.getByText('Jij luistert nu. Je invoer is dicht.')).toBeVisible()
    await expect(karim.getByText(/^Noor Bakker, Bram Visser.*: luisteren nu$/)).toBeVisible()
    await yara.getByRole('button', { name: 'Ik heb gesproken' }).click()
    await karim.getByRole('button', { name: 'Ik heb gesproken' }).click()
    await sem.getByRole('button', { name: 'Ik pas' }).click()
    await expect(farid.getByText('paste')).toBeVisible()
    while (await next.isVisible()) await onward()
    await farid.getByRole('button', { name: 'Sluit het gesprek af' }).click()
    await expect(yara.getByRole('link', { name: 'Vier vragen aan u' })).toBeVisible()
  })

  await step('Then everyone has the four questions the same day, and answers', async () => {
    const linkTo = (name: string) => {
      const mail = post.mails.find(
        ({ to, raw }) => to[0] === `${name}@thuis.example` && raw.includes('Vier vragen'),
      )
      return mail === undefined ? null : (/http\S+\/g\/\S+\/na/.exec(textOf(mail.raw))?.[0] ?? null)
    }
    await expect
      .poll(() => guests.map(({ name }) => linkTo(name.toLowerCase()) !== null))
      .not.toContain(false)
    await expect.poll(() => post.mails.flatMap(({ to }) => to).some((to) => to.startsWith('bram'))).toBe(true)
    await karim.goto(linkTo('karim') ?? '')
    await karim.getByLabel('Wat bleef bij u hangen?').fill('Dat ik vaker mag bellen.')
    await karim.getByRole('button', { name: 'Versturen' }).click()
    await expect(karim.getByRole('status')).toContainText('Uw antwoord is binnen.')
    for (const { name, wrote } of guests) {
      if (wrote !== undefined && name !== 'Karim') await formsOf(name).send('/na', answer(wrote))
    }
    await farid.goto(`${weerklank.url}/gesprekken/${table.id}`)
    await expect(farid.getByText('5 van 10 schreven iets.')).toBeVisible()
  })

  await step('And what was said comes in with the consent of each who spoke', async () => {
    const file = { name: 'opname.vtt', mimeType: 'text/vtt', buffer: Buffer.from(transcript) }
    await farid.getByLabel('Kies een bestand').setInputFiles(file)
    await farid.getByRole('button', { name: 'Opnemen' }).click()
    await expect(farid.getByText(`${said.length} stukken bewaard.`, { exact: false })).toBeVisible()
  })

  await step('When speakers are asked for their words, they say yes, and two take them back', async () => {
    await farid
      .getByRole('listitem')
      .filter({ hasText: 'Dat ik vaker mag bellen.' })
      .getByRole('button', { name: 'Vragen of dit getoond mag worden' })
      .click()
    await expect(farid.getByText('voor het team · wacht op de spreker')).toBeVisible()
    const asked = new Map<string, string>()
    for (const [name, words] of [
      ['Yara', 'Jullie vroegen eerst wat wij dachten.'],
      ['Job', 'Ik wist niet hoe ik erbij kwam.'],
      ['Job', 'Ik was de derde, en niemand zag het.'],
    ] as const) {
      const id = randomUUID()
      asked.set(words, id)
      const place = table.places.get(name)
      await send('POST', `/api/meetings/${table.id}/quotes`, { id, place, words, use: 'team' })
      await formsOf(name).send(`/na/woorden/${id}`, { kies: 'yes', woorden: '' })
    }
    await karim.goto(`${links.get('Karim')}/na`)
    await karim.getByLabel('Ja, zo mag het').check()
    await karim
      .locator('section', { hasText: 'Mogen we uw woorden laten zien?' })
      .getByRole('button', { name: 'Bewaren' })
      .click()
    await karim.getByRole('button', { name: 'Toch niet: terugnemen' }).click()
    await expect(karim.getByText('U nam deze woorden terug. Ze zijn weg.')).toBeVisible()
    const third = asked.get('Ik was de derde, en niemand zag het.')
    await formsOf('Job').send(`/na/woorden/${third}`, { kies: 'withdraw', woorden: '' })
    await farid.reload()
    await expect(farid.getByText('De woorden zijn weg.')).toHaveCount(2)
  })

  const analysis = await step('When Farid lays the words side by side and gives them themes', async () => {
    await farid.goto(`${weerklank.url}/duiden/nieuw`)
    await farid.getByLabel('Hoe heet deze duiding?').fill('Wat hoorden we?')
    await farid.getByRole('checkbox', { name: new RegExp(table.title) }).check()
    await farid.getByRole('checkbox', { name: /^Thema’s uit de studie/ }).check()
    await farid.getByRole('button', { name: 'Begin de duiding' }).click()
    await expect(title(farid)).toHaveText('Wat hoorden we?')
    const id = farid.url().split('/').at(-1) ?? ''
    await expect
      .poll(async () => (await send<Project>('GET', `/api/analyses/${id}`)).documents.length)
      .toBe(2)
    await farid.reload()
    await farid.getByText('Twee mensen die elkaar laten uitpraten.').dblclick()
    await farid.getByRole('combobox', { name: 'Zoek een thema of typ een nieuw' }).fill('gelijkw')
    await farid.keyboard.press('Enter')
    await expect(farid.locator('[data-coding]')).toHaveCount(1)
    await expect(farid.getByText('Alles is bewaard')).toBeVisible()
    await codeSentences(send, id, {
      Gelijkwaardigheid: ['Jullie vroegen eerst wat wij dachten.', 'Wij mochten altijd iets terugzeggen.'],
      Schaduwkanten: [
        'Jullie twee waren soms een eiland.',
        'Ik wist niet hoe ik erbij kwam.',
        'Ik was de derde, en niemand zag het.',
      ],
      Synergie: ['Dat ik vaker mag bellen.', 'Een kring die vanzelf bleef draaien.'],
    })
    return id
  })

  await step('Then the matrix shows who said nothing', async () => {
    await farid.goto(`${weerklank.url}/duiden/${analysis}/themas`)
    await expect(farid.getByRole('columnheader', { name: 'jongere zei niets' })).toBeVisible()
    await expect(
      farid.getByRole('table').getByRole('button', { name: /^Schaduwkanten.*collega: 2 uitspraken/ }),
    ).toBeVisible()
    await expectAccessible(farid)
  })

  await step('And the map shows the shadow side', async () => {
    await farid.goto(`${weerklank.url}/duiden/${analysis}/kaart`)
    await farid.getByRole('button', { name: 'Leg thema’s op de kaart' }).click()
    await farid.getByRole('combobox', { name: /^Schaduwkanten/ }).selectOption('Een bondje met z’n tweeën')
    await farid.getByRole('button', { name: 'Bewaar de kaart' }).click()
    await expect(
      farid.getByRole('status').filter({ hasText: 'Over de schaduwkant zijn er 3 uitspraken.' }),
    ).toBeVisible()
  })

  await step('And the report holds what speakers allowed, and nothing that was taken back', async () => {
    await farid.goto(`${weerklank.url}/duiden/${analysis}/verslag`)
    await farid.getByLabel('Waarvoor neem je dit mee?').selectOption({ label: 'Bespreken in het team' })
    const coming = farid.waitForEvent('download')
    await farid.getByRole('button', { name: 'Maak het bestand' }).click()
    const bytes = readFileSync(await (await coming).path())
    const xml = unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()
    const words = new TextDecoder().decode(xml).replace(/<[^>]+>/g, '')
    expect(words).toContain('Jullie vroegen eerst wat wij dachten.')
    expect(words).toContain('Ik wist niet hoe ik erbij kwam.')
    expect(words).toContain('jongere')
    expect(words).toContain('Een bondje met z’n tweeën')
    for (const gone of ['Dat ik vaker mag bellen', 'Ik was de derde', 'soms een eiland', 'Yara', 'Karim'])
      expect(words).not.toContain(gone)
  })
  await room.close()
})

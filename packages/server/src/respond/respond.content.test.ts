import { describe, expect, test } from 'vitest'
import { answeredPage } from './respond.answered.ts'
import { agreements, buildAnsweredPage, buildCheckPage } from './respond.factory.ts'
import type { CheckPageModel, LinkProblem } from './respond.model.ts'
import { checkPage } from './respond.page.ts'
import { linkProblemPage } from './respond.problem.ts'
import { tagsOf } from './respond.tags.factory.ts'

/** What a person reads, without what only the script says. */
function readable(page: string): string {
  return page
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
}

const check = (parts: Partial<CheckPageModel> = {}) => checkPage(buildCheckPage(parts))
const je = { language: 'nl', address: 'je' } as const
const u = { language: 'nl', address: 'u' } as const
const en = { language: 'en', address: 'u' } as const

describe('the page with the questions', () => {
  test('greets by name in the form of address of the person', () => {
    const zone = 'Europe/Amsterdam'
    const today = { at: '2026-11-17T22:30:00.000Z', now: '2026-11-17T22:50:00.000Z', timeZone: zone }
    const tomorrow = { ...today, now: '2026-11-17T23:10:00.000Z' }
    expect(readable(check({ listener: je, contact: today }))).toContain(
      'Hoi Lina, hoe was het samen vandaag?',
    )
    expect(readable(check({ listener: u, name: 'Meneer De Wit', contact: null }))).toContain(
      'Dag meneer De Wit, hoe was het samen?',
    )
    // After midnight in the workspace's zone the contact was yesterday, also while it is the same day in UTC.
    expect(readable(check({ contact: tomorrow }))).toContain('hoe was het samen op dinsdag 17 november?')
    expect(readable(check({ listener: en, contact: today }))).toContain('Hi Lina, how was it together today?')
  })

  test('says who reads it, and who does not, before the form begins', () => {
    const before = readable(check({ seenBy: ['Noor', 'Bram'] }).split('<form')[0] ?? '')
    expect(before).toContain('Alleen jij en Noor en Bram zien dit. Samira en Fons zien het niet.')
    expect(before).toContain('Vijf korte vragen over je gesprek met Noor en Bram.')
    expect(readable(check({ lookingAlong: ['Fien'] }))).toContain(
      'Alleen jij en Noor en Fien zien dit. Samira en Fons zien het niet.',
    )
    expect(readable(check({ seenBy: ['Noor', 'Bram', 'Els'], lookingAlong: ['Fien'] }))).toContain(
      'Alleen jij en Noor en 3 anderen zien dit.',
    )
    expect(readable(check({ unseenBy: ['Fons'] }))).toContain('Fons ziet het niet.')
    expect(readable(check({ unseenBy: [] }))).toContain('Verder ziet niemand het.')
    expect(readable(check({ seenBy: [], listener: u }))).toContain('Alleen u en uw hulpverlener zien dit.')
  })

  test('names the receiver on its one button', () => {
    const button = (seenBy: string[]) =>
      /<button class=go[^>]*>(.*?)<\/button>/.exec(check({ seenBy }))?.[1] ?? ''
    expect(readable(button(['Noor'])).trim()).toBe('Verstuur naar Noor')
    expect(readable(button(['Noor', 'Bram', 'Els', 'Kim'])).trim()).toBe('Verstuur naar Noor en 3 anderen')
  })

  test('asks each item with eleven marks and a way to leave it empty, empty at first', () => {
    for (const item of ['heard', 'what', 'how', 'whole']) {
      const radios = radiosOf(check(), `a.${item}`)
      expect(radios.map(({ value }) => value)).toEqual([
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '8',
        '9',
        '10',
        '',
      ])
      expect(radios.filter(({ checked }) => checked !== undefined).map(({ value }) => value)).toEqual([''])
    }
  })

  test('asks at most what it was given about earlier agreements, with "leave empty" chosen', () => {
    const page = check({ form: { ...buildCheckPage().form, agreements } })
    expect(readable(page)).toContain('“Noor belt op dinsdag, ook als er niets is.” Is dat veranderd?')
    expect(readable(page)).toContain('Vraag 7 van 7')
    for (const { id } of agreements) {
      expect(radiosOf(page, `e.${id}`).map(({ value }) => value)).toEqual(['changed', 'a-bit', 'not-yet', ''])
    }
    expect(radiosOf(check(), /^e\./)).toEqual([])
  })

  test('puts the professional into the open question, also when there are more', () => {
    expect(readable(check())).toContain('Wat moet Noor de volgende keer anders doen')
    expect(readable(check({ seenBy: ['Noor', 'Bram'] }))).toContain('Wat moet Noor of Bram de volgende keer')
  })

  test('keeps everything that was typed, and says what is the matter above the form and at the field', () => {
    const values = { 'a.heard': '7.3', 'a.what': '4', open: '\nMijn tekst' }
    const page = check({ refill: { values, errors: { 'a.what': 'Kies een plek op de lijn.' } } })
    expect(checkedIn(page, 'a.heard')).toEqual(['7.3'])
    expect(checkedIn(page, 'a.what')).toEqual(['4'])
    expect(checkedIn(page, 'a.how')).toEqual([''])
    // HTML drops the first line end of a text area; the person's own stays.
    expect(page).toContain('>\n\nMijn tekst</textarea>')
    const [before = '', inside = ''] = page.split('<form')
    expect(before).toContain('<a href="#q2">Kies een plek op de lijn.</a>')
    expect(before).toMatch(/<h2 id=problems tabindex=-1 autofocus>Nog niet alles klopt<\/h2>/)
    expect(inside).toContain('<section id="q2">')
    expect(inside).toMatch(/<legend>[^<]*<b class=e>Kies een plek op de lijn\.<\/b><\/legend>/)
  })

  test('does not choose a mark for a value that is none', () => {
    for (const value of ['NaN', '1e99', '-4', 'tien', ' ']) {
      const page = check({ refill: { values: { 'a.heard': value }, errors: {} } })
      expect(checkedIn(page, 'a.heard')).toEqual([''])
    }
  })
})

describe('the page after answering', () => {
  test('shows the own answers in words, what was left empty, and what happens next', () => {
    const text = readable(answeredPage(buildAnsweredPage()))
    expect(text).toContain('Je antwoord is binnen.')
    expect(text).toContain('Kon je kwijt wat jij wilde vertellen? dicht bij: ja, alles (8,2)')
    expect(text).toContain('Doen we iets waar jij wat aan hebt? in het midden (5,4)')
    expect(text).toContain('Ging het op een manier die jij fijn vindt? Je liet deze vraag leeg.')
    expect(text).toContain('helemaal bij: lastig (0,0)')
    expect(text).toContain('Noor leest je antwoord. Jullie praten er de volgende keer samen over.')
    expect(text).toContain('Dan vragen we later of het veranderd is.')
  })

  test('promises no next time where the working together stays at one contact, unless one was planned after all', () => {
    const once = readable(answeredPage(buildAnsweredPage({ staysAtOne: true })))
    expect(once).toContain('Noor leest je antwoord.')
    expect(once).not.toContain('volgende keer samen over')
    expect(once).not.toContain('vragen we later')
    const nextContact = { at: '2026-11-24T09:00:00.000Z', timeZone: 'Europe/Amsterdam' }
    const after = readable(answeredPage(buildAnsweredPage({ staysAtOne: true, nextContact })))
    expect(after).toContain('Jullie praten er samen over op')
    expect(after).toContain('Dan vragen we later of het veranderd is.')
  })

  test('names the day of the next contact and answers about agreements', () => {
    const form = { ...buildCheckPage().form, agreements }
    const [first] = agreements
    const echoes = [{ agreement: first?.id ?? '', answer: 'a-bit' as const }]
    const nextContact = { at: '2026-11-24T09:00:00.000Z', timeZone: 'Europe/Amsterdam' }
    const text = readable(
      answeredPage(buildAnsweredPage({ form, echoes, nextContact, seenBy: ['Noor', 'Bram'] })),
    )
    expect(text).toContain(
      'Noor en Bram lezen je antwoord. Jullie praten er samen over op dinsdag 24 november.',
    )
    expect(text).toContain('Is dat veranderd? Een beetje')
  })
})

describe('a link that does not lead to the questions', () => {
  const page = (problem: LinkProblem) =>
    linkProblemPage({ listener: u, workspace: null, path: '/f/lina', problem })

  test('says so under its own name, without the name of a workspace', () => {
    expect(readable(page({ kind: 'unknown' }))).toContain('Weerklank Deze link kennen we niet')
    expect(readable(page({ kind: 'revoked', by: 'Noor' }))).toContain('Noor heeft deze link ingetrokken')
    expect(readable(page({ kind: 'revoked', by: null }))).toContain('Deze link is ingetrokken')
  })

  test('renews with one button', () => {
    expect(page({ kind: 'expired' })).toContain(
      '<form method=post action="/f/lina/renew"><button class=go>Geef mij een nieuwe link</button></form>',
    )
  })

  test('carries the answer along when the server could not take it', () => {
    const text = page({
      kind: 'unavailable',
      resend: [
        ['a.heard', '7'],
        ['open', 'zo "dus"'],
      ],
    })
    expect(text).toContain('<form method=post action="/f/lina"><input type=hidden name="a.heard" value="7">')
    expect(text).toContain('<input type=hidden name="open" value="zo &quot;dus&quot;">')
    expect(readable(text)).toContain('Uw antwoord is niet weg.')
  })
})

function radiosOf(page: string, name: string | RegExp): Record<string, string>[] {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  return tagsOf(page).flatMap(({ attributes }) =>
    attributes.type === 'radio' && matches(attributes.name ?? '') ? [attributes] : [],
  )
}

function checkedIn(page: string, name: string): (string | undefined)[] {
  return radiosOf(page, name).flatMap(({ checked, value }) => (checked === undefined ? [] : [value]))
}

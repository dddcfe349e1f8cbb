import { expect, test } from 'vitest'
import { auditBases, auditKinds } from './audit.ts'
import { lookedAtWords } from './looked-at.words.ts'
import type { LookedAt } from './shown.ts'

const at = '2026-11-19T08:00:00.000Z'
const line = (parts: Partial<LookedAt>): LookedAt => ({
  ...{ at, who: { name: 'Noor Bakker' }, action: 'feedback.read', basis: 'takes-part' },
  ...{ relation: 'Gezin Yılmaz', reason: null, times: 1 },
  ...parts,
})
const nl = (parts: Partial<LookedAt>, address: 'u' | 'je' = 'u') => {
  const { what, why } = lookedAtWords(line(parts), { language: 'nl', address })
  return `${what} ${why}`
}
const en = (parts: Partial<LookedAt>) => {
  const { what, why } = lookedAtWords(line(parts), { language: 'en', address: 'je' })
  return `${what} ${why}`
}

test('who looked at what, how often, and why that was allowed', () => {
  expect(nl({ times: 3 })).toMatchInlineSnapshot(
    `"Noor Bakker keek naar uw antwoorden, drie keer. Dat mocht, omdat Noor Bakker meewerkt in “Gezin Yılmaz”."`,
  )
  expect(en({ times: 3 })).toMatchInlineSnapshot(
    `"Noor Bakker looked at your answers, three times. That was allowed, because Noor Bakker takes part in “Gezin Yılmaz”."`,
  )
  expect(nl({ basis: 'emergency', reason: 'Noor is ziek.' })).toMatchInlineSnapshot(
    `"Noor Bakker keek naar uw antwoorden. Met spoed: Noor Bakker werkt hier niet aan mee. De reden was: “Noor is ziek.”"`,
  )
  expect(en({ basis: 'emergency', reason: 'Noor is ill.' })).toMatchInlineSnapshot(
    `"Noor Bakker looked at your answers. In an emergency: Noor Bakker does not take part here. The reason was: “Noor is ill.”"`,
  )
  expect(nl({ who: 'self', action: 'response.stored', basis: 'own-link' })).toMatchInlineSnapshot(
    `"U beantwoordde de vragen. U deed dit zelf."`,
  )
  expect(nl({ who: 'program', action: 'signal.opened', basis: 'system' })).toMatchInlineSnapshot(
    `"Het programma zag in uw antwoorden iets om over te praten. Het programma doet dat vanzelf."`,
  )
  expect(
    nl({ who: 'other', action: 'consent.given', basis: 'own-link', relation: null }),
  ).toMatchInlineSnapshot(`"Iemand die voor u mag beslissen gaf toestemming. Met een eigen link."`)
  expect(nl({ who: { name: null }, relation: null })).toMatchInlineSnapshot(
    `"Een medewerker keek naar uw antwoorden. Dat mocht, omdat een medewerker met u samenwerkt."`,
  )
  expect(nl({ who: { name: 'Els de Ruiter' }, action: 'audit.read', basis: 'role' })).toMatchInlineSnapshot(
    `"Els de Ruiter keek in het logboek van uw samenwerking. Dat hoort bij het werk van Els de Ruiter."`,
  )
  expect(nl({ who: 'operator', action: 'account.removed', basis: 'command-line' })).toMatchInlineSnapshot(
    `"Wie het programma beheert verwijderde een account. Dat hoort bij het beheer van de computer waarop Weerklank staat."`,
  )
  expect(nl({ basis: null, times: 12 })).toMatchInlineSnapshot(
    `"Noor Bakker keek naar uw antwoorden, 12 keer. Waarom dat mocht, werd toen nog niet bewaard."`,
  )
})

test('a link to her own page is told also where it seems to be her who made it', () => {
  const made = { who: 'self', action: 'own-page.linked', basis: 'own-link', relation: null } as const
  expect(nl(made)).toMatchInlineSnapshot(
    `"Er is een link naar uw eigen pagina gemaakt. Dat kan na een antwoord, of op de pagina zelf. Was u dat niet? Stop dan de links, onderaan uw eigen pagina."`,
  )
  expect(nl({ ...made, times: 2 }, 'je')).toMatchInlineSnapshot(
    `"Er is een link naar je eigen pagina gemaakt, twee keer. Dat kan na een antwoord, of op de pagina zelf. Was jij dat niet? Stop dan de links, onderaan je eigen pagina."`,
  )
  expect(en(made)).toMatchInlineSnapshot(
    `"A link to your own page was made. That can be done after an answer, or on the page itself. Was it not you? Then end the links, at the end of your own page."`,
  )
})

test.each(auditBases)('%s is a whole sentence, with and without a collaboration', (basis) => {
  for (const relation of [null, 'Gezin']) {
    for (const language of ['nl', 'en'] as const) {
      for (const address of ['u', 'je'] as const) {
        const { why } = lookedAtWords(line({ basis, relation }), { language, address })
        expect(why).toMatch(/^[A-Z].+[.”]$/)
      }
    }
  }
})

test('whoever is said `je` to reads it that way', () => {
  expect(nl({ times: 3 }, 'je')).toBe(
    'Noor Bakker keek naar je antwoorden, drie keer. Dat mocht, omdat Noor Bakker meewerkt in “Gezin Yılmaz”.',
  )
  expect(nl({ relation: null }, 'je')).toContain('omdat Noor Bakker met jou samenwerkt.')
  expect(nl({ who: 'self', action: 'response.stored' }, 'je')).toBe(
    'Je beantwoordde de vragen. Je deed dit zelf.',
  )
  expect(nl({ who: 'other', action: 'child-answers.read', basis: 'own-link' }, 'je')).toBe(
    'Iemand die voor jou mag beslissen keek naar je antwoorden. Met een eigen link.',
  )
  expect(nl({ who: 'other', action: 'consent.given', basis: 'role' }, 'je')).toContain(
    'het werk van iemand die voor jou mag beslissen.',
  )
  expect(nl({ action: 'person.edited' }, 'je')).toContain(
    'veranderde je geboortedatum of wie voor jou mag beslissen',
  )
})

const everyWho: LookedAt['who'][] = ['self', 'program', 'operator', 'other', { name: null }]

test.each(Object.keys(auditKinds))(
  '%s never says `u` to who is said `je` to, nor the other way round',
  (action) => {
    for (const who of everyWho) {
      for (const basis of [...auditBases, null]) {
        for (const relation of [null, 'Gezin']) {
          const parts = { who, action, basis, relation }
          expect(nl(parts, 'je')).not.toMatch(/\b(u|uw)\b/i)
          expect(nl(parts, 'u')).not.toMatch(/\b(je|jou|jouw)\b/i)
        }
      }
    }
  },
)

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../../scripts/text-rules.ts'
import { roles } from '../../access/access.ts'
import { roomsFor } from '../../access/rooms.ts'
import { retentionKinds, retentionRules } from '../../ownership/retention.ts'
import { languages } from '../../shared/language.ts'
import { purposes } from '../consent.ts'
import { legalDocument } from './legal.ts'
import { type LegalBlock, type LegalDocumentId, type LegalFacts, legalDocuments } from './legal-document.ts'
import { legalMarkdown } from './legal-markdown.ts'
import { termWords } from './legal-words.ts'

/** How an organisation could be set up, for tests; the terms are those we propose. */
function legalFacts(parts: Partial<LegalFacts> = {}): LegalFacts {
  return {
    at: '2026-11-22T08:00:00.000Z',
    timeZone: 'Europe/Amsterdam',
    organisation: {
      name: 'De Linde',
      controller: 'Stichting De Linde',
      contact: 'privacy@linde.example',
      privacyOfficer: 'Fatima',
    },
    secondFactorRequired: true,
    idleMinutes: 30,
    smallestGroup: 5,
    retention: retentionKinds.map((kind) => {
      const rule = retentionRules[kind]
      return { ...rule, days: rule.defaultDays, isChosen: false }
    }),
    consentTexts: purposes.map((purpose) => ({ purpose, version: 1 })),
    roles: roles.map((role) => ({ role, rooms: roomsFor([role]) })),
    installation: {
      product: '0.1.0',
      address: 'https://weerklank.example',
      database: 'embedded',
      mailServer: 'post.example',
      singleSignOn: null,
    },
    ...parts,
  }
}

const all = legalDocuments.flatMap((id) => languages.map((language) => ({ id, language })))
const forClients = ['privacy-adult', 'privacy-child'] as const
const forExperts = legalDocuments.filter((id) => !id.startsWith('privacy-'))

const facts = legalFacts()
const inDutch = (id: LegalDocumentId, of = facts) => legalMarkdown(legalDocument(id, of, 'nl'))

/** The texts of a block, one by one. */
function textsOf(block: LegalBlock): string[] {
  if (block.kind === 'list') return [...block.items]
  if (block.kind === 'table') return [block.caption, ...block.head, ...block.rows.flat()]
  return [block.text]
}

it.each(all)('$id in $language says something everywhere, and leaves no place open', (of) => {
  const { title, blocks } = legalDocument(of.id, facts, of.language)
  const texts = [title, ...blocks.flatMap(textsOf)]
  expect(texts.filter((text) => text.trim() === '' || /[{}]|undefined|null|NaN/.test(text))).toEqual([])
  expect(blocks.length).toBeGreaterThan(4)
  expect(texts.flatMap(forbiddenWords)).toEqual([])
})

it.each(legalDocuments)('%s has the same parts in both languages', (id) => {
  const shape = (language: 'nl' | 'en') =>
    legalDocument(id, facts, language).blocks.map((block) => [block.kind, textsOf(block).length])
  expect(shape('en')).toEqual(shape('nl'))
})

it.each(forClients)(
  '%s keeps its sentences short in both languages, with and without an organisation',
  (id) => {
    const without = legalFacts({
      organisation: null,
      installation: { ...facts.installation, mailServer: null },
    })
    const texts = languages.flatMap((language) =>
      [facts, without].flatMap((of) => legalDocument(id, of, language).blocks.flatMap(textsOf)),
    )
    expect(texts.flatMap(longSentences)).toEqual([])
  },
)

it('clients and children meet no words of the law', () => {
  const jargon =
    /\b(AVG|GDPR|WGBO|WOR|grondslag|verwerk\w*|verwerkings\w*|betrokkene|FG|DPIA|persoonsgegevens)\b/
  const found = forClients.flatMap(
    (id) => inDutch(id).replaceAll('Autoriteit Persoonsgegevens', '').match(jargon) ?? [],
  )
  expect(found).toEqual([])
  expect(inDutch('privacy-child')).not.toMatch(/\b(u|uw)\b/i)
})

it.each(forExperts)('%s says what it is worth, and who must look at it', (id) => {
  expect(inDutch(id)).toContain('Dit is geen juridisch advies')
  expect(inDutch(id)).toContain('controleer het met uw FG')
})

it('calls asking a team what the screens call it: een peiling, met kaartjes', () => {
  const texts = legalDocuments.map((id) => inDutch(id)).join('\n')
  expect(texts).toMatch(/anonieme peiling/i)
  expect(texts.match(/\b(rondes?|briefjes?)\b/gi)).toBeNull()
})

it('says that it supports conversation and learning, and what it does not do', () => {
  const text = inDutch('intended-use')
  for (const word of [
    'gesprek',
    'leren',
    'geen diagnose',
    'geen prognose',
    'geen besluit over behandeling',
  ]) {
    expect(text).toContain(word)
  }
})

it('tells the works council that nobody looks at or ranks individuals', () => {
  const text = inDutch('works-council')
  expect(text).toMatch(/art\. 27 lid 1 k: persoonsgegevens, en l/)
  expect(text).toContain('Een leidinggevende ziet niets van één medewerker')
  expect(text).toContain('Er is geen ranglijst')
})

it('is made from the settings: another setting is another text', () => {
  const open = legalFacts({
    organisation: { name: 'De Linde', controller: '', contact: '', privacyOfficer: '' },
    secondFactorRequired: false,
    idleMinutes: 1,
    smallestGroup: 8,
    retention: facts.retention.map((kept) =>
      kept.kind === 'care-data' ? { ...kept, days: 731, isChosen: true } : kept,
    ),
    installation: {
      ...facts.installation,
      address: 'http://localhost:3000',
      database: 'server',
      mailServer: null,
      singleSignOn: { name: 'De Linde', issuer: 'https://login.example' },
    },
  })
  const both = (id: LegalDocumentId) => [inDutch(id), inDutch(id, open)] as const
  const [record, openRecord] = both('processing-record')
  expect(record).toContain('Verwerkingsverantwoordelijke: Stichting De Linde')
  expect(openRecord).toContain('Verwerkingsverantwoordelijke: nog niet ingevuld')
  expect(record).toContain('tweede stap bij het inloggen is verplicht')
  expect(openRecord).toContain('hier niet verplicht')
  expect(record).toContain('Na 30 minuten')
  expect(openRecord).toContain('Na 1 minuut ')
  expect(record).toContain('gaat via post.example')
  expect(openRecord).toContain('geen mailserver ingesteld')
  expect(openRecord).toContain('https://login.example')
  expect(openRecord).toContain('is niet versleuteld')
  expect(openRecord).toContain('Database: een eigen server')
  const [terms, openTerms] = both('retention')
  expect(terms).toMatch(/Gesloten samenwerkingen \| 20 jaar nadat [^|]* \| voorstel van Weerklank/)
  expect(openTerms).toMatch(/Gesloten samenwerkingen \| 2 jaar nadat [^|]* \| deze organisatie/)
  expect(inDutch('privacy-child', open)).toContain('bewaren we het nog 2 jaar')
  expect(inDutch('works-council', open)).toContain('minder dan 8')
  expect(inDutch('impact-assessment', open)).toContain('minder dan 8')
})

it('refuses to leave out a term', () => {
  const without = legalFacts({ retention: facts.retention.filter(({ kind }) => kind !== 'audit-log') })
  expect(() => legalDocument('processing-record', without, 'nl')).toThrow('There is no term for audit-log')
})

it('what people fill in neither becomes markup nor breaks a list or a table', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|\n#*<_`-[]\\ a1.') }), (typed) => {
      const of = legalFacts({
        organisation: { name: typed, controller: typed, contact: typed, privacyOfficer: typed },
        installation: { ...facts.installation, singleSignOn: { name: typed, issuer: 'https://a.example' } },
      })
      const lines = (text: string) => text.split('\n').length
      for (const id of legalDocuments) {
        const text = inDutch(id, of)
        expect(text.match(/(?<!\\)</g)).toBeNull()
        if (id === 'processing-record') {
          expect(lines(text)).toBe(lines(inDutch(id, { ...of, organisation: facts.organisation })))
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('every row of a table has as many cells as its head', () => {
  const tables = all.flatMap(({ id, language }) =>
    legalDocument(id, facts, language).blocks.filter((block) => block.kind === 'table'),
  )
  expect(tables.length).toBeGreaterThan(10)
  for (const table of tables) {
    for (const row of table.rows) expect(row.length).toBe(table.head.length)
  }
})

it.each([
  [0, 'meteen', 'at once'],
  [1, '1 dag', '1 day'],
  [90, '90 dagen', '90 days'],
  [365, '1 jaar', '1 year'],
  [366, '1 jaar', '1 year'],
  [400, '400 dagen', '400 days'],
  [1827, '5 jaar', '5 years'],
  [7305, '20 jaar', '20 years'],
])('%i days are said as %s', (days, nl, en) => {
  expect([termWords(days, 'nl'), termWords(days, 'en')]).toEqual([nl, en])
})

import type { Bilingual, Language } from '../shared/language.ts'
import type { ImportField } from './relation-import.columns.ts'
import type { ImportProblem, ImportProblemCode } from './relation-import.problem.ts'

const fieldWords: Readonly<Record<ImportField, Bilingual>> = {
  relation: { nl: 'samenwerking', en: 'collaboration' },
  name: { nl: 'naam', en: 'name' },
  voice: { nl: 'rol', en: 'role' },
  detail: { nl: 'toelichting', en: 'detail' },
  address: { nl: 'aanspreekvorm', en: 'address' },
  language: { nl: 'taal', en: 'language' },
  kind: { nl: 'soort', en: 'kind' },
  context: { nl: 'context', en: 'context' },
  situation: { nl: 'situatie', en: 'situation' },
  purpose: { nl: 'doel', en: 'purpose' },
  days: { nl: 'dagen', en: 'days' },
}

/** The one heading of a column, as our own example has it. */
export function importFieldWord(field: ImportField, language: Language): string {
  return fieldWords[field][language]
}

type Say = (of: { field: string; value: string }) => string

const problemWords: Readonly<Record<ImportProblemCode, Readonly<Record<Language, Say>>>> = {
  empty: {
    nl: () => 'Er staat niemand in dit bestand. Zet op elke regel één mens.',
    en: () => 'There is nobody in this file. Put one person on each line.',
  },
  'unclosed-quote': {
    nl: () => 'Hier begint een aanhalingsteken dat nergens eindigt. Haal het weg of sluit het.',
    en: () => 'A quotation mark begins here and ends nowhere. Remove or close it.',
  },
  'too-many-lines': {
    nl: ({ value }) => `Er staan ${value} mensen in. Verdeel het over bestanden van hoogstens 2.000.`,
    en: ({ value }) => `It holds ${value} people. Split it into files of at most 2,000.`,
  },
  'no-name-column': {
    nl: () => 'Er is geen kolom met namen. Zet ‘naam’ boven die kolom.',
    en: () => 'There is no column with names. Head that column ‘name’.',
  },
  'column-twice': {
    nl: ({ value }) => `Twee kolommen gaan over hetzelfde: ‘${value}’. Haal er één weg.`,
    en: ({ value }) => `Two columns are about the same: ‘${value}’. Remove one.`,
  },
  'too-many-cells': {
    nl: ({ value }) => `‘${value}’ staat in een kolom zonder kop. Zet er een kop boven of haal het weg.`,
    en: ({ value }) => `‘${value}’ stands in a column without a heading. Add a heading or remove it.`,
  },
  'name-missing': {
    nl: () => 'De naam ontbreekt. Een voornaam of schuilnaam is genoeg.',
    en: () => 'The name is missing. A first name or pseudonym is enough.',
  },
  'too-long': {
    nl: ({ field }) => `De ${field} is te lang. Maak het korter.`,
    en: ({ field }) => `The ${field} is too long. Make it shorter.`,
  },
  unreadable: {
    nl: ({ field }) => `Bij ${field} staan tekens die we niet kunnen lezen. Typ het opnieuw.`,
    en: ({ field }) => `In ${field} there are signs that we cannot read. Type it again.`,
  },
  'personal-number': {
    nl: ({ field }) =>
      `Bij ${field} lijkt een burgerservicenummer te staan. Dat bewaren we niet: haal het weg.`,
    en: ({ field }) => `In ${field} there seems to be a personal number. We never keep those: remove it.`,
  },
  'unknown-word': {
    nl: ({ field, value }) => `‘${value}’ kennen we niet als ${field}. Kies een woord uit de lijst onderaan.`,
    en: ({ field, value }) => `We do not know ‘${value}’ as ${field}. Choose a word from the list below.`,
  },
  'no-days': {
    nl: ({ value }) => `‘${value}’ is geen aantal dagen van 1 tot 365. Vul een getal in.`,
    en: ({ value }) => `‘${value}’ is no number of days from 1 to 365. Fill in a number.`,
  },
  'context-missing': {
    nl: () => 'Bij deze soort hoort een context. Vul die in, of laat de soort leeg.',
    en: () => 'This kind needs a context. Fill it in, or leave the kind empty.',
  },
  'situation-missing': {
    nl: () => 'Bij deze soort hoort een situatie. Vul die in, of laat de soort leeg.',
    en: () => 'This kind needs a situation. Fill it in, or leave the kind empty.',
  },
  'situation-not-in-context': {
    nl: ({ value }) => `De situatie ‘${value}’ hoort niet bij deze context. Kies een andere.`,
    en: ({ value }) => `The situation ‘${value}’ does not belong to this context. Choose another.`,
  },
  'not-applicable': {
    nl: ({ field }) => `De ${field} geldt niet bij deze soort. Vul een andere soort in, of laat dit leeg.`,
    en: ({ field }) => `The ${field} does not apply to this kind. Fill in another kind, or leave it empty.`,
  },
  differs: {
    nl: ({ field, value }) =>
      `‘${value}’ is een ander(e) ${field} dan eerder bij deze samenwerking. Maak ze gelijk.`,
    en: ({ field, value }) =>
      `‘${value}’ is another ${field} than before in this collaboration. Make them equal.`,
  },
  doubled: {
    nl: ({ value }) => `${value} staat al in deze samenwerking. Haal de regel weg, of geef een andere naam.`,
    en: ({ value }) =>
      `${value} stands in this collaboration already. Remove the line, or give another name.`,
  },
  'too-many-people': {
    nl: ({ value }) => `In deze samenwerking staan ${value} mensen. Hoogstens 40 passen: verdeel ze.`,
    en: ({ value }) => `There are ${value} people in this collaboration. At most 40 fit: divide them.`,
  },
}

/** What is wrong with a line, and what to do about it. */
export function importProblemWords(problem: Omit<ImportProblem, 'line'>, language: Language): string {
  const field = problem.field === null ? '' : importFieldWord(problem.field, language)
  return problemWords[problem.code][language]({ field, value: problem.value })
}

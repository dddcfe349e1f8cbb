import type { Bilingual, Language } from '../../shared/language.ts'
import { type ActivityId, activities, activityIds } from './activities.ts'
import { catalogue } from './catalogue.ts'
import type { TableEntry } from './catalogue-entry.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, keptWords, notAdvice } from './legal-words.ts'

const words = {
  nl: {
    intro:
      'Elke tabel en elk veld van de database staat hier. Een test van Weerklank weigert een veld dat niet beschreven is.',
    never:
      'Er is geen veld voor een burgerservicenummer, een diagnose, het internetadres van wie antwoordt, of de schrijver van een anoniem antwoord. Wat iemand zelf in een open veld typt, kan er wel in staan.',
    caption: 'Tabellen met gegevens van mensen',
    purpose: 'Doel',
    basis: 'Grondslag',
    head: ['Tabel', 'Welke gegevens', 'Wie ziet het', 'Hoe lang'],
    without: 'Tabellen zonder gegevens van mensen',
    withoutHead: ['Tabel', 'Velden'],
    also: 'verder alleen nummers van regels, tijdstippen en instellingen',
  },
  en: {
    intro:
      'Every table and every field of the database stands here. A test of Weerklank refuses a field that nobody described.',
    never:
      'There is no field for a citizen service number, a diagnosis, the network address of who answers, or the author of an anonymous answer. What someone types in an open field herself can stand there.',
    caption: 'Tables with data of people',
    purpose: 'Purpose',
    basis: 'Ground',
    head: ['Table', 'Which data', 'Who sees it', 'How long'],
    without: 'Tables without data of people',
    withoutHead: ['Table', 'Fields'],
    also: 'further only numbers of lines, moments and settings',
  },
} as const

/** Which tables and fields hold what about whom, for what, on which ground, who sees it and for how long. */
export function dataList(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  const all = Object.entries(catalogue)
  const other = all.filter(([, entry]) => entry.personal.length === 0)
  return [
    notAdvice(facts, language),
    paragraph(text.intro),
    paragraph(text.never),
    ...activityIds.flatMap((id) => {
      const tables = all.filter(([, entry]) => entry.activity === id && entry.personal.length > 0)
      return partOf(facts, language, { id, tables })
    }),
    heading(text.without),
    {
      kind: 'table',
      caption: text.without,
      head: text.withoutHead,
      rows: other.map(([name, { words: said, technical }]) => [
        `${inLanguage(said, language)} (${name})`,
        technical.split(' ').join(', '),
      ]),
    },
  ]
}

type Part = { id: ActivityId; tables: readonly (readonly [name: string, entry: TableEntry])[] }

/** One activity: what goes for all of its tables, and then each of them. */
function partOf(facts: LegalFacts, language: Language, { id, tables }: Part): LegalBlock[] {
  const text = words[language]
  const { name, purpose, basis } = activities[id]
  return [
    heading(name[language]),
    list(`${text.purpose}: ${purpose[language]}`, `${text.basis}: ${basis[language]}`),
    {
      kind: 'table',
      caption: `${text.caption}: ${name[language]}`,
      head: text.head,
      rows: tables.map(([table, entry]) => rowOf(facts, language, { name: table, entry })),
    },
  ]
}

function rowOf(facts: LegalFacts, language: Language, of: { name: string; entry: TableEntry }): string[] {
  const { name, entry } = of
  const told = entry.personal.map(
    ([columns, nl, en]) => `${language === 'nl' ? nl : en} (${columns.split(' ').join(', ')})`,
  )
  const rest =
    entry.technical === '' ? [] : [`${words[language].also} (${entry.technical.split(' ').join(', ')})`]
  return [
    `${inLanguage(entry.words, language)} (${name})`,
    `${[...told, ...rest].join('; ')}.`,
    (entry.seen ?? activities[entry.activity].seen)[language],
    termOf(facts, language, entry),
  ]
}

function termOf(facts: LegalFacts, language: Language, entry: TableEntry): string {
  const activity = activities[entry.activity]
  const kinds = entry.kept === undefined ? activity.kept : [entry.kept]
  const terms = kinds.map((kind) => keptWords(keptOf(facts, kind), language))
  const inWords: Bilingual[] = entry.kept === undefined && activity.keptElse ? [activity.keptElse] : []
  return [...terms, ...inWords.map((one) => one[language])].join('; ')
}

const inLanguage = ([nl, en]: readonly [string, string], language: Language) => (language === 'nl' ? nl : en)

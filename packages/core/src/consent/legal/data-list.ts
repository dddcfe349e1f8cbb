import type { Bilingual, Language } from '../../shared/language.ts'
import { activities } from './activities.ts'
import { catalogue, type TableEntry } from './catalogue.ts'
import { heading, type LegalBlock, type LegalFacts, paragraph } from './legal-document.ts'
import { keptOf, keptWords, notAdvice } from './legal-words.ts'

const words = {
  nl: {
    intro:
      'Elke tabel en elk veld van de database staat hier. Een test van Weerklank weigert een veld dat niet beschreven is.',
    never:
      'Nooit bewaard: een burgerservicenummer, een diagnose, het internetadres van wie antwoordt, en de schrijver van een anoniem antwoord.',
    caption: 'Tabellen met gegevens van mensen',
    head: ['Tabel', 'Welke gegevens', 'Doel', 'Grondslag', 'Wie ziet het', 'Hoe lang'],
    without: 'Tabellen zonder gegevens van mensen',
    withoutHead: ['Tabel', 'Wat erin staat', 'Velden'],
    also: 'Verder alleen nummers van regels en instellingen',
  },
  en: {
    intro:
      'Every table and every field of the database stands here. A test of Weerklank refuses a field that nobody described.',
    never:
      'Never kept: a citizen service number, a diagnosis, the network address of who answers, and the author of an anonymous answer.',
    caption: 'Tables with data of people',
    head: ['Table', 'Which data', 'Purpose', 'Ground', 'Who sees it', 'How long'],
    without: 'Tables without data of people',
    withoutHead: ['Table', 'What it holds', 'Fields'],
    also: 'Further only numbers of lines and settings',
  },
} as const

/** Which tables and fields hold what about whom, for what, on which ground, who sees it and for how long. */
export function dataList(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  const all = Object.entries(catalogue)
  const personal = all.filter(([, entry]) => entry.personal.length > 0)
  const other = all.filter(([, entry]) => entry.personal.length === 0)
  return [
    notAdvice(facts, language),
    paragraph(text.intro),
    paragraph(text.never),
    heading(text.caption),
    {
      kind: 'table',
      caption: text.caption,
      head: text.head,
      rows: personal.map(([name, entry]) => rowOf(facts, language, { name, entry })),
    },
    heading(text.without),
    {
      kind: 'table',
      caption: text.without,
      head: text.withoutHead,
      rows: other.map(([name, entry]) => [name, inLanguage(entry.words, language), entry.technical]),
    },
  ]
}

function rowOf(facts: LegalFacts, language: Language, of: { name: string; entry: TableEntry }): string[] {
  const { name, entry } = of
  const activity = activities[entry.activity]
  const told = entry.personal.map(
    ([columns, nl, en]) => `${language === 'nl' ? nl : en} (${columns.split(' ').join(', ')})`,
  )
  const rest =
    entry.technical === '' ? [] : [`${words[language].also} (${entry.technical.split(' ').join(', ')})`]
  return [
    `${inLanguage(entry.words, language)} (${name})`,
    `${[...told, ...rest].join('; ')}.`,
    activity.name[language],
    activity.basis[language],
    (entry.seen ?? activity.seen)[language],
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

import type { Bilingual, Language } from '../shared/language.ts'
import type { Instant } from '../shared/time.ts'
import { dataTables, fieldsOf, sharedTables, tablesLeftOut } from './data-tables.ts'

/** What the explanation tells about one file. `rows` by the name of its table. */
export type TakeawayFacts = {
  name: string
  made: Instant
  product: string
  rows: Readonly<Record<string, number>>
  /** `broken`: what is wrong with the log, in a sentence; null when it is whole. */
  record: { lines: number; chains: number; broken: Bilingual | null }
}

/** The README of a file to take along, in Dutch and then in English (Markdown): every file and field in it, explained. */
export function takeawayReadme(facts: TakeawayFacts): string {
  return `${part(facts, 'nl')}\n---\n\n${part(facts, 'en')}`
}

const words = {
  nl: {
    title: (name: string) => `Alles van ${name}`,
    intro: (made: string, product: string) =>
      `Dit is alles wat jullie organisatie bewaart in Weerklank, zoals het was op ${made} (UTC), gemaakt met versie ${product}.
Het zijn vertrouwelijke gegevens over mensen. Bewaar dit bestand zo kort en zo veilig mogelijk.`,
    formats: `Elke tabel staat er twee keer in, met dezelfde inhoud:
- \`.jsonl\`: één regel JSON per rij, voor programma’s.
- \`.csv\`: voor een rekenblad. Begint tekst met een teken dat een rekenblad als formule leest, dan staat er een \`'\` voor.

Tijden zijn in UTC. In \`manifest.json\` staat per tabel hoeveel rijen er zijn, met een zegel (SHA-256) van het \`.jsonl\`-bestand.`,
    record: 'Het logboek',
    whole: (lines: number, chains: number) =>
      `Het logboek is nagekeken toen dit bestand werd gemaakt. Het is heel: ${lines} regels in ${chains} ketens.`,
    broken: 'Het logboek is nagekeken toen dit bestand werd gemaakt. Er klopt iets niet.',
    leftOut: 'Wat er niet in zit',
    notKept:
      'Ook wachtwoorden en andere sleutels om in te loggen zitten er niet in. Die zijn van de mensen zelf.',
    tables: 'De bestanden',
    shared: 'Teksten die voor iedereen gelijk zijn',
    rows: (count: number) => `${count} ${count === 1 ? 'rij' : 'rijen'}`,
    field: 'veld',
    meaning: 'wat het is',
    without: 'zonder',
  },
  en: {
    title: (name: string) => `Everything of ${name}`,
    intro: (made: string, product: string) =>
      `This is all that your organisation keeps in Weerklank, as it was on ${made} (UTC), made with version ${product}.
It is confidential information about people. Keep this file as short and as safe as you can.`,
    formats: `Each table is in it twice, with the same content:
- \`.jsonl\`: one line of JSON per row, for programs.
- \`.csv\`: for a spreadsheet. Text that begins with a sign that a spreadsheet reads as a formula has a \`'\` before it.

Times are in UTC. \`manifest.json\` says how many rows each table has, with a seal (SHA-256) of the \`.jsonl\` file.`,
    record: 'The log',
    whole: (lines: number, chains: number) =>
      `The log was checked when this file was made. It is whole: ${lines} lines in ${chains} chains.`,
    broken: 'The log was checked when this file was made. Something is wrong with it.',
    leftOut: 'What is not in it',
    notKept:
      'Passwords and other keys to sign in with are not in it either. They belong to the people themselves.',
    tables: 'The files',
    shared: 'Texts that are the same for everybody',
    rows: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    field: 'field',
    meaning: 'what it is',
    without: 'without',
  },
} as const

function part(facts: TakeawayFacts, language: Language): string {
  const text = words[language]
  const made = facts.made.slice(0, 16).replace('T', ' ')
  const { lines, chains, broken } = facts.record
  const record = broken === null ? text.whole(lines, chains) : `${text.broken} ${broken[language]}`
  return [
    `# ${text.title(facts.name)}`,
    text.intro(made, facts.product),
    text.formats,
    `## ${text.record}`,
    record,
    `## ${text.leftOut}`,
    Object.entries(tablesLeftOut)
      .map(([name, why]) => `- \`${name}\`: ${inLanguage(why, language)}`)
      .join('\n'),
    text.notKept,
    `## ${text.tables}`,
    ...sections(facts, language, 'data'),
    `## ${text.shared}`,
    ...sections(facts, language, 'shared'),
    '',
  ].join('\n\n')
}

function sections(facts: TakeawayFacts, language: Language, folder: 'data' | 'shared'): string[] {
  const text = words[language]
  const tables = folder === 'data' ? dataTables : sharedTables
  return Object.entries(tables).map(([name, table]) => {
    const rows = fieldsOf(table).map((field) => `| \`${field.name}\` | ${field.words[language]} |`)
    const without = Object.entries(table.leftOut ?? {}).map(
      ([field, why]) => `\n${text.without} \`${field}\`: ${inLanguage(why, language)}`,
    )
    return [
      `### ${folder}/${name}`,
      '',
      `${inLanguage(table.words, language)} (${text.rows(facts.rows[name] ?? 0)})`,
      '',
      `| ${text.field} | ${text.meaning} |`,
      '| --- | --- |',
      ...rows,
      ...without,
      ...(table.shownOnly === undefined ? [] : [`\n${inLanguage(table.shownOnly.why, language)}`]),
      ...(table.unless === undefined ? [] : [`\n${inLanguage(table.unless.why, language)}`]),
    ].join('\n')
  })
}

const inLanguage = ([nl, en]: readonly [string, string], language: Language) => (language === 'nl' ? nl : en)

import type { CellSign, ThemeMatrixInput } from './theme-matrix-input.ts'

const phrases = {
  nl: {
    total: 'Samen',
    heard: { voice: 'Stemmen', source: 'Bronnen', moment: 'Momenten' },
    of: (some: number, all: number) => `${some} van ${all}`,
    said: (quotes: number) => `n = ${quotes}`,
    silent: 'zei niets',
    few: 'weinig',
    many: 'veel uitspraken; leeg vak = niet genoemd',
    hatched: 'deed mee, zei niets',
    marks: {
      confirms: 'bevestigt',
      adds: 'vult aan',
      contradicts: 'spreekt tegen',
      silent: 'stil',
    },
    nothing: 'Er zijn nog geen uitspraken met een thema.',
    counted: (quotes: number, themes: number) =>
      `${quotes} ${quotes === 1 ? 'uitspraak' : 'uitspraken'} bij ${themes} ${themes === 1 ? 'thema' : 'thema’s'}.`,
    everyone: (names: string) => `Door iedereen genoemd: ${names}.`,
    quiet: (names: string) => `Deed mee en zei niets: ${names}.`,
    against: (count: number) =>
      count === 1 ? 'In één vak spreekt iets tegen.' : `In ${count} vakken spreekt iets tegen.`,
  },
  en: {
    total: 'Together',
    heard: { voice: 'Voices', source: 'Sources', moment: 'Moments' },
    of: (some: number, all: number) => `${some} of ${all}`,
    said: (quotes: number) => `n = ${quotes}`,
    silent: 'said nothing',
    few: 'few',
    many: 'many quotes; empty cell = not named',
    hatched: 'took part, said nothing',
    marks: {
      confirms: 'confirms',
      adds: 'adds',
      contradicts: 'contradicts',
      silent: 'silent',
    },
    nothing: 'There are no quotes with a theme yet.',
    counted: (quotes: number, themes: number) =>
      `${quotes} ${quotes === 1 ? 'quote' : 'quotes'} under ${themes} ${themes === 1 ? 'theme' : 'themes'}.`,
    everyone: (names: string) => `Named by all: ${names}.`,
    quiet: (names: string) => `Took part and said nothing: ${names}.`,
    against: (count: number) =>
      count === 1 ? 'In one cell something contradicts.' : `In ${count} cells something contradicts.`,
  },
} as const

/** The words in a matrix, in one language. */
export function matrixPhrases(lang: ThemeMatrixInput['lang']) {
  return phrases[lang]
}

type Source = Pick<ThemeMatrixInput, 'lang' | 'of' | 'columns' | 'rows' | 'quotes'>

/** What the matrix shows, in a few sentences: what all named, who said nothing, where something contradicts. */
export function matrixSentence({ lang, columns, rows, quotes }: Source): string {
  const say = phrases[lang]
  const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
  const quiet = columns.filter(({ isSilent }) => isSilent).map(({ name }) => name)
  const silence = quiet.length === 0 ? [] : [say.quiet(quiet.join(', '))]
  if (quotes === 0) return [say.nothing, ...silence].join(' ')
  const named = rows.filter((row) => row.quotes > 0)
  const everyone = named.filter(({ heard }) => columns.length > 1 && heard === columns.length)
  const against = rows.flatMap(({ cells }) => cells.filter(({ mark }) => mark === 'contradicts')).length
  return [
    say.counted(quotes, named.length),
    ...(everyone.length === 0 ? [] : [say.everyone(quoted(everyone.map(({ name }) => name)))]),
    ...silence,
    ...(against === 0 ? [] : [say.against(against)]),
  ].join(' ')
}

/** The table that says all that the picture shows: a head, a row per theme, and the sums. */
export function matrixTable({ lang, of, columns, rows, quotes }: Source): string[][] {
  const say = phrases[lang]
  const cell = ({ quotes, mark }: { quotes: number; mark: CellSign | null }) =>
    mark === null ? String(quotes) : `${quotes} (${say.marks[mark]})`
  return [
    ['', ...columns.map(({ name }) => name), say.total, say.heard[of]],
    ...rows.map((row) => [
      row.name,
      ...row.cells.map(cell),
      String(row.quotes),
      say.of(row.heard, columns.length),
    ]),
    [say.total, ...columns.map((column) => String(column.quotes)), String(quotes), ''],
  ]
}

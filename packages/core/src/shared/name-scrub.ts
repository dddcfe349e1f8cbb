import { lettersOf, type Word, wordsIn } from './name-scrub.words-in.ts'

/** What stands in the place of what was taken out. */
export const scrubMarks = {
  name: '[naam]',
  mail: '[e-mail]',
  link: '[link]',
  phone: '[telefoon]',
  number: '[nummer]',
  postcode: '[postcode]',
} as const

/**
 * Takes out of a text what says who it is about or by: known names, what follows a title (`mevrouw De Wit`), e-mail and web
 * addresses, telephone and other long numbers, postcodes. Promised: no part of a name of `names` is left as a word,
 * whatever its capitals, accents, possessive or small form (`Lina's`, `Linaatje`), hyphens or a break of the line inside it.
 * Doing it again changes nothing. Not promised: names that nobody told, nicknames, names written with spaces between the
 * letters. It takes out too much rather than too little: a colleague called De Wit costs the word "wit".
 */
export function scrubNames(text: string, names: readonly string[]): string {
  const known = knownParts(names)
  const plain = takeNumbers(text.normalize('NFC'))
  return joinMarks(takeNames(plain, known))
}

/** Small words of names, and what people are called instead of a name: they say nothing about who it is. */
const noNames = new Set(
  `aan af al bij bin da de del den der des di do dos du el en het in la las le les los of op over san st t te ten ter tot
  uit van vd ver von voor zu and the meneer mijnheer mevrouw mevr dhr mw dr drs ir ing prof vader moeder papa mama opa oma
  ouder ouders broer zus tante oom pleegvader pleegmoeder collega buddy team client`.split(/\s+/),
)

function knownParts(names: readonly string[]): ReadonlySet<string> {
  const parts = names.flatMap((name) => wordsIn(name).flatMap(({ folded, parts }) => [folded, ...parts]))
  return new Set(parts.filter((part) => lettersOf(part) > 1 && !noNames.has(part)))
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>()[\],;]+@[^\s@<>()[\],;]+\.[^\s@<>()[\],;]+/gu, scrubMarks.mail],
  [/\b(?:https?:\/\/|www\.)\S+/giu, scrubMarks.link],
  [
    /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+\.(?:nl|com|org|net|eu|be|de|info|care|zorg)(?:\/\S*)?(?![\p{L}\p{N}])/giu,
    scrubMarks.link,
  ],
  [/(?<!\p{N})[1-9]\p{N}{3}[ \u00a0]?[A-Z]{2}(?!\p{L})/gu, scrubMarks.postcode],
]

/** Digits with at most three signs between them. From seven on they can be a telephone, an account, a citizen number. */
const digitRun = /(?:\+|\(0\))?\p{N}(?:[\s().,/\-–—\u00a0]{0,3}\p{N}){6,}/gu

function takeNumbers(text: string): string {
  const taken = patterns.reduce((left, [pattern, mark]) => left.replace(pattern, mark), text)
  return taken.replace(digitRun, (run) =>
    /^(?:\+|\(0\)|0)/.test(run) ? scrubMarks.phone : scrubMarks.number,
  )
}

/** A name in a sentence: `[start, end)` in the text. */
type Span = { start: number; end: number }

function takeNames(text: string, known: ReadonlySet<string>): string {
  const words = wordsIn(text).filter(({ start, end }) => !isMark(text, start, end))
  const spans = words.flatMap((word, index) => [
    ...knownSpans(word, known),
    ...(isTitle(word) ? afterTitle(text, words, index) : []),
  ])
  let left = ''
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    left += start < at ? '' : text.slice(at, start) + scrubMarks.name
    at = end
  }
  return left + text.slice(at)
}

const isMark = (text: string, start: number, end: number) =>
  Object.values(scrubMarks).some((mark) => {
    const from = text.lastIndexOf('[', start)
    return from >= 0 && text.startsWith(mark, from) && end <= from + mark.length
  })

/** Where a line is broken off, a name can be any run of the pieces: `Jan-` `Wil-` `lem`. The longest runs first. */
function knownSpans({ pieces }: Word, known: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (let from = 0; from < pieces.length; from++) {
    let folded = ''
    let span: Span | undefined
    for (const { start, end, folded: piece } of pieces.slice(from)) {
      folded += piece
      if (isKnown(folded, known)) span = { start: span?.start ?? pieces[from]?.start ?? start, end }
    }
    if (span !== undefined) spans.push(span)
  }
  return spans
}

/** Endings that Dutch and English put behind a name. */
const endings = [
  's',
  'je',
  'tje',
  'pje',
  'kje',
  'etje',
  'atje',
  'jes',
  'tjes',
  'pjes',
  'kjes',
  'etjes',
  'atjes',
  'es',
]

function isKnown(folded: string, known: ReadonlySet<string>): boolean {
  if (known.has(folded)) return true
  return endings.some((ending) => folded.endsWith(ending) && known.has(folded.slice(0, -ending.length)))
}

const titles = new Set(
  'meneer mijnheer mevrouw mevr mw dhr heer mr mrs ms miss dokter zuster broeder meester juf'.split(' '),
)
const isTitle = ({ folded }: Word) => titles.has(folded)

/** The capitalised words that follow a title, with the small words between: `van den Berg`, `De Wit`. */
function afterTitle(text: string, words: readonly Word[], title: number): Span[] {
  let last: Word | undefined
  let before = words[title]
  for (const word of words.slice(title + 1, title + 6)) {
    if (before === undefined || !/^\.?[\s\u00a0-]+$|^\.$/u.test(text.slice(before.end, word.start))) break
    const isCapital = /^\p{Lu}/u.test(text.slice(word.start))
    if (!isCapital && !noNames.has(word.folded)) break
    if (isCapital) last = word
    before = word
  }
  const first = words[title + 1]
  return last === undefined || first === undefined ? [] : [{ start: first.start, end: last.end }]
}

/** A name of several words leaves one mark, and takes what clung to it along: `@[naam]`, `[naam]'s`, `[naam]-[naam]`. */
function joinMarks(text: string): string {
  return text
    .replace(/@(?=\[naam\])/gu, '')
    .replace(/(?<=\[naam\])['’´`]s(?!\p{L})/giu, '')
    .replace(/\[naam\](?:[\s\-\u2010\u2011]+\[naam\])+/gu, scrubMarks.name)
}

import { scrubNames } from './name-scrub.ts'
import { type Concern, concernsIn } from './recognisable.ts'

/** What a word may be. A name that is known here and any other word with a capital are told alike: nobody can ask who is here. */
export type TextConcern = {
  readonly word: string
  readonly kind: 'word' | 'date' | 'age' | 'number' | 'address'
  /** The name of somebody with whom the writer works herself: of that she cannot decide that it is nobody. */
  readonly isHers?: true | undefined
}

/** Words with which sentences begin that are nobody's name, in Dutch and English. */
const starts = new Set(
  `aan achter achteraf al alle alleen allebei als alsof altijd anders behalve beide bij bijna binnen buiten daar daarbij
  daardoor daarmee daarna daarom dan dat de deze die dit door dus eerst drie een en er eerder elke even ga gaf geen ging
  genoeg had het hierbij hierdoor hierna hij hoe hoewel iedereen iemand ieder ik in inmiddels intussen is ja je jij jullie
  kijk later maar meestal men met meteen mijn minder misschien moeder mij na naarmate naast nadat nee niemand niet niets nog
  nooit nu om omdat ondanks ons onze ook op over opeens opnieuw pas rustig samen sindsdien soms sommige steeds stap telkens
  tegen terwijl tijdens toch toen tot twee uit uiteindelijk vader vaak van vanaf veel vervolgens verder vier vijf vooraf
  voor voordat voortaan waar waarom wanneer want wat we weer weinig wel wie wij wilde zelf zo zodat zes zodra zonder ze zij
  zijn zolang a after afterwards again all also always an and another are as at because before being both but by during each
  earlier every everybody everyone finally first for from he her here his how i if instead it its just last looking many
  maybe mother father most my never next no nobody not nothing now of often on once one only or our out she since so some
  somebody sometimes soon still that the their them then there therefore these they this those though through to together
  under until what when where which while who why with without yes you your`.split(/\s+/),
)

const sentenceStart = /(?:^|[.!?…:;\n]["”’')]*\s+|\n\s*[-•]?\s*)(\p{Lu}[\p{L}\p{M}’'-]*)/gu

function startsIn(text: string): string[] {
  return [...text.matchAll(sentenceStart)].flatMap(([, word = '']) =>
    starts.has(word.toLowerCase()) ? [] : [word],
  )
}

/** E-mail and web addresses and postcodes, whole words at a time. */
function addressesIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /\[(?:e-mail|link|postcode)\]/.test(scrubNames(word, [])))
}

const kindOf = ({ kind }: Concern): TextConcern['kind'] =>
  kind === 'name' || kind === 'capital' ? 'word' : kind

/**
 * What in a text may point at somebody: names of `names` in any form, words with a capital, days, ages, numbers and addresses.
 * Each word once. It finds too much rather than too little. `beginnings`: also a word with a capital at the beginning of a
 * sentence, unless it is an ordinary word; for a text that leaves the people it is about. Not promised: a nickname, or what only
 * one person went through.
 */
export function concernsOf(
  text: string,
  names: readonly string[],
  { beginnings }: { beginnings: boolean } = { beginnings: true },
): TextConcern[] {
  const found = [
    ...concernsIn(text, names).map((one) => ({ word: one.word, kind: kindOf(one) })),
    ...(beginnings ? startsIn(text) : []).map((word) => ({ word, kind: 'word' as const })),
    ...addressesIn(text).map((word) => ({ word, kind: 'address' as const })),
  ]
  const known = new Set<string>()
  return found.filter(({ word }) => {
    if (known.has(word)) return false
    known.add(word)
    return true
  })
}

/**
 * Marks the words that name one of these people: a first name however it is written, another part of the name as it is written
 * there (so that who knows a family Hoop may still hope). Ordinary words with which sentences begin are no names.
 */
export function markHers<Found extends TextConcern>(
  found: readonly Found[],
  people: readonly string[],
): (Found & TextConcern)[] {
  const parts = people.map(wordsIn)
  const first = new Set(parts.flatMap(([one = '']) => (isName(one) ? [one.toLowerCase()] : [])))
  const others = new Set(
    parts.flatMap(([, ...rest]) => rest.filter((one) => /^\p{Lu}/u.test(one) && isName(one))),
  )
  const isHers = (word: string) =>
    wordsIn(word).some((one) => first.has(one.toLowerCase()) || others.has(one))
  return found.map((one) => (isHers(one.word) ? { ...one, isHers: true } : one))
}

const isName = (word: string) => word.length > 2 && !starts.has(word.toLowerCase())
const wordsIn = (text: string) =>
  text.split(/[^\p{L}\p{M}’']+/u).flatMap((word) => {
    const bare = word.replace(/[’']s?$/u, '')
    return bare === '' ? [] : [bare]
  })

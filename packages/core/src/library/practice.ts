import type { Role } from '../access/access.ts'
import { checkSetting, type Setting } from '../relation/relation.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import { scrubNames } from '../shared/name-scrub.ts'
import { type Concern, concernsIn } from '../shared/recognisable.ts'

/**
 * Practice knowledge: what somebody did, how, in which setting, what it brought and under which conditions (domain.md §1.5,
 * S004). Its author keeps it for herself until she shares it with colleagues; before that, all that may point at somebody is
 * changed, or kept by her own decision.
 */

/** The parts of a story in the order in which they are written. */
export const practiceParts = [
  'did',
  'behaviour',
  'attitude',
  'communication',
  'brought',
  'conditions',
] as const
export type PracticePart = (typeof practiceParts)[number]
export type PracticeBody = { readonly [P in PracticePart]: string }

/** How much one part may hold. */
export const practicePartAtMost = 1500
/** How much a colleague may add at once. */
export const practiceAdditionAtMost = 800

/** What the author says before she shares; each of them by herself. */
export const practiceTicks = ['no-names', 'nothing-rare', 'not-known-again', 'about-me'] as const
export type PracticeTick = (typeof practiceTicks)[number]

/** What a colleague adds: she does this besides, or it went otherwise with her. */
export const practiceAdditionKinds = ['also', 'otherwise'] as const
export type PracticeAdditionKind = (typeof practiceAdditionKinds)[number]

/** Why a story cannot be shared yet. `recognisable` is told with the words, by `practiceConcerns`. */
export type PracticeProblem = 'setting' | 'did' | 'how' | 'brought' | 'ticks' | 'recognisable' | 'unchanged'

/** What a word may be. A name that is known here and any other word with a capital are told alike: nobody can ask who is here. */
export type PracticeConcern = {
  readonly part: PracticePart
  readonly word: string
  readonly kind: 'word' | 'date' | 'age' | 'number' | 'address'
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

const kindOf = ({ kind }: Concern): PracticeConcern['kind'] =>
  kind === 'name' || kind === 'capital' ? 'word' : kind

/**
 * What in a story may point at somebody: names of `names` in any form, words with a capital (also at the beginning of a
 * sentence, unless it is an ordinary word), days, ages, numbers and addresses. Each word once per part, in order of the parts.
 * It finds too much rather than too little. Not promised: a nickname, or what only one person here went through.
 */
export function practiceConcerns(body: PracticeBody, names: readonly string[]): PracticeConcern[] {
  return practiceParts.flatMap((part) => concernsOf(body[part], names).map((one) => ({ part, ...one })))
}

/** As `practiceConcerns`, of one text. */
export function concernsOf(text: string, names: readonly string[]): Omit<PracticeConcern, 'part'>[] {
  const found = [
    ...concernsIn(text, names).map((one) => ({ word: one.word, kind: kindOf(one) })),
    ...startsIn(text).map((word) => ({ word, kind: 'word' as const })),
    ...addressesIn(text).map((word) => ({ word, kind: 'address' as const })),
  ]
  const known = new Set<string>()
  return found.filter(({ word }) => {
    if (known.has(word)) return false
    known.add(word)
    return true
  })
}

/** What is left of concerns when the author decided that some of these words are nobody. */
export function concernsLeft<Found extends { readonly word: string }>(
  found: readonly Found[],
  kept: readonly string[],
): Found[] {
  const decided = new Set(kept)
  return found.filter(({ word }) => !decided.has(word))
}

/** What is missing before a story can be shared, apart from what may point at somebody. */
export function practiceGaps(of: { setting: Setting; body: PracticeBody }): PracticeProblem[] {
  const { setting, body } = of
  const isSaid = (part: PracticePart) => body[part].trim() !== ''
  return [
    ...(checkSetting(setting).allowed ? [] : (['setting'] as const)),
    ...(isSaid('did') ? [] : (['did'] as const)),
    ...(['behaviour', 'attitude', 'communication'].some((part) => isSaid(part as PracticePart))
      ? []
      : (['how'] as const)),
    ...(isSaid('brought') ? [] : (['brought'] as const)),
  ]
}

const workers: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach']

/**
 * Who reads stories of colleagues, shares her own and adds to them: who works with people. Who only keeps the house or does research
 * is none of the colleagues whom an author tells what she did; what she wrote herself stays hers.
 */
export function mayTakePartInPractice(roles: readonly Role[]): Decision<'no-colleague'> {
  return roles.some((role) => workers.includes(role)) ? allowed : refused('no-colleague')
}

/** How a story stands: her own, shared with colleagues, or out of sight because a colleague knew somebody again. */
export type PracticeStanding = 'draft' | 'shared' | 'hidden'

/** How a story stands by its moments. */
export function practiceStanding(of: { sharedAt: string | null; hiddenAt: string | null }): PracticeStanding {
  if (of.hiddenAt !== null) return 'hidden'
  return of.sharedAt === null ? 'draft' : 'shared'
}

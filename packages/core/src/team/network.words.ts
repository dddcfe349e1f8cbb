import type { Bilingual, Language } from '../shared/language.ts'
import { fill } from '../shared/spoken.ts'
import type { NetworkFindings, Often, Useful } from './network.ts'
import { networkLeast } from './network.ts'
import type { ComparedTie, NetworkComparison, TieChange } from './network-change.ts'

const oftenWords: Record<Often, Bilingual> = {
  never: { nl: 'nooit', en: 'never' },
  seldom: { nl: 'minder dan elke maand', en: 'less than every month' },
  monthly: { nl: 'elke maand', en: 'every month' },
  fortnightly: { nl: 'elke twee weken', en: 'every two weeks' },
  weekly: { nl: 'elke week of vaker', en: 'every week or more' },
}

const usefulWords: Record<Useful, Bilingual> = {
  not: { nl: 'niet nuttig', en: 'not useful' },
  bit: { nl: 'een beetje nuttig', en: 'a bit useful' },
  yes: { nl: 'nuttig', en: 'useful' },
}

const changeWords: Record<TieChange, Bilingual> = {
  new: { nl: 'nieuw', en: 'new' },
  gone: { nl: 'weg', en: 'gone' },
  changed: { nl: 'veranderd', en: 'changed' },
  same: { nl: 'hetzelfde', en: 'the same' },
}

/** How often, in words. */
export function oftenWord(often: Often, language: Language): string {
  return oftenWords[often][language]
}

/** How useful, in words. */
export function usefulWord(useful: Useful, language: Language): string {
  return usefulWords[useful][language]
}

/** What became of a tie, in one word. */
export function tieChangeWord(change: TieChange, language: Language): string {
  return changeWords[change][language]
}

type Told = { often: Often; useful: Useful | null }

/** What somebody told of a tie: how often, and whether it is useful where that was told. */
export function tieWords({ often, useful }: Told, language: Language): string {
  const how = oftenWords[often][language]
  return useful === null ? how : `${how}, ${usefulWords[useful][language]}`
}

/** What a tie was and became. */
export function comparedWords({ before, after, change }: ComparedTie, language: Language): string {
  const word = changeWords[change][language]
  if (change === 'changed' && before !== null && after !== null) {
    const from = language === 'nl' ? 'eerst' : 'first'
    const to = language === 'nl' ? 'nu' : 'now'
    return `${word}: ${from} ${tieWords(before, language)}; ${to} ${tieWords(after, language)}`
  }
  const told = after ?? before
  return told === null ? word : `${word}: ${tieWords(told, language)}`
}

const texts = {
  noTies: {
    nl: 'Op deze kaart staan nog geen verbindingen.',
    en: 'There are no connections on this map yet.',
  },
  oneTie: { nl: 'Op deze kaart staat 1 verbinding.', en: 'There is 1 connection on this map.' },
  ties: { nl: 'Op deze kaart staan {count} verbindingen.', en: 'There are {count} connections on this map.' },
  across: {
    nl: 'Daarvan lopen er {count} van de ene kant naar de andere.',
    en: 'Of these, {count} go from one side to another.',
  },
  possible: {
    nl: 'Onder wie invulde zijn {possible} verbindingen mogelijk. Daarvan zijn er {ties}.',
    en: 'Among those who filled in {possible} connections are possible. Of these there are {ties}.',
  },
  returned: {
    nl: 'Bij {returned} van die {ties} noemen beide mensen elkaar.',
    en: 'In {returned} of those {ties} both people name each other.',
  },
  together: {
    nl: 'Veel verbindingen komen samen op één plek. Wat als die plek wegvalt?',
    en: 'Many connections come together in one place. What if that place falls away?',
  },
  between: {
    nl: 'De verbindingen zijn niet gelijk verdeeld. Past dat bij het werk?',
    en: 'The connections are not spread evenly. Does that fit the work?',
  },
  spread: {
    nl: 'De verbindingen zijn verdeeld over veel mensen.',
    en: 'The connections are spread over many people.',
  },
  few: {
    nl: 'Minder dan {least} mensen vulden in. Daarom tellen we niet. Praat er samen over.',
    en: 'Fewer than {least} people filled in. So we do not count. Talk about it together.',
  },
  missingOne: {
    nl: '1 mens staat niet op deze kaart. De kaart is dus niet compleet.',
    en: '1 person is not on this map. So the map is not complete.',
  },
  missing: {
    nl: '{count} mensen staan niet op deze kaart. De kaart is dus niet compleet.',
    en: '{count} people are not on this map. So the map is not complete.',
  },
  unansweredOne: {
    nl: '1 mens op de kaart vulde zelf niet in.',
    en: '1 person on the map did not fill in.',
  },
  unanswered: {
    nl: '{count} mensen op de kaart vulden zelf niet in.',
    en: '{count} people on the map did not fill in.',
  },
  apartOne: {
    nl: '1 verbinding is niet te vergelijken: iemand was er niet bij, of vulde niet in.',
    en: '1 connection cannot be compared: somebody was not there, or did not fill in.',
  },
  apart: {
    nl: '{count} verbindingen zijn niet te vergelijken: iemand was er niet bij, of vulde niet in.',
    en: '{count} connections cannot be compared: somebody was not there, or did not fill in.',
  },
  nothingCompared: {
    nl: 'Er is nog niets om te vergelijken.',
    en: 'There is nothing to compare yet.',
  },
} as const satisfies Record<string, Bilingual>

/** Customary turning points of centralisation; they only turn a number into words. */
const bounds = { together: 0.5, spread: 0.25 }

/** What a map shows as a whole, sentence by sentence. */
export function findingSentences(found: NetworkFindings, language: Language): string[] {
  const { ties, across, measures } = found
  if (ties === 0) return [texts.noTies[language]]
  const all = ties === 1 ? texts.oneTie[language] : fill(texts.ties[language], { count: String(ties) })
  const over = across === 0 ? [] : [fill(texts.across[language], { count: String(across) })]
  if (measures === null) return [all, ...over, fill(texts.few[language], { least: String(networkLeast) })]
  const told = {
    ...{ possible: String(measures.possible), ties: String(measures.ties) },
    returned: String(measures.returned),
  }
  return [
    ...[all, ...over, fill(texts.possible[language], told)],
    ...(measures.ties === 0 ? [] : [fill(texts.returned[language], told)]),
    ...centreSentence(measures.centralisation, language),
  ]
}

function centreSentence(of: { in: number; out: number } | null, language: Language): string[] {
  if (of === null) return []
  // Whom people name, not how much one person fills in.
  if (of.in >= bounds.together) return [texts.together[language]]
  return [texts[of.in < bounds.spread ? 'spread' : 'between'][language]]
}

/** Who is not on the map, and who did not fill in: how many, never who. */
export function missingSentences(
  of: { notOnMap: number; notAnswered: number },
  language: Language,
): string[] {
  const counted = (count: number, one: Bilingual, more: Bilingual) =>
    count === 0 ? [] : [count === 1 ? one[language] : fill(more[language], { count: String(count) })]
  return [
    ...counted(of.notOnMap, texts.missingOne, texts.missing),
    ...counted(of.notAnswered, texts.unansweredOne, texts.unanswered),
  ]
}

const openings = {
  nl: [
    'Welke verbinding helpt het meest?',
    'Is er iemand met wie nog weinig mensen werken?',
    'Wie mist er nog op deze kaart?',
  ],
  en: [
    'Which connection helps most?',
    'Is there somebody with whom few people work yet?',
    'Who is still missing from this map?',
  ],
} as const satisfies Record<Language, readonly string[]>

/** Questions with which the table begins to talk: the same whatever the map shows, so that nobody is pointed at. */
export function networkQuestions(language: Language): readonly string[] {
  return openings[language]
}

/** Two moments in sentences: counts, and what cannot be compared. */
export function comparisonSentences({ counts, apart }: NetworkComparison, language: Language): string[] {
  const left =
    apart === 0
      ? []
      : [apart === 1 ? texts.apartOne[language] : fill(texts.apart[language], { count: String(apart) })]
  if (counts.new + counts.gone + counts.changed + counts.same === 0) {
    return [texts.nothingCompared[language], ...left]
  }
  return [...(language === 'nl' ? countedNl(counts) : countedEn(counts)), ...left]
}

function countedNl(counts: NetworkComparison['counts']): string[] {
  const is = (count: number) => (count === 1 ? 'is' : 'zijn')
  const connections = counts.new === 1 ? '1 verbinding' : `${counts.new} verbindingen`
  return [
    `${connections} ${is(counts.new)} nieuw, ${counts.gone} ${is(counts.gone)} weg.`,
    `${counts.changed} ${is(counts.changed)} veranderd, ${counts.same} ${is(counts.same)} hetzelfde.`,
  ]
}

function countedEn(counts: NetworkComparison['counts']): string[] {
  const is = (count: number) => (count === 1 ? 'is' : 'are')
  const connections = counts.new === 1 ? '1 connection' : `${counts.new} connections`
  return [
    `${connections} ${is(counts.new)} new, ${counts.gone} ${is(counts.gone)} gone.`,
    `${counts.changed} ${is(counts.changed)} changed, ${counts.same} ${is(counts.same)} the same.`,
  ]
}

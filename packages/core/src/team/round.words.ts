import type { Language } from '../shared/language.ts'
import { plainNumber } from '../shared/number-words.ts'
import { fewForPercentages, share } from '../shared/small-groups.share.ts'
import { type TalkRefusal, talkWithinDays, type ViewRefusal, viewGroups } from './round.ts'
import { bandsOf } from './round-bands.ts'
import type { GroupOutcome, RoundOutcome } from './team.contract.ts'
import { type AnonymityRefusal, roundSize } from './team.ts'

type Words = {
  refusal: (why: AnonymityRefusal, of: { people: number; k: number }) => string
  talk: Record<TalkRefusal, string>
  views: Record<ViewRefusal, string>
  hidden: Record<'too-few' | 'protects-groups' | 'group-hidden' | 'too-low', (k: number) => string>
  leftOut: (names: string) => string
  bands: (parts: { low: string; middle: string; high: string }, ends: { low: string; high: string }) => string
  share: (count: number, of: number) => string
  caution: (people: number | null, k: number) => string[]
  wordsHidden: Record<'not-asked' | 'too-few' | 'too-low', (k: number) => string>
  viewHidden: Record<'too-few' | 'not-heard' | 'other-hidden', string>
}

const nl: Words = {
  refusal: (why, { people, k }) =>
    ({
      'too-few-people': `Met ${people} ${people === 1 ? 'mens' : 'mensen'} kunnen we niemand anoniem houden: kies een gesprek in plaats van een peiling. Of doe de check van het team zelf: daar is ieder open over wat zij zegt. Vanaf ${roundSize.least} mensen kan een peiling wel.`,
      'too-many-people': `Een peiling kan met ten hoogste ${roundSize.most} mensen.`,
      'group-too-small': `Een groep met minder dan ${k} mensen tonen we nooit. Voeg haar samen met een andere groep.`,
      'people-beside-parts': 'Heeft een groep delen? Tel de mensen dan alleen bij de delen.',
      'same-name': 'Twee groepen hebben dezelfde naam. Geef elke groep een eigen naam.',
    })[why],
  talk: {
    'no-talk': 'Plan eerst het gesprek. Zonder dag waarop jullie erover praten, gaat een peiling niet weg.',
    'before-closing': 'Kies een dag nadat iedereen kon antwoorden. Eerder is er nog geen uitkomst.',
    'too-late': `Kies een dag binnen ${talkWithinDays} dagen. Later weten mensen niet meer wat ze bedoelden.`,
    past: 'Kies vandaag of een dag die nog komt.',
  },
  views: {
    'one-group': 'Hiervoor zijn twee groepen of meer nodig. Met één groep kun je alleen vragen hoe het gaat.',
    'too-many-groups': `Dit kan met ten hoogste ${viewGroups.most} groepen. Anders wordt een kaartje te lang.`,
    'has-parts': 'Dit kan alleen met groepen zonder delen.',
    'about-itself': 'Een groep kan niet raden wat zij zelf zegt. Kies een andere groep.',
    'about-nobody': 'Kies voor elke groep over welke andere groep zij raadt.',
  },
  hidden: {
    'too-few': (k) => `Niet getoond: minder dan ${k} mensen antwoordden. Misschien niemand.`,
    'protects-groups': () => 'Niet getoond: dit zou iets verraden over een groep die te klein is.',
    'group-hidden': (k) => `Niet getoond: minder dan ${k} mensen antwoordden. Misschien niemand.`,
    'too-low': () => 'Niet getoond: er kwamen te weinig antwoorden. Het gesprek gaat door.',
  },
  leftOut: (names) => `Niet meegeteld, omdat het er te weinig zijn: ${names}.`,
  bands: ({ low, middle, high }, ends) =>
    `${high} dicht bij ‘${ends.high}’, ${middle} ertussenin, ${low} dicht bij ‘${ends.low}’.`,
  share: (count, of) => shareIn('nl', count, of),
  caution: (people, k) => [
    ...(people === null ? [] : [`Het gaat over ${people} mensen.`]),
    people !== null && people < fewForPercentages
      ? 'Daarom staan er aantallen, geen procenten.'
      : 'Wat minder dan tien mensen zeggen staat er in aantallen, niet in procenten.',
    `Groepen met minder dan ${k} antwoorden tonen we niet.`,
    'Wie niet meedeed, kan er anders over denken.',
  ],
  wordsHidden: {
    'not-asked': () => 'In deze peiling is niet om eigen woorden gevraagd.',
    'too-few': (k) => `Niet getoond: minder dan ${k} mensen lieten hun woorden staan. Misschien niemand.`,
    'too-low': () => 'Niet getoond: er kwamen te weinig antwoorden.',
  },
  viewHidden: {
    'too-few': 'Te weinig mensen antwoordden hierop.',
    'not-heard': 'Nog niet gehoord.',
    'other-hidden': 'Wat zij zeiden, tonen we niet. Daarom ook niet wat jullie dachten.',
  },
}

const en: Words = {
  refusal: (why, { people, k }) =>
    ({
      'too-few-people': `With ${people} ${people === 1 ? 'person' : 'people'} we can keep nobody anonymous: choose a talk instead of a round. Or do the check of the team itself, in which everybody is open about what she says. From ${roundSize.least} people on a round is possible.`,
      'too-many-people': `A round is possible with at most ${roundSize.most} people.`,
      'group-too-small': `We never show a group of fewer than ${k} people. Join it with another group.`,
      'people-beside-parts': 'Has a group parts? Then count the people in the parts only.',
      'same-name': 'Two groups have the same name. Give each group a name of its own.',
    })[why],
  talk: {
    'no-talk': 'Plan the talk first. Without a day on which you talk about it, a round is not sent out.',
    'before-closing': 'Choose a day after everybody could answer. Before that there is no outcome.',
    'too-late': `Choose a day within ${talkWithinDays} days. Later people no longer know what they meant.`,
    past: 'Choose today or a day to come.',
  },
  views: {
    'one-group': 'This needs two groups or more. With one group you can only ask how it goes.',
    'too-many-groups': `This is possible with at most ${viewGroups.most} groups. Otherwise a ticket becomes too long.`,
    'has-parts': 'This is possible only with groups without parts.',
    'about-itself': 'A group cannot guess what it says itself. Choose another group.',
    'about-nobody': 'Choose for each group about which other group it guesses.',
  },
  hidden: {
    'too-few': (k) => `Not shown: fewer than ${k} people answered. Perhaps nobody.`,
    'protects-groups': () => 'Not shown: this would tell about a group that is too small.',
    'group-hidden': (k) => `Not shown: fewer than ${k} people answered. Perhaps nobody.`,
    'too-low': () => 'Not shown: too few answers came in. The talk goes on.',
  },
  leftOut: (names) => `Not counted, because they are too few: ${names}.`,
  bands: ({ low, middle, high }, ends) =>
    `${high} near ‘${ends.high}’, ${middle} in between, ${low} near ‘${ends.low}’.`,
  share: (count, of) => shareIn('en', count, of),
  caution: (people, k) => [
    ...(people === null ? [] : [`This is about ${people} people.`]),
    people !== null && people < fewForPercentages
      ? 'So these are counts, no percentages.'
      : 'What fewer than ten people say is told in counts, not in percentages.',
    `We do not show groups with fewer than ${k} answers.`,
    'Whoever did not take part may think otherwise.',
  ],
  wordsHidden: {
    'not-asked': () => 'This round did not ask for own words.',
    'too-few': (k) => `Not shown: fewer than ${k} people let their words through. Perhaps nobody.`,
    'too-low': () => 'Not shown: too few answers came in.',
  },
  viewHidden: {
    'too-few': 'Too few people answered this.',
    'not-heard': 'Not heard yet.',
    'other-hidden': 'What they said is not shown. So what you thought is not shown either.',
  },
}

const between: Readonly<Record<Language, string>> = { nl: 'van de', en: 'of' }

function shareIn(language: Language, count: number, of: number): string {
  const told = share(count, of)
  if (told.form === 'counts') return `${told.count} ${between[language]} ${told.of}`
  return `${plainNumber(told.percent, language, 0)}%`
}

/** The sentences about rounds that stand on the screen, on paper and in a file alike; Dutch is the source. */
export const roundWords: Readonly<Record<Language, Words>> = { nl, en }

/** One sentence that says what a picture shows: "4 van de 7 dicht bij …, 2 van de 7 ertussenin, 1 van de 7 dicht bij …". */
export function outcomeSentence(
  of: { outcome: RoundOutcome; group: GroupOutcome; item: string },
  language: Language,
): string {
  const { outcome, group, item } = of
  const words = roundWords[language]
  const result = group.items.find((one) => one.item === item)?.result
  const asked = outcome.instrument.items.find(({ id }) => id === item)
  if (result === undefined || asked === undefined) throw new RangeError(`${item} was not asked`)
  if (result.status === 'hidden') return words.hidden[result.reason](outcome.k)
  const bands = bandsOf(result.tally, outcome.instrument.scale)
  const told = (count: number) => words.share(count, result.n)
  const ends =
    language === 'nl'
      ? { low: asked.low.nl.u, high: asked.high.nl.u }
      : { low: asked.low.en, high: asked.high.en }
  return words.bands({ low: told(bands.low), middle: told(bands.middle), high: told(bands.high) }, ends)
}

/** The names of groups that are not counted in a total, as a list; empty when all are. */
export function leftOutNames(outcome: RoundOutcome, leftOut: readonly string[]): string[] {
  return outcome.groups.flatMap(({ id, name }) => (leftOut.includes(id) ? [name] : []))
}

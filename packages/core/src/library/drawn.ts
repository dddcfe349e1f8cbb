import { z } from 'zod'
import { type ReflectionTexts, ruptureSteps, ruptureStepWord } from '../feedback/feedback.ts'
import type { Exercises } from '../learning/learning.ts'
import type { Bilingual } from '../shared/language.ts'
import { noteMoments, noteMomentWord } from '../shared/note-moment.ts'
import { drawnWords } from './drawn.words.ts'
import { type ItemFits, itemFits, type ShippedItem, shippedItemShape, shippedLevels } from './item.schema.ts'

/**
 * Items that are drawn from what stands elsewhere in content/: exercises, formats of talking, hints for repair, questions to
 * oneself, tensions and what hinders. Their words stand there once, and they are for who works; here stands where they fit,
 * and the words for a parent and a child.
 */

const tensions = ['cooperate-compete', 'rigid-flexible', 'short-long'] as const
type DrawnPair = (typeof tensions)[number]

const some = z.strictObject(itemFits.shape).partial()
const place = z.strictObject({
  minutes: z.int().min(1).max(600).exactOptional(),
  groupSize: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).exactOptional(),
  fits: some,
})
type DrawnPlace = z.infer<typeof place>

const told = place.extend({ levels: shippedLevels.pick({ parent: true, child: true }) })
type DrawnTold = z.infer<typeof told>
/** An exercise says `u` where it stands: only the child is told here. */
const exercise = place.extend({ levels: shippedLevels.pick({ child: true }) })
type DrawnExercisePlace = z.infer<typeof exercise>

/** The file content/library/drawn.json: each entry names what it draws from, by its key there. */
export const drawnPlaces = z.strictObject({
  version: z.int().min(1),
  exercises: z.record(z.string(), exercise),
  formats: z.record(z.string(), told),
  repair: z.record(z.enum(ruptureSteps), told),
  journal: z.record(z.enum(noteMoments), told),
  tensions: z.record(z.enum(tensions), told),
  hindering: z.record(z.string(), told),
})
export type DrawnPlaces = z.infer<typeof drawnPlaces>

/** A format of talking together (dialogue/format.ts) with how long it takes. */
export type DrawnFormat = {
  readonly key: string
  readonly version: number
  readonly name: Bilingual
  readonly purpose: Bilingual
  readonly rules: readonly Bilingual[]
  readonly steps: readonly {
    readonly title: Bilingual
    readonly prompt: Bilingual
    readonly minutes: number
  }[]
  readonly minPeople: number
  readonly maxPeople: number
  readonly minutes: number
  readonly source: string
  readonly isTemplate?: true
}

/** One pole of a tension, and a card of what hinders (team/). */
type DrawnPole = { readonly name: Bilingual; readonly good: Bilingual }
type DrawnCard = {
  readonly key: string
  readonly title: Bilingual
  readonly about: Bilingual
  readonly questions: readonly Bilingual[]
  readonly shadow: Bilingual
}

/** What items are drawn from, as it was read from content/. */
export type DrawnFrom = ReflectionTexts & {
  readonly exercises: Exercises
  readonly formats: ReadonlyMap<string, DrawnFormat>
  readonly tensions: Readonly<Record<DrawnPair, readonly [DrawnPole, DrawnPole]>>
  readonly hindering: { readonly source: { readonly text: string }; readonly cards: readonly DrawnCard[] }
}

/**
 * The items that are drawn from elsewhere. Throws when an entry names what is not there, or when something that can be used
 * has no entry: nothing is missing from the library unseen. An empty template of a format is no item.
 */
export function drawnItems(places: DrawnPlaces, from: DrawnFrom): ShippedItem[] {
  const usable = new Map([...from.formats].filter(([, one]) => one.isTemplate !== true))
  const cards = new Map(from.hindering.cards.map((card) => [card.key, card]))
  const made = [
    ...together(places.exercises, from.exercises, 'exercise').map(([at, one]) => ofExercise(one, at)),
    ...together(places.formats, usable, 'format').map(([at, one]) => ofFormat(one, at)),
    ...ruptureSteps.map((step) => ofRepair(step, from.repairHints, places.repair[step])),
    ...noteMoments.map((moment) => ofJournal(moment, from.journalPrompts, places.journal[moment])),
    ...tensions.map((pair) => ofTension(pair, from.tensions[pair], places.tensions[pair])),
    ...together(places.hindering, cards, 'hindering').map(([at, card]) =>
      ofHindering(card, { at, source: from.hindering.source }),
    ),
  ]
  return made.map((item) => shippedItemShape.parse(item))
}

function together<At, One>(places: Record<string, At>, from: ReadonlyMap<string, One>, what: string) {
  const unplaced = [...from.keys()].find((key) => places[key] === undefined)
  if (unplaced !== undefined) throw new Error(`The library says nowhere where ${what} ${unplaced} fits`)
  return Object.entries(places).map(([key, at]): [At, One] => {
    const one = from.get(key)
    if (one === undefined) throw new Error(`The library draws from ${what} ${key}, which is not there`)
    return [at, one]
  })
}

/** What every drawn item has; what an entry says of a side comes on top of what is clear by itself. */
function basics({ minutes, groupSize, fits }: DrawnPlace, clear: Partial<ItemFits> = {}) {
  return {
    version: 1,
    ...(minutes === undefined ? {} : { minutes }),
    ...(groupSize === undefined ? {} : { groupSize }),
    grade: 'opinion' as const,
    provenance: 'own-words' as const,
    licence: 'mit' as const,
    fits: {
      kinds: once(clear.kinds, fits.kinds),
      contexts: once(clear.contexts, fits.contexts),
      situations: once(clear.situations, fits.situations),
      moments: once(clear.moments, fits.moments),
      signals: once(clear.signals, fits.signals),
      markers: once(clear.markers, fits.markers),
      themes: once(clear.themes, fits.themes),
      goals: once(clear.goals, fits.goals),
      voices: once(clear.voices, fits.voices),
      ...(fits.lines === undefined ? {} : { lines: fits.lines }),
      ...(fits.challenges === undefined ? {} : { challenges: fits.challenges }),
    },
  }
}

const once = <One>(clear: readonly One[] = [], own: readonly One[] = []) => [...new Set([...clear, ...own])]

const paragraphs = (...texts: readonly Bilingual[]): Bilingual => ({
  nl: texts.map(({ nl }) => nl).join('\n\n'),
  en: texts.map(({ en }) => en).join('\n\n'),
})

type DrawnExercise = Exercises extends ReadonlyMap<string, infer One> ? One : never

function ofExercise(one: DrawnExercise, at: DrawnExercisePlace): ShippedItem {
  const said = (form: 'u' | 'je') => ({
    nl: `${one.do.nl[form]}\n\n${one.ask.nl[form]}`,
    en: `${one.do.en}\n\n${one.ask.en}`,
  })
  return {
    ...basics(at),
    key: one.key,
    version: one.version,
    kind: 'exercise',
    title: one.name,
    summary: { nl: one.aim.nl.je, en: one.aim.en },
    levels: { professional: said('je'), parent: said('u'), ...at.levels },
    source: { text: one.source.document },
    uses: { exercise: one.key },
  }
}

function ofFormat(one: DrawnFormat, at: DrawnTold): ShippedItem {
  return {
    ...basics(at),
    key: one.key,
    version: one.version,
    kind: 'format',
    title: one.name,
    summary: one.purpose,
    levels: {
      professional: paragraphs(...(one.rules.length > 0 ? one.rules : [one.purpose])),
      ...at.levels,
    },
    steps: one.steps.map(({ title, prompt, minutes }) => ({
      nl: `${title.nl}: ${prompt.nl}`,
      en: `${title.en}: ${prompt.en}`,
      minutes,
    })),
    minutes: one.minutes,
    groupSize: { min: one.minPeople, max: one.maxPeople },
    source: { text: one.source },
    grade: one.source.startsWith('Weerklank') ? 'opinion' : 'practice',
    uses: { format: one.key },
  }
}

function ofRepair(
  step: (typeof ruptureSteps)[number],
  all: ReflectionTexts['repairHints'],
  at: DrawnTold,
): ShippedItem {
  const hints = all.filter((hint) => hint.step === step)
  return {
    ...basics(at, { moments: ['rupture'] }),
    key: `repair-${step}`,
    kind: 'prompt',
    title: both((language) => ruptureStepWord(step, language)),
    summary: drawnWords.repair,
    levels: { professional: paragraphs(...hints.map(({ hint }) => hint)), ...at.levels },
    sentences: hints.flatMap(({ say }) => (say === null ? [] : [say])),
    source: { text: '3RS (Eubanks, Muran en Safran); woorden: Weerklank' },
    grade: 'practice',
  }
}

function ofJournal(
  moment: (typeof noteMoments)[number],
  all: ReflectionTexts['journalPrompts'],
  at: DrawnTold,
): ShippedItem {
  const word = both((language) => noteMomentWord(moment, language))
  return {
    ...basics(at, { moments: [moment] }),
    key: `journal-${moment}`,
    kind: 'prompt',
    title: {
      nl: `${drawnWords.journalTitle.nl}: ${word.nl.toLowerCase()}`,
      en: `${drawnWords.journalTitle.en}: ${word.en.toLowerCase()}`,
    },
    summary: drawnWords.journal,
    levels: {
      professional: paragraphs(...all.flatMap((one) => (one.moment === moment ? [one.text] : []))),
      ...at.levels,
    },
    source: { text: 'Weerklank (eigen vragen)' },
  }
}

function ofTension(
  pair: DrawnPair,
  [left, right]: readonly [DrawnPole, DrawnPole],
  at: DrawnTold,
): ShippedItem {
  return {
    ...basics(at, { moments: ['tension', 'team', 'meeting'], kinds: ['interprofessional'] }),
    key: `tension-${pair}`,
    kind: 'challenge',
    title: {
      nl: `Tussen ${left.name.nl} en ${right.name.nl}`,
      en: `Between ${left.name.en} and ${right.name.en}`,
    },
    summary: drawnWords.tension,
    levels: { professional: paragraphs(left.good, right.good, drawnWords.bothPoles), ...at.levels },
    source: { text: 'Das en Teng (2000), spanningen in samenwerking; woorden: Weerklank', year: 2000 },
  }
}

function ofHindering(card: DrawnCard, of: { at: DrawnTold; source: { readonly text: string } }): ShippedItem {
  return {
    ...basics(of.at, { moments: ['team', 'meeting'], kinds: ['interprofessional'] }),
    key: `hindering-${card.key}`,
    kind: 'challenge',
    title: card.title,
    summary: card.about,
    levels: { professional: paragraphs(card.about, card.shadow), ...of.at.levels },
    sentences: card.questions.map(({ nl, en }) => ({ nl: { u: nl, je: nl }, en })),
    source: of.source,
  }
}

const both = (word: (language: 'nl' | 'en') => string): Bilingual => ({ nl: word('nl'), en: word('en') })

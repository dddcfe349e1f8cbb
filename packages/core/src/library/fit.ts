import type { RuptureMarker } from '../feedback/feedback.ts'
import type { Setting, Voice } from '../relation/relation.ts'
import type { MeetingPart, Place } from './fit.place.ts'
import type { FitReason } from './fit.words.ts'
import type { Item } from './item.schema.ts'
import { evidenceGrades, type ItemKind } from './item.ts'

/**
 * What of the library is at hand where somebody is now. Only tags come in, never what anybody wrote, and what comes out says
 * why. It is an offer: nothing is left out of the library by it, and nothing is said about a person.
 */

/** So many items are offered at once: what one can take in beside what one was doing. */
export const offersAtMost = 3

/** What may be offered, where, and to be used with whom. */
export type FitAsk = {
  readonly items: readonly Item[]
  readonly place: Place
  /** Of the collaboration one is in; null where there is none. */
  readonly setting: Setting | null
  readonly voice: Voice | null
}

/** An item with the strongest reason why it is offered. */
export type Fit = { readonly item: Item; readonly reason: FitReason }

/** One thing that speaks for an item, and how much. */
type Wish = { readonly weight: number; readonly reason: FitReason; readonly meets: (item: Item) => boolean }

/**
 * At most three items that fit, the best first and each of another kind while there is one; the same question has the same
 * answer. Those that fit equally well stand by what they rest on, then by key. What a chatbot listed comes behind everything
 * that has a source. An item for another kind of working together, or another context, is never offered.
 */
export function fitting(ask: FitAsk): Fit[] {
  const wishes = wishesOf(ask)
  const found = ask.items.flatMap((item) => {
    if (!mayBeOffered(item, ask)) return []
    const met = wishes.filter(({ meets }) => meets(item))
    const first = met.toSorted((a, b) => b.weight - a.weight)[0]
    if (first === undefined) return []
    const weight = met.reduce((sum, wish) => sum + wish.weight, 0) + closeness(item, ask)
    return [{ item, reason: first.reason, weight }]
  })
  const sorted = found.toSorted(better)
  const sourced = differing(sorted.filter(({ item }) => item.provenance !== 'chatbot-list'))
  const listed = differing(sorted.filter(({ item }) => item.provenance === 'chatbot-list'))
  return [...sourced, ...listed].slice(0, offersAtMost).map(({ item, reason }) => ({ item, reason }))
}

type Weighed = Fit & { readonly weight: number }

function better(a: Weighed, b: Weighed): number {
  const rank = ({ item }: Weighed) => evidenceGrades.indexOf(item.grade)
  return b.weight - a.weight || rank(a) - rank(b) || (a.item.key < b.item.key ? -1 : 1)
}

/** The best of each kind in front, in the order they have. */
function differing(sorted: readonly Weighed[]): Weighed[] {
  const kinds = new Set<string>()
  const [first, rest]: [Weighed[], Weighed[]] = [[], []]
  for (const one of sorted) {
    if (kinds.has(one.item.kind)) rest.push(one)
    else first.push(one)
    kinds.add(one.item.kind)
  }
  return [...first, ...rest]
}

function mayBeOffered({ key: own, fits }: Item, { place: at, setting }: FitAsk): boolean {
  if (at.at === 'item' && at.key === own) return false
  if (at.at === 'meeting' && at.format === own) return false
  if (setting === null) return true
  const isKind = fits.kinds.length === 0 || fits.kinds.includes(setting.kind)
  const { context } = setting
  return isKind && (context === null || fits.contexts.length === 0 || fits.contexts.includes(context))
}

/** What one can say or do now comes a little before what one can know. */
const nearness: Partial<Record<ItemKind, number>> = { prompt: 0.75, exercise: 0.5, tip: 0.25 }

/** Small weights that only part what fits alike: made for this situation, or for this voice. */
function closeness({ kind, fits }: Item, { setting, voice }: FitAsk): number {
  const situation = setting?.situation ?? null
  const isHere = situation !== null && fits.situations.includes(situation)
  const isForThem = voice !== null && fits.voices.includes(voice)
  return (nearness[kind] ?? 0) + (isHere ? 0.5 : 0) + (isForThem ? 0.5 : 0)
}

const weights = { exact: 8, named: 4, tag: 2, near: 1 } as const

function wishesOf({ items, place: at }: FitAsk): Wish[] {
  switch (at.at) {
    case 'signal':
      return ofSignal(at)
    case 'rupture':
      return ofRupture(at)
    case 'theme':
      return ofOwnTheme(at)
    case 'goal':
      return ofGoal(at)
    case 'meeting':
      return ofMeeting(at, items)
    case 'moment':
      return [ofMoment(at.moment)]
    case 'item':
      return ofItem(items.find((one) => one.key === at.key))
  }
}

function ofSignal({ rule, line, challenge }: Place & { at: 'signal' }): Wish[] {
  const byRule: Wish = {
    weight: weights.tag,
    reason: { by: 'rule', rule },
    meets: ({ fits }) => fits.signals.includes(rule),
  }
  const wishes = [byRule]
  if (line !== null) {
    wishes.push({
      weight: weights.exact,
      reason: { by: 'line', line },
      meets: ({ fits }) => fits.lines?.includes(line) === true,
    })
  }
  if (challenge !== null) {
    wishes.push({
      weight: weights.exact,
      reason: { by: 'challenge', challenge },
      meets: ({ fits }) => fits.challenges?.includes(challenge) === true,
    })
  }
  return wishes
}

function ofRupture({ markers, step }: Place & { at: 'rupture' }): Wish[] {
  const wishes = markers.map(
    (marker: RuptureMarker): Wish => ({
      weight: weights.named,
      reason: { by: 'marker', marker },
      meets: ({ fits }) => fits.markers.includes(marker),
    }),
  )
  if (step !== null) {
    wishes.push({
      // Above all markers together: the words for the step that one is at come first.
      weight: weights.named * (markers.length + 1),
      reason: { by: 'step', step },
      meets: (item) => item.key === `repair-${step}`,
    })
  }
  return [
    ...wishes,
    {
      weight: weights.near,
      reason: { by: 'moment', moment: 'rupture' },
      meets: ({ fits }) => fits.moments.includes('rupture'),
    },
  ]
}

const ofTheme = (code: string, from: 'theme' | 'mention' | 'like'): Wish => ({
  weight: weights.named,
  reason: { by: from, code },
  meets: ({ fits }) => fits.themes.includes(code),
})

/** A theme by its key, and one of one's own by what it is like: that says less. */
function ofOwnTheme({ code, like, topics }: Place & { at: 'theme' }): Wish[] {
  return [
    ...(code === null ? [] : [ofTheme(code, 'theme')]),
    ...like.map((one): Wish => ({ ...ofTheme(one, 'like'), weight: weights.tag })),
    ...topics.map(
      (topic): Wish => ({
        weight: weights.tag,
        reason: { by: 'subject', topic },
        meets: ({ fits }) => fits.goals.includes(topic),
      }),
    ),
  ]
}

function ofGoal({ topics, codes, levels }: Place & { at: 'goal' }): Wish[] {
  const byTopic = topics.map(
    (topic): Wish => ({
      weight: weights.named,
      reason: { by: 'topic', topic },
      meets: ({ fits }) => fits.goals.includes(topic),
    }),
  )
  const isShared = levels.some((level) => level !== 'person')
  const between: Wish = {
    weight: weights.near,
    reason: { by: 'moment', moment: 'between' },
    meets: ({ fits }) => fits.moments.includes('between'),
  }
  const together: Wish = {
    weight: weights.near,
    reason: { by: 'level' },
    meets: ({ fits }) => isShared && (fits.goals.includes('organisation') || fits.moments.includes('team')),
  }
  return [...byTopic, ...codes.map((code) => ofTheme(code, 'mention')), between, together]
}

const partMoments = {
  before: ['planning', 'meeting'],
  table: ['meeting'],
  case: ['peer-case'],
  shadow: ['tension'],
  agreeing: ['planning'],
  closing: ['after-session', 'evaluation'],
} as const satisfies Record<MeetingPart, readonly string[]>

function ofMeeting({ format, part }: Place & { at: 'meeting' }, items: readonly Item[]): Wish[] {
  const own = items.find((item) => item.kind === 'format' && item.key === format)
  const moments: readonly string[] = partMoments[part]
  const byPart: Wish = {
    weight: weights.tag,
    reason: { by: 'part', part },
    // At a table one needs words and short exercises, not another format.
    meets: ({ kind, fits }) => kind !== 'format' && fits.moments.some((one) => moments.includes(one)),
  }
  const alike: Wish = {
    weight: weights.near,
    reason: { by: 'format' },
    meets: ({ kind, fits }) =>
      kind !== 'format' && own !== undefined && fits.themes.some((code) => own.fits.themes.includes(code)),
  }
  return [byPart, alike]
}

const ofMoment = (moment: (Place & { at: 'moment' })['moment']): Wish => ({
  weight: weights.named,
  reason: { by: 'moment', moment },
  meets: ({ fits }) => fits.moments.includes(moment),
})

/** What goes on from an item shares what it is about; an exercise first after something to say. */
function ofItem(from: Item | undefined): Wish[] {
  if (from === undefined) return []
  const shared = (one: Item) =>
    one.fits.goals.some((goal) => from.fits.goals.includes(goal)) ||
    one.fits.themes.some((code) => from.fits.themes.includes(code)) ||
    one.fits.markers.some((marker) => from.fits.markers.includes(marker))
  return [
    { weight: weights.tag, reason: { by: 'item' }, meets: shared },
    {
      weight: weights.near,
      reason: { by: 'try' },
      meets: (one) => from.kind !== 'exercise' && one.kind === 'exercise' && shared(one),
    },
  ]
}

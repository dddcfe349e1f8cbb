import type { EvidenceGrade, ItemKind, ItemMoment, Licence } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import type { RelationContext, RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { Language } from '@weerklank/core/shared/language'

/** The words of an item in one language while somebody writes them; lists as lines. */
export type DraftWords = {
  title: string
  summary: string
  professional: string
  parent: string
  child: string
  /** One sentence, one step, per line. */
  sentences: string
  steps: string
}

/** An item while somebody writes it: in Dutch, in English, or in both. */
export type ItemDraft = {
  words: Readonly<Record<Language, DraftWords>>
  kind: ItemKind
  grade: EvidenceGrade
  licence: Licence
  source: string
  url: string
  minutes: string
  peopleFrom: string
  peopleTo: string
  relation: RelationKind | null
  context: RelationContext | null
  situation: Situation | null
  moment: ItemMoment | null
  fromChatbot: boolean
}

const noWords: DraftWords = {
  ...{ title: '', summary: '', professional: '', parent: '', child: '', sentences: '', steps: '' },
}

export const emptyItem: ItemDraft = {
  words: { nl: noWords, en: noWords },
  ...{ kind: 'tip', grade: 'practice', licence: 'within-organisation', source: '', url: '' },
  ...{ minutes: '', peopleFrom: '', peopleTo: '', relation: null, context: null, situation: null },
  ...{ moment: null, fromChatbot: false },
}

/** What a language cannot do without. */
const needed = ['title', 'summary', 'professional'] as const
export type NeededWords = (typeof needed)[number]

/** What of a draft is wrong, by the field where it can be mended. */
export type DraftProblem = `${Language}-${NeededWords}` | 'source' | 'url' | 'minutes' | 'people'

const whole = (said: string, atMost: number) =>
  /^\d{1,3}$/.test(said.trim()) && Number(said) >= 1 && Number(said) <= atMost

/** What each part of the form gets. */
export type PartProps = {
  draft: ItemDraft
  errorAt: (problem: DraftProblem) => string | undefined
  onChange: (part: Partial<ItemDraft>) => void
}

/** Whether something stands there in this language. */
export function isBegun(words: DraftWords): boolean {
  return Object.values(words).some((text) => text.trim() !== '')
}

/**
 * What must be mended before an item can be kept; empty: nothing. One language is enough, `first` where none was begun; what was
 * begun in the other is finished or taken away. Without a source nobody can look up where it comes from.
 */
export function draftProblems(draft: ItemDraft, first: Language): DraftProblem[] {
  const begun = languagesFrom(first).filter((one) => isBegun(draft.words[one]))
  const missing = (begun.length === 0 ? [first] : begun).flatMap((one) =>
    needed.flatMap((field) => (draft.words[one][field].trim() === '' ? [`${one}-${field}` as const] : [])),
  )
  const { source, url, minutes, peopleFrom: from, peopleTo: to } = draft
  const noPeople = from.trim() === '' && to.trim() === ''
  const people = noPeople || (whole(from, 500) && whole(to, 500) && Number(from) <= Number(to))
  return [
    ...missing,
    ...(source.trim() === '' ? ['source' as const] : []),
    ...(url.trim() === '' || /^https:\/\/\S+\.\S+$/.test(url.trim()) ? [] : ['url' as const]),
    ...(minutes.trim() === '' || whole(minutes, 600) ? [] : ['minutes' as const]),
    ...(people ? [] : ['people' as const]),
  ]
}

/** Both languages, the one of the screen in front. */
export function languagesFrom(first: Language): readonly Language[] {
  return first === 'nl' ? ['nl', 'en'] : ['en', 'nl']
}

/** The draft of an item, to change it. */
export function draftOf(item: Item): ItemDraft {
  const { source, minutes, groupSize, fits } = item
  return {
    words: { nl: wordsOf(item, 'nl'), en: wordsOf(item, 'en') },
    ...{ kind: item.kind, grade: item.grade, licence: item.licence },
    ...{ source: source.text, url: source.url ?? '' },
    ...{ minutes: minutes === undefined ? '' : String(minutes) },
    peopleFrom: groupSize === undefined ? '' : String(groupSize.min),
    peopleTo: groupSize === undefined ? '' : String(groupSize.max),
    ...{ relation: fits.kinds[0] ?? null, context: fits.contexts[0] ?? null },
    ...{ situation: fits.situations[0] ?? null, moment: fits.moments[0] ?? null },
    fromChatbot: item.provenance === 'chatbot-list',
  }
}

function wordsOf(
  { title, summary, levels, sentences = [], steps = [] }: Item,
  language: Language,
): DraftWords {
  return {
    ...{ title: title[language] ?? '', summary: summary[language] ?? '' },
    ...{ professional: levels.professional[language] ?? '', parent: levels.parent?.[language] ?? '' },
    child: levels.child?.[language] ?? '',
    sentences: sentences.flatMap((one) => sentenceIn(one, language) ?? []).join('\n'),
    steps: steps.flatMap((one) => one[language] ?? []).join('\n'),
  }
}

const noFits: Item['fits'] = {
  ...{ kinds: [], contexts: [], situations: [], moments: [], signals: [] },
  ...{ markers: [], themes: [], goals: [], voices: [] },
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The item that a draft says. What the form does not ask (more tags, minutes of a step, another form of address) stays as it was in
 * `before`, as long as its line is the same.
 */
export function itemOf(draft: ItemDraft, before: Item | null): Item {
  const { minutes, peopleFrom, peopleTo, url } = draft
  const [parent, child] = [either(draft, 'parent'), either(draft, 'child')]
  return {
    ...{ key: before?.key ?? 'new', version: before?.version ?? 1 },
    kind: draft.fromChatbot && draft.kind === 'evidence' ? 'tip' : draft.kind,
    ...{ title: either(draft, 'title') ?? {}, summary: either(draft, 'summary') ?? {} },
    levels: {
      professional: either(draft, 'professional') ?? {},
      ...(parent && { parent }),
      ...(child && { child }),
    },
    ...saidOf(draft, before),
    source: {
      text: draft.source.trim(),
      ...(url.trim() !== '' && { url: url.trim() }),
      ...(before?.source.year !== undefined &&
        before.source.text === draft.source.trim() && { year: before.source.year }),
    },
    ...(minutes.trim() !== '' && { minutes: Number(minutes) }),
    ...(peopleFrom.trim() !== '' && { groupSize: { min: Number(peopleFrom), max: Number(peopleTo) } }),
    grade: draft.fromChatbot ? 'none' : draft.grade,
    provenance: draft.fromChatbot ? 'chatbot-list' : 'organisation',
    licence: draft.licence,
    fits: fitsOf(draft, before?.fits ?? noFits),
    ...(before?.uses && { uses: before.uses }),
  }
}

type Words = { nl?: string; en?: string }

/** A text in the languages in which it stands there; undefined in none. */
function either({ words }: ItemDraft, field: keyof DraftWords): Words | undefined {
  const [nl, en] = [words.nl[field].trim(), words.en[field].trim()]
  if (nl === '' && en === '') return undefined
  return { ...(nl !== '' && { nl }), ...(en !== '' && { en }) }
}

type Sentence = NonNullable<Item['sentences']>[number]

function sentenceIn(one: Sentence, language: Language): string | undefined {
  return language === 'nl' ? one.nl?.je : one.en
}

function saidOf({ words }: ItemDraft, before: Item | null): Pick<Item, 'sentences' | 'steps'> {
  const sentences = inPairs(lines(words.nl.sentences), lines(words.en.sentences)).map(({ nl, en }) => {
    const known = before?.sentences?.find((old) => nl !== undefined && old.nl?.je === nl)
    return {
      ...(nl !== undefined && { nl: known?.nl ?? { u: nl, je: nl } }),
      ...(en !== undefined && { en }),
    }
  })
  const steps = inPairs(lines(words.nl.steps), lines(words.en.steps)).map((said) => {
    const known = before?.steps?.find(
      (old) => (said.nl !== undefined && old.nl === said.nl) || (said.en !== undefined && old.en === said.en),
    )
    return { ...said, ...(known?.minutes !== undefined && { minutes: known.minutes }) }
  })
  return { ...(sentences.length > 0 && { sentences }), ...(steps.length > 0 && { steps }) }
}

/** As many lines in both languages are the same lines; otherwise nobody can tell which goes with which, and each stands alone. */
function inPairs(nl: readonly string[], en: readonly string[]): Words[] {
  if (nl.length === en.length) return nl.map((line, at) => ({ nl: line, en: en[at] ?? '' }))
  return [...nl.map((line) => ({ nl: line })), ...en.map((line) => ({ en: line }))]
}

/** The first of each list is what the form shows; the others stay while that one does. */
function fitsOf(draft: ItemDraft, before: Item['fits']): Item['fits'] {
  const kept = <One extends string>(all: One[], first: One | null): One[] => {
    if (first === null) return []
    return all[0] === first ? all : [first]
  }
  return {
    ...before,
    kinds: kept(before.kinds, draft.relation),
    contexts: kept(before.contexts, draft.context),
    situations: kept(before.situations, draft.situation),
    moments: kept(before.moments, draft.moment),
  }
}

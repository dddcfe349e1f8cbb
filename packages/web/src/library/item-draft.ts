import type { EvidenceGrade, ItemKind, ItemMoment, Licence } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import type { RelationContext, RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { Language } from '@weerklank/core/shared/language'

/** An item while somebody writes it: in one language, lists as lines. */
export type ItemDraft = {
  title: string
  summary: string
  professional: string
  parent: string
  child: string
  /** One sentence, one step, per line. */
  sentences: string
  steps: string
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

export const emptyItem: ItemDraft = {
  ...{ title: '', summary: '', professional: '', parent: '', child: '', sentences: '', steps: '' },
  ...{ kind: 'tip', grade: 'practice', licence: 'within-organisation', source: '', url: '' },
  ...{ minutes: '', peopleFrom: '', peopleTo: '', relation: null, context: null, situation: null },
  ...{ moment: null, fromChatbot: false },
}

/** What of a draft is wrong, by the field where it can be mended. */
export type DraftProblem = 'title' | 'summary' | 'professional' | 'source' | 'url' | 'minutes' | 'people'

const whole = (said: string, atMost: number) =>
  /^\d{1,3}$/.test(said.trim()) && Number(said) >= 1 && Number(said) <= atMost

/** What each part of the form gets. */
export type PartProps = {
  draft: ItemDraft
  errorAt: (problem: DraftProblem) => string | undefined
  onChange: (part: Partial<ItemDraft>) => void
}

/** What must be mended before an item can be kept; empty: nothing. Without a source nobody can look up where it comes from. */
export function draftProblems(draft: ItemDraft): DraftProblem[] {
  const missing = (['title', 'summary', 'professional', 'source'] as const).filter(
    (field) => draft[field].trim() === '',
  )
  const { url, minutes, peopleFrom: from, peopleTo: to } = draft
  const noPeople = from.trim() === '' && to.trim() === ''
  const people = noPeople || (whole(from, 500) && whole(to, 500) && Number(from) <= Number(to))
  return [
    ...missing,
    ...(url.trim() === '' || /^https:\/\/\S+\.\S+$/.test(url.trim()) ? [] : ['url' as const]),
    ...(minutes.trim() === '' || whole(minutes, 600) ? [] : ['minutes' as const]),
    ...(people ? [] : ['people' as const]),
  ]
}

/** The draft of an item in one language, to change it. */
export function draftOf(item: Item, language: Language): ItemDraft {
  const { title, summary, levels, sentences = [], steps = [], source, minutes, groupSize, fits } = item
  const said = sentences.flatMap((one) => (language === 'nl' ? (one.nl?.je ?? []) : (one.en ?? [])))
  return {
    ...{ title: title[language] ?? '', summary: summary[language] ?? '' },
    ...{ professional: levels.professional[language] ?? '', parent: levels.parent?.[language] ?? '' },
    ...{ child: levels.child?.[language] ?? '', sentences: said.join('\n') },
    steps: steps.flatMap((one) => one[language] ?? []).join('\n'),
    ...{
      kind: item.kind,
      grade: item.grade,
      licence: item.licence,
      source: source.text,
      url: source.url ?? '',
    },
    ...{ minutes: minutes === undefined ? '' : String(minutes) },
    peopleFrom: groupSize === undefined ? '' : String(groupSize.min),
    peopleTo: groupSize === undefined ? '' : String(groupSize.max),
    ...{ relation: fits.kinds[0] ?? null, context: fits.contexts[0] ?? null },
    ...{ situation: fits.situations[0] ?? null, moment: fits.moments[0] ?? null },
    fromChatbot: item.provenance === 'chatbot-list',
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
 * The item that a draft says, in its language. What the form does not ask (more tags, minutes of a step, another form of address) stays
 * as it was in `before`, as long as its line is the same; texts in the other language go along as they are.
 */
export function itemOf(draft: ItemDraft, language: Language, before: Item | null): Item {
  const key = before?.key ?? 'new'
  const level = (name: 'parent' | 'child') => mixed(before?.levels[name], draft[name].trim(), language)
  const [parent, child] = [level('parent'), level('child')]
  const { minutes, peopleFrom, peopleTo, url } = draft
  return {
    ...{
      key,
      version: before?.version ?? 1,
      kind: draft.fromChatbot && draft.kind === 'evidence' ? 'tip' : draft.kind,
    },
    title: both(before?.title, draft.title.trim(), language),
    summary: both(before?.summary, draft.summary.trim(), language),
    levels: {
      professional: both(before?.levels.professional, draft.professional.trim(), language),
      ...(parent && { parent }),
      ...(child && { child }),
    },
    ...saidOf(draft, language, before),
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

function both(before: Words | undefined, text: string, language: Language): Words {
  return { ...before, [language]: text }
}

function mixed(before: Words | undefined, text: string, language: Language): Words | undefined {
  const { [language]: _, ...other } = before ?? {}
  const now: Words = text === '' ? other : { ...other, [language]: text }
  return now.nl === undefined && now.en === undefined ? undefined : now
}

function saidOf(
  draft: ItemDraft,
  language: Language,
  before: Item | null,
): Pick<Item, 'sentences' | 'steps'> {
  const [sentences, steps] = [lines(draft.sentences), lines(draft.steps)]
  const said = (one: string) => {
    const known = before?.sentences?.find((old) => (language === 'nl' ? old.nl?.je : old.en) === one)
    return known ?? (language === 'nl' ? { nl: { u: one, je: one } } : { en: one })
  }
  const step = (one: string) => before?.steps?.find((old) => old[language] === one) ?? { [language]: one }
  return {
    ...(sentences.length > 0 && { sentences: sentences.map(said) }),
    ...(steps.length > 0 && { steps: steps.map(step) }),
  }
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

import { type VoiceFamily, voiceFamily, voices } from '../relation/relation.ts'
import type { Bilingual } from '../shared/language.ts'

/** Largest model, so that the picture stays a picture; lengths of names in UTF-16 units. */
export const synergyLimits = { rings: 5, elements: 12, name: 40, source: 300 } as const

/** One element, by a key that stays when its name changes. */
export type SynergyElement = { key: string; name: Bilingual }
export type SynergyBand = { name: Bilingual; elements: SynergyElement[] }

/**
 * A model of what working together well is made of, as an organisation may change it: rings from the inside out, the
 * conditions around them, and the shadow side, which is always there (see `synergy.schema.ts`).
 */
export type SynergyModel = {
  key: string
  name: Bilingual
  source: Bilingual
  rings: (SynergyBand & { key: string })[]
  context: SynergyBand
  shadow: SynergyBand
}

/** Whether a model can be kept: everything has a name in both languages, and the shadow side is not empty. */
export function isWholeModel(model: SynergyModel): boolean {
  const { name, rings, context, shadow } = model
  const names = [name, ...[...rings, context, shadow].map((band) => band.name)]
  const all = [...names, ...elementsOf(model).map((element) => element.name)]
  return shadow.elements.length > 0 && all.every(({ nl, en }) => nl.trim() !== '' && en.trim() !== '')
}

/** Where an element lies: in a ring, counted from the inside, or in one of the bands around them. */
export type SynergyPlace =
  | { readonly band: 'ring'; readonly ring: number }
  | { readonly band: 'context' | 'shadow' }

/** All elements, from the inside out, then the conditions, then the shadow side. */
export function elementsOf(
  model: Pick<SynergyModel, 'rings' | 'context' | 'shadow'>,
): (SynergyElement & { readonly place: SynergyPlace })[] {
  return [
    ...model.rings.flatMap(({ elements }, ring) =>
      elements.map((one) => ({ ...one, place: { band: 'ring', ring } as const })),
    ),
    ...model.context.elements.map((one) => ({ ...one, place: { band: 'context' } as const })),
    ...model.shadow.elements.map((one) => ({ ...one, place: { band: 'shadow' } as const })),
  ]
}

/** Which element the quotes of a theme belong to. A theme under it goes along, unless it has a place of its own. */
export type SynergyPlacing = { readonly code: string; readonly element: string }

/** What was expected of an element before the words were read. */
export type SynergyExpectation = { readonly element: string; readonly isExpected: boolean }

/** Quotes of one theme by one voice, at one moment. */
export type VoiceCount = { readonly code: string; readonly voice: string; readonly quotes: number }

/** Whether what was expected came out; null where nothing was expected beforehand. */
export type SynergyOutcome = 'as-expected' | 'not-found' | 'unexpected' | null

export type SynergyEvidence = {
  readonly element: string
  readonly quotes: number
  /** How many quotes of each family; `other` holds who belongs to none. */
  readonly families: Readonly<Record<VoiceFamily | 'other', number>>
  readonly voices: readonly { readonly voice: string; readonly quotes: number }[]
  readonly outcome: SynergyOutcome
}

/** The four quarters of a mark on the map. */
export const voiceFamilies = [
  'client',
  'kin',
  'professional',
  'partner',
] as const satisfies readonly VoiceFamily[]

/** The family of a column of voices; `other` for a role at the table without a voice of its own, and for an unknown one. */
export function familyOf(voice: string): VoiceFamily | 'other' {
  const known = voices.find((one) => one === voice)
  return known === undefined ? 'other' : voiceFamily(known)
}

type EvidenceInput = {
  readonly placings: readonly SynergyPlacing[]
  readonly expectations: readonly SynergyExpectation[]
  readonly themes: readonly { readonly id: string; readonly parent: string | null }[]
  readonly counts: readonly VoiceCount[]
}

/** What each element of the model rests on, in the order of the model. Each quote counts for at most one element. */
export function synergyEvidence(
  model: Pick<SynergyModel, 'rings' | 'context' | 'shadow'>,
  input: EvidenceInput,
): SynergyEvidence[] {
  const elementOf = placedBy(input)
  const found = new Map<string, Map<string, number>>()
  for (const { code, voice, quotes } of input.counts) {
    const element = elementOf(code)
    if (element === undefined || quotes === 0) continue
    const byVoice = found.get(element) ?? new Map<string, number>()
    byVoice.set(voice, (byVoice.get(voice) ?? 0) + quotes)
    found.set(element, byVoice)
  }
  const expected = new Map(input.expectations.map(({ element, isExpected }) => [element, isExpected]))
  return elementsOf(model).map(({ key }) => evidenceOf(key, found.get(key), expected.get(key)))
}

function evidenceOf(
  element: string,
  byVoice: ReadonlyMap<string, number> = new Map(),
  isExpected: boolean | undefined,
): SynergyEvidence {
  const families = { client: 0, kin: 0, professional: 0, partner: 0, other: 0 }
  for (const [voice, quotes] of byVoice) families[familyOf(voice)] += quotes
  const voices = [...byVoice].map(([voice, quotes]) => ({ voice, quotes }))
  const quotes = voices.reduce((sum, one) => sum + one.quotes, 0)
  return { element, quotes, families, voices, outcome: outcomeOf(isExpected, quotes) }
}

function outcomeOf(isExpected: boolean | undefined, quotes: number): SynergyOutcome {
  if (isExpected === undefined) return null
  if (isExpected === quotes > 0) return 'as-expected'
  return isExpected ? 'not-found' : 'unexpected'
}

/** From a theme to its element: its own place, else that of the nearest theme above it. */
function placedBy({ placings, themes }: EvidenceInput): (code: string) => string | undefined {
  const placed = new Map(placings.map(({ code, element }) => [code, element]))
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  return (code) => {
    const seen = new Set<string>()
    for (let at: string | null = code; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      const element = placed.get(at)
      if (element !== undefined) return element
      seen.add(at)
    }
    return undefined
  }
}

/** How an element changed from one moment to a later one. */
export type SynergyChange = 'new' | 'more' | 'same' | 'less' | 'gone' | 'none'

/** Lays two moments beside each other, in the order of the later; `none` where neither has quotes. */
export function synergyChanges(
  before: readonly SynergyEvidence[],
  after: readonly SynergyEvidence[],
): {
  readonly element: string
  readonly change: SynergyChange
  readonly before: number
  readonly after: number
}[] {
  const earlier = new Map(before.map(({ element, quotes }) => [element, quotes]))
  return after.map(({ element, quotes }) => {
    const was = earlier.get(element) ?? 0
    return { element, before: was, after: quotes, change: changeOf(was, quotes) }
  })
}

function changeOf(was: number, is: number): SynergyChange {
  if (was === 0) return is === 0 ? 'none' : 'new'
  if (is === 0) return 'gone'
  if (is === was) return 'same'
  return is > was ? 'more' : 'less'
}

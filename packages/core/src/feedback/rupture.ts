import type { Bilingual, Language } from '../shared/language.ts'

/**
 * A rupture: strain in the working together, away from each other (withdrawal) or against each other (confrontation). Tagged
 * by a person, never by the machine: a short answer, silence or another opinion is not by itself a rupture. Facts and codes:
 * domain.md §3.1–3.2 (after the markers of 3RS); the words are our own.
 */
export const ruptureKinds = ['withdrawal', 'confrontation'] as const
export type RuptureKind = (typeof ruptureKinds)[number]

type Marker = Bilingual & { readonly kind: RuptureKind }

const withdrawal = (nl: string, en: string): Marker => ({ kind: 'withdrawal', nl, en })
const confrontation = (nl: string, en: string): Marker => ({ kind: 'confrontation', nl, en })

const markers = {
  W1: withdrawal('zegt dat er niets is', 'says that nothing is wrong'),
  W2: withdrawal('geeft heel korte antwoorden of valt stil', 'gives very short answers or falls silent'),
  W3: withdrawal('geeft het op', 'gives up'),
  W4: withdrawal('praat algemeen of vaag', 'talks in general or vaguely'),
  W5: withdrawal('vertelt over iets of iemand anders', 'tells about something or someone else'),
  W6: withdrawal('begint over iets anders', 'changes the subject'),
  W7: withdrawal('praat mee: alles is goed', 'goes along: everything is fine'),
  W8: withdrawal('woorden en gevoel passen niet bij elkaar', 'words and feeling do not match'),
  C1: confrontation('klaagt over mij of een collega', 'complains about me or a colleague'),
  C2: confrontation('wijst een voorstel af', 'turns down a proposal'),
  C3: confrontation('klaagt over wat we doen', 'complains about what we do'),
  C4: confrontation('klaagt over tijd, plek of regels', 'complains about time, place or rules'),
  C5: confrontation('zegt dat het niet helpt', 'says that it does not help'),
  C6: confrontation('verdedigt zich', 'defends himself or herself'),
  C7: confrontation('neemt de leiding over of zet druk', 'takes over or puts on pressure'),
} as const satisfies Record<string, Marker>

export type RuptureMarker = keyof typeof markers
export const ruptureMarkers = Object.keys(markers) as [RuptureMarker, ...RuptureMarker[]]

/** What one may notice, as a chip says it; begins with a small letter. */
export function markerWord(marker: RuptureMarker, language: Language): string {
  return markers[marker][language]
}

/** Away from each other, or against each other. */
export function markerKind(marker: RuptureMarker): RuptureKind {
  return markers[marker].kind
}

/** How clear it was, 1–5 (domain.md §3.2): 1 hardly or very vague, 3 at least one clear marker, 5 very clear. */
export const salienceFrom = 1
export const salienceTo = 5

/** How repair goes, in the steps of domain.md §3.3 [design]. */
export const ruptureSteps = [
  'pause',
  'invite',
  'listen',
  'own-part',
  'renegotiate',
  'agree',
  'outcome',
] as const
export type RuptureStep = (typeof ruptureSteps)[number]

export const ruptureOutcomes = ['solved', 'partly', 'not-solved', 'not-discussed'] as const
export type RuptureOutcome = (typeof ruptureOutcomes)[number]

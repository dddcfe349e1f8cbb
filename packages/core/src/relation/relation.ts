import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { AddressForm } from '../shared/language.ts'

/** The kinds of working together (domain.md §1.5, S004 table 2). */
export const relationKinds = ['interpersonal', 'with-help-seekers', 'interprofessional'] as const
export type RelationKind = (typeof relationKinds)[number]

/** The contexts are systems: micro (direct contact), meso (round one client), exo (care for groups); S004 table 1. */
export const relationContexts = ['micro', 'meso', 'exo'] as const
export type RelationContext = (typeof relationContexts)[number]

/** S004 table 1. `mdo` (multidisciplinary meeting) stands in two levels, so situation to context is many-to-many. */
export const situationsOf = {
  micro: [
    'guidance',
    'intake',
    'evaluation',
    'therapy',
    'treatment',
    'diagnostics',
    'network-consultation',
    'mdo',
    'course',
    'explanation',
    'psychoeducation',
  ],
  meso: [
    'mdo',
    'work-meeting',
    'team-meeting',
    'case-consultation',
    'coordination-meeting',
    'treatment-meeting',
  ],
  exo: ['learning-network', 'neighbourhood-initiative', 'consortium', 'policy', 'cross-domain-project'],
} as const satisfies Record<RelationContext, readonly string[]>

export type Situation = (typeof situationsOf)[RelationContext][number]
export const situations = [...new Set(Object.values(situationsOf).flat())] as [Situation, ...Situation[]]

/** Kind × context × situation: the axis by which everything in Weerklank is found back. */
export type Setting = {
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
}

type SettingRefusal = 'not-applicable' | 'context-missing' | 'situation-missing' | 'situation-not-in-context'

/**
 * Whether kind, context and situation fit together (S004 table 2): between people neither context nor situation applies,
 * in the other two kinds both are needed, and the situation belongs to the context.
 */
export function checkSetting(setting: Setting): Decision<SettingRefusal> {
  const { kind, context, situation } = setting
  if (kind === 'interpersonal') {
    return context === null && situation === null ? allowed : refused('not-applicable')
  }
  if (context === null) return refused('context-missing')
  if (situation === null) return refused('situation-missing')
  const fits: readonly string[] = situationsOf[context]
  return fits.includes(situation) ? allowed : refused('situation-not-in-context')
}

/** The voices people speak with. A voice has one colour and one shape everywhere: see `voiceFamily`. */
export const voices = [
  'client',
  'youth',
  'child',
  'mother',
  'father',
  'kin',
  'professional',
  'colleague',
  'partner',
  'expert-by-experience',
  'manager',
] as const
export type Voice = (typeof voices)[number]

/** The four families that look.md gives a colour and a shape: client, kin, professional, partner. */
export type VoiceFamily = 'client' | 'kin' | 'professional' | 'partner'

const families: Record<Voice, VoiceFamily> = {
  client: 'client',
  youth: 'client',
  child: 'client',
  mother: 'kin',
  father: 'kin',
  kin: 'kin',
  professional: 'professional',
  colleague: 'professional',
  partner: 'partner',
  'expert-by-experience': 'partner',
  manager: 'partner',
}

/** Whether a screen offers what changes a collaboration: it has not ended, and its reader may change it. */
export function goesOn(relation: { closedAt: string | null; mayChange: boolean }): boolean {
  return relation.closedAt === null && relation.mayChange
}

/** The family that decides colour and shape of a voice. */
export function voiceFamily(voice: Voice): VoiceFamily {
  return families[voice]
}

/** How someone with this voice is spoken to unless she says otherwise (domain.md §9.7). */
export function defaultAddressForm(voice: Voice): AddressForm {
  const formal: readonly Voice[] = ['client', 'mother', 'father', 'kin']
  return formal.includes(voice) ? 'u' : 'je'
}

/** What people tell and is kept besides checks: what helps, what does not, earlier experiences with care. */
export const toldNoteKinds = ['helps', 'hinders', 'earlier-care'] as const

/** All notes of a collaboration: what was told, and working notes that their author shared. */
export const noteKinds = [...toldNoteKinds, 'shared-note'] as const
export type NoteKind = (typeof noteKinds)[number]

/** A planned or past contact: an ordinary one, or a talk about the working together itself. */
export const contactKinds = ['contact', 'repair-talk'] as const
export type ContactKind = (typeof contactKinds)[number]

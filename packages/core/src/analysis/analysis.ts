import type { MeetingRole } from '../dialogue/dialogue.ts'
import type { Voice } from '../relation/relation.ts'
import type { MeetingId, RelationId } from '../shared/ids.ts'

/**
 * Where words in an analysis come from (domain.md §1.1): reflecting oneself beforehand, the dialogue, what was written after it,
 * an open answer of a check or form, something told about helping, a document that was brought.
 */
export const sourceKinds = ['self-research', 'dialogue', 'written', 'check', 'goal', 'import'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Which texts flow in by themselves: of these meetings and collaborations, of these kinds. */
export type CorpusSources = {
  meetings: readonly MeetingId[]
  relations: readonly RelationId[]
  kinds: readonly SourceKind[]
}

/** Who speaks, as an analysis knows it: never a name. Both are null where it is not known (an imported document). */
export type Speaking = { voice: Voice | null; role: MeetingRole | null }

/** A voice in an analysis, as one column of a matrix: what someone does at the table when that sets her apart, else her voice. */
export type VoiceKey = Voice | MeetingRole | 'unknown'

/** Roles at the table with a voice of their own: who leads or writes down speaks from there, not as mother or colleague. */
const apart: readonly MeetingRole[] = ['facilitator', 'recorder', 'timekeeper', 'interviewer', 'consultant']

/** The one key under which somebody's words are counted. */
export function voiceKey({ voice, role }: Speaking): VoiceKey {
  if (role !== null && apart.includes(role)) return role
  return voice ?? role ?? 'unknown'
}

/** Longest texts, in Unicode code points. */
export const analysisLimits = {
  title: 120,
  question: 500,
  codeName: 120,
  codeText: 2000,
  memo: 5000,
  passage: 20_000,
  speaker: 40,
  /** Passages in one document that is brought, and documents and codes in one analysis. */
  passages: 5000,
  documents: 2000,
  codes: 1000,
  /** Rows that one deed may touch. */
  deed: 20_000,
} as const

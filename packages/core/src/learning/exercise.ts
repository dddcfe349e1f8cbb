import { z } from 'zod'
import { checkSetting, relationContexts, relationKinds, situations } from '../relation/relation.ts'
import type { Bilingual } from '../shared/language.ts'
import { bilingual, spoken } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'

/** What one does with an exercise: try it, train it, think back, make it a habit, or do it once (domain.md §1.5). */
export const exerciseKinds = ['exercise', 'training', 'reflection', 'ritual', 'action'] as const
export type ExerciseKind = (typeof exerciseKinds)[number]

export const exerciseKindWords: Readonly<Record<ExerciseKind, Bilingual>> = {
  exercise: { nl: 'oefening', en: 'exercise' },
  training: { nl: 'training', en: 'training' },
  reflection: { nl: 'nadenken', en: 'reflection' },
  ritual: { nl: 'vaste gewoonte', en: 'ritual' },
  action: { nl: 'actie', en: 'action' },
}

/** An exercise as it stands in content/learning/exercises, one file per version. */
export const exerciseShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.int().min(1),
  /** Its place in the list. */
  position: z.int().min(1),
  kind: z.enum(exerciseKinds),
  name: bilingual,
  /** What one does. */
  do: spoken,
  /** What it is good for. */
  aim: spoken,
  /** The question to look back with. */
  ask: spoken,
  source: z.strictObject({ document: z.string().min(1), note: z.string().min(1) }),
})
export type Exercise = z.infer<typeof exerciseShape>

/** Something of one's own that is in no list. */
export const ownExercise = 'own'

/** Whether she would do it again: yes, in another way, or no. Each is fine. */
export const repeats = ['yes', 'otherwise', 'no'] as const
export type Repeat = (typeof repeats)[number]

export const repeatWords: Readonly<Record<Repeat, Bilingual>> = {
  yes: { nl: 'ja, weer zo', en: 'yes, like this' },
  otherwise: { nl: 'ja, maar anders', en: 'yes, but otherwise' },
  no: { nl: 'nee', en: 'no' },
}

/** Signs of a story about an exercise, and of each part of a strategy. */
export const exerciseSigns = 2000
export const strategySigns = 300

/**
 * One line of the log: what was practised, on which day and where. Kind × context × situation fit together by the rule that
 * goes for collaborations (S004, table 2); a story is needed, an insight is not.
 */
export const exerciseEntry = z
  .strictObject({
    exercise: z.string().min(1).max(80),
    doneOn: z.iso.date(),
    kind: z.enum(relationKinds),
    context: z.enum(relationContexts).nullable(),
    situation: z.enum(situations).nullable(),
    happened: requiredText(exerciseSigns),
    insight: text(exerciseSigns),
    repeat: z.enum(repeats).nullable(),
  })
  .superRefine((entry, report) => {
    const verdict = checkSetting(entry)
    if (!verdict.allowed) report.addIssue({ code: 'custom', path: ['situation'], message: verdict.reason })
  })
export type ExerciseEntry = z.infer<typeof exerciseEntry>

/**
 * A way of acting that somebody chose for herself: "If …, then I …. If that goes wrong, then …." The last part may be open.
 */
export const strategyShape = z.strictObject({
  trigger: requiredText(strategySigns),
  plan: requiredText(strategySigns),
  fallback: text(strategySigns),
})
export type Strategy = z.infer<typeof strategyShape>

const tail = (part: string) => part.replace(/[\s.]+$/, '')

/** A strategy as one would say it. */
export function strategySentence({ trigger, plan, fallback }: Strategy, language: 'nl' | 'en'): string {
  const first =
    language === 'nl'
      ? `Als ${tail(trigger)}, dan ${tail(plan)}.`
      : `If ${tail(trigger)}, then ${tail(plan)}.`
  if (fallback === '') return first
  const second =
    language === 'nl' ? `Gaat het mis, dan ${tail(fallback)}.` : `If it goes wrong, then ${tail(fallback)}.`
  return `${first} ${second}`
}

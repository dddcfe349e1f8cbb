import type { Role } from '../access/access.ts'
import { checkSetting, type Setting } from '../relation/relation.ts'
import { concernsOf, markHers, type TextConcern } from '../shared/concerns.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'

/**
 * Practice knowledge: what somebody did, how, in which setting, what it brought and under which conditions (domain.md §1.5,
 * S004). Its author keeps it for herself until she shares it with colleagues; before that, all that may point at somebody is
 * changed, or kept by her own decision.
 */

/** The parts of a story in the order in which they are written. */
export const practiceParts = [
  'did',
  'behaviour',
  'attitude',
  'communication',
  'brought',
  'conditions',
] as const
export type PracticePart = (typeof practiceParts)[number]
export type PracticeBody = { readonly [P in PracticePart]: string }

/** How much one part may hold. */
export const practicePartAtMost = 1500
/** How much a colleague may add at once. */
export const practiceAdditionAtMost = 800

/** What the author says before she shares; each of them by herself. */
export const practiceTicks = ['no-names', 'nothing-rare', 'not-known-again', 'about-me'] as const
export type PracticeTick = (typeof practiceTicks)[number]

/** What a colleague adds: she does this besides, or it went otherwise with her. */
export const practiceAdditionKinds = ['also', 'otherwise'] as const
export type PracticeAdditionKind = (typeof practiceAdditionKinds)[number]

/** Why a story cannot be shared yet. `recognisable` is told with the words, by `practiceConcerns`. */
export type PracticeProblem = 'setting' | 'did' | 'how' | 'brought' | 'ticks' | 'recognisable' | 'unchanged'

/** A word that may point at somebody, and in which part it stands. */
export type PracticeConcern = TextConcern & { readonly part: PracticePart }

/**
 * What in a story may point at somebody: names of `names` in any form, words with a capital (also at the beginning of a
 * sentence, unless it is an ordinary word), days, ages, numbers and addresses. Each word once per part, in order of the parts.
 * It finds too much rather than too little. `hers` are the names of the people with whom the author works: these are marked.
 * Not promised: a nickname, or what only one person here went through.
 */
export function practiceConcerns(
  body: PracticeBody,
  names: readonly string[],
  hers: readonly string[] = [],
): PracticeConcern[] {
  return practiceParts.flatMap((part) =>
    markHers(concernsOf(body[part], names), hers).map((one) => ({ part, ...one })),
  )
}

/**
 * What is left of concerns when the author decided that some of these words are nobody. A name of somebody with whom she works is
 * somebody, whatever she decides.
 */
export function concernsLeft<Found extends Pick<TextConcern, 'word' | 'isHers'>>(
  found: readonly Found[],
  kept: readonly string[],
): Found[] {
  const decided = new Set(kept)
  return found.filter(({ word, isHers }) => isHers === true || !decided.has(word))
}

/** What is missing before a story can be shared, apart from what may point at somebody. */
export function practiceGaps(of: { setting: Setting; body: PracticeBody }): PracticeProblem[] {
  const { setting, body } = of
  const isSaid = (part: PracticePart) => body[part].trim() !== ''
  return [
    ...(checkSetting(setting).allowed ? [] : (['setting'] as const)),
    ...(isSaid('did') ? [] : (['did'] as const)),
    ...(['behaviour', 'attitude', 'communication'].some((part) => isSaid(part as PracticePart))
      ? []
      : (['how'] as const)),
    ...(isSaid('brought') ? [] : (['brought'] as const)),
  ]
}

const workers: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach']

/**
 * Who reads stories of colleagues, shares her own and adds to them: who works with people. Who only keeps the house or does research
 * is none of the colleagues whom an author tells what she did; what she wrote herself stays hers.
 */
export function mayTakePartInPractice(roles: readonly Role[]): Decision<'no-colleague'> {
  return roles.some((role) => workers.includes(role)) ? allowed : refused('no-colleague')
}

/** How a story stands: her own, shared with colleagues, or out of sight because a colleague knew somebody again. */
export type PracticeStanding = 'draft' | 'shared' | 'hidden'

/** How a story stands by its moments. */
export function practiceStanding(of: { sharedAt: string | null; hiddenAt: string | null }): PracticeStanding {
  if (of.hiddenAt !== null) return 'hidden'
  return of.sharedAt === null ? 'draft' : 'shared'
}

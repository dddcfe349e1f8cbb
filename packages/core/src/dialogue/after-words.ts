import type { Language } from '../shared/language.ts'
import { reportGroups } from '../shared/small-groups.ts'
import type { AfterState, WitnessQuestion } from './after.ts'

/** May the hosts have her words as a letter: not, without her name, or with it. */
export const letterChoices = ['no', 'unnamed', 'named'] as const
export type LetterChoice = (typeof letterChoices)[number]

/** Where words are to be shown: among the people of the work, or to everybody. */
export const quoteUses = ['team', 'publish'] as const
export type QuoteUse = (typeof quoteUses)[number]

/** What the speaker says of it: yes, yes in other words, no. */
export const quoteDecisions = ['yes', 'changed', 'no'] as const
export type QuoteDecision = (typeof quoteDecisions)[number]

export const agreementStates = ['open', 'done', 'dropped'] as const
export type AgreementState = (typeof agreementStates)[number]

export type QuoteFacts = {
  askedWords: string | null
  ownWords: string | null
  decision: QuoteDecision | null
  withdrawn: boolean
}

/**
 * The words that may be shown elsewhere; null while the speaker has not said yes, when she said no, and from the moment that
 * she takes it back. In her own words where she changed them.
 */
export function shownWords({ askedWords, ownWords, decision, withdrawn }: QuoteFacts): string | null {
  if (withdrawn || decision === null || decision === 'no') return null
  return decision === 'changed' ? ownWords : askedWords
}

export type QuoteState = 'asked' | 'approved' | 'refused' | 'withdrawn'

/** Where the asking for words stands. What was taken back stays so. */
export function quoteState({ decision, withdrawn }: Pick<QuoteFacts, 'decision' | 'withdrawn'>): QuoteState {
  if (withdrawn) return 'withdrawn'
  if (decision === null) return 'asked'
  return decision === 'no' ? 'refused' : 'approved'
}

/** "Was this worth our time?" */
export const worthAnswers = ['yes', 'partly', 'no'] as const
export type WorthAnswer = (typeof worthAnswers)[number]
export type WorthCounts = Readonly<Record<WorthAnswer, number>>

/** Below so many answers nothing is told of them. */
export const worthFrom = 5

/**
 * What may be told of how people found their time spent, once no answer is counted any more: told earlier, one answer more
 * would show what its writer said. Null while it is counted and below five answers.
 */
export function worthShown(counts: WorthCounts, isClosed: boolean): WorthCounts | null {
  if (!isClosed) return null
  const n = worthAnswers.reduce((sum, answer) => sum + counts[answer], 0)
  const root = { id: 'all', own: { n, items: { worth: { ...counts } } }, subgroups: [] }
  const [group] = reportGroups({ root, items: ['worth'], k: worthFrom }).groups
  return group === undefined || n < worthFrom ? null : counts
}

/** One answer as the letter to the hosts may hold it. */
export type LetterPart = { name: string | null; question: WitnessQuestion; words: string }

export type LetterSource = {
  name: string
  choice: LetterChoice
  state: AfterState
  answers: Partial<Record<WitnessQuestion, string>>
}

/**
 * What the hosts may read, question by question: only words of whom said yes, with a name only where she said so, in an
 * order that tells nothing of who answered first (by the words themselves).
 */
export function letterParts(
  sources: readonly LetterSource[],
  questions: readonly WitnessQuestion[],
): LetterPart[] {
  return questions.flatMap((question) =>
    sources
      .flatMap(({ name, choice, state, answers }) => {
        const words = answers[question] ?? ''
        if (choice === 'no' || state !== 'answered' || words === '') return []
        return [{ name: choice === 'named' ? name : null, question, words }]
      })
      .toSorted((a, b) => (a.words < b.words ? -1 : 1)),
  )
}

/** Who was at two tables, and whether they are of one collaboration. */
export type Table = { relation: string | null; people: readonly string[] }

/** As long as an agreement of a collaboration may be, in code points. */
const agreementAtMost = 300

/**
 * What a table agreed as its collaboration keeps it and a check asks it back: with the case it holds in. Too long for one
 * line: without the case, and cut off where even that is too long.
 */
export function agreementLine(
  { ifText, text }: { ifText: string; text: string },
  language: Language,
): string {
  const both = language === 'nl' ? `Als ${ifText}, dan ${text}` : `If ${ifText}, then ${text}`
  const whole = ifText === '' ? text : both
  const line = [...whole].length <= agreementAtMost ? whole : text
  const points = [...line]
  return points.length <= agreementAtMost ? line : `${points.slice(0, agreementAtMost - 1).join('')}…`
}

/**
 * Whether a meeting is one of the same people as an earlier one: of one collaboration, or at least two who were there then,
 * who are at least half of the smaller table.
 */
export function isSameCircle(one: Table, other: Table): boolean {
  if (one.relation !== null && one.relation === other.relation) return true
  const both = new Set(one.people.filter((person) => other.people.includes(person))).size
  return both >= 2 && 2 * both >= Math.min(new Set(one.people).size, new Set(other.people).size)
}

/** What a meeting begins with: what is still open of those before, the earliest day first, those without a day after it. */
export function openingOrder<A extends { dueOn: string | null; madeAt: string }>(
  agreements: readonly A[],
): A[] {
  return agreements.toSorted((a, b) =>
    (a.dueOn ?? '9999') === (b.dueOn ?? '9999')
      ? a.madeAt < b.madeAt
        ? -1
        : 1
      : (a.dueOn ?? '9999') < (b.dueOn ?? '9999')
        ? -1
        : 1,
  )
}

import { plainNumber } from '../shared/number-words.ts'
import { sentenceStart } from '../shared/sentence-start.ts'
import { annotationsInOrder, isBelow, type RunChartSeries, scaleOf, scoreOfPoint } from './run-chart-input.ts'
import { type NamedNote, type RangeText, type RunChartPhrases, runChartPhrases } from './run-chart-phrases.ts'

export type RunChartSentenceInput = RunChartSeries & {
  /** Whose answers these are, as one calls this person. */
  readonly personName: string
}

/**
 * Says in one to three short sentences what the picture shows. It only restates what was answered, in order: no
 * judgement, no cause, no prediction, no advice (product.md, promise 1). Throws a RangeError for an impossible scale.
 */
export function runChartSentence(input: RunChartSentenceInput): string {
  const story = storyOf(input)
  return [...answersInWords(story), ...silenceInWords(story)]
    .map((sentence) => `${sentenceStart(sentence)}.`)
    .join(' ')
}

/** One answer: its score, how it is written, how its day is named, and its place among the points. */
type Answer = { readonly value: number; readonly text: string; readonly when: string; readonly index: number }

type Story = {
  readonly input: RunChartSentenceInput
  readonly say: RunChartPhrases
  readonly name: string
  readonly answers: readonly Answer[]
  /** A difference that is worth a word: a tenth of the scale, as signal rule R2 (domain.md §3.6). */
  readonly bigStep: number
}

function storyOf(input: RunChartSentenceInput): Story {
  const { min, max } = scaleOf(input)
  const say = runChartPhrases[input.lang]
  const answers = input.points.flatMap((point, index) => {
    const value = scoreOfPoint(point)
    if (value === null) return []
    return [
      { value, text: plainNumber(value, input.lang, 1), when: point.when ?? say.onDay(point.label), index },
    ]
  })
  // Tenths are not exact in binary: 7.9 − 6.9 must count as a step of 1.
  return { input, say, name: input.personName, answers, bigStep: (max - min) / 10 - 1e-9 }
}

function answersInWords(story: Story): string[] {
  const { input, say, name, answers } = story
  const [first] = answers
  if (input.points.length === 0) return [say.nothingYet(name)]
  if (first === undefined) return [say.noneAnswered(name, input.points.length)]
  if (answers.length === 1) return [say.once(name, first.text, first.when)]
  if (answers.length === 2) return [twoInWords(story, answers)]
  return seriesInWords(story)
}

/** Three answers or more: the first pattern that holds, and a last answer that differs from the ones before it. */
function seriesInWords(story: Story): string[] {
  const { say, answers, bigStep } = story
  const plain = sameInWords(story, answers) ?? eachTimeInWords(story)
  if (plain !== undefined) return [plain]
  const [before, last] = [answers.at(-2), answers.at(-1)]
  if (before === undefined || last === undefined) return []
  const change = last.value - before.value
  const direction = change < 0 ? 'lower' : 'higher'
  const turn = Math.abs(change) >= bigStep ? [say.turned(direction, last.when, last.text)] : []
  const afterNote = afterNoteInWords(story, turn.length > 0 && direction === 'lower')
  if (afterNote !== undefined) {
    return [afterNote.sentence, ...(afterNote.leavesOutLast ? turn : [])]
  }
  const body = turn.length > 0 ? answers.slice(0, -1) : answers
  const main =
    sameInWords(story, body) ??
    endOfScaleInWords(story) ??
    shiftInWords(story) ??
    belowInWords(story) ??
    spreadInWords(story, body)
  return [main, ...turn]
}

function twoInWords({ say, name }: Story, [first, last]: readonly Answer[]): string {
  const [a, b] = [first?.text ?? '', last?.text ?? '']
  return a === b ? say.same(name, 2, a) : say.firstThen(name, a, b)
}

function sameInWords({ say, name }: Story, answers: readonly Answer[]): string | undefined {
  const text = answers[0]?.text
  return text !== undefined && answers.every((answer) => answer.text === text)
    ? say.same(name, answers.length, text)
    : undefined
}

/** Higher (or lower) every time, and together more than a big step. */
function eachTimeInWords({ say, name, answers, bigStep }: Story): string | undefined {
  const [first, last] = [answers[0], answers.at(-1)]
  if (first === undefined || last === undefined || Math.abs(last.value - first.value) < bigStep)
    return undefined
  const direction = last.value > first.value ? 'higher' : 'lower'
  const isEachTime = answers.every((answer, i) => {
    const previous = answers[i - 1]
    if (previous === undefined) return true
    return direction === 'higher' ? answer.value > previous.value : answer.value < previous.value
  })
  return isEachTime ? say.each(name, direction, { first: first.text, last: last.text }) : undefined
}

// More answers than this after a note are no longer told as what came after it.
const noteHoldsFor = 10

/**
 * What was answered after the latest note that lies between answers. A fall at the very end is told apart
 * (`leavesOutLast`), so that "three times higher" stays true of the three.
 */
function afterNoteInWords({ input, say, name, answers }: Story, endsWithFall: boolean) {
  const dated = annotationsInOrder(input)
  const note = dated.findLast(({ pointsBefore }) => {
    const before = answers.filter((answer) => answer.index < pointsBefore).length
    return before >= 1 && before < answers.length
  })
  if (note === undefined) return undefined
  const before = answers.filter((answer) => answer.index < note.pointsBefore)
  const all = answers.slice(before.length)
  if (all.length > noteHoldsFor) return undefined
  const leavesOutLast = endsWithFall && all.length > 1
  const after = leavesOutLast ? all.slice(0, -1) : all
  const { kind, dateLabel } = note.annotation
  const isOnlyOne = dated.filter(({ annotation }) => annotation.kind === kind).length === 1
  const named: NamedNote = { kind, dateLabel: isOnlyOne ? '' : dateLabel }
  const then = { count: after.length, direction: directionAfter(before, after), range: rangeOf(after) }
  return { sentence: say.after(name, named, then), leavesOutLast }
}

// "Higher" must hold for each answer against the last one before the note, and for the mean: after 8, 8 and 2, three
// times a 3 is no rise.
function directionAfter(before: readonly Answer[], after: readonly Answer[]): 'higher' | 'lower' | 'mixed' {
  const last = before.at(-1)?.value ?? 0
  const [meanBefore, meanAfter] = [meanOf(before), meanOf(after)]
  if (meanAfter > meanBefore && after.every(({ value }) => value > last)) return 'higher'
  return meanAfter < meanBefore && after.every(({ value }) => value < last) ? 'lower' : 'mixed'
}

/** The first three lie wholly below (or above) the last three, a big step apart on average. */
function shiftInWords({ say, name, answers, bigStep }: Story): string | undefined {
  const count = 3
  if (answers.length < 2 * count) return undefined
  const [first, last] = [answers.slice(0, count), answers.slice(-count)]
  const [lows, highs] = meanOf(first) < meanOf(last) ? [first, last] : [last, first]
  const isApart =
    Math.max(...lows.map(({ value }) => value)) < Math.min(...highs.map(({ value }) => value)) &&
    meanOf(highs) - meanOf(lows) >= bigStep
  return isApart ? say.firstAndLast(name, count, { first: rangeOf(first), last: rangeOf(last) }) : undefined
}

/** At least three answers and at least half of them lie below the line. */
function belowInWords({ input, say, name, answers }: Story): string | undefined {
  const count = answers.filter(({ value }) => isBelow(value, input.cutoff)).length
  if (input.cutoff === null || count < 3 || count * 2 < answers.length) return undefined
  return say.below(name, { count, of: answers.length }, plainNumber(input.cutoff.value, input.lang))
}

/** The last three answers or more are the top of the scale. */
function endOfScaleInWords({ input, say, name, answers }: Story): string | undefined {
  const { max } = scaleOf(input)
  const count = answers.length - 1 - answers.findLastIndex(({ value }) => value < max)
  return count >= 3 ? say.lastSame(name, count, plainNumber(max, input.lang, 1)) : undefined
}

function spreadInWords(story: Story, answers: readonly Answer[]): string {
  const { say, name, bigStep } = story
  if (answers.length === 2) return twoInWords(story, answers)
  const values = answers.map(({ value }) => value)
  const isSteady = Math.max(...values) - Math.min(...values) <= bigStep / 2 + 1e-9
  return isSteady ? say.steady(name, rangeOf(answers)) : say.between(name, rangeOf(answers))
}

/** Checks without an answer: many in all, or the latest ones. */
function silenceInWords({ input, say, answers }: Story): string[] {
  const last = answers.at(-1)
  if (last === undefined) return []
  const missed = input.points.length - answers.length
  const latest = input.points.length - 1 - last.index
  if (missed > latest && missed >= 3 && missed * 2 >= input.points.length)
    return [say.manyMissed(missed, input.points.length)]
  return latest > 0 ? [say.lastMissed(latest)] : []
}

function meanOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { value }) => sum + value, 0) / answers.length
}

function rangeOf(answers: readonly Answer[]): RangeText {
  const sorted = answers.toSorted((a, b) => a.value - b.value)
  return { low: sorted[0]?.text ?? '', high: sorted.at(-1)?.text ?? '' }
}

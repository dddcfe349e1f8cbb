import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Agreement, Response } from '@weerklank/core/feedback/feedback.contract'
import type { Answers, Instrument, ScaleItem } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'

/** How an answer lies beside the one of the time before. Only `fell` and `low` are worth a talk. */
export type AnswerTurn =
  | { kind: 'empty' }
  | { kind: 'fell' | 'rose' | 'near'; by: number }
  | { kind: 'low' | 'first' }

/** One line of someone's answers. */
export type AnswerLine = {
  item: ScaleItem
  value: number | null
  previous: number | null
  turn: AnswerTurn
  /** Tinted: a low answer, or a clear fall since the time before. */
  worthTalk: boolean
}

/** An earlier agreement that was asked back in this check. */
export type AnswerEcho = { agreement: string; text: string; answer: EchoAnswer }

export type AnswersView = {
  lines: AnswerLine[]
  score: number | null
  previousScore: number | null
  echoes: AnswerEcho[]
}

// Tenths are not exact in binary: 7.9 − 6.9 must count as a fall of 1.
const rounding = 1e-9
/** Smaller differences are only the hand that moved a slider. */
const worthSaying = 0.5

export type AnswersSource = {
  instrument: Instrument
  response: Response
  /** The same person's answers to the same questions before this one, oldest first. */
  earlier: readonly Response[]
  agreements: readonly Agreement[]
}

/** Someone's answers beside those of the time before, item by item, in the words of the version they were given to. */
export function answersView({ instrument, response, earlier, agreements }: AnswersSource): AnswersView {
  const before = earlier.filter(
    (one) => one.participant === response.participant && one.instrument === response.instrument,
  )
  const lines = instrument.items.map((item): AnswerLine => {
    const value = response.answers[item.id] ?? null
    const previous = before.flatMap(({ answers }) => answers[item.id] ?? []).at(-1) ?? null
    const isScored = instrument.scoring.method !== 'none'
    const turn: AnswerTurn =
      isScored || value === null ? turnOf(instrument, value, previous) : { kind: 'first' }
    return { item, value, previous, turn, worthTalk: isScored && isWorthTalk(instrument, value, turn) }
  })
  const score = (answers: Answers) => scoreOf(instrument, answers)
  return {
    lines,
    score: score(response.answers),
    previousScore: before.flatMap(({ answers }) => score(answers) ?? []).at(-1) ?? null,
    echoes: agreements.flatMap((agreement) => {
      const echo = agreement.echoes.find((one) => one.response === response.id)
      return echo === undefined
        ? []
        : [{ agreement: agreement.id, text: agreement.text, answer: echo.answer }]
    }),
  }
}

function turnOf({ signals }: Instrument, value: number | null, previous: number | null): AnswerTurn {
  if (value === null) return { kind: 'empty' }
  const isLow = value < signals.itemBelow.value - rounding
  if (previous === null) return { kind: isLow ? 'low' : 'first' }
  const by = Math.abs(value - previous)
  if (previous - value >= signals.dropAtLeast - rounding) return { kind: 'fell', by }
  if (isLow) return { kind: 'low' }
  if (by < worthSaying - rounding) return { kind: 'near', by }
  return { kind: value < previous ? 'fell' : 'rose', by }
}

function isWorthTalk({ signals }: Instrument, value: number | null, turn: AnswerTurn): boolean {
  if (value === null) return false
  const fell = turn.kind === 'fell' && turn.by >= signals.dropAtLeast - rounding
  return fell || value < signals.itemBelow.value - rounding
}

import { z } from 'zod'
import { isDrawing } from '../shared/drawing.ts'
import type { AgreementId, ResponseId } from '../shared/ids.ts'
import { type RespondLanguage, respondLanguages } from '../shared/language.ts'
import { text } from '../shared/text-input.ts'
import { type Instant, millis } from '../shared/time.ts'
import { type EchoAnswer, echoAnswers } from './agreement.ts'
import type { Answers, Instrument } from './instrument.ts'
import { readScaleValue } from './scale-value.ts'

/** What was asked: the server makes it from the invitation, the page shows it, the answer is read against it. */
export type CheckForm = {
  /** Made with the invitation: a repeat of the same form is the same response. */
  responseId: ResponseId
  instrument: Instrument
  /**
   * The earlier agreements that this form may speak of. When an answer is read, give all of the respondent's agreements,
   * also those that changed or ended meanwhile: an answer that waited on a phone may still speak of them.
   */
  agreements: readonly { id: AgreementId; text: string }[]
}

/** What the respondent answered, fit to be stored. */
export type Submission = {
  responseId: ResponseId
  answers: Answers
  openText: string
  /** What was drawn, where the check asks for it (see drawing.ts); absent when nothing was. */
  drawing?: string
  echoes: readonly { agreement: AgreementId; answer: EchoAnswer }[]
  /** When the device says it was answered; only `answeredAtOf` may turn it into a stored moment. */
  at: Instant | null
  /** The language it was answered in, when the page said so. */
  language: RespondLanguage | null
}

/** Everything that can be wrong with a field; `problemText` says what to do. */
export const submissionProblems = [
  'unknown-field',
  'repeated-field',
  'wrong-key',
  'not-a-number',
  'out-of-range',
  'too-fine',
  'unknown-choice',
  'too-long',
  'unreadable',
  'no-drawing',
  'nothing-answered',
] as const
export type SubmissionProblem = (typeof submissionProblems)[number]

export type SubmissionResult =
  | { ok: true; submission: Submission }
  | { ok: false; errors: Readonly<Record<string, SubmissionProblem>> }

/** The open answer's greatest length in characters (Unicode code points). */
export const openTextAtMost = 2000

/** The names of the form's fields. */
export const submissionFields = {
  key: 'key',
  open: 'open',
  drawing: 'drawing',
  at: 'at',
  language: 'lang',
} as const

/** The field of an item's answer: `7.3`, or empty when it was left open. */
export function answerField(itemId: string): string {
  return `a.${itemId}`
}

/** The field of the answer to "did it change?". */
export function echoField(agreement: AgreementId): string {
  return `e.${agreement}`
}

/**
 * Reads a posted form, whatever it holds; never throws. Each field may come once, and only the form's own fields may come.
 * `errors` names per field what is wrong; of the unknown fields only the first, and a form without any answer is told at
 * its first question. A device time that cannot be read is passed over: no answer is lost for the sake of a clock.
 */
export function parseSubmission(
  form: CheckForm,
  fields: Iterable<readonly [name: string, value: string]>,
): SubmissionResult {
  const posted = postedFields(fields)
  const { items } = form.instrument
  const given = items.flatMap(({ id }) => {
    const value = posted.read(answerField(id), (written) => readAnswer(written, form.instrument))
    return value === null ? [] : [[id, value] as const]
  })
  const echoes = form.agreements.flatMap(({ id }) => {
    const answer = posted.read(echoField(id), (written) => readChoice(written, echoAnswers))
    return answer === null ? [] : [{ agreement: id, answer }]
  })
  posted.read(submissionFields.key, (written) =>
    written === form.responseId ? { value: written } : { problem: 'wrong-key' },
  )
  const drawing = form.instrument.drawing && posted.read(submissionFields.drawing, readDrawing)
  const submission: Submission = {
    responseId: form.responseId,
    answers: Object.fromEntries(given),
    openText: posted.read(submissionFields.open, readOpenText) ?? '',
    ...(drawing ? { drawing } : {}),
    echoes,
    at: posted.read(submissionFields.at, readMoment),
    language: posted.read(submissionFields.language, (written) => readChoice(written, respondLanguages)),
  }
  const problems = posted.problems()
  const isBlank = submission.openText === '' && submission.drawing === undefined
  if (problems.length === 0 && given.length + echoes.length === 0 && isBlank) {
    problems.push([answerField(items[0]?.id ?? ''), 'nothing-answered'])
  }
  return problems.length === 0
    ? { ok: true, submission }
    : { ok: false, errors: Object.fromEntries(problems) }
}

/** What a field says, null when it was left empty, or what is wrong with it. */
type Reading<T> = { value: T | null } | { problem: SubmissionProblem }

const empty = { value: null } as const

/** The posted fields by name; keeps what went wrong, and knows which fields were asked for. */
function postedFields(fields: Iterable<readonly [string, string]>) {
  const values = new Map<string, string>()
  const repeated = new Set<string>()
  for (const [name, value] of fields) {
    if (values.has(name)) repeated.add(name)
    values.set(name, value)
  }
  const asked = new Set<string>()
  const problems: [string, SubmissionProblem][] = []
  return {
    /** A field that was not sent reads as an empty one. */
    read<T>(name: string, reader: (written: string) => Reading<T>): T | null {
      asked.add(name)
      const reading: Reading<T> = repeated.has(name)
        ? { problem: 'repeated-field' }
        : reader(values.get(name) ?? '')
      if ('value' in reading) return reading.value
      problems.push([name, reading.problem])
      return null
    },
    problems(): [string, SubmissionProblem][] {
      const unknown = [...values.keys()].find((name) => !asked.has(name))
      return unknown === undefined ? problems : [...problems, [unknown, 'unknown-field']]
    },
  }
}

function readAnswer(written: string, { scale, options }: Instrument): Reading<number> {
  const trimmed = written.trim()
  if (trimmed === '') return empty
  const read = readScaleValue(trimmed, scale)
  // What was not offered was not chosen.
  const isOffered = 'problem' in read || !options || options.some(({ value }) => value === read.value)
  return isOffered ? read : { problem: 'unknown-choice' }
}

function readChoice<Choice extends string>(written: string, choices: readonly Choice[]): Reading<Choice> {
  if (written === '') return empty
  const value = choices.find((choice) => choice === written)
  return value === undefined ? { problem: 'unknown-choice' } : { value }
}

const openText = text(openTextAtMost)

function readOpenText(written: string): Reading<string> {
  const result = openText.safeParse(written)
  if (result.success) return { value: result.data }
  const isTooLong = result.error.issues.some((issue) => issue.code === 'too_big')
  return { problem: isTooLong ? 'too-long' : 'unreadable' }
}

function readDrawing(written: string): Reading<string> {
  if (written === '') return empty
  return isDrawing(written) ? { value: written } : { problem: 'no-drawing' }
}

const moment = z.iso.datetime()

function readMoment(written: string): Reading<Instant> {
  const result = moment.safeParse(written)
  return result.success ? { value: result.data } : empty
}

/**
 * The moment an answer counts as given. A device's clock is believed only between the sending of the invitation and now
 * (both included); outside, or when the device said nothing, it is now.
 */
export function answeredAtOf(
  at: Instant | null,
  window: { openedNotBefore: Instant; now: Instant },
): Instant {
  if (at === null || millis(at) < millis(window.openedNotBefore) || millis(at) > millis(window.now)) {
    return window.now
  }
  return at
}

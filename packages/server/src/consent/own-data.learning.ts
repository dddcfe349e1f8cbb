import { fill, type Listener, wordsTo } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../http/html.ts'
import type { OwnLearning } from '../learning/learning.ts'

const nl = {
  learning: { u: 'Leertrajecten waar u aan meedoet', je: 'Leertrajecten waar je aan meedoet' },
  number: 'In de monitor: nummer {number}.',
  received: 'Wat er binnenkwam',
  notKept: 'de inhoud is niet bewaard',
  goals: 'Leerdoelen',
  before: 'Eerder: {text}',
  because: 'Veranderd omdat: {reason}',
  answers: 'Antwoorden',
  mentions: 'Wat hindert en wat helpt',
  shared: 'Anderen mogen dit lezen, zonder naam.',
  own: { u: 'Alleen u leest dit.', je: 'Alleen jij leest dit.' },
} as const
const en: Readonly<Record<keyof typeof nl, string>> = {
  learning: 'Learning trajectories in which you take part',
  number: 'In the monitor: number {number}.',
  received: 'What came in',
  notKept: 'its content was not kept',
  goals: 'Learning goals',
  before: 'Earlier: {text}',
  because: 'Changed because: {reason}',
  answers: 'Answers',
  mentions: 'What hinders and what helps',
  shared: 'Others may read this, without a name.',
  own: 'Only you read this.',
}

type Words = Readonly<Record<keyof typeof nl, string>>
type Moment = (at: string) => string

/** What she wrote in trajectories, and what the register holds of her; nothing where she takes part in none. */
export function learningBlock(
  all: readonly OwnLearning[],
  { listener, moment }: { listener: Listener; moment: Moment },
): Html | null {
  if (all.length === 0) return null
  const words = wordsTo({ nl, en }, listener)
  return html`<section><h2>${words.learning}</h2>${all.map((one) => trajectory(one, words, moment))}</section>`
}

function trajectory(one: OwnLearning, words: Words, moment: Moment): Html {
  const received = one.received.map(
    ({ title, at, kept }) => html`<li>${title}: ${moment(at)}${kept ? null : html` (${words.notKept})`}</li>`,
  )
  const goals = one.goals.map(({ text, more, reason, isCurrent, shared }) => {
    const said = isCurrent ? text : fill(words.before, { text })
    const why = reason === '' ? '' : fill(words.because, { reason })
    return html`<li>${[said, ...more, why].filter((part) => part !== '').join(' – ')} <i>${reads(shared, words)}</i></li>`
  })
  const answers = one.answers.map(
    ({ to, text, shared }) => html`<li>${to} ${text} <i>${reads(shared, words)}</i></li>`,
  )
  const mentions = one.mentions.map(
    ({ level, text, shared }) => html`<li>${level}: ${text} <i>${reads(shared, words)}</i></li>`,
  )
  return html`<h3><b>${one.title}</b></h3><p>${fill(words.number, { number: String(one.number) })} ${[one.organisation, one.function].filter((part) => part !== '').join(', ')}</p>
    ${list(words.received, received)}${list(words.goals, goals)}${list(words.answers, answers)}${list(words.mentions, mentions)}`
}

const reads = (shared: boolean, words: Words) => (shared ? words.shared : words.own)

function list(title: string, lines: readonly Html[]): Html | null {
  return lines.length === 0 ? null : html`<p><b>${title}</b></p><ul>${lines}</ul>`
}

import { scoreOfResponse } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback, Response, Signal } from '@weerklank/core/feedback/feedback.contract'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { checkLine } from '@weerklank/core/feedback/invitation'
import type { SignalOutcome, SignalRule } from '@weerklank/core/feedback/signal'
import { echoWord, outcomeWord, ruleName } from '@weerklank/core/feedback/signal.words'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type Instant, localDay, shortDate } from '@weerklank/core/shared/time'
import { listWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import type { TimelineItem } from '../ui/Timeline.tsx'

export type EventWords = {
  answered: (names: string, count: number) => string
  score: (score: string) => string
  scoreOf: (name: string, score: string) => string
  notDiscussed: string
  echoed: (answer: string) => string
  missed: string
  missedBy: (names: string, count: number) => string
  agreed: string
  changed: string
  changedSays: (name: string, agreement: string) => string
}

export type EventsSource = {
  feedback: Omit<RelationFeedback, 'openers'>
  participants: readonly Participant[]
  seen: Seen
  words: EventWords
}

/** What happened as far as checks tell it: answers, silences, agreements and what became of signals. In no order. */
export function checkEvents(source: EventsSource): TimelineItem[] {
  return [...answers(source), ...silences(source), ...agreements(source), ...closings(source)]
}

/** The contacts that an answer tells about already. */
export function contactsAnswered({ responses }: Pick<RelationFeedback, 'responses'>): ReadonlySet<string> {
  return new Set(responses.flatMap(({ contact }) => contact ?? []))
}

function dateOf(at: Instant, { language, timeZone }: Seen): string {
  return shortDate(at, language, timeZone)
}

function namesOf(ids: readonly string[], { participants, seen }: EventsSource): string {
  const names = [...new Set(ids)].flatMap((id) => participants.find((person) => person.id === id)?.name ?? [])
  return listWords(names, seen.language)
}

/** Events of one key together, in the order in which the keys first come. */
function together<Event>(events: readonly Event[], keyOf: (event: Event) => string): Event[][] {
  const groups = new Map<string, Event[]>()
  for (const event of events) {
    const key = keyOf(event)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [event])
    else known.push(event)
  }
  return [...groups.values()]
}

function answers(source: EventsSource): TimelineItem[] {
  const { feedback, seen, words } = source
  const open = new Set(
    feedback.signals.flatMap(({ outcome, response }) => (outcome === null ? response : [])),
  )
  const echoes = echoesByResponse(source)
  // Those who answered on one day are told in one breath.
  const dayOf = ({ answeredAt }: Response) => localDay(answeredAt, seen.timeZone)
  return together(feedback.responses, dayOf).flatMap((day) => {
    const last = day.at(-1)
    if (last === undefined) return []
    const isOpen = day.some(({ id }) => open.has(id))
    const sentences = [
      ...scores(day, source),
      ...day.flatMap(({ id }) => echoes.get(id) ?? []),
      ...(isOpen ? [words.notDiscussed] : []),
    ]
    const people = day.map(({ participant }) => participant)
    const item: TimelineItem = {
      id: last.id,
      at: last.answeredAt,
      date: dateOf(last.answeredAt, seen),
      icon: 'people',
      tone: isOpen ? 'warm' : 'primary',
      title: words.answered(namesOf(people, source), new Set(people).size),
    }
    return sentences.length === 0 ? item : { ...item, text: sentences.join(' ') }
  })
}

function scores(day: readonly Response[], { feedback, participants, seen, words }: EventsSource): string[] {
  return day.flatMap((response) => {
    const score = scoreOfResponse(feedback.instruments, response)
    if (score === null) return []
    const label = valueLabel(score, seen.language)
    if (day.length === 1) return words.score(label)
    return words.scoreOf(participants.find(({ id }) => id === response.participant)?.name ?? '', label)
  })
}

/** What was answered to "did it change?", for each answer that is told; a change is told by itself. */
function echoesByResponse({ feedback, seen, words }: EventsSource): Map<string, string[]> {
  const told = new Map<string, string[]>()
  for (const { echoes } of feedback.agreements) {
    for (const { answer, response } of echoes) {
      if (answer === 'changed') continue
      const sentence = words.echoed(echoWord(answer, seen.language))
      told.set(response, [...(told.get(response) ?? []), sentence])
    }
  }
  return told
}

function silences(source: EventsSource): TimelineItem[] {
  const { feedback, participants, seen, words } = source
  const missed = participants
    .flatMap(({ id }) => checkLine(feedback.invitations, { participant: id, timeZone: seen.timeZone }))
    .filter(({ status }) => status !== 'answered')
  return together(missed, ({ sentAt }) => localDay(sentAt, seen.timeZone)).flatMap((day) => {
    const last = day.at(-1)
    if (last === undefined) return []
    const people = day.map(({ participant }) => participant)
    return {
      id: last.id,
      at: last.sentAt,
      date: dateOf(last.sentAt, seen),
      icon: 'silent',
      title: words.missed,
      text: words.missedBy(namesOf(people, source), new Set(people).size),
    }
  })
}

function agreements(source: EventsSource): TimelineItem[] {
  const { feedback, seen, words } = source
  return feedback.agreements.flatMap(({ id, madeAt, text, echoes }) => {
    const made: TimelineItem = {
      id,
      at: madeAt,
      date: dateOf(madeAt, seen),
      icon: 'check',
      tone: 'kept',
      title: words.agreed,
      text,
    }
    const changed = echoes.find(({ answer }) => answer === 'changed')
    if (changed === undefined) return made
    const kept: TimelineItem = {
      id: `${id} changed`,
      at: changed.at,
      date: dateOf(changed.at, seen),
      icon: 'return',
      tone: 'kept',
      title: words.changed,
      text: words.changedSays(namesOf([changed.participant], source), text),
    }
    return [made, kept]
  })
}

/** Signals that were closed together; those that led to an agreement are told by that agreement. */
function closings({ feedback, seen }: EventsSource): TimelineItem[] {
  const closed = feedback.signals.flatMap((signal) => {
    const { closedAt, outcome } = signal
    return closedAt === null || outcome === null || outcome === 'agreed'
      ? []
      : [{ signal, closedAt, outcome }]
  })
  return together(closed, ({ closedAt, outcome }) => `${outcome} ${closedAt}`).flatMap((group) => {
    const [first] = group
    const signals = group.map(({ signal }) => signal)
    return first === undefined ? [] : closing(first, signals, seen)
  })
}

type Closed = { closedAt: Instant; outcome: SignalOutcome }

function closing({ closedAt, outcome }: Closed, signals: readonly Signal[], seen: Seen): TimelineItem {
  const rules = new Set(signals.map(({ finding }): SignalRule => finding.rule))
  const about = [...rules].map((rule) => ruleName(rule, seen.language)).join(' · ')
  const note = signals.find(({ note }) => note !== '')?.note
  return {
    id: `${signals[0]?.id} closed`,
    at: closedAt,
    date: dateOf(closedAt, seen),
    icon: outcome === 'discussed' ? 'talk' : 'clock',
    tone: outcome === 'discussed' ? 'kept' : 'plain',
    title: outcomeWord(outcome, seen.language),
    text: note ?? about,
  }
}

import type { RelationSummary, Signal } from '@weerklank/core/feedback/feedback.contract'
import { describeSignal } from '@weerklank/core/feedback/signal.description'
import { type SignalWords, sinceOf } from '@weerklank/core/feedback/signal.sentences'
import { type DaySeen, dayInSentence, shortDay } from '@weerklank/core/shared/day-words'
import type { Bilingual } from '@weerklank/core/shared/language'

export type SignalPlace = {
  participants: readonly Pick<RelationSummary['participants'][number], 'id' | 'name'>[]
  itemLabels: Readonly<Record<string, Bilingual>>
  /** How to call someone who has left the collaboration: she is not among the participants any more. */
  gone: string
}

/** A signal as this reader reads it today. */
export function signalInWords(signal: Signal, place: SignalPlace, seen: DaySeen): SignalWords {
  const { finding, participant, openedAt } = signal
  const nameOf = (id: string) => place.participants.find((one) => one.id === id)?.name ?? place.gone
  const since = sinceOf(finding)
  return describeSignal(finding, {
    language: seen.language,
    name: nameOf(participant),
    when: dayInSentence(openedAt, seen),
    itemLabel: (id) => place.itemLabels[id]?.[seen.language] ?? id,
    sinceWords: since === null ? '' : shortDay(since, seen),
    nameOf,
  })
}

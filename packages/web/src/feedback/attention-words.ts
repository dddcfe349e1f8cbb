import type { RelationSummary, Signal } from '@weerklank/core/feedback/feedback.contract'
import type { SignalWords } from '@weerklank/core/feedback/signal.sentences'
import { describeSignal } from '@weerklank/core/feedback/signal.words'
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
  return describeSignal(finding, {
    language: seen.language,
    name: place.participants.find(({ id }) => id === participant)?.name ?? place.gone,
    when: dayInSentence(openedAt, seen),
    itemLabel: (id) => place.itemLabels[id]?.[seen.language] ?? id,
    sinceWords: finding.rule === 'no-check' ? shortDay(finding.since, seen) : '',
  })
}

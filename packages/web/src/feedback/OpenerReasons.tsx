import type { RelationFeedback, Signal } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { useText } from '../language/use-text.ts'
import { signalInWords } from './attention-words.ts'
import { itemLabelsFor } from './check-series.ts'
import { openerText } from './opener.text.ts'

type Props = {
  feedback: RelationFeedback
  participants: readonly Participant[]
  signals: readonly Signal[]
  seen: DaySeen
}

/** For each open signal: what was answered, and by which rule it stands here. */
export function OpenerReasons({ feedback, participants, signals, seen }: Props) {
  const { gone } = useText(openerText)
  return (
    <ul className="wk-stack wk-small">
      {signals.map((signal) => {
        const itemLabels = itemLabelsFor(feedback, signal)
        const { observation, why } = signalInWords(signal, { participants, itemLabels, gone }, seen)
        return (
          <li key={signal.id}>
            <p>
              <strong>{observation}</strong>
            </p>
            <p>{why}</p>
          </li>
        )
      })}
    </ul>
  )
}

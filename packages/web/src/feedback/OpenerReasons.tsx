import { itemLabelsFor } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback, Signal } from '@weerklank/core/feedback/feedback.contract'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { labelInSentence } from '@weerklank/core/feedback/signal.sentences'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { dayAlone } from '../language/moment-words.ts'
import { useText } from '../language/use-text.ts'
import { signalInWords } from './attention-words.ts'
import { openerText } from './opener.text.ts'
import { openerReasonsText } from './opener-reasons.text.ts'
import { momentOf, pointsOf } from './signal-points.ts'

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
          <li key={signal.id} className="wk-stack wk-stack--tight">
            <p>
              <strong>{observation}</strong>
            </p>
            <p>{why}</p>
            <Points {...{ feedback, participants, signal, seen }} />
          </li>
        )
      })}
    </ul>
  )
}

/** What it rests on: when, which answer, and whose where it was another's. */
function Points({ feedback, participants, signal, seen }: Omit<Props, 'signals'> & { signal: Signal }) {
  const text = useText(openerReasonsText)
  const { gone } = useText(openerText)
  const points = pointsOf(feedback, signal)
  if (points.length === 0) return null
  const itemLabels = itemLabelsFor(feedback, signal)
  const moment = momentOf(feedback, signal)
  const own = participants.find(({ id }) => id === signal.participant)?.name ?? gone
  const words = points.map(({ at, value, item, by }) => {
    const who = by === null ? own : (participants.find(({ id }) => id === by)?.name ?? gone)
    const day = dayAlone(at, seen)
    if (value === null) return moment === null ? day : text.moment[moment](who, day)
    const given = valueLabel(value, seen.language)
    const label = item === null ? null : labelInSentence(itemLabels[item]?.[seen.language] ?? item)
    return text.point(day, { who, gave: label === null ? text.score(given) : text.item(given, label) })
  })
  return (
    <div>
      <p>{text.restsOn}</p>
      <ul className="wk-opener__points">
        {points.map(({ at, item, by }, index) => (
          <li key={`${at} ${item} ${by}`}>{words[index]}</li>
        ))}
      </ul>
    </div>
  )
}

import type { BuddyOutcome, BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import { useText } from '../language/use-text.ts'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

/** Why something was not done: a rule that forbids, or rules that count and for which a reason is asked. */
export function BuddyOutcomeNote({ room, outcome }: { room: BuddyRoom; outcome: BuddyOutcome | undefined }) {
  const text = useText(buddiesText)
  const names = useNames(room)
  if (outcome === undefined || outcome.kind === 'done') return null
  const isForbidden = outcome.kind === 'forbidden'
  const lines = isForbidden
    ? outcome.rules.map((rule) => text.hard[rule])
    : outcome.rules.map((rule) => text.unmet[rule])
  return (
    <div className="wk-buddy-note" role="alert">
      <p>{isForbidden ? text.forbidden(names(outcome.members)) : text.reasonNeeded}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

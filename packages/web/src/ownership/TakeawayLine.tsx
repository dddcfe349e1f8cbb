import type { Takeaway } from '@weerklank/core/ownership/takeaway.contract'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { useDecideTakeaway, useFetchTakeaway } from './takeaway.queries.ts'
import { takeawayText } from './takeaway.text.ts'

export function TakeawayLine({ takeaway, seen }: { takeaway: Takeaway; seen: Seen }) {
  const text = useText(takeawayText)
  const decide = useDecideTakeaway()
  const fetchOnce = useFetchTakeaway()
  const failed = () => notify({ text: text.failed })
  const deciding = decide.isPending ? decide.variables.agreed : null
  const handleDecide = (agreed: boolean) =>
    deciding === null &&
    decide
      .mutateAsync({ takeaway: takeaway.id, agreed })
      .then(() => notify({ text: agreed ? text.agreed : text.refused }), failed)
  const handleFetch = () =>
    fetchOnce.mutateAsync(takeaway.id).then(() => notify({ text: text.fetched }), failed)
  const { decidedBy, decidedAt, file } = takeaway
  const about = <span className="wk-sr-only">: {takeaway.reason}</span>
  return (
    <li>
      <p>
        <strong>{text.state[takeaway.state]}</strong>
      </p>
      <p>{takeaway.reason}</p>
      <p className="wk-muted wk-small">
        {text.askedBy(takeaway.askedBy, momentWords(takeaway.askedAt, seen))}
      </p>
      {decidedBy !== null && decidedAt !== null && (
        <p className="wk-muted wk-small">{text.decidedBy(decidedBy, momentWords(decidedAt, seen))}</p>
      )}
      {file !== null && <p className="wk-small wk-takeaway__file">{text.lies(file)}</p>}
      {takeaway.mayDecide && (
        <div className="wk-actions">
          <Button variant="primary" busy={deciding === true} onClick={() => void handleDecide(true)}>
            {text.agree}
            {about}
          </Button>
          <Button busy={deciding === false} onClick={() => void handleDecide(false)}>
            {text.refuse}
            {about}
          </Button>
        </div>
      )}
      {takeaway.mayFetch && (
        <div className="wk-actions">
          <Button icon="download" busy={fetchOnce.isPending} onClick={() => void handleFetch()}>
            {text.fetch}
            {about}
          </Button>
        </div>
      )}
    </li>
  )
}

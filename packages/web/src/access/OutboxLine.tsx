import type { OutboxMessage } from '@weerklank/core/access/outbox.contract'
import { mailProblems } from '@weerklank/core/shared/mail-problem'
import { momentWords } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { useRetryMail } from './outbox.queries.ts'
import { outboxText } from './outbox.text.ts'

type Props = { message: OutboxMessage; onRemove: () => void }

/** One mail: to whom, why it is here, and what one can do. */
export function OutboxLine({ message, onRemove }: Props) {
  const text = useText(outboxText)
  const seen = useDaySeen(useNow())
  const { subject, to, createdAt, attempts, problem, text: words } = message
  return (
    <li className="wk-stack wk-stack--tight">
      <h3>{subject}</h3>
      <p className="wk-outbox-to">{text.to(to.name, to.address)}</p>
      <p className="wk-muted wk-small">
        {text.madeOn(momentWords(createdAt, seen))} {text.attempts(attempts)}
      </p>
      {problem !== null && <p className="wk-outbox-problem">{mailProblems[problem][seen.language]}</p>}
      {words === null && <p className="wk-small">{text.secret}</p>}
      <Deeds message={message} onRemove={onRemove} />
    </li>
  )
}

function Deeds({ message, onRemove }: Props) {
  const text = useText(outboxText)
  const retry = useRetryMail()
  const { id, subject, text: words, canRetry } = message
  async function handleRetry() {
    try {
      await retry.mutateAsync(id)
      notify({ text: text.retried })
    } catch {
      notify({ text: text.wentWrong })
    }
  }
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(words ?? '')
      notify({ text: text.copied })
    } catch {
      // No clipboard without a secure connection, or it was refused.
      notify({ text: text.copyFailed })
    }
  }
  return (
    <div className="wk-actions">
      {words !== null && (
        <Button icon="copy" aria-label={text.copyNamed(subject)} onClick={handleCopy}>
          {text.copy}
        </Button>
      )}
      {canRetry && (
        <Button busy={retry.isPending} aria-label={text.retryNamed(subject)} onClick={handleRetry}>
          {text.retry}
        </Button>
      )}
      <Button variant="quiet" aria-label={text.removeNamed(subject)} onClick={onRemove}>
        {text.remove}
      </Button>
      {words !== null && (
        <Disclosure label={text.read}>
          <p className="wk-outbox-text">{words}</p>
        </Disclosure>
      )}
    </div>
  )
}

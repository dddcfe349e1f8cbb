import type { OutboxMessage } from '@weerklank/core/access/outbox.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useRemoveMail } from './outbox.queries.ts'
import { outboxText } from './outbox.text.ts'

type Props = { message: OutboxMessage | null; onClose: () => void }

/** Asked once more, because it cannot be undone. */
export function OutboxRemove({ message, onClose }: Props) {
  const text = useText(outboxText)
  const remove = useRemoveMail()
  async function handleRemove() {
    if (message === null) return
    try {
      await remove.mutateAsync(message.id)
      notify({ text: text.removed })
      onClose()
    } catch {
      // Said below; the dialog stays.
    }
  }
  return (
    <Dialog
      open={message !== null}
      title={text.removeTitle}
      onClose={onClose}
      actions={
        <Button variant="destructive" busy={remove.isPending} onClick={handleRemove}>
          {text.remove}
        </Button>
      }
    >
      <p>
        <strong>{message?.subject}</strong>, {message && text.to(message.to.name, message.to.address)}
      </p>
      <p>{text.removeWhat}</p>
      {remove.error !== null && (
        <p className="wk-field__error" role="alert">
          {remove.error.message}
        </p>
      )}
    </Dialog>
  )
}

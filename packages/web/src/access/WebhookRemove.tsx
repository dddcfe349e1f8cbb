import type { Webhook } from '@weerklank/core/access/webhooks.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useRemoveWebhook } from './programs.queries.ts'
import { programsText } from './programs.text.ts'

type Props = { webhook: Webhook | null; onClose: () => void }

/** Asked once more, because it cannot be undone. */
export function WebhookRemove({ webhook, onClose }: Props) {
  const text = useText(programsText)
  const remove = useRemoveWebhook()
  async function handleRemove() {
    if (webhook === null) return
    try {
      await remove.mutateAsync(webhook.id)
      notify({ text: text.removed })
      onClose()
    } catch {
      // Said below; the dialog stays.
    }
  }
  return (
    <Dialog
      open={webhook !== null}
      title={text.removeTitle}
      onClose={onClose}
      actions={
        <Button variant="destructive" busy={remove.isPending} onClick={handleRemove}>
          {text.remove}
        </Button>
      }
    >
      <p className="wk-programs__url">
        <strong>{webhook?.url}</strong>
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

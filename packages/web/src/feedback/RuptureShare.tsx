import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useShareRupture } from './rupture.actions.ts'
import { ruptureText } from './rupture.text.ts'

type Props = { relation: string; rupture: Rupture; open: boolean; onClose: () => void }

/** Says what sharing means before it is done. */
export function RuptureShare({ relation, rupture, open, onClose }: Props) {
  const text = useText(ruptureText)
  const share = useShareRupture(relation, rupture.id)
  async function handleShare() {
    try {
      await share.mutateAsync(rupture.version)
    } catch {
      return
    }
    onClose()
    notify({ text: text.sharedNow })
  }
  return (
    <Dialog
      open={open}
      title={text.shareTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={share.isPending} onClick={() => void handleShare()}>
            {text.shareNow}
          </Button>
          <Button variant="outline" onClick={onClose}>
            {text.keepPrivate}
          </Button>
        </>
      }
    >
      <p>{text.shareMeans}</p>
      <p>{text.shareNot}</p>
      <p>{text.shareOnce}</p>
      {share.isError && (
        <p className="wk-field__error" role="alert">
          {share.error.message}
        </p>
      )}
    </Dialog>
  )
}

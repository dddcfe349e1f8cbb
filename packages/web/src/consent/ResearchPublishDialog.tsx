import type { ResearchExport } from '@weerklank/core/consent/research.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { usePublishExport } from './research.queries.ts'
import { researchText } from './research.text.ts'

/** Asked once more, because it cannot be undone. */
export function ResearchPublishDialog({
  file,
  onClose,
}: {
  file: ResearchExport | null
  onClose: () => void
}) {
  const text = useText(researchText)
  const publish = usePublishExport()
  async function handlePublish() {
    if (file === null) return
    try {
      await publish.mutateAsync(file.id)
      notify({ text: text.publishDone })
      onClose()
    } catch {
      // Said below; the dialog stays.
    }
  }
  return (
    <Dialog
      open={file !== null}
      title={text.publishTitle}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={publish.isPending} onClick={handlePublish}>
          {text.publish}
        </Button>
      }
    >
      <p>
        <strong>{file?.title}</strong>
      </p>
      <p>{text.publishExplain}</p>
      {publish.error !== null && (
        <p className="wk-field__error" role="alert">
          {publish.error.message}
        </p>
      )}
    </Dialog>
  )
}

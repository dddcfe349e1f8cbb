import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useRefreshWorkingNotes, useShareWorkingNote } from './working-note.queries.ts'
import { workingNoteText } from './working-note.text.ts'

type Props = {
  relation: string
  id: string
  words: string
  version: number
  open: boolean
  onClose: () => void
  onShared: () => void
}

/** Says what sharing means before it is done. */
export function WorkingNoteShare({ relation, id, words, version, open, onClose, onShared }: Props) {
  const text = useText(workingNoteText)
  const share = useShareWorkingNote(relation)
  const refresh = useRefreshWorkingNotes(relation)
  // Kept for a second press: shared twice is shared once.
  const [as] = useState(newId)

  async function handleShare() {
    try {
      await share.mutateAsync({ note: id, as, version })
    } catch {
      return
    }
    onClose()
    onShared()
    notify({ text: text.shared })
    await refresh()
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
            {text.keep}
          </Button>
        </>
      }
    >
      <p>{text.shareMeans}</p>
      <p>{text.shareOnce}</p>
      <blockquote className="wk-working-note__words">{words}</blockquote>
      {share.isError && (
        <p className="wk-field__error" role="alert">
          {text.shareFailed}
        </p>
      )}
    </Dialog>
  )
}

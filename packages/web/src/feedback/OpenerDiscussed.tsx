import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { openerText } from './opener.text.ts'

type Props = {
  open: boolean
  busy: boolean
  failed: boolean
  onClose: () => void
  onDone: (note: string) => void
}

/** Notes that it was talked about, and in a few words what was said. The text stays when the dialog is closed by accident. */
export function OpenerDiscussed({ open, busy, failed, onClose, onDone }: Props) {
  const text = useText(openerText)
  const [note, setNote] = useState('')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    onDone(note)
  }
  return (
    <Dialog open={open} title={text.discussedTitle} onClose={onClose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <p className="wk-muted">{text.discussedIntro}</p>
        <TextArea
          id="besproken"
          label={text.note}
          hint={text.noteHint}
          optional
          maxLength={500}
          value={note}
          onChange={setNote}
        />
        <FormEnd error={failed ? text.failed : undefined} busy={busy}>
          {text.closeDiscussed}
        </FormEnd>
      </form>
    </Dialog>
  )
}

import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { liveText } from './live.text.ts'

type Props = { title: string; onClose: () => void; onReason: (reason: string) => void }

/** Asks why, where that is kept with the meeting. */
export function LiveReason({ title, onClose, onReason }: Props) {
  const text = useText(liveText)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    onReason(reason.trim())
    onClose()
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <TextField
          id="reden"
          label={text.reason}
          maxLength={300}
          value={reason}
          onChange={setReason}
          error={isMissing ? text.refusals['reason-needed'] : undefined}
        />
        <Button type="submit" variant="primary">
          {text.doIt}
        </Button>
      </form>
    </Dialog>
  )
}

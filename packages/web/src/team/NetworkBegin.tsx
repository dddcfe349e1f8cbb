import { useNavigate } from '@tanstack/react-router'
import { localDay } from '@weerklank/core/shared/time'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBeginNetwork } from './network.queries.ts'
import { networkText } from './network.text.ts'

/** Begins a moment: its name and its last day. */
export function NetworkBegin({ relation, onClose }: { relation: string; onClose: () => void }) {
  const text = useText(networkText)
  const { timeZone } = useMe().workspace
  const navigate = useNavigate({ from: '/team/$relation/kaart' })
  const begin = useBeginNetwork(relation)
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [closesOn, setClosesOn] = useState('')
  const [tried, setTried] = useState(false)
  const today = localDay(new Date().toISOString(), timeZone)
  const titleError = title.trim() === '' ? text.nameMissing : undefined
  const dayError = closesOn < today ? text.closesMissing : undefined
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (titleError !== undefined) return document.getElementById('kaart-naam')?.focus()
    if (dayError !== undefined) return document.getElementById('kaart-dag')?.focus()
    if (begin.isPending) return
    begin.mutate(
      { id, title: title.trim(), closesOn },
      {
        onSuccess: () => {
          onClose()
          void navigate({ search: { moment: id } })
        },
      },
    )
  }
  return (
    <Dialog open title={text.beginTitle} onClose={onClose}>
      <p>{text.beginIntro}</p>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <TextField
          id="kaart-naam"
          label={text.name}
          hint={text.nameHint}
          maxLength={120}
          value={title}
          error={tried ? titleError : undefined}
          onChange={setTitle}
        />
        <TextField
          id="kaart-dag"
          type="date"
          label={text.closesOn}
          hint={text.closesHint}
          value={closesOn}
          error={tried ? dayError : undefined}
          onChange={setClosesOn}
        />
        <FormEnd error={begin.error?.message} busy={begin.isPending}>
          {text.begin}
        </FormEnd>
      </form>
    </Dialog>
  )
}

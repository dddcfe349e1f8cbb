import { useNavigate } from '@tanstack/react-router'
import { localDay } from '@weerklank/core/shared/time'
import { mayTalkOn } from '@weerklank/core/team/circle-check'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { checkText } from './check.text.ts'
import { useBeginNetwork } from './network.queries.ts'
import { networkText } from './network.text.ts'
import { type Talk, TalkFields, type TalkMeeting, talkDayField } from './TalkFields.tsx'

const prefix = 'kaart-gesprek'

type Props = { relation: string; meetings: readonly TalkMeeting[]; onClose: () => void }

/** Begins a moment: its name, its last day, and the day on which it is talked about. */
export function NetworkBegin({ relation, meetings, onClose }: Props) {
  const text = useText(networkText)
  const check = useText(checkText)
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  const navigate = useNavigate({ from: '/team/$relation/kaart' })
  const begin = useBeginNetwork(relation)
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [closesOn, setClosesOn] = useState('')
  const [talk, setTalk] = useState<Talk>({ talkOn: '', meeting: null })
  const [tried, setTried] = useState(false)
  const today = localDay(new Date().toISOString(), timeZone)
  const titleError = title.trim() === '' ? text.nameMissing : undefined
  const dayError = closesOn < today ? text.closesMissing : undefined
  const mayTalk = mayTalkOn(talk.talkOn, { closesOn, openedOn: null })
  const talkError = mayTalk.allowed ? undefined : circleCheckWords[language].refusal[mayTalk.reason]
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (titleError !== undefined) return document.getElementById('kaart-naam')?.focus()
    if (dayError !== undefined) return document.getElementById('kaart-dag')?.focus()
    if (talkError !== undefined) return document.getElementById(talkDayField(prefix))?.focus()
    if (begin.isPending) return
    begin.mutate(
      { id, title: title.trim(), closesOn, ...talk },
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
      <p>
        {text.beginIntro} {check.makeIntro}
      </p>
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
        <TalkFields
          {...talk}
          {...{ prefix, meetings }}
          error={tried ? talkError : undefined}
          onChange={setTalk}
        />
        <FormEnd error={begin.error?.message} busy={begin.isPending}>
          {text.begin}
        </FormEnd>
      </form>
    </Dialog>
  )
}

import { isWebhookUrl, type WebhookEvent, webhookEvents } from '@weerklank/core/access/webhook'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { focusSoon } from './focus-field.ts'
import { useMakeWebhook } from './programs.queries.ts'
import { programsText } from './programs.text.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import { ShownOnce } from './ShownOnce.tsx'

type Props = { open: boolean; thisMachine: boolean; onClose: () => void }

/** Has a program be told; the secret by which it knows us is shown here, once. */
export function WebhookMake({ open, thisMachine, onClose }: Props) {
  const text = useText(programsText)
  const [secret, setSecret] = useState<string | null>(null)
  function handleClose() {
    setSecret(null)
    onClose()
  }
  return (
    <Dialog open={open} title={secret === null ? text.hookMake : text.hookTitle} onClose={handleClose}>
      {secret === null ? (
        <Form thisMachine={thisMachine} onMade={setSecret} />
      ) : (
        <ShownOnce
          intro={text.hookSecret}
          label={text.hookSecretLabel}
          secret={secret}
          onReady={handleClose}
        />
      )}
    </Dialog>
  )
}

type FormProps = { thisMachine: boolean; onMade: (secret: string) => void }
const ids = { url: 'bericht-adres', events: 'bericht-waarover' }

function Form({ thisMachine, onMade }: FormProps) {
  const text = useText(programsText)
  const make = useMakeWebhook()
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<WebhookEvent[]>([...webhookEvents])
  const [tried, setTried] = useState(false)
  const wrong = { url: !isWebhookUrl(url.trim(), { thisMachine }), events: events.length === 0 }
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wrong.url || wrong.events) return focusSoon(wrong.url ? ids.url : ids.events)
    try {
      onMade((await make.mutateAsync({ url: url.trim(), events })).secret)
    } catch {
      // Said below; what was filled in stays.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={ids.url}
        label={text.url}
        hint={thisMachine ? text.urlHintHere : text.urlHint}
        error={tried && wrong.url ? text.urlWrong : undefined}
        maxLength={2_000}
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        value={url}
        onChange={setUrl}
      />
      <ScopeChoice
        id={ids.events}
        label={text.events}
        error={tried && wrong.events ? text.eventsMissing : undefined}
        options={webhookEvents.map((value) => ({ value, label: text.event[value] }))}
        chosen={events}
        onChange={setEvents}
      />
      <FormEnd error={make.error?.message} busy={make.isPending}>
        {text.hookMake}
      </FormEnd>
    </form>
  )
}

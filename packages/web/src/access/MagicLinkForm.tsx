import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { sendMagicLink } from './access.actions.ts'
import { accessText } from './access.text.ts'

export function MagicLinkForm({ target }: { target: string }) {
  const text = useText(accessText)
  const [email, setEmail] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useMutation({ mutationFn: sendMagicLink, meta: { routed: true } })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const address = email.trim()
    setMissing(address === '')
    if (address === '') document.getElementById('link-email')?.focus()
    else send.mutate({ email: address, callbackURL: target })
  }

  return (
    <section aria-labelledby="link-title">
      <h2 id="link-title">{text.linkTitle}</h2>
      <p className="wk-muted">{text.linkIntro}</p>
      <div role="status">{send.isSuccess && <p>{text.linkSent(send.variables.email)}</p>}</div>
      {!send.isSuccess && (
        <form noValidate onSubmit={handleSubmit}>
          <TextField
            id="link-email"
            type="email"
            autoComplete="email"
            label={text.email}
            value={email}
            onChange={setEmail}
            error={missing ? text.emailMissing : (send.error?.message ?? undefined)}
          />
          <div className="wk-actions">
            <Button type="submit" busy={send.isPending}>
              {text.sendLink}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WaysIn } from '@weerklank/core/feedback/ways-in.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Asked } from './asked.ts'
import { mailLink, waysInQuery } from './ways-in.queries.ts'
import { waysInText } from './ways-in.text.ts'

type Props = { asked: Asked; name: string; ways: WaysIn }

/** Has a link sent to an address that is typed here and kept nowhere. */
export function WayMail({ asked, name, ways }: Props) {
  const text = useText(waysInText)
  const { letters } = ways
  return (
    <div className="wk-stack">
      {letters.sent > 0 && (
        <p className="wk-small" role="status">
          {text.sent(letters.sent, letters.atMost, asked.kind)} {text.last(letters.last)}
        </p>
      )}
      {!ways.canMail && <p>{text.noServer}</p>}
      {ways.canMail && letters.sent >= letters.atMost && <p>{text.noMore(asked.kind)}</p>}
      {ways.canMail && letters.sent < letters.atMost && (
        // A form of its own for each letter: the address of the one before is gone from it.
        <MailForm key={letters.sent} asked={asked} name={name} />
      )}
    </div>
  )
}

function MailForm({ asked, name }: Omit<Props, 'ways'>) {
  const text = useText(waysInText)
  const queryClient = useQueryClient()
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string>()
  const mail = useMutation({
    mutationFn: () => mailLink(asked, email.trim()),
    onSuccess: (ways) => queryClient.setQueryData(waysInQuery(asked).queryKey, ways),
  })
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
    setError(isAddress ? undefined : text.emailMissing)
    if (isAddress) mail.mutate()
    else document.getElementById('weg-mail')?.focus()
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p>{text.mailIntro(name)}</p>
      <TextField
        id="weg-mail"
        type="email"
        label={text.email(name)}
        hint={text.emailHint}
        error={error}
        value={email}
        autoComplete="off"
        maxLength={254}
        onChange={setEmail}
      />
      <FormEnd error={mail.error?.message} busy={mail.isPending} variant="outline" icon="mail">
        {text.send}
      </FormEnd>
    </form>
  )
}

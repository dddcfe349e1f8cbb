import { useNavigate } from '@tanstack/react-router'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useCopyFormat, useWithdrawFormat } from './format.queries.ts'
import { formatText } from './format.text.ts'

/** What one can do with a format: hold a meeting by it, make it one's own, print it. */
export function FormatActions({ shown }: { shown: ShownFormat }) {
  const text = useText(formatText)
  const { format, own, canBeHeld, mayKeep } = shown
  return (
    <>
      <Button icon="print" variant="quiet" onClick={() => window.print()}>
        {text.print}
      </Button>
      {mayKeep && own !== null && own.status !== 'withdrawn' && (
        <Withdraw id={own.id} revision={own.revision} />
      )}
      {mayKeep && own !== null && (
        <LinkButton icon="pencil" to="/gesprekken/vormen/$format/aanpassen" params={{ format: format.key }}>
          {text.edit}
        </LinkButton>
      )}
      {mayKeep && own === null && <Copy shown={shown} />}
      {canBeHeld && mayKeep && (
        <LinkButton variant="primary" to="/gesprekken/nieuw" search={{ vorm: format.key }}>
          {text.use}
        </LinkButton>
      )}
    </>
  )
}

function Copy({ shown: { format } }: { shown: ShownFormat }) {
  const text = useText(formatText)
  const navigate = useNavigate()
  const copy = useCopyFormat()
  // One id for as long as one stands here: a second press is the same copy.
  const [id] = useState(newId)
  function handleCopy() {
    copy.mutate(
      { id, from: format.key },
      {
        onSuccess: (made) =>
          void navigate({ to: '/gesprekken/vormen/$format/aanpassen', params: { format: made.format.key } }),
      },
    )
  }
  return (
    <>
      <Button
        icon="copy"
        variant={format.isTemplate ? 'primary' : 'outline'}
        busy={copy.isPending}
        onClick={handleCopy}
      >
        {format.isTemplate ? text.fillIn : text.copy}
      </Button>
      <div role="alert">{copy.error !== null && <p className="wk-field__error">{copy.error.message}</p>}</div>
    </>
  )
}

function Withdraw(of: { id: string; revision: number }) {
  const text = useText(formatText)
  const [isAsking, setAsking] = useState(false)
  const withdraw = useWithdrawFormat()
  return (
    <>
      <Button variant="quiet" icon="minus" onClick={() => setAsking(true)}>
        {text.withdraw}
      </Button>
      <Dialog
        open={isAsking}
        title={text.withdrawTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button
              variant="destructive"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate(of, { onSuccess: () => setAsking(false) })}
            >
              {text.withdraw}
            </Button>
          </>
        }
      >
        <p>{text.withdrawText}</p>
        <div role="alert">
          {withdraw.error !== null && <p className="wk-field__error">{withdraw.error.message}</p>}
        </div>
      </Dialog>
    </>
  )
}

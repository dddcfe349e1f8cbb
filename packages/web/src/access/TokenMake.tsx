import { tokenDays } from '@weerklank/core/access/api-token'
import { type Scope, scopes } from '@weerklank/core/shared/scope'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { focusSoon } from './focus-field.ts'
import { useMakeToken } from './programs.queries.ts'
import { programsText } from './programs.text.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import { ShownOnce } from './ShownOnce.tsx'

type Props = { open: boolean; onClose: () => void }

/** Makes a token; its secret is shown here, once. */
export function TokenMake({ open, onClose }: Props) {
  const text = useText(programsText)
  const [secret, setSecret] = useState<string | null>(null)
  function handleClose() {
    setSecret(null)
    onClose()
  }
  return (
    <Dialog open={open} title={secret === null ? text.make : text.secretTitle} onClose={handleClose}>
      {secret === null ? (
        <Form onMade={setSecret} />
      ) : (
        <ShownOnce intro={text.secret} label={text.secretLabel} secret={secret} onReady={handleClose} />
      )}
    </Dialog>
  )
}

type Draft = { name: string; scopes: Scope[]; days: (typeof tokenDays)[number] }
const ids = { name: 'sleutel-naam', scopes: 'sleutel-waarvoor', days: 'sleutel-hoelang' }

function Form({ onMade }: { onMade: (secret: string) => void }) {
  const text = useText(programsText)
  const make = useMakeToken()
  const [draft, setDraft] = useState<Draft>({ name: '', scopes: [], days: 90 })
  const [tried, setTried] = useState(false)
  const missing = { name: draft.name.trim() === '', scopes: draft.scopes.length === 0 }
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing.name || missing.scopes) return focusSoon(missing.name ? ids.name : ids.scopes)
    try {
      onMade((await make.mutateAsync(draft)).secret)
    } catch {
      // Said below; what was filled in stays.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={ids.name}
        label={text.name}
        hint={text.nameHint}
        error={tried && missing.name ? text.nameMissing : undefined}
        maxLength={80}
        autoComplete="off"
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <ScopeChoice
        id={ids.scopes}
        label={text.scopes}
        error={tried && missing.scopes ? text.scopesMissing : undefined}
        options={scopes.map((value) => ({ value, label: text.scope[value] }))}
        chosen={draft.scopes}
        onChange={(chosen) => setDraft({ ...draft, scopes: chosen })}
      />
      <RadioGroup
        id={ids.days}
        label={text.days}
        value={`${draft.days}`}
        options={tokenDays.map((days) => ({ value: `${days}` as const, label: text.dayNames[`${days}`] }))}
        onChange={(value) => setDraft({ ...draft, days: tokenDays.find((one) => `${one}` === value) ?? 90 })}
      />
      <FormEnd error={make.error?.message} busy={make.isPending}>
        {text.make}
      </FormEnd>
    </form>
  )
}

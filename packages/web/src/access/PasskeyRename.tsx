import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { accountText } from './account.text.ts'
import { useRenamePasskey } from './session.actions.ts'

type Passkey = { id: string; name: string }
type Props = { passkey: Passkey | null; onClose: () => void }

export function PasskeyRename({ passkey, onClose }: Props) {
  const text = useText(accountText)
  return (
    <Dialog open={passkey !== null} title={text.keyRenameTitle(passkey?.name ?? '')} onClose={onClose}>
      {passkey !== null && <NameForm key={passkey.id} passkey={passkey} onClose={onClose} />}
    </Dialog>
  )
}

const field = 'passkey-new-name'

function NameForm({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const text = useText(accountText)
  const [name, setName] = useState(passkey.name)
  const [attempted, setAttempted] = useState(false)
  const rename = useRenamePasskey()
  const wanted = name.trim()

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (wanted === '') {
      document.getElementById(field)?.focus()
      return
    }
    const onSuccess = () => {
      notify({ text: text.keyRenamed(wanted) })
      onClose()
    }
    rename.mutate({ passkey: passkey.id, name: wanted }, { onSuccess })
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={field}
        label={text.keyName}
        hint={text.keyNameHint}
        error={attempted && wanted === '' ? text.keyNameMissing : undefined}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <FormEnd error={rename.error?.message} busy={rename.isPending}>
        {text.keyRenameDo}
      </FormEnd>
    </form>
  )
}

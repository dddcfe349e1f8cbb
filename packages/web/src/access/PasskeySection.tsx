import { useQuery } from '@tanstack/react-query'
import type { Passkeys } from '@weerklank/core/access/passkeys.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'
import { useDayWords } from './day-of.ts'
import { focusSoon } from './focus-field.ts'
import { PasskeyAdd } from './PasskeyAdd.tsx'
import { PasskeyRename } from './PasskeyRename.tsx'
import { knowsPasskeys } from './passkey-browser.ts'
import { useRemovePasskey } from './session.actions.ts'
import { passkeysQuery } from './session.queries.ts'

type Passkey = Passkeys['passkeys'][number]

export function PasskeySection() {
  const text = useText(accountText)
  const query = useQuery(passkeysQuery)
  const [renaming, setRenaming] = useState<Passkey | null>(null)
  const [removing, setRemoving] = useState<Passkey | null>(null)
  const part = useKeepFocus<HTMLDivElement>()
  return (
    <Section title={text.keysTitle} intro={text.keysIntro}>
      <div {...part} className="wk-stack">
        <PageState
          query={query}
          isEmpty={(data) => data.passkeys.length === 0}
          empty={<p>{text.keysEmpty}</p>}
        >
          {({ passkeys }) => (
            <ul className="wk-lines">
              {passkeys.map((passkey) => (
                <PasskeyLine
                  key={passkey.id}
                  passkey={passkey}
                  onRename={() => setRenaming(passkey)}
                  onRemove={() => setRemoving(passkey)}
                />
              ))}
            </ul>
          )}
        </PageState>
        {knowsPasskeys() ? <Adding /> : <p className="wk-muted">{text.keyUnknown}</p>}
      </div>
      <PasskeyRename passkey={renaming} onClose={() => setRenaming(null)} />
      <RemoveDialog passkey={removing} onClose={() => setRemoving(null)} />
    </Section>
  )
}

type LineProps = { passkey: Passkey; onRename: () => void; onRemove: () => void }

function PasskeyLine({ passkey, onRename, onRemove }: LineProps) {
  const text = useText(accountText)
  const day = useDayWords()
  const { name, createdAt, lastUsedAt, synced } = passkey
  const facts = [
    text.keyMadeOn(day(createdAt)),
    lastUsedAt === null ? text.keyNeverUsed : text.keyUsedOn(day(lastUsedAt)),
    ...(synced ? [text.keySynced] : []),
  ]
  return (
    <li className="wk-account__line">
      <div>
        <strong>{name}</strong>
        <p className="wk-muted wk-small">{facts.join(' · ')}</p>
      </div>
      <div className="wk-actions">
        <Button variant="quiet" aria-label={text.keyRenameNamed(name)} onClick={onRename}>
          {text.keyRename}
        </Button>
        <Button variant="quiet" aria-label={text.keyRemoveNamed(name)} onClick={onRemove}>
          {text.keyRemove}
        </Button>
      </div>
    </li>
  )
}

function Adding() {
  const text = useText(accountText)
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    focusSoon('passkey-add')
  }
  if (open) {
    return (
      <PasskeyAdd
        onCancel={close}
        onDone={(name) => {
          notify({ text: text.keyMade(name) })
          close()
        }}
      />
    )
  }
  return (
    <div className="wk-actions">
      <Button
        id="passkey-add"
        icon="plus"
        onClick={() => {
          setOpen(true)
          focusSoon('passkey-name')
        }}
      >
        {text.keyAdd}
      </Button>
    </div>
  )
}

function RemoveDialog({ passkey, onClose }: { passkey: Passkey | null; onClose: () => void }) {
  const text = useText(accountText)
  const remove = useRemovePasskey()
  function handleRemove({ id, name }: Passkey) {
    remove.mutate(id, {
      onSuccess: () => {
        notify({ text: text.keyRemoved(name) })
        onClose()
      },
    })
  }
  return (
    <Dialog
      open={passkey !== null}
      title={text.keyRemoveTitle(passkey?.name ?? '')}
      onClose={onClose}
      actions={
        passkey !== null && (
          <Button variant="destructive" busy={remove.isPending} onClick={() => handleRemove(passkey)}>
            {text.keyRemoveDo}
          </Button>
        )
      }
    >
      <p>{text.keyRemoveText}</p>
      <div role="alert">
        {remove.error !== null && <p className="wk-field__error">{remove.error.message}</p>}
      </div>
    </Dialog>
  )
}

import type { ApiToken } from '@weerklank/core/access/api-tokens.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useRevokeToken } from './programs.queries.ts'
import { programsText } from './programs.text.ts'

type Props = { token: ApiToken | null; onClose: () => void }

/** Asked once more, because it cannot be undone. */
export function TokenRevoke({ token, onClose }: Props) {
  const text = useText(programsText)
  const revoke = useRevokeToken()
  async function handleRevoke() {
    if (token === null) return
    try {
      await revoke.mutateAsync(token.id)
      notify({ text: text.revokeDone })
      onClose()
    } catch {
      // Said below; the dialog stays.
    }
  }
  return (
    <Dialog
      open={token !== null}
      title={text.revokeTitle}
      onClose={onClose}
      actions={
        <Button variant="destructive" busy={revoke.isPending} onClick={handleRevoke}>
          {text.revoke}
        </Button>
      }
    >
      <p>{token && text.revokeWhat(token.name)}</p>
      {revoke.error !== null && (
        <p className="wk-field__error" role="alert">
          {revoke.error.message}
        </p>
      )}
    </Dialog>
  )
}

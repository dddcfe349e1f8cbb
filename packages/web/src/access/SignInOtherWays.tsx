import { useMutation } from '@tanstack/react-query'
import type { SignInOptions } from '@weerklank/core/access/access.contract'
import { useEffect } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { accessText } from './access.text.ts'
import { useSignedIn } from './signed-in.ts'

type Props = { options: SignInOptions; target: string }

/** Without a password of ours: with a passkey, or with the account of one's organisation. */
export function SignInOtherWays({ options, target }: Props) {
  const text = useText(accessText)
  const { singleSignOn } = options
  const passkeys = options.passkey && typeof window.PublicKeyCredential === 'function'
  if (!passkeys && singleSignOn === null) return null
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">{text.otherWays}</h2>
      {singleSignOn !== null && (
        <a className="wk-button wk-button--outline" href={startOf(singleSignOn.url, target)}>
          <Icon name="people" />
          <span>{text.singleSignOn(singleSignOn.name)}</span>
        </a>
      )}
      {passkeys && <ByPasskey target={target} />}
    </section>
  )
}

function ByPasskey({ target }: { target: string }) {
  const text = useText(accessText)
  const signedIn = useSignedIn(target)
  const signIn = useMutation({ mutationFn: signInByPasskey, meta: { routed: true }, onSuccess: signedIn })
  useOffered(signedIn)
  return (
    <div className="wk-stack wk-stack--tight">
      <Button icon="key" busy={signIn.isPending} onClick={() => signIn.mutate()}>
        {text.passkey}
      </Button>
      <p className="wk-muted wk-small">{text.passkeyHint}</p>
      <div role="alert">{signIn.isError && <p className="wk-field__error">{text.passkeyFailed}</p>}</div>
    </div>
  )
}

/** Browsers that can do so offer passkeys in the field of the address, without a window that asks. */
function useOffered(signedIn: () => void) {
  useEffect(() => {
    const control = new AbortController()
    // Nobody asked for it: when it does not work, the button and the form are there.
    offerPasskeys(control.signal)
      .then((came) => came && signedIn())
      .catch(() => undefined)
    return () => control.abort()
  }, [signedIn])
}

// The code for passkeys comes after the page: a form with a password needs none of it.

async function signInByPasskey() {
  return (await import('./passkey-sign-in.ts')).signInByPasskey()
}

async function offerPasskeys(signal: AbortSignal) {
  return (await import('./passkey-sign-in.ts')).offerPasskeys(signal)
}

/** The start of signing in elsewhere, with the page to come back to. */
function startOf(url: string, target: string): string {
  const start = new URL(url, window.location.origin)
  start.searchParams.set('to', target)
  return start.pathname + start.search
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { accountText } from './account.text.ts'
import { focusSoon } from './focus-field.ts'
import { useLeave } from './leave.ts'
import { PasskeyAdd } from './PasskeyAdd.tsx'
import { knowsPasskeys } from './passkey-browser.ts'
import { proveText } from './prove.text.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { renewRecoveryCodes } from './session.actions.ts'
import { TotpSetup } from './TotpSetup.tsx'

type Doing = { what: 'choose' | 'app' | 'passkey' } | { what: 'codes'; codes: readonly string[] }

/** The organisation asks for a second step that is not there yet: set it up here, once, and go on. */
export function SecondFactorDemand({ onDone }: { onDone: () => void }) {
  const text = useText(proveText)
  const [doing, setDoing] = useState<Doing>({ what: 'choose' })
  const part = useKeepFocus<HTMLDivElement>()
  const codes = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: (made) => setDoing({ what: 'codes', codes: made }),
    // The step itself is set up; codes can be made later.
    onError: onDone,
  })
  const choose = () => setDoing({ what: 'choose' })
  return (
    <>
      <PageHeader
        title={doing.what === 'codes' ? text.setUpDone : text.setUpTitle}
        intro={doing.what === 'codes' ? undefined : text.setUpIntro}
      />
      <div {...part} className="wk-stack">
        {doing.what === 'choose' && <Choose onChoose={(what) => setDoing({ what })} />}
        {doing.what === 'app' && (
          <TotpSetup onDone={(made) => setDoing({ what: 'codes', codes: made })} onCancel={choose} />
        )}
        {doing.what === 'passkey' && <PasskeyAdd onDone={() => codes.mutate()} onCancel={choose} />}
        {doing.what === 'codes' && <RecoveryCodes heading="h2" codes={doing.codes} onKept={onDone} />}
      </div>
    </>
  )
}

function Choose({ onChoose }: { onChoose: (what: 'app' | 'passkey') => void }) {
  const text = useText(proveText)
  const ways = useText(accountText)
  const leave = useLeave()
  return (
    <>
      <p>{text.setUpChoose}</p>
      <div className="wk-stack">
        {knowsPasskeys() && (
          <div className="wk-account__way">
            <h2>{ways.keysTitle}</h2>
            <p className="wk-muted">{ways.keysIntro}</p>
            <Button
              icon="key"
              onClick={() => {
                onChoose('passkey')
                focusSoon('passkey-name')
              }}
            >
              {ways.keyAdd}
            </Button>
          </div>
        )}
        <div className="wk-account__way">
          <h2>{ways.appTitle}</h2>
          <p className="wk-muted">{ways.setUpApps}</p>
          <Button icon="qr" onClick={() => onChoose('app')}>
            {ways.appSetUp}
          </Button>
        </div>
      </div>
      <div className="wk-proof__end">
        <Button variant="quiet" icon="sign-out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text.signOut}
        </Button>
      </div>
    </>
  )
}

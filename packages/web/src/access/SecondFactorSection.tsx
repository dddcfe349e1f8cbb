import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SecondFactor } from '@weerklank/core/access/second-factor.contract'
import { Suspense, useState } from 'react'
import { keys } from '../api/keys.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'
import { useDayWords } from './day-of.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { renewRecoveryCodes, useRemoveTotp } from './session.actions.ts'
import { secondFactorQuery } from './session.queries.ts'

const TotpSetup = componentLater(async () => (await import('./TotpSetup.tsx')).TotpSetup)

/** What it does now: it shows how things stand, sets up the app, or has codes that are shown once. */
type Doing = { what: 'shown' } | { what: 'set-up' } | { what: 'codes'; codes: readonly string[] }

export function SecondFactorSection() {
  const text = useText(accountText)
  const queryClient = useQueryClient()
  const query = useQuery(secondFactorQuery)
  const [doing, setDoing] = useState<Doing>({ what: 'shown' })
  const part = useKeepFocus<HTMLDivElement>()
  function handleCodes(codes: readonly string[]) {
    setDoing({ what: 'codes', codes })
    void queryClient.invalidateQueries({ queryKey: keys.secondFactor })
  }
  const rest = () => setDoing({ what: 'shown' })
  return (
    <Section title={text.stepTitle} intro={text.stepIntro}>
      <div {...part} className="wk-stack">
        {doing.what === 'codes' && <RecoveryCodes heading="h3" codes={doing.codes} onKept={rest} />}
        {doing.what === 'set-up' && (
          <Suspense fallback={null}>
            <TotpSetup onDone={handleCodes} onCancel={rest} />
          </Suspense>
        )}
        {doing.what === 'shown' && (
          <PageState query={query}>
            {(own) => (
              <>
                <App own={own} onSetUp={() => setDoing({ what: 'set-up' })} />
                {(own.totp || own.passkeys > 0) && (
                  <Codes left={own.recoveryCodesLeft} onRenewed={handleCodes} />
                )}
              </>
            )}
          </PageState>
        )}
      </div>
    </Section>
  )
}

function App({ own, onSetUp }: { own: SecondFactor; onSetUp: () => void }) {
  const text = useText(accountText)
  const day = useDayWords()
  const [removing, setRemoving] = useState(false)
  const { totp, since } = own
  return (
    <div className="wk-account__line">
      <div>
        <h3>{text.appTitle}</h3>
        <p className="wk-muted">{totp && since !== null ? text.appOn(day(since)) : text.appOff}</p>
      </div>
      {totp ? (
        <Button variant="quiet" onClick={() => setRemoving(true)}>
          {text.appRemove}
        </Button>
      ) : (
        <Button onClick={onSetUp}>{text.appSetUp}</Button>
      )}
      <RemoveDialog own={own} open={removing} onClose={() => setRemoving(false)} />
    </div>
  )
}

function RemoveDialog({ own, open, onClose }: { own: SecondFactor; open: boolean; onClose: () => void }) {
  const text = useText(accountText)
  const remove = useRemoveTotp()
  function handleRemove() {
    remove.mutate(undefined, {
      onSuccess: () => {
        notify({ text: text.appRemoved })
        onClose()
      },
    })
  }
  return (
    <Dialog
      open={open}
      title={text.appRemoveTitle}
      onClose={onClose}
      actions={
        <Button variant="destructive" busy={remove.isPending} onClick={handleRemove}>
          {text.appRemove}
        </Button>
      }
    >
      <p>{text.appRemoveText}</p>
      {own.demanded && own.passkeys === 0 && <p>{text.appRemoveDemanded}</p>}
      <div role="alert">
        {remove.error !== null && <p className="wk-field__error">{remove.error.message}</p>}
      </div>
    </Dialog>
  )
}

function Codes({ left, onRenewed }: { left: number; onRenewed: (codes: readonly string[]) => void }) {
  const text = useText(accountText)
  const renew = useMutation({ mutationFn: renewRecoveryCodes, onSuccess: onRenewed })
  return (
    <div className="wk-account__line">
      <div>
        <h3>{text.codesList}</h3>
        <p className="wk-muted">
          {left === 0 ? text.codesNone : `${text.codesLeft(left)} ${text.codesRenewWhy}`}
        </p>
        <div role="alert">
          {renew.error !== null && <p className="wk-field__error">{renew.error.message}</p>}
        </div>
      </div>
      <Button
        variant={left === 0 ? 'outline' : 'quiet'}
        busy={renew.isPending}
        onClick={() => renew.mutate()}
      >
        {left === 0 ? text.codesMake : text.codesRenew}
      </Button>
    </div>
  )
}

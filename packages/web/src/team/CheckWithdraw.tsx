import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useWithdrawCheck } from './check.queries.ts'
import { checkText } from './check.text.ts'

/** Takes a check away that asks the wrong thing, before it opens; says beforehand that what was answered goes unread. */
export function CheckWithdraw({ relation, check }: { relation: string; check: string }) {
  const text = useText(checkText)
  const navigate = useNavigate()
  const withdraw = useWithdrawCheck({ relation, check })
  const [isAsking, setAsking] = useState(false)
  function handleWithdraw() {
    if (withdraw.isPending) return
    withdraw.mutate(undefined, {
      onSuccess: () => {
        notify({ text: text.withdrawn })
        void navigate({ to: '/team/$relation/check', params: { relation } })
      },
    })
  }
  return (
    <div className="wk-actions wk-no-print">
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {text.withdraw}
      </Button>
      <Dialog
        open={isAsking}
        title={text.withdrawTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" busy={withdraw.isPending} onClick={handleWithdraw}>
              {text.withdraw}
            </Button>
            <Button onClick={() => setAsking(false)}>{text.keepCheck}</Button>
          </>
        }
      >
        <p>{text.withdrawSure}</p>
        {withdraw.error !== null && <p role="alert">{withdraw.error.message}</p>}
      </Dialog>
    </div>
  )
}

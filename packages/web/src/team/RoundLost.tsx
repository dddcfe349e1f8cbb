import type { MadeRound, RoundDetails } from '@weerklank/core/team/team.contract'
import { useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Section } from '../ui/Section.tsx'
import { roundText } from './round.text.ts'
import { lastDay } from './round-day.ts'
import { useRenewRound } from './team.queries.ts'

type Props = { round: RoundDetails; onRenewed: (made: MadeRound) => void }

/** What one does when tickets are lost: no single one can be replaced, so the round begins anew for everybody. */
export function RoundLost({ round, onRenewed }: Props) {
  const text = useText(roundText)
  const seen = useDaySeen(useNow())
  const [asks, setAsks] = useState(false)
  const renew = useRenewRound(round.id)
  return (
    <Section title={text.lost}>
      <p>{text.lostWhy}</p>
      {!round.mayRenew && <p>{text.lostNotMine(round.madeBy)}</p>}
      {round.mayRenew && (
        <div className="wk-actions">
          <Button onClick={() => setAsks(true)}>{text.renew}</Button>
        </div>
      )}
      <Dialog
        open={asks}
        title={text.renewTitle}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button
              variant="destructive"
              busy={renew.isPending}
              onClick={() => renew.mutate(undefined, { onSuccess: onRenewed })}
            >
              {text.renew}
            </Button>
            <Button variant="quiet" onClick={() => setAsks(false)}>
              {text.keepOpen}
            </Button>
          </>
        }
      >
        <ul className="wk-round-rules">
          {text.renewText.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{text.renewSameDay(lastDay(round.closesAt, seen))}</li>
        </ul>
        {renew.isError && (
          <p className="wk-field__error" role="alert">
            {text.renewFailed}
          </p>
        )}
      </Dialog>
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { SupervisionShare } from '@weerklank/core/feedback/supervision.contract'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useState } from 'react'
import { useDates, useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Fold } from '../ui/Fold.tsx'
import { notify } from '../ui/notices.ts'
import { SupervisionForm } from './SupervisionForm.tsx'
import { sharesQuery, useStopSharing } from './supervision.queries.ts'
import { supervisionText } from './supervision.text.ts'

/** On the page of a collaboration: who looks along, and the way to ask for that and to stop it. */
export function RelationSupervision({ relation }: { relation: RelationDetails }) {
  const text = useText(supervisionText)
  const dates = useDates()
  const isGuest = useMe().member.roles.includes('guest')
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(sharesQuery(relation.id))
  if (data === undefined || (isGuest && data.shares.length === 0)) return null
  const open = data.shares.filter((share) => share.open)
  const state = open.map(({ supervisor, endsAt }) => `${text.until(supervisor, dates.dayMonth(endsAt))}.`)
  return (
    <Fold title={text.title} state={state.length === 0 ? text.nobodyLooks : state.join(' ')}>
      <p className="wk-muted wk-small">{text.intro}</p>
      {data.shares.length > 0 && (
        <ul className="wk-lines">
          {data.shares.map((share) => (
            <Line key={share.id} relation={relation.id} share={share} mayStop={!isGuest} />
          ))}
        </ul>
      )}
      {asking ? (
        <SupervisionForm relation={relation.id} may={data} onDone={() => setAsking(false)} />
      ) : (
        goesOn(relation) &&
        !isGuest && (
          <div className="wk-actions">
            <Button onClick={() => setAsking(true)}>{text.share}</Button>
          </div>
        )
      )}
    </Fold>
  )
}

type LineProps = { relation: string; share: SupervisionShare; mayStop: boolean }

function Line({ relation, share, mayStop }: LineProps) {
  const text = useText(supervisionText)
  const dates = useDates()
  const stop = useStopSharing(relation)
  const day = dates.dayMonth(share.endsAt)

  async function handleStop() {
    try {
      await stop.mutateAsync(share.id)
      notify({ text: text.stopped(share.supervisor) })
    } catch {
      notify({ text: text.failed })
    }
  }

  return (
    <li>
      <p>
        <Chip tone={share.open ? 'primary' : 'plain'}>
          {share.open ? text.until(share.supervisor, day) : text.was(share.supervisor, day)}
        </Chip>
      </p>
      <p>“{share.question}”</p>
      <p className="wk-muted wk-small">{text.asked(share.from)}</p>
      {share.open && mayStop && (
        <div className="wk-actions">
          <Button busy={stop.isPending} onClick={() => void handleStop()}>
            {text.stop}
          </Button>
        </div>
      )}
    </li>
  )
}

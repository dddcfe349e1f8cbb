import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NetworkDetails } from '@weerklank/core/team/network.contract'
import { Suspense } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NetworkTalk } from './NetworkTalk.tsx'
import { networkQuery, useRemoveNetwork } from './network.queries.ts'
import { networkText } from './network.text.ts'

const NetworkMapView = componentLater(async () => (await import('./NetworkMapView.tsx')).NetworkMapView)
const NetworkSheetForm = componentLater(async () => (await import('./NetworkSheetForm.tsx')).NetworkSheetForm)

type Props = { relation: string; wave: string; since: string | null }

/** One moment: while it is open what she tells herself, and once it is shut the map. */
export function NetworkMoment(props: Props) {
  const text = useText(networkText)
  const query = useQuery(networkQuery(props))
  return (
    <PageState query={query}>
      {(details) => {
        if (details.state === 'hidden') return <p>{text.hidden}</p>
        return (
          <Suspense fallback={<Skeleton lines={8} />}>
            {details.state === 'closed' ? (
              <NetworkMapView {...props} details={details} />
            ) : (
              <Open {...props} details={details} />
            )}
          </Suspense>
        )
      }}
    </PageState>
  )
}

function Open({ relation, wave, details }: Props & { details: Extract<NetworkDetails, { state: 'open' }> }) {
  const text = useText(networkText)
  const remove = useRemoveNetwork(relation)
  const { sheet, answered, size } = details
  return (
    <div className="wk-stack wk-stack--wide">
      <p>
        {text.progress(answered, size)} {text.shutUntil}
      </p>
      <NetworkTalk {...{ relation }} wave={details.wave} />
      {sheet.standing === 'not-in-circle' && <p>{text.notInCircle}</p>}
      {sheet.standing === 'no-consent' && (
        <p>
          {text.noConsent}{' '}
          <Link to="/samenwerkingen/$relation/toestemming" params={{ relation }}>
            {text.toConsent}
          </Link>
        </p>
      )}
      {sheet.standing === 'may-fill' && <NetworkSheetForm {...{ relation, wave, sheet }} />}
      {answered === 0 && (
        <div className="wk-actions">
          <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate(wave)}>
            {text.remove}
          </Button>
        </div>
      )}
      {remove.isError && <p role="alert">{remove.error.message}</p>}
    </div>
  )
}

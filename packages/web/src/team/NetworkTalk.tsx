import { useQuery } from '@tanstack/react-query'
import type { NetworkWave } from '@weerklank/core/team/network.contract'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { checkText } from './check.text.ts'
import { networkListQuery, usePlanNetworkTalk } from './network.queries.ts'
import { TalkMove } from './TalkMove.tsx'
import { useCircleDay } from './use-circle-day.ts'

type Props = { relation: string; wave: NetworkWave }

/** When a moment is talked about, the way to that meeting, and moving it. One of before a day was asked may get one still. */
export function NetworkTalk({ relation, wave }: Props) {
  const text = useText(checkText)
  const day = useCircleDay()
  const { talkOn, meeting } = wave
  return (
    <div className="wk-stack">
      {talkOn !== null && <p>{text.talk(day(talkOn))}</p>}
      {meeting !== null && (
        <div className="wk-actions wk-no-print">
          <LinkButton to="/gesprekken/$meeting" params={{ meeting }}>
            {text.toMeeting}
          </LinkButton>
        </div>
      )}
      <Move relation={relation} wave={wave} />
    </div>
  )
}

function Move({ relation, wave }: Props) {
  const { data } = useQuery(networkListQuery(relation))
  const plan = usePlanNetworkTalk({ relation, wave: wave.id })
  const { talkOn, meeting } = wave
  if (data === undefined || !data.mayPlanTalk) return null
  return <TalkMove talk={talkOn === null ? null : { talkOn, meeting }} meetings={data.meetings} plan={plan} />
}

import type { NetworkWave } from '@weerklank/core/team/network.contract'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { checkText } from './check.text.ts'
import { useCircleDay } from './use-circle-day.ts'

/** When a moment is talked about, and the way to that meeting. Nothing of one that was begun before a day was asked. */
export function NetworkTalk({ wave: { talkOn, meeting } }: { wave: NetworkWave }) {
  const text = useText(checkText)
  const day = useCircleDay()
  if (talkOn === null) return null
  return (
    <>
      <p>{text.talk(day(talkOn))}</p>
      {meeting !== null && (
        <div className="wk-actions wk-no-print">
          <LinkButton to="/gesprekken/$meeting" params={{ meeting }}>
            {text.toMeeting}
          </LinkButton>
        </div>
      )}
    </>
  )
}

import type { Webhook } from '@weerklank/core/access/webhooks.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { notify } from '../ui/notices.ts'
import { useSwitchWebhook } from './programs.queries.ts'
import { programsText } from './programs.text.ts'
import { WebhookLog } from './WebhookLog.tsx'

type Props = { webhook: Webhook & { by?: string }; hasLog: boolean; onRemove: () => void }

/** One program that is told: where, about what, and whether it arrives. */
export function WebhookLine({ webhook, hasLog, onRemove }: Props) {
  const text = useText(programsText)
  const seen = useDaySeen(useNow())
  const [open, setOpen] = useState(false)
  const { id, url, events, state, failingSince, by } = webhook
  return (
    <li className="wk-stack">
      <div className="wk-programs__line">
        <div className="wk-stack wk-stack--tight">
          <p className="wk-row">
            <strong className="wk-programs__url">{url}</strong>
            <Chip {...(state === 'failing' && { tone: 'warm' as const })}>{text.hookState[state]}</Chip>
          </p>
          {by !== undefined && <p className="wk-small">{text.by(by)}</p>}
          <p className="wk-small">{events.map((event) => text.event[event]).join(' · ')}</p>
          {failingSince !== null && (
            <p className="wk-small">{text.failingSince(fullDay(failingSince, seen))}</p>
          )}
        </div>
        <Deeds webhook={webhook} onRemove={onRemove} />
      </div>
      {hasLog && (
        <div>
          <Button variant="quiet" icon="clock" aria-expanded={open} onClick={() => setOpen(!open)}>
            {text.log}
          </Button>
          {open && <WebhookLog webhook={id} />}
        </div>
      )}
    </li>
  )
}

function Deeds({ webhook: { id, url, state }, onRemove }: Omit<Props, 'hasLog'>) {
  const text = useText(programsText)
  const change = useSwitchWebhook()
  const isOn = state === 'on'
  function handleSwitch() {
    change.mutate({ webhook: id, on: !isOn }, { onError: () => notify({ text: text.failed }) })
  }
  return (
    <div className="wk-actions">
      <Button
        busy={change.isPending}
        aria-label={isOn ? text.switchOffNamed(url) : text.switchOnNamed(url)}
        onClick={handleSwitch}
      >
        {isOn ? text.switchOff : text.switchOn}
      </Button>
      <Button variant="quiet" aria-label={text.removeNamed(url)} onClick={onRemove}>
        {text.remove}
      </Button>
    </div>
  )
}

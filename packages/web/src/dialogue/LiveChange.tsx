import type { LiveStepNow } from '@weerklank/core/dialogue/live.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { LiveInsert } from './LiveInsert.tsx'
import { LiveReason } from './LiveReason.tsx'
import { liveText } from './live.text.ts'
import { useLive, useStepNow } from './live-context.ts'

/** The steps during the meeting: earlier, later, once more, skipped, without names, or one put in. Buttons only, no dragging. */
export function LiveChange({ onClose }: { onClose: () => void }) {
  const text = useText(liveText)
  const { room } = useLive().view
  const [isInserting, setInserting] = useState(false)
  const [skipping, setSkipping] = useState<LiveStepNow | null>(null)
  const { line } = useLive()
  if (isInserting) return <LiveInsert onClose={onClose} />
  if (skipping !== null) {
    return (
      <LiveReason
        title={text.skip}
        onClose={() => setSkipping(null)}
        onReason={(reason) => void line.ask({ do: 'skip', key: skipping.key, reason })}
      />
    )
  }
  return (
    <Dialog
      open
      title={text.change}
      onClose={onClose}
      actions={
        <Button icon="plus" onClick={() => setInserting(true)}>
          {text.insert}
        </Button>
      }
    >
      <ul className="wk-live__change">
        {room.steps.map((step) => (
          <Changing key={step.key} step={step} onSkip={setSkipping} />
        ))}
      </ul>
    </Dialog>
  )
}

function Changing({ step, onSkip }: { step: LiveStepNow; onSkip: (step: LiveStepNow) => void }) {
  const text = useText(liveText)
  const title = step.title[useLanguage()]
  const { view, line } = useLive()
  const { meant } = useStepNow()
  const toCome = view.room.steps.filter(({ is }) => is === 'to-come')
  const at = toCome.findIndex(({ key }) => key === step.key)
  const move = (before: string | null) => void line.ask({ do: 'move', key: step.key, before })
  const skip = () =>
    step.canSkip ? void line.ask({ do: 'skip', key: step.key, reason: null }) : onSkip(step)
  const isPast = step.is === 'done' || step.is === 'skipped'
  return (
    <li>
      <strong>{title}</strong>
      <span className="wk-live__changes">
        {at > 0 && (
          <TextButton onClick={() => move(toCome[at - 1]?.key ?? null)}>{text.moveUp(title)}</TextButton>
        )}
        {at >= 0 && at < toCome.length - 1 && (
          <TextButton onClick={() => move(toCome[at + 2]?.key ?? null)}>{text.moveDown(title)}</TextButton>
        )}
        {at >= 0 && !step.isShadow && <TextButton onClick={skip}>{text.skipNamed(title)}</TextButton>}
        {at >= 0 && !step.isAnonymous && step.input !== 'none' && step.round === 0 && (
          <TextButton onClick={() => void line.ask({ do: 'anonymous', key: step.key })}>
            {text.namelessNamed(title)}
          </TextButton>
        )}
        {at < 0 && (
          <TextButton onClick={() => void line.ask({ do: 'repeat', key: step.key, ...meant })}>
            {text.repeatNamed(title)}
          </TextButton>
        )}
        {isPast && step.isSealed && !step.isOpen && step.round > 0 && (
          <TextButton onClick={() => void line.ask({ do: 'reveal', step: step.key, round: step.round })}>
            {text.openNamed(title)}
          </TextButton>
        )}
      </span>
    </li>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import type { Asked } from './asked.ts'
import { handOver } from './ways-in.queries.ts'
import { waysInText } from './ways-in.text.ts'

type Props = { asked: Asked; name: string }

/** Gives this device away for the answer, with one's own work behind a lock. */
export function WayHandOver({ asked, name }: Props) {
  const text = useText(waysInText)
  const give = useMutation({ mutationFn: () => handOver(asked) })
  return (
    <div className="wk-stack">
      <p>{text.handOverIntro(name, asked.kind)}</p>
      <p className="wk-muted wk-small">{text.handOverFor(asked.kind)}</p>
      {give.error !== null && (
        <p className="wk-field__error" role="alert">
          {give.error.message}
        </p>
      )}
      <div className="wk-actions">
        <Button icon="lock" busy={give.isPending} onClick={() => give.mutate()}>
          {text.handOverNow}
        </Button>
      </div>
    </div>
  )
}

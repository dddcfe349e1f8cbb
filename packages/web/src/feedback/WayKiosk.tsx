import { useMutation } from '@tanstack/react-query'
import { clock } from '@weerklank/core/shared/time'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import type { Asked } from './asked.ts'
import { makeKioskCode } from './ways-in.queries.ts'
import { waysInText } from './ways-in.text.ts'

type Props = { asked: Asked; name: string; seen: Seen }

/** A code to read out or write down. It is here only now. */
export function WayKiosk({ asked, name, seen }: Props) {
  const text = useText(waysInText)
  const make = useMutation({ mutationFn: () => makeKioskCode(asked) })
  return (
    <div className="wk-stack">
      <p>{text.kioskIntro(name, asked.kind)}</p>
      <div role="status">
        {make.data !== undefined && (
          <>
            <p>{text.kioskCode(name)}</p>
            <p className="wk-kiosk-code">{make.data.code}</p>
            <p className="wk-muted wk-small">
              {text.kioskUntil(clock(make.data.expiresAt, seen.language, seen.timeZone))}
            </p>
          </>
        )}
      </div>
      {make.error !== null && (
        <p className="wk-field__error" role="alert">
          {make.error.message}
        </p>
      )}
      <div className="wk-actions">
        <Button icon="key" busy={make.isPending} onClick={() => make.mutate()}>
          {make.data === undefined ? text.kioskMake : text.kioskAgain}
        </Button>
      </div>
    </div>
  )
}

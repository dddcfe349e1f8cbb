import type { CircleCheckDetails } from '@weerklank/core/team/circle-check.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { useTakeBackCheck } from './check.queries.ts'
import { checkText } from './check.text.ts'

/** Takes one's own answer back, before and after the opening. */
export function CheckTakeBack({ relation, check }: { relation: string; check: CircleCheckDetails }) {
  const text = useText(checkText)
  const takeBack = useTakeBackCheck({ relation, check: check.id })
  return (
    <div className="wk-no-print">
      <Disclosure label={text.takeBack}>
        <p>{check.phase === 'open' ? text.takeBackOpen : text.takeBackSure}</p>
        <Button
          variant="destructive"
          busy={takeBack.isPending}
          onClick={() => takeBack.mutate(undefined, { onSuccess: () => notify({ text: text.takenBack }) })}
        >
          {text.takeBack}
        </Button>
        {takeBack.error !== null && <p role="alert">{takeBack.error.message}</p>}
      </Disclosure>
    </div>
  )
}

import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { checkText } from './check.text.ts'
import { type Talk, TalkFields, type TalkMeeting } from './TalkFields.tsx'

type Props = {
  /** Null where no day was asked when it began. */
  talk: Talk | null
  meetings: readonly TalkMeeting[]
  plan: { mutate: (talk: Talk) => void; isPending: boolean; error: Error | null }
}

/** Moves the talk to another day, or says in which meeting it is; taking it away is not offered. */
export function TalkMove({ talk, meetings, plan }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const [chosen, setChosen] = useState<Talk>(talk ?? { talkOn: '', meeting: null })
  const [isMissing, setMissing] = useState(false)
  const isTooEarly = plan.error instanceof ApiError && plan.error.fields.talkOn !== undefined
  const isWrong = isTooEarly || (isMissing && chosen.talkOn === '')
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(chosen.talkOn === '')
    if (!plan.isPending && chosen.talkOn !== '') plan.mutate(chosen)
  }
  return (
    <div className="wk-no-print">
      <Disclosure label={talk === null ? text.planMeeting : text.moveTalk}>
        <form noValidate className="wk-stack wk-round-form" onSubmit={handleSubmit}>
          <TalkFields
            {...chosen}
            prefix="talk"
            meetings={meetings}
            error={isWrong ? circleCheckWords[language].refusal['no-talk'] : undefined}
            onChange={setChosen}
          />
          <FormEnd
            variant="outline"
            busy={plan.isPending}
            error={isTooEarly ? undefined : plan.error?.message}
          >
            {text.saveTalk}
          </FormEnd>
        </form>
      </Disclosure>
    </div>
  )
}

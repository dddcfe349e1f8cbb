import type { MeetingId } from '@weerklank/core/shared/ids'
import type { CircleCheckDetails, CircleOutcome } from '@weerklank/core/team/circle-check.contract'
import { talkPlan } from '@weerklank/core/team/circle-check.talk'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CheckCards } from './CheckCards.tsx'
import { usePlanCheckTalk } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { useCircleDay } from './use-circle-day.ts'

type Props = {
  relation: string
  check: CircleCheckDetails
  /** Null while the check is shut: then only the day stands here. */
  outcome: CircleOutcome | null
}

/** From what came out to the talk: where people differ, the shadow side, and the way to the planned meeting. */
export function CheckTalk({ relation, check, outcome }: Props) {
  const text = useText(checkText)
  const day = useCircleDay()
  return (
    <Section
      title={outcome === null ? text.talk(day(check.talkOn)).replace(/\.$/, '') : text.talkPlan}
      intro={outcome === null ? text.makeIntro : `${text.talkPlanIntro} ${text.talk(day(check.talkOn))}`}
    >
      {outcome !== null && <CheckCards points={talkPlan(check.definition, outcome)} />}
      <div className="wk-actions wk-no-print">
        {check.meeting === null ? (
          outcome !== null && (
            <LinkButton to="/team/$relation" params={{ relation }}>
              {text.planMeeting}
            </LinkButton>
          )
        ) : (
          <LinkButton
            variant={outcome === null ? 'outline' : 'primary'}
            to="/gesprekken/$meeting"
            params={{ meeting: check.meeting }}
          >
            {text.toMeeting}
          </LinkButton>
        )}
        <LinkButton variant="quiet" to="/gesprekken/vormen/kiezen">
          {text.meetingForms}
        </LinkButton>
      </div>
      {check.mayPlanTalk && <MoveTalk relation={relation} check={check} />}
    </Section>
  )
}

function MoveTalk({ relation, check }: Omit<Props, 'outcome'>) {
  const text = useText(checkText)
  const plan = usePlanCheckTalk({ relation, check: check.id })
  const [talkOn, setTalkOn] = useState(check.talkOn)
  const [meeting, setMeeting] = useState<string | null>(check.meeting)
  const language = useLanguage()
  const isTooEarly = plan.error instanceof ApiError && plan.error.fields.talkOn !== undefined
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (!plan.isPending) plan.mutate({ talkOn, meeting: meeting as MeetingId | null, version: check.version })
  }
  return (
    <div className="wk-no-print">
      <Disclosure label={text.moveTalk}>
        <form noValidate className="wk-stack wk-round-form" onSubmit={handleSubmit}>
          <TextField
            {...{ id: 'talk-on', type: 'date', label: text.talkOn, value: talkOn, onChange: setTalkOn }}
            error={isTooEarly ? circleCheckWords[language].refusal['no-talk'] : undefined}
          />
          {check.meetings.length > 0 && (
            <SelectField
              {...{ id: 'talk-meeting', label: text.meeting, hint: text.meetingHint, optional: true }}
              value={meeting}
              options={check.meetings.map(({ id, title, day }) => ({
                value: id as string,
                label: `${title}, ${day}`,
              }))}
              onChange={setMeeting}
            />
          )}
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

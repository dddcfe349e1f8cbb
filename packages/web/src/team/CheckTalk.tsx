import type { CircleCheckDetails, CircleOutcome } from '@weerklank/core/team/circle-check.contract'
import { talkPlan } from '@weerklank/core/team/circle-check.talk'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { CheckCards } from './CheckCards.tsx'
import { usePlanCheckTalk } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { TalkMove } from './TalkMove.tsx'
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
      {check.mayPlanTalk && <Move relation={relation} check={check} />}
    </Section>
  )
}

function Move({ relation, check }: Omit<Props, 'outcome'>) {
  const plan = usePlanCheckTalk({ relation, check: check.id })
  const { isPending, error } = plan
  return (
    <TalkMove
      talk={check}
      meetings={check.meetings}
      plan={{
        ...{ isPending, error },
        mutate: ({ talkOn, meeting }) => plan.mutate({ talkOn, meeting, version: check.version }),
      }}
    />
  )
}

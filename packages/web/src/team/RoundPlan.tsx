import { conversationPlan } from '@weerklank/core/team/round-plan'
import { planWords } from '@weerklank/core/team/round-talk.words'
import type { RoundDetails, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { roundReportText } from './round-report.text.ts'
import { useCircleDay } from './use-circle-day.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }

/** From what came out to the talk: when it is, with what one begins, and the way there. */
export function RoundPlan({ round, outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const day = useCircleDay()
  const { talk, circle } = round
  return (
    <Section
      title={text.talkTitle}
      intro={`${talk === null ? text.noTalk : text.talkOn(day(talk.on))} ${text.talkPlan}`}
    >
      <ol className="wk-round-plan">
        {conversationPlan(outcome).map((step) => {
          const { about, ask } = planWords(step, { outcome, language })
          return (
            <li key={about}>
              <p>
                <strong>{about}</strong>
              </p>
              <p>{ask}</p>
            </li>
          )
        })}
      </ol>
      <p className="wk-small">{text.agree}</p>
      <div className="wk-actions wk-no-print">
        {talk?.meeting == null ? (
          <LinkButton
            variant="primary"
            icon="talk"
            to="/gesprekken/nieuw"
            search={{ ...(circle && { samenwerking: circle.relation }) } as never}
          >
            {text.planMeeting}
          </LinkButton>
        ) : (
          <LinkButton
            variant="primary"
            icon="talk"
            to="/gesprekken/$meeting"
            params={{ meeting: talk.meeting }}
          >
            {text.toMeeting}
          </LinkButton>
        )}
        <LinkButton to="/gesprekken/vormen/kiezen">{text.formats}</LinkButton>
      </div>
    </Section>
  )
}

import { conversationPlan } from '@weerklank/core/team/round-plan'
import { planWords } from '@weerklank/core/team/round-talk.words'
import type { RoundDetails, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { chooser } from './chooser-content.ts'
import { RoundMoveTalk } from './RoundMoveTalk.tsx'
import { roundReportText } from './round-report.text.ts'
import { useCircleDay } from './use-circle-day.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }

/** From what came out to the talk: when it is, with what one begins, and the way there. */
export function RoundPlan({ round, outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const day = useCircleDay()
  const { talk } = round
  const steps = conversationPlan(outcome).map((step) => planWords(step, { outcome, language }))
  return (
    <Section
      title={text.talkTitle}
      intro={`${talk === null ? text.noTalk : text.talkOn(day(talk.on))} ${text.talkPlan}`}
    >
      <ol className="wk-round-plan">
        {steps.map(({ about, ask }) => (
          <li key={about}>
            <p>
              <strong>{about}</strong>
            </p>
            <p>{ask}</p>
          </li>
        ))}
      </ol>
      <p className="wk-small">{text.agree}</p>
      <div className="wk-actions wk-no-print">
        {talk?.meeting == null ? (
          <LinkButton
            variant="primary"
            icon="talk"
            to="/gesprekken/nieuw"
            search={planningOf(round, { title: text.planTitle(round.title), steps }) as never}
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
      <RoundMoveTalk round={round} />
    </Section>
  )
}

/** What planning the talk begins with: the team, the format that suits these questions, and what it is about. */
function planningOf(
  { id, circle, instrument }: RoundDetails,
  { title, steps }: { title: string; steps: readonly { about: string }[] },
) {
  const [vorm] =
    chooser.instruments.find(({ asks }) => asks?.round?.questions === instrument.id)?.formats ?? []
  const vraag = steps.map(({ about }) => about).join('\n')
  return { ...{ vorm, vraag, titel: title, peiling: id }, samenwerking: circle?.relation }
}

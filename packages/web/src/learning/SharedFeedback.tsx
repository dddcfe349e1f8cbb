import { useQuery } from '@tanstack/react-query'
import type { SharedFeedback as Shared } from '@weerklank/core/learning/peer-feedback.contract'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { sharedFeedbackQuery } from './shared-feedback.queries.ts'
import { sharedFeedbackText } from './shared-feedback.text.ts'

/** What others wrote to learners, where a learner chose beforehand that those who lead may read it. */
export function SharedFeedback({ trajectory }: { trajectory: string }) {
  const text = useText(sharedFeedbackText)
  const query = useQuery(sharedFeedbackQuery(trajectory))
  return (
    <Section title={text.title} intro={text.intro}>
      <PageState query={query}>
        {({ feedback }) =>
          feedback.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <ul className="wk-lines">
              {feedback.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </PageState>
    </Section>
  )
}

function Line({ one }: { one: Shared }) {
  const text = useText(sharedFeedbackText)
  const dates = useDates()
  return (
    <li className="wk-stack">
      <p>{text.wrote(one.from, one.about, dates.dayMonth(one.at))}</p>
      <Answers answers={one.answers} />
      {one.own.length > 0 && (
        <>
          <p>{text.own(one.about)}</p>
          <Answers answers={one.own} />
        </>
      )}
    </li>
  )
}

function Answers({ answers }: { answers: Shared['answers'] }) {
  return (
    <dl>
      {answers
        .filter(({ answer }) => answer !== '')
        .map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
    </dl>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { AgreementLines } from './AfterAgreements.tsx'
import { openingQuery } from './after.queries.ts'
import { afterText } from './after.text.ts'

/** What a meeting begins with: open agreements and topics of earlier ones of the same people. Nothing where there is none. */
export function MeetingOpening({ meeting }: { meeting: string }) {
  const text = useText(afterText)
  const { data } = useQuery(openingQuery(meeting))
  if (data === undefined || (data.agreements.length === 0 && data.topics.length === 0)) return null
  return (
    <Section title={text.opens} intro={text.opensIntro}>
      <AgreementLines agreements={data.agreements} from />
      {data.topics.length > 0 && (
        <ul className="wk-lines">
          {data.topics.map((topic) => (
            <li key={topic.text}>
              <p>{topic.text}</p>
              <p className="wk-muted wk-small">{text.from(topic.meetingTitle)}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

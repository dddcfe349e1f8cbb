import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { todayQuery } from './feedback.queries.ts'
import { feedbackText } from './feedback.text.ts'

export function TodayPage() {
  const text = useText(feedbackText)
  const query = useQuery(todayQuery)
  return (
    <>
      <PageHeader title={text.today} intro={text.todayIntro} />
      <PageState
        query={query}
        isEmpty={({ attention }) => attention.length === 0}
        empty={
          <EmptyState
            title={text.quietTitle}
            text={text.quietText}
            action={<LinkButton to="/samenwerkingen">{text.toRelations}</LinkButton>}
          />
        }
      >
        {({ attention }) => (
          <Section title={text.attention}>
            <ul className="wk-lines">
              {attention.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </Section>
        )}
      </PageState>
    </>
  )
}

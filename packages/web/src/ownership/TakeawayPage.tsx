import './working-note.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Takeaways } from '@weerklank/core/ownership/takeaway.contract'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TakeawayForm } from './TakeawayForm.tsx'
import { TakeawayLine } from './TakeawayLine.tsx'
import { takeawaysQuery } from './takeaway.queries.ts'
import { takeawayText } from './takeaway.text.ts'

/** Everything of the organisation in one file: asked for by one, agreed to by another. */
export function TakeawayPage() {
  const text = useText(takeawayText)
  const query = useQuery(takeawaysQuery)
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={<Link to="/beheer/bewaren">{text.toRetention}</Link>}
      />
      <Section title={text.how}>
        <ol className="wk-takeaway__steps">
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="wk-muted">{text.notIn}</p>
      </Section>
      <PageState query={query}>
        {(data) => (
          <>
            {data.mayAsk && <Asking hasOfficer={data.hasOfficer} />}
            <Section title={text.list}>
              {data.takeaways.length === 0 ? (
                <p className="wk-muted">{text.none}</p>
              ) : (
                <ul className="wk-lines">
                  {data.takeaways.map((takeaway: Takeaways['takeaways'][number]) => (
                    <TakeawayLine key={takeaway.id} takeaway={takeaway} seen={seen} />
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </PageState>
    </>
  )
}

function Asking({ hasOfficer }: { hasOfficer: boolean }) {
  const text = useText(takeawayText)
  return (
    <Section title={text.ask}>
      {!hasOfficer && <p>{text.noOfficer}</p>}
      <TakeawayForm />
    </Section>
  )
}

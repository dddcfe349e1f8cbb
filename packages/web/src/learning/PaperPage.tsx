import './paper.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { PaperForm } from './PaperForm.tsx'
import { mentionCodesQuery } from './paper.queries.ts'
import { paperText } from './paper.text.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'
import { learnersQuery } from './trajectory.queries.ts'

/** Forms that came on paper, typed over one after the other. */
export function PaperPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/invoeren' })
  return (
    <TrajectoryFrame trajectory={trajectory} part="people">
      {(details) => <Paper details={details} />}
    </TrajectoryFrame>
  )
}

function Paper({ details }: { details: TrajectoryDetails }) {
  const text = useText(paperText)
  const learners = useQuery(learnersQuery(details.id))
  const codes = useQuery(mentionCodesQuery(details.id))
  return (
    <Section title={text.title} intro={text.intro}>
      <PageState query={codes}>
        {({ offers }) => (
          <PageState query={learners}>
            {(register) => <PaperForm details={details} register={register} offers={offers} />}
          </PageState>
        )}
      </PageState>
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dictionary } from '../language/dictionary.ts'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { circleListQuery } from './circle.queries.ts'

const todayCirclesText = dictionary({
  nl: {
    title: 'In je teams en netwerken',
    halfWay: (title: string) => `${title}: zijn we er allemaal nog?`,
    halfWayWhy: 'Jullie zijn halverwege. Sta er samen even bij stil.',
    check: (title: string) => `${title}: er staan vragen voor je klaar`,
    checkWhy: 'Niemand ziet een antwoord voordat iedereen klaar is.',
  },
  en: {
    title: 'In your teams and networks',
    halfWay: (title: string) => `${title}: are we all still there?`,
    halfWayWhy: 'You are half-way. Pause at it together.',
    check: (title: string) => `${title}: there are questions for you`,
    checkWhy: 'Nobody sees an answer before everybody is done.',
  },
})

/** On *Vandaag*: checks to answer, and looking half-way, each with the way to it. Nothing where nothing waits. */
export function TodayCircles() {
  const text = useText(todayCirclesText)
  const { data } = useQuery(circleListQuery)
  const circles = (data?.circles ?? []).filter(({ waits }) => waits.halfWay || waits.checks.length > 0)
  if (circles.length === 0) return null
  return (
    <Section title={text.title}>
      <ul className="wk-lines">
        {circles.flatMap(({ relation, title, waits }) => [
          ...waits.checks.map((check) => (
            <li key={check}>
              <Link to="/team/$relation/check/$check" params={{ relation, check }}>
                {text.check(title)}
              </Link>
              <p className="wk-muted wk-small">{text.checkWhy}</p>
            </li>
          )),
          ...(waits.halfWay
            ? [
                <li key={relation}>
                  <Link to="/team/$relation/check" params={{ relation }}>
                    {text.halfWay(title)}
                  </Link>
                  <p className="wk-muted wk-small">{text.halfWayWhy}</p>
                </li>,
              ]
            : []),
        ])}
      </ul>
    </Section>
  )
}

import type { Answered, Monitor, MonitorReview } from '@weerklank/core/learning/monitor.shape'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Dots } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

/** What people said when they looked back, counted with their own number beside it. */
export function MonitorAnswers({ monitor }: { monitor: Monitor }) {
  return monitor.reviews.map((review) => <Review key={review.moment} review={review} />)
}

function Review({ review }: { review: MonitorReview }) {
  const text = useText(monitorText)
  const n = review.respondents.value
  const { applied, attained, noticed } = review
  return (
    <Section
      title={text.said.title(review.moment)}
      intro={n === 0 ? text.said.none : `${text.said.intro(n)} (${text.source.consented})`}
    >
      {n > 0 && (
        <ul className="wk-monitor-said">
          <Said answered={applied} n={n} from="ja" what={text.said.applied} />
          <Said answered={attained} n={n} from="ja" what={text.said.attained} />
          <Said answered={noticed} n={n} from="een-beetje" what={text.said.noticed} />
        </ul>
      )}
    </Section>
  )
}

type Props = {
  answered: Answered
  n: number
  /** The least answer that the sentence holds for. */
  from: string
  what: string
}

function Said({ answered, n, from, what }: Props) {
  const text = useText(monitorText)
  const names: Readonly<Record<string, string>> = text.said.answers
  const start = answered.answers.findIndex(({ answer }) => answer === from)
  const count = answered.answers.slice(start).reduce((sum, one) => sum + one.count.value, 0)
  const all = [
    ...answered.answers.map((one) => `${names[one.answer] ?? one.answer} ${one.count.value}`),
    `${text.said.blank} ${answered.none.value}`,
  ]
  return (
    <li>
      <p className="wk-monitor-said__count">
        <strong>{text.of(count, n)}</strong>
        <Dots count={count} n={n} />
      </p>
      <p>{what}</p>
      <p className="wk-muted wk-small">{all.join(' · ')}</p>
    </li>
  )
}

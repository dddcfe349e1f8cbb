import type { RunChartAnnotation } from '@weerklank/core/charts/run-chart-input'
import { runChartSentence } from '@weerklank/core/charts/run-chart-words'
import { checksOf } from '@weerklank/core/feedback/check-answer'
import { ownLines } from '@weerklank/core/feedback/check-own-lines'
import { checkSeries } from '@weerklank/core/feedback/check-series'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type ReactNode, useMemo, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { componentLater, Later } from '../ui/Later.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { CheckChartLater } from './CheckChartLater.tsx'
import { checkText } from './check.text.ts'

const CheckTable = componentLater(async () => (await import('./CheckTable.tsx')).CheckTable)

type Props = {
  feedback: RelationFeedback
  person: Participant
  /** Which check it is, when there are more. */
  about: string | undefined
  /** There are answers, and none that makes a number. */
  isUnscored: boolean
  /** What happened besides checks, e.g. repair talks. */
  happenings: readonly RunChartAnnotation[]
  seen: Seen
  /** Whose line is shown, when there is a choice. */
  choice: ReactNode
  /** Whether the picture may be kept or printed. */
  mayKeep?: boolean
}

/** A line for each check that someone answered, the latest first. */
export function CheckRuns({ feedback, choice, ...props }: Omit<Props, 'about' | 'isUnscored'>) {
  const language = useLanguage()
  const { id } = props.person
  const lines = useMemo(() => ownLines(feedback, id), [feedback, id])
  return lines.map((line, index) => (
    <CheckRun
      key={line.instrument?.id ?? ''}
      {...props}
      feedback={line.feedback}
      isUnscored={line.isUnscored}
      about={lines.length > 1 ? line.instrument?.name[language] : undefined}
      choice={index === 0 && choice}
    />
  ))
}

/** One person's checks over time: a picture, a sentence that says what it shows, and the same as a table. */
function CheckRun({ feedback, person, about, happenings, seen, choice, isUnscored, mayKeep = true }: Props) {
  const text = useText(checkText)
  const [asTable, setAsTable] = useState(false)
  const series = useMemo(() => {
    const checks = checksOf(feedback, { participant: person.id, timeZone: seen.timeZone })
    return checkSeries({ feedback, checks, happenings, seen, words: text })
  }, [feedback, person.id, happenings, seen, text])
  const sentence = useMemo(
    () =>
      isUnscored ? text.unscored(person.name) : runChartSentence({ ...series, personName: person.name }),
    [series, person.name, isUnscored, text],
  )
  const title = [text.chart(person.name), about ?? []].flat().join(': ')
  const toggle = (
    <TextButton onClick={() => setAsTable(!asTable)}>{asTable ? text.asChart : text.asTable}</TextButton>
  )
  return (
    <Section title={title} intro={sentence} aside={series.points.length > 0 ? toggle : undefined}>
      {choice}
      {series.points.length > 0 && (
        <>
          {asTable && (
            <Later open>
              <CheckTable series={series} title={title} seen={seen} />
            </Later>
          )}
          {/* Stays, so that coming back costs nothing. */}
          <div hidden={asTable}>
            <CheckChartLater
              {...{ series, title, sentence, feedback, person, seen, mayKeep }}
              walkLabel={text.walk(person.name)}
            />
          </div>
        </>
      )}
    </Section>
  )
}

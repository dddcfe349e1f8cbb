import type { WitnessQuestion } from '@weerklank/core/dialogue/after'
import type { MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import { say } from '@weerklank/core/shared/spoken'
import { newId } from '../api/new-id.ts'
import { dayAlone } from '../language/moment-words.ts'
import { useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { AfterPlace } from './AfterPlace.tsx'
import { useAskQuote } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

/** What people wrote, question by question: voices beside each other, not one person after the other. */
export function AfterWrote({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const language = useLanguage()
  const seen = useSeen(Date.now())
  const { window, worth } = after
  if (after.reflections.length === 0 && !after.may.write) return null
  const closes = window === null ? '' : text.closes(dayAlone(window.closesAt, seen))
  return (
    <Section title={text.wrote} intro={`${text.answered(after.answered, after.asked)} ${closes}`}>
      {after.reflections.length === 0 && <p className="wk-muted">{text.noneYet}</p>}
      {after.questions.map(({ key, ask }) => (
        <Question
          key={key}
          {...{ meeting, after }}
          question={key}
          title={say(ask, { language, address: 'je' })}
        />
      ))}
      <Expected after={after} />
      {worth !== null && (
        <p>
          <strong>{text.worth}</strong> {text.worthCounts(worth.yes, worth.partly, worth.no)}
        </p>
      )}
    </Section>
  )
}

function Question({
  meeting,
  after,
  question,
  title,
}: AfterPart & { question: WitnessQuestion; title: string }) {
  const text = useText(afterText)
  const ask = useAskQuote(meeting)
  const said = after.reflections.flatMap((one) => {
    const words = one.answers[question] ?? ''
    return words === '' ? [] : [{ ...one, words }]
  })
  if (said.length === 0) return null
  const isAsked = (place: string, words: string) =>
    after.quotes.some((quote) => quote.place === place && quote.words === words)
  return (
    <>
      <h3>{title}</h3>
      <ul className="wk-lines">
        {said.map(({ place, words, isLate }) => (
          <li key={place}>
            <blockquote className="wk-after__words">{words}</blockquote>
            <AfterPlace after={after} place={place} />
            {isLate && <span className="wk-muted wk-small"> · {text.late}</span>}{' '}
            {after.may.write && (
              <span className="wk-small wk-no-print">
                {isAsked(place, words) ? (
                  text.askedFor
                ) : (
                  <TextButton
                    onClick={() =>
                      ask.mutate({ id: newId(), place, words: words.slice(0, 2000), use: 'team' })
                    }
                  >
                    {text.askQuote}
                  </TextButton>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Expectation beforehand beside how it turned out, of whom said either. */
function Expected({ after }: { after: MeetingAfter }) {
  const text = useText(afterText)
  const rows = after.reflections.filter(({ expected, outcome }) => expected !== '' || outcome !== '')
  if (rows.length === 0) return null
  return (
    <ul className="wk-lines">
      {rows.map(({ place, expected, outcome }) => (
        <li key={place} className="wk-after__beside">
          <AfterPlace after={after} place={place} />
          <p>
            <span className="wk-muted wk-small">{text.expectedBefore}</span>
            <br />
            {expected === '' ? '–' : expected}
          </p>
          <p>
            <span className="wk-muted wk-small">{text.turnedOut}</span>
            <br />
            {outcome === '' ? '–' : outcome}
          </p>
        </li>
      ))}
    </ul>
  )
}

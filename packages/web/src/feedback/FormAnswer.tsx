import { useQuery } from '@tanstack/react-query'
import type { FormAnswerRead } from '@weerklank/core/feedback/form-invitation.contract'
import { useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { formAnswerQuery } from './form.queries.ts'
import { formText } from './form.text.ts'

/** What was answered to one form, in its order and in words; what it computes stands below, with what that means. */
export function FormAnswer({ relation, answer }: { relation: string; answer: string }) {
  const query = useQuery(formAnswerQuery(relation, answer))
  return <PageState query={query}>{(read) => <Answer {...read} />}</PageState>
}

function Answer({ lines, scores, sum, notComputed }: FormAnswerRead) {
  const text = useText(formText)
  return (
    <div className="wk-stack wk-form-answer">
      {sectionsOf(lines).map(({ heading, questions }, i) => (
        // The lines of an answer never change.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={i}>
          {heading !== null && <h3>{heading}</h3>}
          <dl>
            {questions.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              <div key={at} className="wk-form-answer__line">
                <dt>{line.text}</dt>
                <dd>
                  {line.answers.length === 0 ? (
                    <span className="wk-muted">{text.empty}</span>
                  ) : (
                    line.answers.join(', ')
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <Scores {...{ scores, sum, notComputed }} />
    </div>
  )
}

type Line = FormAnswerRead['lines'][number]

/** Questions under the heading above them. */
function sectionsOf(lines: readonly Line[]): { heading: string | null; questions: Line[] }[] {
  const sections: { heading: string | null; questions: Line[] }[] = []
  for (const line of lines) {
    const last = sections.at(-1)
    if (line.kind === 'heading') sections.push({ heading: line.text, questions: [] })
    else if (last === undefined) sections.push({ heading: null, questions: [line] })
    else last.questions.push(line)
  }
  return sections.filter(({ heading, questions }) => heading !== null || questions.length > 0)
}

function Scores({ scores, sum, notComputed }: Pick<FormAnswerRead, 'scores' | 'sum' | 'notComputed'>) {
  const text = useText(formText)
  if (scores.length === 0 && sum === null && notComputed === 0) return null
  return (
    <div>
      <h3>{text.scores}</h3>
      <dl>
        {scores.map((score) => (
          <div key={score.text} className="wk-form-answer__line">
            <dt>{score.text}</dt>
            <dd>{score.value}</dd>
          </div>
        ))}
        {sum !== null && (
          <div className="wk-form-answer__line">
            <dt>{text.sum}</dt>
            <dd>{text.sumOf(sum.value, sum.answered, sum.of)}</dd>
          </div>
        )}
      </dl>
      {notComputed > 0 && <p>{text.notComputed(notComputed)}</p>}
      <p className="wk-muted wk-small">{text.caveat}</p>
    </div>
  )
}

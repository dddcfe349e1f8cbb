import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import type { Format, FormatStep } from '@weerklank/core/dialogue/format'
import { meetingRoleWords, stepInputWords, stepMarkWords } from '@weerklank/core/dialogue/format.words'
import type { Language } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { formatText } from './format.text.ts'

/** The steps one below the other: how long, what is said, who speaks and who is silent. */
export function FormatSteps({ format }: { format: Pick<Format, 'steps'> }) {
  return (
    <ol className="wk-format__steps">
      {format.steps.map((step, at) => (
        <Step key={step.key} step={step} place={at + 1} />
      ))}
    </ol>
  )
}

function Step({ step, place }: { step: FormatStep; place: number }) {
  const text = useText(formatText)
  const language = useLanguage()
  const marks = stepMarkWords(step).map((words) => words[language])
  return (
    <li className="wk-format__step" data-shadow={step.isShadow}>
      <span className="wk-format__place" aria-hidden="true">
        {place}
      </span>
      <div className="wk-format__words">
        <h3>
          {step.title[language] || step.title.nl}{' '}
          <span className="wk-format__minutes">{text.stepMinutes(step.minutes)}</span>
        </h3>
        <p className="wk-format__prompt">{step.prompt[language] || step.prompt.nl}</p>
        <p className="wk-small wk-muted">{[stepInputWords[step.input][language], ...marks].join(' · ')}</p>
        <p className="wk-small wk-format__who">
          {step.speakers.length > 0 && (
            <span>
              <Icon name="talk" /> {text.speak}: {names(step.speakers, language)}
            </span>
          )}
          {step.silent.length > 0 && (
            <span className="wk-muted">
              <Icon name="silent" /> {text.listen}: {names(step.silent, language)}
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

function names(roles: readonly MeetingRole[], language: Language): string {
  return roles.map((role) => meetingRoleWords[role][language]).join(', ')
}

import type { FormatProblem } from '@weerklank/core/dialogue/format.rules'
import { formatProblemWords } from '@weerklank/core/dialogue/format.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { formatEditText } from './format-edit.text.ts'
import { type FormatEdit, focusNext, stepPart } from './format-edit.ts'

/** What keeps it from being used, each with the way to where it can be mended. */
export function FormatEditProblems({
  edit,
  problems,
}: {
  edit: FormatEdit
  problems: readonly FormatProblem[]
}) {
  const text = useText(formatEditText)
  const language = useLanguage()
  if (problems.length === 0) return null
  function handleOpen(step: string) {
    edit.open(step)
    focusNext(stepPart('naam', step))
  }
  return (
    <section className="wk-notice" aria-labelledby="vorm-te-doen">
      <h2 id="vorm-te-doen" tabIndex={-1}>
        {text.problems}
      </h2>
      <ul>
        {problems.map(({ code, step }) => (
          <li key={`${code} ${step}`}>
            {step !== undefined && (
              <>
                <TextButton onClick={() => handleOpen(step)}>{nameOf(edit, step) || text.noName}</TextButton>
                {': '}
              </>
            )}
            {formatProblemWords(code)[language]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ format }: FormatEdit, step: string): string {
  return format.steps.find(({ key }) => key === step)?.title.nl.trim() ?? ''
}

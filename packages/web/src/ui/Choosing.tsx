import './choosing.css'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from './Button.tsx'
import { choosingText } from './choosing.text.ts'
import { RadioGroup } from './RadioGroup.tsx'

type ChosenProps = { chosen: readonly { key: string; question: string; answer: string }[] }

/** What was answered so far, as a list. Nothing before the first answer. */
export function ChosenAnswers({ chosen }: ChosenProps) {
  const text = useText(choosingText)
  if (chosen.length === 0) return null
  return (
    <section aria-label={text.answers}>
      <ul className="wk-choosing__chosen wk-muted">
        {chosen.map(({ key, question, answer }) => (
          <li key={key}>
            {question} <strong>{answer}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

type QuestionProps = {
  id: string
  label: string
  options: readonly { value: string; label: string }[]
  isFirst: boolean
  onAnswer: (option: string) => void
  onBack: () => void
}

/** One question at a time. Give it a key of its own per question: what was chosen belongs to that one only. */
export function ChoosingQuestion({ id, label, options, isFirst, onAnswer, onBack }: QuestionProps) {
  const text = useText(choosingText)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // The page stays the same: who uses a keyboard or listens is led to the next question.
  useEffect(() => {
    if (!isFirst) form.current?.querySelector('input')?.focus()
  }, [isFirst])
  function handleSubmit(event: React.FormEvent) {
    event.preventDefault()
    if (chosen !== null) return onAnswer(chosen)
    setEmpty(true)
    form.current?.querySelector('input')?.focus()
  }
  return (
    <form ref={form} className="wk-stack" onSubmit={handleSubmit} noValidate>
      <RadioGroup
        id={id}
        label={label}
        value={chosen}
        options={options}
        {...(isEmpty && chosen === null && { error: text.choose })}
        onChange={setChosen}
      />
      <div className="wk-actions">
        {!isFirst && (
          <Button variant="quiet" icon="return" onClick={onBack}>
            {text.previous}
          </Button>
        )}
        <Button variant="primary" type="submit">
          {text.next}
        </Button>
      </div>
    </form>
  )
}

type AgainProps = { onBack: () => void; onAgain: () => void }

/** Below an outcome: one question back, or all over again. */
export function ChoosingAgain({ onBack, onAgain }: AgainProps) {
  const text = useText(choosingText)
  return (
    <div className="wk-actions wk-no-print">
      <Button variant="quiet" icon="return" onClick={onBack}>
        {text.previous}
      </Button>
      <Button variant="quiet" onClick={onAgain}>
        {text.again}
      </Button>
    </div>
  )
}

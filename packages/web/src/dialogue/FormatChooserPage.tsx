import './format.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserRule,
  chooserStep,
} from '@weerklank/core/dialogue/format.chooser'
import type { ListedFormat } from '@weerklank/core/dialogue/format.contract'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { formatListQuery } from './format.queries.ts'
import { formatText } from './format.text.ts'

type Given = readonly [ChooserQuestion, string]

/** "I want to pause, but do not know how": one question at a time, and then a format with the reason. */
export function FormatChooserPage() {
  const text = useText(formatText)
  const [given, setGiven] = useState<readonly Given[]>([])
  const step = chooserStep(Object.fromEntries(given) as ChooserAnswers)
  return (
    <>
      <PageHeader
        title={text.chooserTitle}
        intro={text.chooserIntro}
        back={<Link to="/gesprekken/vormen">{text.back}</Link>}
      />
      <div className="wk-chooser">
        {given.length > 0 && <Chosen given={given} />}
        {step.kind === 'question' ? (
          <Question
            key={step.question}
            question={step.question}
            options={step.options}
            isFirst={given.length === 0}
            onAnswer={(option) => setGiven([...given, [step.question, option]])}
            onBack={() => setGiven(given.slice(0, -1))}
          />
        ) : (
          <Outcome
            rule={step.rule}
            onBack={() => setGiven(given.slice(0, -1))}
            onAgain={() => setGiven([])}
          />
        )}
      </div>
    </>
  )
}

/** The words of an answer; the questions and their options are data, so that a new one needs only words here. */
function useWords() {
  const text = useText(formatText)
  const options: Readonly<Record<ChooserQuestion, Readonly<Record<string, string>>>> = text.options
  return (question: ChooserQuestion, option: string) => options[question][option] ?? option
}

function Chosen({ given }: { given: readonly Given[] }) {
  const text = useText(formatText)
  const words = useWords()
  return (
    <section aria-label={text.answers}>
      <ul className="wk-chooser__chosen wk-muted">
        {given.map(([question, option]) => (
          <li key={question}>
            {text.questions[question]} <strong>{words(question, option)}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

type QuestionProps = {
  question: ChooserQuestion
  options: readonly string[]
  isFirst: boolean
  onAnswer: (option: string) => void
  onBack: () => void
}

function Question({ question, options, isFirst, onAnswer, onBack }: QuestionProps) {
  const text = useText(formatText)
  const words = useWords()
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
        id={`kies-${question}`}
        label={text.questions[question]}
        value={chosen}
        options={options.map((value) => ({ value, label: words(question, value) }))}
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

type OutcomeProps = { rule: ChooserRule; onBack: () => void; onAgain: () => void }

function Outcome({ rule, onBack, onAgain }: OutcomeProps) {
  const text = useText(formatText)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { outcome } = rule
  const isMediator = outcome.kind === 'mediator'
  return (
    <section className="wk-stack">
      <h2 ref={heading} tabIndex={-1}>
        {isMediator ? text.mediator : text.outcome}
      </h2>
      <p className={isMediator ? 'wk-chooser__mediator' : undefined}>{rule.why[language]}</p>
      {!isMediator && outcome.externalLeader && <p className="wk-chooser__mediator">{text.external}</p>}
      {!isMediator && <Formats keys={outcome.formats} />}
      <div className="wk-actions">
        <Button variant="quiet" icon="return" onClick={onBack}>
          {text.previous}
        </Button>
        <Button variant="quiet" onClick={onAgain}>
          {text.again}
        </Button>
      </div>
    </section>
  )
}

function Formats({ keys }: { keys: readonly string[] }) {
  const text = useText(formatText)
  const language = useLanguage()
  const { data } = useQuery(formatListQuery)
  // With what the organisation made of it.
  const isOf = (key: string, { own, ...one }: ListedFormat) =>
    one.key === key || (own?.from === key && one.canBeHeld)
  const found = keys.flatMap((key) => data?.formats.filter((one) => isOf(key, one)) ?? [])
  return (
    <ul className="wk-lines">
      {found.map((format, at) => (
        <li key={format.key} className="wk-formats__line">
          <div>
            <p>
              {at > 0 && <span className="wk-muted">{text.also}: </span>}
              <strong>{format.name[language]}</strong>
            </p>
            <p>{format.purpose[language]}</p>
            <p className="wk-muted wk-small">
              {text.duration(format.minutes)} · {text.persons(format.minPeople, format.maxPeople)}
            </p>
          </div>
          <LinkButton
            variant={at === 0 ? 'primary' : 'outline'}
            to="/gesprekken/vormen/$format"
            params={{ format: format.key }}
          >
            {text.open(format.name[language])}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}

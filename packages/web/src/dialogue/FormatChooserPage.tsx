import './format.css'
import { Link } from '@tanstack/react-router'
import {
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserRule,
  chooserStep,
} from '@weerklank/core/dialogue/format.chooser'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { ChoosingAgain, ChoosingQuestion, ChosenAnswers } from '../ui/Choosing.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { FormatLines } from './FormatLines.tsx'
import { formatText } from './format.text.ts'

type Given = readonly [ChooserQuestion, string]

/** "I want to pause, but do not know how": one question at a time, and then a format with the reason. */
export function FormatChooserPage() {
  const text = useText(formatText)
  const words = useWords()
  const [given, setGiven] = useState<readonly Given[]>([])
  const step = chooserStep(Object.fromEntries(given) as ChooserAnswers)
  const handleBack = () => setGiven(given.slice(0, -1))
  return (
    <>
      <PageHeader
        title={text.chooserTitle}
        intro={text.chooserIntro}
        back={<Link to="/gesprekken/vormen">{text.back}</Link>}
      />
      <div className="wk-choosing">
        <ChosenAnswers
          chosen={given.map(([key, option]) => ({
            ...{ key, question: text.questions[key], answer: words(key, option) },
          }))}
        />
        {step.kind === 'question' ? (
          <ChoosingQuestion
            key={step.question}
            id={`kies-${step.question}`}
            label={text.questions[step.question]}
            options={step.options.map((value) => ({ value, label: words(step.question, value) }))}
            isFirst={given.length === 0}
            onAnswer={(option) => setGiven([...given, [step.question, option]])}
            onBack={handleBack}
          />
        ) : (
          <Outcome rule={step.rule} onBack={handleBack} onAgain={() => setGiven([])} />
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
      {!isMediator && <FormatLines keys={outcome.formats} />}
      <ChoosingAgain onBack={onBack} onAgain={onAgain} />
    </section>
  )
}

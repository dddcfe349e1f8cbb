import './chooser.css'
import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { wayOf } from '@weerklank/core/shared/choosing'
import { instrumentStep, type Licensed } from '@weerklank/core/team/chooser'
import { Suspense } from 'react'
import { formsNamedQuery } from '../feedback/feedback.ts'
import { useText } from '../language/use-text.ts'
import { ChoosingQuestion, ChosenAnswers } from '../ui/Choosing.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { chooserText } from './chooser.text.ts'
import { chooser, type Registered, registered, wordsToLookFor } from './chooser-content.ts'
import { useChooserWords } from './use-chooser-words.ts'

const ChooserOutcome = componentLater(async () => (await import('./ChooserOutcome.tsx')).ChooserOutcome)
const ChooserWay = componentLater(async () => (await import('./ChooserWay.tsx')).ChooserWay)

const nothing: Licensed = new Set()

/** "What do we measure working together with?": questions one by one, what fits and why, and the way that led there. */
export function ChooserPage() {
  const text = useText(chooserText)
  const search = useSearch({ from: '/members/team/keuzehulp' })
  const { pad, team } = search
  const navigate = useNavigate({ from: '/team/keuzehulp' })
  const given = pad === undefined ? [] : pad.split('.')
  const { rule, found, isLooking } = useRegister(given)
  const licensed = new Set([...found].flatMap(([key, { mayUse }]) => (mayUse ? [key] : [])))
  const { taken, step } = wayOf((answers) => instrumentStep(chooser, answers, licensed), given)
  const go = (answers: readonly string[]) =>
    void navigate({ search: { ...search, pad: answers.length === 0 ? undefined : answers.join('.') } })
  const answers = taken.map((one) => one.taken)
  const handleBack = () => go(answers.slice(0, -1))
  const words = useChooserWords()
  const isFound = step.kind === 'end' && !isLooking
  const back =
    team === undefined ? (
      <Link to="/team">{text.back}</Link>
    ) : (
      <Link to="/team/$relation" params={{ relation: team }}>
        {text.backToTeam}
      </Link>
    )
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={back} />
      <div className="wk-chooser-page">
        <div className="wk-choosing">
          {!isFound && <ChosenAnswers chosen={taken.map(words.chosen)} />}
          {isLooking && rule !== undefined ? (
            <Looking />
          ) : step.kind === 'question' ? (
            <ChoosingQuestion
              key={step.question}
              id={`meten-${step.question}`}
              label={words.question(step.question)}
              options={step.options.map((value) => ({ value, label: words.option(step.question, value) }))}
              isFirst={taken.length === 0}
              onAnswer={(option) => go([...answers, option])}
              onBack={handleBack}
            />
          ) : (
            <Suspense fallback={<Looking />}>
              <ChooserOutcome
                {...{ rule: step.rule, licensed, found, search }}
                isBlocked={taken.some(({ question, taken: said }) => question === 'talk' && said === 'no')}
                onBack={handleBack}
                onAgain={() => go([])}
              />
            </Suspense>
          )}
        </div>
        {taken.length > 0 && (
          <Suspense fallback={null}>
            <ChooserWay {...{ taken, licensed }} rule={isFound ? step.rule : undefined} />
          </Suspense>
        )}
      </div>
    </>
  )
}

function Looking() {
  const text = useText(chooserText)
  return (
    <div role="status">
      <span className="wk-sr-only">{text.loading}</span>
      <Skeleton lines={4} />
    </div>
  )
}

/** Looks among the forms of the organisation for what the answers lead to, as soon as they lead to something. */
function useRegister(given: readonly string[]) {
  const { step } = wayOf((answers) => instrumentStep(chooser, { ...answers, talk: 'yes' }, nothing), given)
  const rule = step.kind === 'end' ? step.rule : undefined
  const queries = useQueries({
    queries: (rule === undefined ? [] : wordsToLookFor(rule)).map((word) => formsNamedQuery(word)),
  })
  const forms = queries.flatMap(({ data }) => data?.forms ?? [])
  const found = new Map<string, Registered>()
  for (const instrument of chooser.instruments) {
    const one = registered(instrument, forms)
    if (one !== undefined) found.set(instrument.key, one)
  }
  return { rule, found, isLooking: queries.some(({ isLoading }) => isLoading) }
}

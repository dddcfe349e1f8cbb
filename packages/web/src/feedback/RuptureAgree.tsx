import { useQuery } from '@tanstack/react-query'
import { stepRefusalWord } from '@weerklank/core/feedback/rupture.words'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAgree } from './check.actions.ts'
import { relationFeedbackQuery } from './check.queries.ts'
import { RuptureStepSkip } from './RuptureStepSkip.tsx'
import { ruptureText } from './rupture.text.ts'
import { type StepProps, useStepDeeds } from './rupture-step.ts'

/** A fortnight: long enough to try, short enough to remember. */
const reviewDays = 14

/** What was agreed, as any agreement of the collaboration, and the day to look back at it. */
export function RuptureAgree(props: StepProps) {
  const { relation, rupture, step } = props
  const text = useText(ruptureText)
  const { data } = useQuery(relationFeedbackQuery(relation))
  const agreement = data?.agreements.find(({ id }) => id === rupture.agreement)
  const isOpen = rupture.outcome === null
  if (rupture.agreement === null) {
    return (
      <>
        {isOpen && <AgreeForm {...props} />}
        {isOpen && <RuptureStepSkip {...{ relation, rupture, step }} />}
      </>
    )
  }
  return (
    <div className="wk-stack">
      <p>{text.agreed}</p>
      <blockquote className="wk-rupture__words">{agreement?.text}</blockquote>
      {rupture.reviewOn !== null && <p>{text.reviewOn(dayWords(rupture.reviewOn, props.seen.language))}</p>}
      {isOpen && <p className="wk-muted wk-small">{text.takeBackAgree}</p>}
      {isOpen && <RuptureStepSkip {...{ relation, rupture, step }} />}
    </div>
  )
}

/** A calendar day in full; at noon UTC, so that it is that day everywhere in Europe. */
function dayWords(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T12:00:00Z`))
}

function AgreeForm({ relation, rupture, step, person, participants, seen }: StepProps) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const me = useMe().member.id
  const agree = useAgree(relation)
  const { put, busy, problem } = useStepDeeds(relation, rupture, step)
  // Kept for a second press: agreed twice is agreed once.
  const [id] = useState(newId)
  const [words, setWords] = useState('')
  const [reviewOn, setReviewOn] = useState(() => localDay(addDays(seen.now, reviewDays), seen.timeZone))
  const [attempt, setAttempt] = useState(0)
  const both = participants.filter((one) => one.active && (one.id === person.id || one.member === me))
  const isMissing = words.trim() === ''
  const isPast = reviewOn <= seen.today

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (isMissing) return document.getElementById('stap-afspraak')?.focus()
    if (isPast) return document.getElementById('stap-terugkijken')?.focus()
    const agreement = { id, text: words, participants: both.map((one) => one.id), askBack: true, signals: [] }
    try {
      await agree.mutateAsync(agreement)
    } catch {
      return
    }
    await put({ state: 'done', agreement: id as never, reviewOn })
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextArea
        id="stap-afspraak"
        label={text.agree}
        hint={text.agreeHint}
        error={attempt > 0 && isMissing ? stepRefusalWord('agreement-missing', language) : undefined}
        maxLength={300}
        value={words}
        onChange={setWords}
      />
      <TextField
        id="stap-terugkijken"
        type="date"
        label={text.review}
        hint={text.reviewHint}
        error={attempt > 0 && isPast ? stepRefusalWord('review-missing', language) : undefined}
        value={reviewOn}
        onChange={setReviewOn}
      />
      <FormEnd error={agree.error?.message ?? problem} busy={busy || agree.isPending}>
        {text.done}
      </FormEnd>
    </form>
  )
}

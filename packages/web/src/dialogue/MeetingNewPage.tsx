import './meeting.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { BeforeFields, WhatFields, WhenFields } from './MeetingFields.tsx'
import { PeopleFields } from './MeetingPeopleFields.tsx'
import { usePlanMeeting } from './meeting.queries.ts'
import { type DraftProblems, type MeetingDraft, newDraft, readDraft, stepFields } from './meeting-draft.ts'
import { meetingPlanText } from './meeting-plan.text.ts'
import { meetingProblem } from './meeting-problem.ts'
import { firstWords } from './meeting-words.ts'
import { afterPlanning, begunWith, type PlanningBegan } from './planning-began.ts'

/** Planning a meeting, a few questions at a time. What was typed stays while one goes back and forth. */
export function MeetingNewPage() {
  const text = useText(meetingPlanText)
  const planning = usePlanning()
  const { draft, problems, step, change, next, previous, error, busy } = planning
  const fields = { draft, problems, onChange: change }
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is read from its heading
  useEffect(() => {
    if (step > 0 || planning.wasElsewhere) heading.current?.focus()
  }, [step])
  const isLast = step === stepFields.length - 1
  return (
    <>
      <PageHeader title={text.newTitle} back={<Link to="/gesprekken">{text.back}</Link>} />
      <form className="wk-stack wk-meeting-form" noValidate onSubmit={next}>
        <p className="wk-muted wk-small">{text.step(step + 1, stepFields.length)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {text.steps[step]}
        </h2>
        {step === 0 && <WhatFields {...fields} />}
        {step === 1 && <WhenFields {...fields} />}
        {step === 2 && <PeopleFields {...fields} />}
        {step === 3 && <BeforeFields {...fields} />}
        <FieldError id="plan">{error}</FieldError>
        <div className="wk-actions">
          {step > 0 && <Button onClick={previous}>{text.previous}</Button>}
          <Button variant="primary" type="submit" busy={busy}>
            {isLast ? text.keep : text.next}
          </Button>
        </div>
      </form>
    </>
  )
}

function usePlanning() {
  const text = useText(meetingPlanText)
  const language = useLanguage()
  const { member, workspace } = useMe()
  const began = useSearch({ strict: false }) as PlanningBegan
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const plan = usePlanMeeting()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<MeetingDraft>(() => {
    const seat = { id: newId(), name: member.name, voice: 'professional', role: 'facilitator' } as const
    const own = { ...seat, member: member.id, participant: null, bornOn: '', parents: [] }
    const first = newDraft({ relation: began.samenwerking ?? null, seat: own, ...firstWords(language) })
    return { ...first, ...begunWith(began) }
  })
  const [step, setStep] = useState(0)
  const [furthest, setFurthest] = useState(0)
  const [shown, setShown] = useState<DraftProblems>({})
  const of = { timeZone: workspace.timeZone, now: new Date().toISOString(), language }

  async function next(event: SubmitEvent) {
    event.preventDefault()
    const made = readDraft(draft, of)
    const problems = 'problems' in made ? made.problems : {}
    const here = hereOf(problems, step, draft)
    setShown(here)
    const [first] = Object.keys(here)
    if (first !== undefined) return focusField(first, here[first])
    if (step < stepFields.length - 1) return goTo(step + 1)
    if (!('read' in made))
      return goTo(stepFields.findIndex((_, at) => Object.keys(hereOf(problems, at, draft)).length > 0))
    const { read } = made
    const sent = { id, relation: draft.relation, format: draft.format, ...read.plan, places: read.places }
    await plan
      .mutateAsync(sent)
      .then(() => navigate(afterPlanning(began, id)))
      .catch(() => undefined)
    void queryClient.invalidateQueries({ queryKey: ['meetings', 'list'] })
  }
  function goTo(to: number) {
    setStep(to)
    setFurthest(Math.max(furthest, to))
  }
  return {
    ...{ draft, step, next, problems: shown, busy: plan.isPending },
    wasElsewhere: furthest > 0,
    change: (to: Partial<MeetingDraft>) => setDraft((now) => ({ ...now, ...to })),
    previous: () => goTo(step - 1),
    error: plan.error === null ? undefined : meetingProblem(plan.error, text),
  }
}

/** The problems of one step: of the people every one at a seat. */
function hereOf(problems: DraftProblems, step: number, { seats }: MeetingDraft): DraftProblems {
  const fields: readonly string[] = stepFields[step] ?? []
  const isHere = (name: string) =>
    fields.includes(name) || (fields.includes('seats') && seats.some((seat) => seat.id === name))
  return Object.fromEntries(Object.entries(problems).filter(([name]) => isHere(name)))
}

/** After the fields show what is wrong. */
function focusField(name: string, problem: string | undefined): void {
  const id = problem === 'name' || problem === 'bornOn' ? `${problem}-${name}` : name
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

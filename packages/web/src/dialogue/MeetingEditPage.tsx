import './meeting.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { BeforeFields, WhatFields, WhenFields } from './MeetingFields.tsx'
import { PeopleFields } from './MeetingPeopleFields.tsx'
import { meetingQuery, useEditMeeting } from './meeting.queries.ts'
import { type DraftProblems, draftOf, type MeetingDraft, readDraft } from './meeting-draft.ts'
import { meetingPlanText } from './meeting-plan.text.ts'
import { meetingProblem } from './meeting-problem.ts'

/** Changes the plan of a meeting. What somebody else changed meanwhile is not written over, and what was typed stays. */
export function MeetingEditPage() {
  const { meeting } = useParams({ from: '/members/gesprekken/$meeting/aanpassen' })
  const text = useText(meetingPlanText)
  const query = useQuery(meetingQuery(meeting))
  const back = (
    <Link to="/gesprekken/$meeting" params={{ meeting }}>
      {text.backToMeeting}
    </Link>
  )
  return (
    <>
      <PageHeader title={text.editTitle} intro={query.data?.title} back={back} />
      <PageState query={query}>{(shown) => <Form key={shown.id} meeting={shown} />}</PageState>
    </>
  )
}

function Form({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingPlanText)
  const language = useLanguage()
  const { workspace } = useMe()
  const navigate = useNavigate()
  // The version that the page began with: a newer one is somebody else's.
  const [before] = useState(meeting)
  const [draft, setDraft] = useState<MeetingDraft>(() => draftOf(meeting, workspace.timeZone))
  const [problems, setProblems] = useState<DraftProblems>({})
  const edit = useEditMeeting(meeting.id)
  const change = (to: Partial<MeetingDraft>) => setDraft((now) => ({ ...now, ...to }))
  const fields = { draft, problems, onChange: change, isKept: true }
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const of = { timeZone: workspace.timeZone, now: new Date().toISOString(), language, before }
    const made = readDraft(draft, of)
    setProblems('problems' in made ? made.problems : {})
    if (!('read' in made)) {
      const [first] = Object.keys(made.problems)
      requestAnimationFrame(() => document.getElementById(first ?? '')?.focus())
      return
    }
    const { plan, places } = made.read
    await edit
      .mutateAsync({ ...plan, places, version: before.version })
      .then(() => navigate({ to: '/gesprekken/$meeting', params: { meeting: meeting.id } }))
      .catch(() => undefined)
  }
  return (
    <form className="wk-stack wk-meeting-form" noValidate onSubmit={handleSubmit}>
      <h2>{text.steps[0]}</h2>
      <WhatFields {...fields} />
      <h2>{text.steps[1]}</h2>
      <WhenFields {...fields} />
      <h2>{text.steps[2]}</h2>
      <PeopleFields {...fields} />
      <h2>{text.steps[3]}</h2>
      <BeforeFields {...fields} />
      <FormEnd
        error={edit.error === null ? undefined : meetingProblem(edit.error, text)}
        busy={edit.isPending}
      >
        {text.save}
      </FormEnd>
    </form>
  )
}

import './trajectory.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { planProblemCodes } from '@weerklank/core/learning/trajectory.plan'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { EventFields } from './EventFields.tsx'
import { MomentFields } from './MomentFields.tsx'
import { TrajectoryColleagues } from './TrajectoryColleagues.tsx'
import { trajectoryQuery, useEditTrajectory, useSetColleagues } from './trajectory.queries.ts'
import {
  draftOf,
  draftProblems,
  newEvent,
  newMoment,
  planOf,
  type TrajectoryDraft,
} from './trajectory-draft.ts'
import { trajectoryEditText } from './trajectory-edit.text.ts'
import { trajectoryPageText } from './trajectory-page.text.ts'

/** Changes what stands when in a trajectory, what fulfils its parts, and who leads it. */
export function TrajectoryEditPage() {
  const text = useText(trajectoryEditText)
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/aanpassen' })
  const query = useQuery({ ...trajectoryQuery(trajectory), refetchOnWindowFocus: false })
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={
          <Link to="/leren/$trajectory" params={{ trajectory }}>
            {text.back}
          </Link>
        }
      />
      <PageState query={query}>{(details) => <Form details={details} />}</PageState>
    </>
  )
}

function Form({ details }: { details: TrajectoryDetails }) {
  const text = useText(trajectoryEditText)
  const navigate = useNavigate()
  const { timeZone } = useMe().workspace
  const [draft, setDraft] = useState(() => draftOf(details, timeZone))
  const [attempt, setAttempt] = useState(0)
  const edit = useEditTrajectory(details.id)
  const colleagues = useSetColleagues(details.id)
  const change = (part: Partial<TrajectoryDraft>) => setDraft({ ...draft, ...part })
  const told = attempt === 0 ? [] : draftProblems(draft, timeZone)
  const errors = [
    ...told.map(({ field, code }) => ({ field, message: text.problem[code] })),
    ...refusedDates(edit.error, text.planProblem),
  ]
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (draftProblems(draft, timeZone).length > 0 || edit.isPending || colleagues.isPending) return
    try {
      const plan = planOf(draft, timeZone)
      const edited = await edit.mutateAsync({ version: details.version, ...plan })
      if (isOther(details, draft)) {
        const { leads, readers } = draft
        await colleagues.mutateAsync({ version: edited.version, leads, readers })
      }
      notify({ text: text.saved })
      await navigate({ to: '/leren/$trajectory', params: { trajectory: details.id } })
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <form noValidate className="wk-stack wk-stack--wide wk-trajectory-form" onSubmit={handleSubmit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        id="title"
        label={text.name}
        maxLength={120}
        value={draft.title}
        error={errorOf('title')}
        onChange={(title) => change({ title })}
      />
      <TextArea
        id="purpose"
        label={text.purpose}
        optional
        rows={2}
        maxLength={1000}
        value={draft.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <TextField
        id="starts-on"
        type="date"
        label={text.startsOn}
        value={draft.startsOn}
        error={errorOf('starts-on')}
        onChange={(startsOn) => change({ startsOn })}
      />
      <Events draft={draft} errorOf={errorOf} onChange={change} />
      <Moments draft={draft} errorOf={errorOf} onChange={change} />
      <Components draft={draft} onChange={change} />
      <TrajectoryColleagues draft={draft} error={errorOf('leads')} onChange={change} />
      <FormEnd
        busy={edit.isPending || colleagues.isPending}
        error={failure(edit.error ?? colleagues.error, text)}
      >
        {text.save}
      </FormEnd>
    </form>
  )
}

const isOther = (details: TrajectoryDetails, { leads, readers }: TrajectoryDraft) =>
  String(details.leads.map(({ id }) => id)) !== String(leads) ||
  String(details.readers.map(({ id }) => id)) !== String(readers)

/** Dates that the server refused, each at its event or moment. */
function refusedDates(
  error: Error | null,
  words: Readonly<Record<(typeof planProblemCodes)[number], string>>,
) {
  if (!(error instanceof ApiError)) return []
  return Object.entries(error.fields).flatMap(([field, code]) => {
    const known = planProblemCodes.find((one) => one === code)
    return known === undefined || !field.startsWith('plan.')
      ? []
      : [{ field: `title-${field.slice('plan.'.length)}`, message: words[known] }]
  })
}

function failure(error: Error | null, text: { conflict: string; inUse: string }): string | undefined {
  if (error === null) return undefined
  if (!(error instanceof ApiError)) return error.message
  if (error.code === 'conflict') return text.conflict
  return Object.values(error.fields).includes('in-use') ? text.inUse : error.message
}

type PartProps = {
  draft: TrajectoryDraft
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<TrajectoryDraft>) => void
}

function Events({ draft, errorOf, onChange }: PartProps) {
  const text = useText(trajectoryEditText)
  return (
    <Section title={text.events}>
      {draft.events.map((event) => (
        <EventFields
          key={event.id}
          event={event}
          errorOf={errorOf}
          onChange={(to) => onChange({ events: draft.events.map((one) => (one.id === event.id ? to : one)) })}
          onRemove={() => onChange({ events: draft.events.filter(({ id }) => id !== event.id) })}
        />
      ))}
      <div className="wk-actions">
        <Button
          icon="plus"
          onClick={() => onChange({ events: [...draft.events, newEvent(newId(), draft.startsOn)] })}
        >
          {text.addEvent}
        </Button>
      </div>
    </Section>
  )
}

function Moments({ draft, errorOf, onChange }: PartProps) {
  const text = useText(trajectoryEditText)
  return (
    <Section title={text.moments}>
      {draft.moments.map((moment) => (
        <MomentFields
          key={moment.id}
          moment={moment}
          error={errorOf(`title-${moment.id}`)}
          onChange={(to) =>
            onChange({ moments: draft.moments.map((one) => (one.id === moment.id ? to : one)) })
          }
          onRemove={() => onChange({ moments: draft.moments.filter(({ id }) => id !== moment.id) })}
        />
      ))}
      <div className="wk-actions">
        <Button
          icon="plus"
          onClick={() => onChange({ moments: [...draft.moments, newMoment(newId(), draft)] })}
        >
          {text.addMoment}
        </Button>
      </div>
    </Section>
  )
}

function Components({ draft, onChange }: Omit<PartProps, 'errorOf'>) {
  const text = useText(trajectoryEditText)
  const page = useText(trajectoryPageText)
  return (
    <Section title={text.components} intro={page.componentsIntro}>
      {draft.components.map((part) => (
        <TextArea
          key={part.component}
          id={`by-${part.component}`}
          label={page.component[part.component]}
          hint={page.fulfil[part.component]}
          optional
          rows={2}
          maxLength={500}
          value={part.by}
          onChange={(by) =>
            onChange({
              components: draft.components.map((one) =>
                one.component === part.component ? { ...one, by } : one,
              ),
            })
          }
        />
      ))}
    </Section>
  )
}

import './trajectory.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TrajectoryTemplateSummary } from '@weerklank/core/learning/trajectory.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { trajectoryListQuery, trajectoryTemplatesQuery, useComposeTrajectory } from './trajectory.queries.ts'
import { trajectoryText } from './trajectory.text.ts'

type Draft = { title: string; startsOn: string; from: string | null; people: boolean }

const fields = { title: 'title', startsOn: 'starts-on', from: 'from' } as const
const isCopy = (from: string | null) => from?.startsWith('copy:') === true

/** Composes a trajectory from a template, or as a copy of last year's; then opens it. */
export function TrajectoryNewPage() {
  const text = useText(trajectoryText)
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({ title: '', startsOn: '', from: null, people: false })
  const [attempt, setAttempt] = useState(0)
  const compose = useComposeTrajectory()
  const errors = attempt === 0 ? [] : problemsOf(draft, text)
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const { title, startsOn, from, people } = draft
    if (problemsOf(draft, text).length > 0 || from === null || compose.isPending) return
    const [kind, key = ''] = from.split(':')
    const begun = kind === 'copy' ? { trajectory: key, people } : { template: key }
    try {
      await compose.mutateAsync({ id, title, startsOn, from: begun })
      await navigate({ to: '/leren/$trajectory', params: { trajectory: id } })
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <>
      <PageHeader title={text.newTitle} intro={text.newIntro} back={<Link to="/leren">{text.title}</Link>} />
      <form noValidate className="wk-stack wk-stack--wide wk-trajectory-form" onSubmit={handleSubmit}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <TextField
          id={fields.title}
          label={text.name}
          hint={text.nameHint}
          maxLength={120}
          value={draft.title}
          error={errorOf(fields.title)}
          onChange={(title) => change({ title })}
        />
        <TextField
          id={fields.startsOn}
          type="date"
          label={text.startsOn}
          value={draft.startsOn}
          error={errorOf(fields.startsOn)}
          onChange={(startsOn) => change({ startsOn })}
        />
        <From draft={draft} error={errorOf(fields.from)} onChange={change} />
        <FormEnd busy={compose.isPending} error={compose.error?.message}>
          {text.compose}
        </FormEnd>
      </form>
    </>
  )
}

type Text = (typeof trajectoryText)['nl']

function problemsOf({ title, startsOn, from }: Draft, text: Text) {
  return [
    ...(title.trim() === '' ? [{ field: fields.title, message: text.nameMissing }] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(startsOn)
      ? []
      : [{ field: fields.startsOn, message: text.startsOnMissing }]),
    ...(from === null ? [{ field: fields.from, message: text.fromMissing }] : []),
  ]
}

function factsOf({ events, moments, days }: TrajectoryTemplateSummary, text: Text): string {
  return text.template(events, moments.join(' '), text.days(days))
}

type FromProps = { draft: Draft; error: string | undefined; onChange: (part: Partial<Draft>) => void }

function From({ draft, error, onChange }: FromProps) {
  const text = useText(trajectoryText)
  const language = useLanguage()
  const query = useQuery(trajectoryTemplatesQuery)
  const earlier = useQuery(trajectoryListQuery)
  const copies = earlier.data?.trajectories.filter(({ leads }) => leads) ?? []
  return (
    <PageState query={query}>
      {({ templates }) => (
        <>
          <RadioGroup
            id={fields.from}
            label={text.from}
            value={draft.from}
            error={error}
            options={[
              ...templates.map((one) => ({
                value: `template:${one.key}`,
                label: one.name[language],
                hint: `${one.about[language]} ${factsOf(one, text)}`,
              })),
              ...copies.map(({ id, title }) => ({
                ...{ value: `copy:${id}`, label: text.copyOf(title), hint: text.copyHint },
              })),
            ]}
            onChange={(from) => onChange({ from })}
          />
          {isCopy(draft.from) && (
            <CheckboxField
              id="people"
              label={text.people}
              hint={text.peopleHint}
              checked={draft.people}
              onChange={(people) => onChange({ people })}
            />
          )}
        </>
      )}
    </PageState>
  )
}

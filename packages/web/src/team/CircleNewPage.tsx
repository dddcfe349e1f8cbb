import './circle.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { localDay } from '@weerklank/core/shared/time'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isNoColleague } from './CircleColleague.tsx'
import { daysProblem } from './CircleDays.tsx'
import { CircleNewPeople } from './CircleNewPeople.tsx'
import { CircleNewSides } from './CircleNewSides.tsx'
import { circleKeys } from './circle.queries.ts'
import {
  type CircleDraft,
  type DraftProblem,
  type DraftProps,
  emptyDraft,
  peopleOf,
  problemsOf,
} from './circle-draft.ts'
import { makeFromDraft, readRelation, relationChoicesQuery } from './circle-making.ts'
import { circleNewText } from './circle-new.text.ts'
import { circleOverviewText } from './circle-overview.text.ts'
import { circlePeopleText } from './circle-people.text.ts'

/** Which field leads to what is the matter. */
const fieldOf: Readonly<Record<DraftProblem, string>> = {
  ...{ title: 'circle-title', relation: 'circle-relation', endsOn: 'circle-ends', side: 'circle-sides' },
  ...{ own: 'circle-own', person: 'circle-people' },
}

/** Makes a team or network, from a collaboration or with new people, in one form; then opens it. */
export function CircleNewPage() {
  const text = useText(circleNewText)
  const overview = useText(circleOverviewText)
  const people = useText(circlePeopleText)
  const me = useMe()
  const language = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({ relation: newId(), circle: newId() }))
  const [draft, setDraft] = useState(() =>
    emptyDraft(newId, {
      own: me.workspace.name,
      family: text.family,
    }),
  )
  const [attempt, setAttempt] = useState(0)
  const [making, setMaking] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null })
  const problems = problemsOf(draft)
  const errors = [
    ...(attempt === 0 ? [] : problems).map((one) => ({ field: fieldOf[one], message: text.wrong[one] })),
    ...(isNoColleague(making.error) ? [{ field: fieldOf.person, message: people.noColleague }] : []),
  ]
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (problems.length > 0 || making.busy) return
    setMaking({ busy: true, error: null })
    const today = localDay(new Date().toISOString(), me.workspace.timeZone)
    const by = { member: me.member.id, today, language }
    try {
      const relation = await makeFromDraft(draft, ids, by)
      void queryClient.invalidateQueries({ queryKey: circleKeys.list })
      await navigate({ to: '/team/$relation', params: { relation } })
    } catch (error) {
      setMaking({ busy: false, error: error instanceof Error ? error : new Error(String(error)) })
      setAttempt((count) => count + 1)
    }
  }
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={<Link to="/team">{text.back}</Link>} />
      <form noValidate className="wk-stack wk-stack--wide wk-circle-form" onSubmit={handleSubmit}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <What draft={draft} onChange={setDraft} />
        <CircleNewSides draft={draft} onChange={setDraft} />
        <CircleNewPeople draft={draft} problem={making.error} onChange={setDraft} />
        <FormEnd busy={making.busy} error={daysProblem(making.error, overview)}>
          {text.make}
        </FormEnd>
      </form>
    </>
  )
}

function What({ draft, onChange }: DraftProps) {
  const text = useText(circleNewText)
  const me = useMe()
  const relations = useQuery(relationChoicesQuery)
  const change = (part: Partial<CircleDraft>) => onChange({ ...draft, ...part })
  async function choose(relation: string | null) {
    if (relation === null) return change({ relation })
    const details = await readRelation(relation)
    onChange({ ...draft, relation, people: peopleOf(details, me.member.id) })
  }
  return (
    <>
      <RadioGroup
        id="circle-kind"
        label={text.kind}
        value={draft.kind}
        options={[
          { value: 'network', label: text.network, hint: text.networkHint },
          { value: 'team', label: text.team, hint: text.teamHint },
        ]}
        onChange={(kind) => change({ kind })}
      />
      <RadioGroup
        id="circle-from"
        label={text.from}
        value={draft.from}
        options={[
          { value: 'new', label: text.fromNew },
          { value: 'old', label: text.fromOld },
        ]}
        onChange={(from) => change({ from })}
      />
      {draft.from === 'old' ? (
        <SelectField
          id="circle-relation"
          label={text.relation}
          value={draft.relation}
          options={(relations.data?.relations ?? []).map(({ id, title }) => ({
            value: id as string,
            label: title,
          }))}
          onChange={(relation) => void choose(relation).catch(() => undefined)}
        />
      ) : (
        <TextField
          id="circle-title"
          label={text.name}
          hint={text.nameHint}
          maxLength={120}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
      )}
      <TextArea
        id="circle-question"
        label={text.question}
        optional
        maxLength={1000}
        value={draft.question}
        onChange={(question) => change({ question })}
      />
      <TextField
        id="circle-ends"
        type="date"
        label={text.endsOn}
        hint={text.endsHint}
        optional={draft.kind === 'team'}
        value={draft.endsOn}
        onChange={(endsOn) => change({ endsOn })}
      />
    </>
  )
}

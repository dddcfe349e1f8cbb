import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formatListQuery } from './format.queries.ts'
import { collaborationsQuery } from './meeting.queries.ts'
import type { DraftProblems, MeetingDraft } from './meeting-draft.ts'
import { meetingPlanText } from './meeting-plan.text.ts'

export type FieldsProps = {
  draft: MeetingDraft
  problems: DraftProblems
  onChange: (change: Partial<MeetingDraft>) => void
  /** The format and the collaboration were chosen when it was planned. */
  isKept?: boolean
}

/** What is wrong with a field, in words. */
export function useProblem(problems: DraftProblems) {
  const text = useText(meetingPlanText)
  return (field: string) => {
    const problem = problems[field]
    return problem === undefined ? undefined : text.wrong[problem]
  }
}

/** What the meeting is called, what it is about, and by which format. */
export function WhatFields({ draft, problems, onChange, isKept = false }: FieldsProps) {
  const text = useText(meetingPlanText)
  const wrong = useProblem(problems)
  return (
    <>
      <TextField
        id="title"
        label={text.name}
        hint={text.nameHint}
        error={wrong('title')}
        maxLength={120}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        id="purpose"
        label={text.purpose}
        optional
        maxLength={1000}
        value={draft.purpose}
        onChange={(purpose) => onChange({ purpose })}
      />
      {!isKept && <Chosen draft={draft} problems={problems} onChange={onChange} />}
    </>
  )
}

function Chosen({ draft, problems, onChange }: FieldsProps) {
  const text = useText(meetingPlanText)
  const language = useLanguage()
  const wrong = useProblem(problems)
  const { data } = useQuery(formatListQuery)
  const { data: relations } = useQuery(collaborationsQuery)
  const offered = (data?.formats ?? []).filter(({ canBeHeld }) => canBeHeld)
  return (
    <>
      <SelectField<string>
        id="format"
        label={text.format}
        hint={text.formatHint}
        error={wrong('format')}
        value={draft.format === '' ? null : draft.format}
        options={offered.map(({ key, name, minutes }) => ({
          value: key,
          label: `${name[language]} (${text.minutes(minutes)})`,
        }))}
        onChange={(format) => onChange({ format: format ?? '' })}
      />
      <p>
        <Link to="/gesprekken/vormen/kiezen">{text.whichFormat}</Link>
      </p>
      <SelectField<string>
        id="relation"
        label={text.relation}
        optional
        value={draft.relation}
        options={(relations?.relations ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(relation) =>
          onChange({ relation, seats: draft.seats.filter((seat) => seat.participant === null) })
        }
      />
    </>
  )
}

/** When and where, or with video. */
export function WhenFields({ draft, problems, onChange }: FieldsProps) {
  const text = useText(meetingPlanText)
  const wrong = useProblem(problems)
  return (
    <>
      <div className="wk-meeting-pair">
        <TextField
          id="day"
          type="date"
          label={text.day}
          error={wrong('day')}
          value={draft.day}
          onChange={(day) => onChange({ day })}
        />
        <TextField
          id="time"
          type="time"
          label={text.time}
          error={wrong('time')}
          value={draft.time}
          onChange={(time) => onChange({ time })}
        />
      </div>
      <TextField
        id="place"
        label={text.where}
        optional
        maxLength={200}
        value={draft.place}
        onChange={(place) => onChange({ place })}
      />
      <TextField
        id="videoUrl"
        label={text.videoUrl}
        hint={text.videoHint}
        error={wrong('videoUrl')}
        optional
        maxLength={500}
        inputMode="url"
        value={draft.videoUrl}
        onChange={(videoUrl) => onChange({ videoUrl })}
      />
    </>
  )
}

/** Themes, questions that everyone answers beforehand, what gets people into it, and the shadow side. */
export function BeforeFields({ draft, problems, onChange }: FieldsProps) {
  const text = useText(meetingPlanText)
  const wrong = useProblem(problems)
  return (
    <>
      <TextArea
        id="shadow"
        label={text.shadow}
        hint={text.shadowHint}
        error={wrong('shadow')}
        maxLength={500}
        value={draft.shadow}
        onChange={(shadow) => onChange({ shadow })}
      />
      <TextArea
        id="themes"
        label={text.themesLabel}
        optional
        value={draft.themes}
        onChange={(themes) => onChange({ themes })}
      />
      <TextArea
        id="questions"
        label={text.questionsLabel}
        hint={text.questionsHint}
        optional
        value={draft.questions}
        onChange={(questions) => onChange({ questions })}
      />
      <TextArea
        id="warmText"
        label={text.warmText}
        optional
        maxLength={1000}
        value={draft.warmText}
        onChange={(warmText) => onChange({ warmText })}
      />
      <TextField
        id="warmUrl"
        label={text.warmUrl}
        hint={text.videoHint}
        error={wrong('warmUrl')}
        optional
        maxLength={500}
        inputMode="url"
        value={draft.warmUrl}
        onChange={(warmUrl) => onChange({ warmUrl })}
      />
    </>
  )
}

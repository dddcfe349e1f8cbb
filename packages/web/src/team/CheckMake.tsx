import type { CircleCheckId, MeetingId, ParticipantId } from '@weerklank/core/shared/ids'
import {
  type CheckRefusal,
  checkDays,
  mayMakeCheck,
  midcourseInstrument,
} from '@weerklank/core/team/circle-check'
import type { CircleCheckList } from '@weerklank/core/team/circle-check.contract'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { type FormEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useMakeCheck } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { checkFormText } from './check-form.text.ts'

type Props = {
  relation: string
  list: CircleCheckList
  start: 'any' | 'midcourse'
  /** The questions that the chooser led to. */
  wanted?: string | undefined
  onDone: () => void
}

const fieldOf: Readonly<Record<CheckRefusal, string>> = {
  'too-few-people': 'check-asked',
  'too-many-people': 'check-asked',
  'no-talk': 'check-talk',
  'wrong-days': 'check-ends',
}

/** Makes a check: which questions, when, of whom, and the day on which it is talked about. */
export function CheckMake({ relation, list, start, wanted, onDone }: Props) {
  const text = useText(checkText)
  const form = useText(checkFormText)
  const language = useLanguage()
  const make = useMakeCheck(relation)
  const [draft, setDraft] = useState(() => firstDraft(list, start, wanted))
  const [tried, setTried] = useState<{ attempt: number; refusal: CheckRefusal | null }>({
    attempt: 0,
    refusal: null,
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const refusal = tried.refusal
  const errorAt = (field: string) =>
    refusal !== null && fieldOf[refusal] === field ? circleCheckWords[language].refusal[refusal] : undefined

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const may = mayMakeCheck({ ...draft, asked: draft.asked.length, today: list.today })
    setTried({ attempt: tried.attempt + 1, refusal: may.allowed ? null : may.reason })
    const instrument = list.instruments.find(({ id }) => id === draft.instrument)
    if (!may.allowed || make.isPending || instrument === undefined) return
    const { id, asksFrom, closesOn, talkOn } = draft
    make.mutate(
      {
        ...{ id: id as CircleCheckId, asksFrom, closesOn, talkOn },
        instrument: { id: instrument.id, version: instrument.version },
        meeting: draft.meeting as MeetingId | null,
        asked: draft.asked as ParticipantId[],
      },
      {
        onSuccess: () => {
          notify({ text: text.planned })
          onDone()
        },
      },
    )
  }

  const errors =
    refusal === null
      ? []
      : [{ field: fieldOf[refusal], message: circleCheckWords[language].refusal[refusal] }]
  return (
    <Section title={text.make} intro={text.makeIntro}>
      <form noValidate className="wk-stack wk-round-form" onSubmit={handleSubmit}>
        <ErrorSummary errors={errors} attempt={tried.attempt} />
        <RadioGroup
          id="check-instrument"
          label={text.which}
          value={draft.instrument}
          options={list.instruments.map(({ id, name, aim, minutes, items }) => ({
            ...{ value: id, label: name[language] },
            hint: `${aim[language]} ${text.minutes(minutes, items.length)}.`,
          }))}
          onChange={(instrument) => change({ instrument })}
        />
        <DayFields list={list} draft={draft} change={change} errorAt={errorAt} />
        <AskedField list={list} draft={draft} change={change} errorAt={errorAt} />
        <FormEnd busy={make.isPending} error={make.error?.message}>
          {text.plan}
        </FormEnd>
        <div className="wk-actions">
          <Button variant="quiet" onClick={onDone}>
            {form.cancel}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function firstDraft(list: CircleCheckList, start: Props['start'], wanted: string | undefined) {
  const [first] = list.instruments
  const chosen = list.instruments.find(({ id }) => id === wanted) ?? first
  const isHalfway = start === 'midcourse' && list.midcourseOn !== null
  const { midcourseOn, today } = list
  const asksFrom = isHalfway && midcourseOn !== null && midcourseOn > today ? midcourseOn : today
  const closesOn = later(asksFrom, checkDays.usual)
  return {
    ...{ id: newId(), asksFrom, closesOn, talkOn: later(closesOn, 2), meeting: null as string | null },
    instrument: isHalfway ? midcourseInstrument : (chosen?.id ?? ''),
    asked: list.people.map(({ participant }) => participant as string),
  }
}

/** A day so many days on, by the calendar. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

type Draft = ReturnType<typeof firstDraft>
type FieldsProps = {
  list: CircleCheckList
  draft: Draft
  change: (part: Partial<Draft>) => void
  errorAt: (field: string) => string | undefined
}

function DayFields({ list, draft, change, errorAt }: FieldsProps) {
  const text = useText(checkText)
  return (
    <>
      <div className="wk-check-days">
        <TextField
          {...{ id: 'check-begins', type: 'date', label: text.begins, value: draft.asksFrom }}
          onChange={(asksFrom) => change({ asksFrom })}
        />
        <TextField
          {...{ id: 'check-ends', type: 'date', label: text.ends, value: draft.closesOn }}
          error={errorAt('check-ends')}
          onChange={(closesOn) => change({ closesOn })}
        />
        <TextField
          {...{ id: 'check-talk', type: 'date', label: text.talkOn, value: draft.talkOn }}
          error={errorAt('check-talk')}
          onChange={(talkOn) => change({ talkOn })}
        />
      </div>
      {list.meetings.length > 0 && (
        <SelectField
          {...{ id: 'check-meeting', label: text.meeting, hint: text.meetingHint, optional: true }}
          value={draft.meeting}
          options={list.meetings.map(({ id, title, day }) => ({
            value: id as string,
            label: `${title}, ${day}`,
          }))}
          onChange={(meeting) =>
            change({ meeting, talkOn: list.meetings.find(({ id }) => id === meeting)?.day ?? draft.talkOn })
          }
        />
      )}
    </>
  )
}

function AskedField({ list, draft, change, errorAt }: FieldsProps) {
  const text = useText(checkText)
  return (
    <fieldset className="wk-field wk-choices">
      <legend className="wk-field__label" id="check-asked" tabIndex={-1}>
        {text.whom}
      </legend>
      {errorAt('check-asked') !== undefined && <p className="wk-field__error">{errorAt('check-asked')}</p>}
      {list.people.map(({ participant, name, sides }) => (
        <CheckboxField
          key={participant}
          id={`check-asked-${participant}`}
          label={`${name} (${sides.join(', ')})`}
          checked={draft.asked.includes(participant)}
          onChange={(isOn) =>
            change({
              asked: isOn ? [...draft.asked, participant] : draft.asked.filter((one) => one !== participant),
            })
          }
        />
      ))}
    </fieldset>
  )
}

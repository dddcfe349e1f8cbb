import { useQuery } from '@tanstack/react-query'
import type { Day } from '@weerklank/core/shared/time'
import type { RoundSummary } from '@weerklank/core/team/team.contract'
import type { Dispatch } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { circleListQuery } from './circle.queries.ts'
import { lastDay } from './round-day.ts'
import { roundFormText } from './round-form.text.ts'
import { type RoundAction, type RoundDraft, roundFields } from './round-form.ts'
import { useCircleDay } from './use-circle-day.ts'
import type { ComingMeeting } from './use-coming-meetings.ts'

type Props = {
  draft: RoundDraft
  dispatch: Dispatch<RoundAction>
  error: string | undefined
  meetings: readonly ComingMeeting[]
  rounds: readonly RoundSummary[]
  /** The last day on which people can answer, as it stands now. */
  lastDay: Day
}

/** When it is talked about, without which nothing is sent out; of which team it is, and what it follows. */
export function RoundTalk({ draft, dispatch, error, meetings, rounds, lastDay: until }: Props) {
  const text = useText(roundFormText)
  const seen = useDaySeen(useNow())
  const day = useCircleDay()
  const teams = (useQuery(circleListQuery).data?.circles ?? []).filter(
    ({ kind, isRunning }) => kind === 'team' && isRunning,
  )
  const closed = rounds.filter(({ status }) => status === 'closed')
  const change = (change: Extract<RoundAction, { type: 'changed' }>['change']) =>
    dispatch({ type: 'changed', change })
  return (
    <>
      <fieldset className="wk-field" aria-describedby="peiling-gesprek-uitleg">
        <legend className="wk-field__label">{text.talk}</legend>
        <p className="wk-field__hint" id="peiling-gesprek-uitleg">
          {text.talkHint} {text.talkAfter(day(until))}
        </p>
        <div className="wk-round-form__pair">
          <TextField
            id={roundFields.talk}
            label={text.talkOn}
            type="date"
            autoComplete="off"
            value={draft.talkOn}
            error={error}
            onChange={(talkOn) => change({ talkOn, talkMeeting: null })}
          />
          {meetings.length > 0 && (
            <SelectField
              id="peiling-gesprek-gepland"
              label={text.talkMeeting}
              optional
              value={draft.talkMeeting}
              options={meetings.map(({ id, title, plannedAt }) => ({
                value: id,
                label: `${title} (${lastDay(plannedAt, seen, 0)})`,
              }))}
              onChange={(talkMeeting) => change({ talkMeeting, ...(talkMeeting !== null && { talkOn: '' }) })}
            />
          )}
        </div>
      </fieldset>
      {teams.length > 0 && (
        <SelectField
          id="peiling-team"
          label={text.team}
          hint={text.teamHint}
          optional
          value={draft.circle}
          options={teams.map(({ relation, title }) => ({ value: relation, label: title }))}
          onChange={(circle) => change({ circle })}
        />
      )}
      {closed.length > 0 && (
        <SelectField
          id="peiling-volgt"
          label={text.follows}
          hint={text.followsHint}
          optional
          value={draft.follows}
          options={closed.map(({ id, title, closedAt, closesAt }) => ({
            value: id,
            label: `${title} (${lastDay(closedAt ?? closesAt, seen, 0)})`,
          }))}
          onChange={(follows) => change({ follows })}
        />
      )}
    </>
  )
}

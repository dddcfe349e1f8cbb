import { useSearch } from '@tanstack/react-router'
import type { RoundDetails } from '@weerklank/core/team/team.contract'
import { type FormEvent, useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { lastDay } from './round-day.ts'
import { roundReportText } from './round-report.text.ts'
import { useMoveRoundTalk } from './team.queries.ts'
import { useComingMeetings } from './use-coming-meetings.ts'

/** Moves the talk to another day or meeting, for who made the round; taking it away is not offered. */
export function RoundMoveTalk({ round }: { round: RoundDetails }) {
  const { gesprek } = useSearch({ from: '/members/peilingen/$round' })
  const text = useText(roundReportText)
  const coming = useComingMeetings()
  if (!round.mayMoveTalk) return null
  const planned = coming.find(({ id }) => id === gesprek)
  const isNew = planned !== undefined && round.talk?.meeting !== planned.id
  const own = coming.find(({ id }) => id === round.talk?.meeting)
  const isElsewhen = own !== undefined && own.day !== round.talk?.on
  const begin = isNew ? planned.id : (round.talk?.meeting ?? null)
  return (
    <div className="wk-no-print">
      {isElsewhen && !isNew && <p>{text.movedMeeting}</p>}
      <Disclosure key={`${isNew} ${isElsewhen}`} label={text.moveTalk} isOpen={isNew || isElsewhen}>
        <MoveForm key={begin} round={round} begin={begin} meetings={coming} />
      </Disclosure>
    </div>
  )
}

type FormProps = {
  round: RoundDetails
  begin: string | null
  meetings: ReturnType<typeof useComingMeetings>
}

function MoveForm({ round, begin, meetings }: FormProps) {
  const text = useText(roundReportText)
  const seen = useDaySeen(useNow())
  const move = useMoveRoundTalk(round.id)
  const [meeting, setMeeting] = useState<string | null>(begin)
  const [on, setOn] = useState(begin === null ? (round.talk?.on ?? '') : '')
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (move.isPending || (meeting === null && on === '')) return
    move.mutate(meeting === null ? { on } : { meeting }, { onSuccess: () => notify({ text: text.moved }) })
  }
  return (
    <form noValidate className="wk-stack wk-round-form" onSubmit={handleSubmit}>
      <TextField
        id="gesprek-dag"
        type="date"
        label={text.moveTo}
        autoComplete="off"
        value={on}
        error={move.fields.talk}
        onChange={(day) => {
          setOn(day)
          setMeeting(null)
        }}
      />
      {meetings.length > 0 && (
        <SelectField
          id="gesprek-gepland"
          label={text.moveInto}
          optional
          value={meeting}
          options={meetings.map(({ id, title, plannedAt }) => ({
            value: id as string,
            label: `${title} (${lastDay(plannedAt, seen, 0)})`,
          }))}
          onChange={(chosen) => {
            setMeeting(chosen)
            if (chosen !== null) setOn('')
          }}
        />
      )}
      <FormEnd variant="outline" busy={move.isPending} error={move.other}>
        {text.saveTalk}
      </FormEnd>
    </form>
  )
}

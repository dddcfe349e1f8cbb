import type { MeetingId } from '@weerklank/core/shared/ids'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { checkText } from './check.text.ts'

export type Talk = { talkOn: string; meeting: MeetingId | null }
export type TalkMeeting = { id: MeetingId; title: string; day: string }

type Props = Talk & {
  /** What the identifiers begin with: a page on which a talk is moved may begin another moment. */
  prefix: string
  /** The meetings that are planned in this team or network. */
  meetings: readonly TalkMeeting[]
  error: string | undefined
  onChange: (talk: Talk) => void
}

/** The day on which it is talked about, without which nothing is asked, and the planned meeting where there is one. */
export function TalkFields({ prefix, talkOn, meeting, meetings, error, onChange }: Props) {
  const text = useText(checkText)
  return (
    <>
      <TextField
        {...{ id: talkDayField(prefix), type: 'date', label: text.talkOn, value: talkOn, error }}
        onChange={(on) => onChange({ talkOn: on, meeting })}
      />
      {meetings.length > 0 && (
        <SelectField<MeetingId>
          {...{ id: `${prefix}-meeting`, label: text.meeting, hint: text.meetingHint, optional: true }}
          value={meeting}
          options={meetings.map(({ id, title, day }) => ({ value: id, label: `${title}, ${day}` }))}
          onChange={(chosen) =>
            onChange({ talkOn: meetings.find(({ id }) => id === chosen)?.day ?? talkOn, meeting: chosen })
          }
        />
      )}
    </>
  )
}

export const talkDayField = (prefix: string) => `${prefix}-on`

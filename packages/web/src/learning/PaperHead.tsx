import type { LearnerList } from '@weerklank/core/learning/learner.contract'
import { paperWays } from '@weerklank/core/learning/moment-form'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { paperText } from './paper.text.ts'
import type { PaperSlip } from './paper-draft.ts'

type Props = {
  details: TrajectoryDetails
  register: LearnerList
  slip: PaperSlip
  tried: boolean
  onChange: (part: Partial<PaperSlip>) => void
}

/** Whose form it is, which one, how it came and when. */
export function PaperHead({ details, register, slip, tried, onChange }: Props) {
  const text = useText(paperText)
  const { moments } = details
  return (
    <div className="wk-paper-head">
      <SelectField
        id="paper-who"
        label={text.who}
        value={slip.learner}
        error={tried && slip.learner === null ? text.whoMissing : undefined}
        options={register.learners.map(({ id, number, name }) => ({
          value: id,
          label: `${number} · ${name}`,
        }))}
        onChange={(learner) => onChange({ learner })}
      />
      <SelectField
        id="paper-moment"
        label={text.moment}
        value={slip.moment}
        error={tried && slip.moment === null ? text.momentMissing : undefined}
        options={moments.map(({ id, key, title }) => ({ value: id, label: `${key} · ${title}` }))}
        onChange={(moment) => onChange({ moment })}
      />
      <SelectField
        id="paper-way"
        label={text.way}
        value={slip.way}
        options={paperWays.map((value) => ({ value, label: text.ways[value] }))}
        onChange={(way) => onChange({ way: way ?? 'paper' })}
      />
      <Day {...{ slip, tried }} today={register.today} opensOn={opensOn()} onChange={onChange} />
    </div>
  )

  function opensOn(): string | undefined {
    return moments.find(({ id }) => id === slip.moment)?.opensOn
  }
}

type DayProps = Pick<Props, 'slip' | 'tried' | 'onChange'> & { today: string; opensOn: string | undefined }

function Day({ slip, tried, today, opensOn, onChange }: DayProps) {
  const text = useText(paperText)
  const dates = useDates()
  const isWrong = tried && opensOn !== undefined && (slip.day < opensOn || slip.day > today)
  return (
    <TextField
      id="paper-day"
      type="date"
      label={text.day}
      value={slip.day}
      error={isWrong ? text.dayWrong(dates.dayMonth(`${opensOn}T12:00:00Z`)) : undefined}
      onChange={(day) => onChange({ day })}
    />
  )
}

import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { clock } from '@weerklank/core/shared/time'
import { useState } from 'react'
import { listWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { MeetingStepAdd } from './MeetingStepAdd.tsx'
import { MeetingStepChange } from './MeetingStepChange.tsx'
import { meetingText } from './meeting.text.ts'

type Step = MeetingDetails['steps'][number]
type Props = { meeting: MeetingDetails; seen: Seen }

/** The steps with their times, and why each that came later is there. The shadow side stands out: it may move, not vanish. */
export function MeetingProgramme({ meeting, seen }: Props) {
  const text = useText(meetingText)
  const [changed, setChanged] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const step = meeting.steps.find(({ key }) => key === changed)
  const add = (
    <Button icon="plus" onClick={() => setAdding(true)}>
      {text.insert}
    </Button>
  )
  return (
    <Section
      title={text.programme}
      intro={text.programmeIntro(meeting.steps.length, meeting.minutes)}
      aside={meeting.may.plan ? add : undefined}
    >
      <ol className="wk-meeting-steps">
        {meeting.steps.map((one) => (
          <StepLine
            key={one.key}
            step={one}
            seen={seen}
            onChange={meeting.may.plan ? () => setChanged(one.key) : undefined}
          />
        ))}
      </ol>
      <MeetingStepAdd meeting={meeting} open={isAdding} onClose={() => setAdding(false)} />
      {step !== undefined && (
        <MeetingStepChange key={step.key} meeting={meeting} step={step} onClose={() => setChanged(null)} />
      )}
    </Section>
  )
}

type LineProps = { step: Step; seen: Seen; onChange: (() => void) | undefined }

function StepLine({ step, seen, onChange }: LineProps) {
  const text = useText(meetingText)
  const { language, timeZone } = seen
  const roles = (list: Step['speakers']) =>
    listWords(
      list.map((role) => meetingRoleWords[role][language]),
      language,
    )
  return (
    <li data-shadow={step.isShadow}>
      <span className="wk-number wk-muted">{clock(step.startsAt, language, timeZone)}</span>
      <div className="wk-stack wk-stack--tight">
        <div className="wk-meeting-steps__head">
          <h3>{step.title[language]}</h3>
          <span className="wk-muted wk-small wk-number">{text.minutes(step.minutes)}</span>
        </div>
        <p>{step.prompt[language]}</p>
        {step.isShadow && <p className="wk-small">{text.shadowStays}</p>}
        <p className="wk-muted wk-small">
          {text.speak}: {roles(step.speakers)}
          {step.silent.length > 0 && `. ${text.listen}: ${roles(step.silent)}`}
        </p>
        {step.inserted && (
          <p className="wk-small">{text.insertedBecause(step.inserted.by, step.inserted.reason)}</p>
        )}
        {step.moved && <p className="wk-small">{text.movedBecause(step.moved.by, step.moved.reason)}</p>}
        {onChange !== undefined && (
          <div className="wk-no-print">
            <Button
              variant="quiet"
              icon="pencil"
              aria-label={text.changeNamed(step.title[language])}
              onClick={onChange}
            >
              {text.change}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

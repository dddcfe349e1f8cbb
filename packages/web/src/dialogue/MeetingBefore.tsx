import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useAnswerBeforehand } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'
import { meetingProblem } from './meeting-problem.ts'

/** What came in beforehand: how much until the meeting begins, the words after that; and one's own. */
export function MeetingBefore({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const { beforehand, answers, status } = meeting
  const isSealed = status === 'planned'
  return (
    <Section title={text.before} intro={text.beforeCame(beforehand.came, beforehand.asked)}>
      {isSealed && <p className="wk-muted">{text.beforeSealed}</p>}
      {answers.length > 0 && <Answers meeting={meeting} />}
      {meeting.own !== null && isSealed && <Own meeting={meeting} />}
    </Section>
  )
}

function Answers({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const nameOf = (place: string) => meeting.places.find(({ id }) => id === place)?.name ?? ''
  return (
    <>
      <h3>{text.answers}</h3>
      {meeting.questions.map((question) => (
        <div key={question.key} className="wk-stack wk-stack--tight">
          <h4>{question.text}</h4>
          {meeting.answers
            .filter(({ key }) => key === question.key)
            .map((answer) => (
              <p key={answer.place} className="wk-meeting-said">
                <b>{nameOf(answer.place)}</b>: {answer.text}
              </p>
            ))}
        </div>
      ))}
    </>
  )
}

function Own({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const answer = useAnswerBeforehand(meeting.id)
  const own = meeting.places.find(({ id }) => id === meeting.own)
  const [attends, setAttends] = useState(own?.attends === 'unknown' ? null : (own?.attends ?? null))
  const [said, setSaid] = useState(
    () => new Map(meeting.ownAnswers.map(({ key, text: words }) => [key, words])),
  )
  const [expectation, setExpectation] = useState(meeting.ownExpectation.text)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const answers = meeting.questions.map(({ key }) => ({ key, text: said.get(key) ?? '' }))
    await answer.mutateAsync({ attends, answers, expectation }).catch(() => undefined)
  }
  return (
    <form className="wk-stack wk-meeting-form wk-no-print" onSubmit={handleSubmit}>
      <h3>{text.beforeOwn}</h3>
      <RadioGroup<'yes' | 'no'>
        id="attends"
        label={text.come}
        optional
        value={attends}
        options={[
          { value: 'yes', label: text.comeYes },
          { value: 'no', label: text.comeNo },
        ]}
        onChange={setAttends}
      />
      {meeting.questions.map((question) => (
        <TextArea
          key={question.key}
          id={`answer-${question.key}`}
          label={question.text}
          optional
          value={said.get(question.key) ?? ''}
          onChange={(words) => setSaid((now) => new Map(now).set(question.key, words))}
        />
      ))}
      <TextArea
        id="expectation"
        label={text.expect}
        hint={text.expectHint}
        optional
        value={expectation}
        onChange={setExpectation}
      />
      <FormEnd
        error={answer.error === null ? undefined : meetingProblem(answer.error, text)}
        busy={answer.isPending}
        variant="outline"
      >
        {text.keepBefore}
      </FormEnd>
      {answer.isSuccess && <p role="status">{text.keptBefore}</p>}
    </form>
  )
}

import { Link } from '@tanstack/react-router'
import type { CircleDetails } from '@weerklank/core/team/circle.contract'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCircleStatus, useEditCircle } from './circle.queries.ts'
import { type CircleOverviewText, circleOverviewText } from './circle-overview.text.ts'
import { useCircleDay } from './use-circle-day.ts'

/** What they want to find out, from when to when, the day half-way, and the end of it or its taking up again. */
export function CircleDays({ details }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  const day = useCircleDay()
  const { startsOn, endsOn, midcourseOn, may, state, relation } = details
  const facts = [
    text.from(day(startsOn)),
    ...(midcourseOn === null ? [] : [text.half(day(midcourseOn))]),
    ...(endsOn === null ? [] : [text.until(day(endsOn))]),
  ]
  return (
    <Section title={text.days}>
      <p>{facts.join(' · ')}</p>
      <div className="wk-actions wk-no-print">
        <Link to="/samenwerkingen/$relation" params={{ relation }}>
          {text.toRelation}
        </Link>
        {may.change && state.status !== 'ended' && <Ending relation={relation} />}
        {may.change && (
          <Disclosure label={state.status === 'ended' ? text.resume : text.change}>
            {state.status === 'ended' ? <Resume details={details} /> : <Edit details={details} />}
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

/** Why the days cannot be so, in words. */
export function daysProblem(error: Error | null, text: CircleOverviewText): string | undefined {
  if (!(error instanceof ApiError)) return error?.message
  const words: Readonly<Record<string, string>> = text.wrong
  const known = Object.values(error.fields).map((reason) => words[reason])
  return known.find((one) => one !== undefined) ?? error.message
}

function Edit({ details }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  const edit = useEditCircle(details.relation)
  const { kind, version, sides } = details
  const [question, setQuestion] = useState(details.question)
  const [endsOn, setEndsOn] = useState(details.endsOn ?? '')
  const [midcourseOn, setMidcourseOn] = useState(details.midcourseOn ?? '')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    edit.mutate({
      ...{ version, question, endsOn: endsOn || null, midcourseOn: midcourseOn || null },
      sides: sides.map(({ id, name, isFamily }) => ({ id, name, isFamily })),
    })
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <TextArea
        id="circle-question"
        label={text.question}
        optional
        maxLength={1000}
        value={question}
        onChange={setQuestion}
      />
      <TextField
        id="circle-ends"
        type="date"
        label={text.endsOn}
        hint={text.endsHint[kind]}
        value={endsOn}
        onChange={setEndsOn}
      />
      <TextField
        id="circle-half"
        type="date"
        label={text.midcourseOn}
        optional
        value={midcourseOn}
        onChange={setMidcourseOn}
      />
      <FormEnd busy={edit.isPending} error={daysProblem(edit.error, text)} variant="outline">
        {text.save}
      </FormEnd>
    </form>
  )
}

function Resume({ details: { relation, kind } }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  const status = useCircleStatus(relation)
  const [endsOn, setEndsOn] = useState('')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    status.mutate({ to: 'resume', endsOn: endsOn || null })
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <TextField
        id="circle-ends"
        type="date"
        label={text.endsOn}
        hint={text.endsHint[kind]}
        value={endsOn}
        onChange={setEndsOn}
      />
      <FormEnd busy={status.isPending} error={daysProblem(status.error, text)} variant="outline">
        {text.resume}
      </FormEnd>
    </form>
  )
}

function Ending({ relation }: { relation: string }) {
  const text = useText(circleOverviewText)
  const status = useCircleStatus(relation)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {text.end}
      </Button>
      <Dialog
        open={asking}
        title={text.endTitle}
        onClose={() => setAsking(false)}
        actions={
          <Button
            variant="primary"
            busy={status.isPending}
            onClick={() => status.mutate({ to: 'end', endsOn: null })}
          >
            {text.end}
          </Button>
        }
      >
        <p>{text.endText}</p>
        {status.error !== null && <p role="alert">{status.error.message}</p>}
      </Dialog>
    </>
  )
}

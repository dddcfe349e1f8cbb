import type { LearnerLine, LearnerList } from '@weerklank/core/learning/learner.contract'
import type { MentionOffer } from '@weerklank/core/learning/moment.contract'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { type SubmitEvent, useState } from 'react'
import { useDates } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { PaperHead } from './PaperHead.tsx'
import { PaperItems } from './PaperItems.tsx'
import { useTypeOver } from './paper.queries.ts'
import { paperProblem, paperText } from './paper.text.ts'
import { handInOf, type PaperDraft, type PaperSlip } from './paper-draft.ts'

type Props = { details: TrajectoryDetails; register: LearnerList; offers: readonly MentionOffer[] }

/** One form after the other: whose, which, and its questions. What was typed stays until it is kept. */
export function PaperForm({ details, register, offers }: Props) {
  const [slip, setSlip] = useState<PaperSlip>(() => firstSlip(details, register))
  const [draft, setDraft] = useState<PaperDraft>({})
  const [tried, setTried] = useState(false)
  const { today } = register
  const who = register.learners.find((one) => one.id === slip.learner)
  const which = details.moments.find((one) => one.id === slip.moment)
  const receipt = who?.receipts.find((one) => one.moment === slip.moment)
  const { send, busy, error, problems } = useSending(details.id)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (!who || !which || busy || slip.day < which.opensOn || slip.day > today) return
    const given = handInOf(which.form, who.consents ? draft : {}, offers)
    if (!(await send({ slip, who, given }))) return
    // The next form is of somebody else, and mostly of the same moment and day.
    setSlip({ ...slip, id: newId(), learner: null })
    setDraft({})
    setTried(false)
    document.getElementById('paper-who')?.focus()
  }
  return (
    <form noValidate className="wk-form wk-paper" onSubmit={handleSubmit}>
      <PaperHead {...{ details, register, slip, tried }} onChange={(part) => setSlip({ ...slip, ...part })} />
      {who !== undefined && <Standing who={who} receipt={receipt} />}
      {who?.consents && receipt === undefined && which !== undefined && (
        <PaperItems
          {...{ draft, offers, problems }}
          form={which.form}
          onChange={(field, value) => setDraft((typed) => ({ ...typed, [field]: value }))}
        />
      )}
      {who !== undefined && receipt === undefined && <End who={who} busy={busy} error={error} />}
    </form>
  )
}

function firstSlip(details: TrajectoryDetails, { today }: LearnerList): PaperSlip {
  const open = details.moments.find((one) => one.window === 'open') ?? details.moments[0]
  return { id: newId(), learner: null, moment: open?.id ?? null, way: 'paper', day: today }
}

type Sending = { slip: PaperSlip; who: LearnerLine; given: ReturnType<typeof handInOf> }

/** Sends a form and says what became of it; false when it has to be mended first. */
function useSending(trajectory: string) {
  const text = useText(paperText)
  const typeOver = useTypeOver(trajectory)
  const { error } = typeOver
  async function send({ slip, who, given: handIn }: Sending): Promise<boolean> {
    const body = { id: slip.id, way: slip.way, receivedOn: slip.day, handIn }
    try {
      const { kept } = await typeOver.mutateAsync({ learner: who.id, moment: slip.moment ?? '', body })
      notify({ text: kept ? text.kept(who.name) : text.discarded(who.name) })
      return true
    } catch {
      return false
    }
  }
  return { send, busy: typeOver.isPending, error, problems: error instanceof ApiError ? error.fields : {} }
}

function End({ who, busy, error }: { who: LearnerLine; busy: boolean; error: Error | null }) {
  const text = useText(paperText)
  const whole = error instanceof ApiError ? error.fields.form : undefined
  return (
    <FormEnd busy={busy} error={whole === undefined ? error?.message : paperProblem(text, whole)}>
      {who.consents ? text.keep : text.keepReceipt}
    </FormEnd>
  )
}

/** Whether it will be kept, said before anything is typed. */
function Standing({
  who,
  receipt,
}: {
  who: LearnerLine
  receipt: LearnerLine['receipts'][number] | undefined
}) {
  const text = useText(paperText)
  const dates = useDates()
  if (receipt === undefined)
    return <p className="wk-notice">{who.consents ? text.consent : text.noConsent}</p>
  const day = dates.dayMonth(receipt.at)
  const how = text.receivedWays[receipt.way]
  return <p className="wk-notice">{receipt.discarded ? text.takenDiscarded(day) : text.taken(how, day)}</p>
}

import type { BuddyChange, BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import type { LearnerId } from '@weerklank/core/shared/ids'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { BuddyOutcomeNote } from './BuddyOutcomeNote.tsx'
import { useChangeProposal } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

type Props = {
  room: BuddyRoom
  round: BuddyRound
  trajectory: string
  /** A pair of which one is swapped, or the one without a buddy who is put with somebody. */
  from: readonly LearnerId[]
  label: string
}

/** Changes a proposal with two choices and a button; a reason is asked where a rule that counts is set aside. */
export function BuddyChangeForm({ room, round, trajectory, from, label }: Props) {
  const text = useText(buddiesText)
  const names = useNames(room)
  const id = useId()
  const change = useChangeProposal(trajectory)
  const isAlone = from.length === 1
  const [one, setOne] = useState<LearnerId | null>(isAlone ? (from[0] ?? null) : null)
  const [other, setOther] = useState<LearnerId | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const asks = change.data?.outcome.kind === 'reason-needed'
  const others = othersIn({ room, round, from, names })
  async function send(wanted: BuddyChange) {
    const made = await change
      .mutateAsync({ version: round.version, change: wanted, reason })
      .catch(() => null)
    if (made?.outcome.kind === 'done') notify({ text: text.changed })
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (one === null || other === null) return setMissing(text.pickWho)
    if (asks && reason.trim() === '') return setMissing(text.reasonMissing)
    setMissing('')
    return void send(isAlone ? { kind: 'join', learner: one, with: other } : { kind: 'swap', one, other })
  }
  return (
    <form className="wk-stack" aria-label={label} onSubmit={handleSubmit}>
      <div className="wk-buddy-points">
        {!isAlone && (
          <SelectField
            id={`${id}-one`}
            label={text.who}
            value={one}
            options={from.map((learner) => ({ value: learner, label: names([learner]) }))}
            onChange={setOne}
          />
        )}
        <SelectField
          id={`${id}-other`}
          label={isAlone ? text.joinWith : text.swapWith}
          value={other}
          options={others}
          onChange={setOther}
        />
      </div>
      <BuddyOutcomeNote room={room} outcome={change.data?.outcome} />
      {asks && (
        <TextArea
          id={`${id}-reason`}
          label={text.reason}
          value={reason}
          rows={2}
          maxLength={500}
          onChange={setReason}
        />
      )}
      {missing !== '' && (
        <p className="wk-field__error" role="alert">
          {missing}
        </p>
      )}
      {change.error !== null && (
        <p className="wk-field__error" role="alert">
          {change.error.message}
        </p>
      )}
      <div className="wk-actions">
        <Button type="submit" busy={change.isPending}>
          {isAlone ? text.join : text.swap}
        </Button>
        {!isAlone && one !== null && (
          <Button
            variant="quiet"
            busy={change.isPending}
            onClick={() => send({ kind: 'leave', learner: one })}
          >
            {text.leave}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Everybody else, with whom she is now; who takes no part stands nowhere. */
function othersIn(
  of: Pick<Props, 'room' | 'round' | 'from'> & { names: (ids: readonly string[]) => string },
) {
  const { room, round, from, names } = of
  return room.people.flatMap(({ id }) => {
    const pair = round.pairs.find(({ members }) => members.includes(id))
    const isLeft = room.left.some(({ learner }) => learner === id)
    if (from.includes(id) || (pair === undefined && !isLeft)) return []
    const mates = pair?.members.filter((mate) => mate !== id) ?? []
    const label = mates.length === 0 ? names([id]) : `${names([id])} (${names(mates)})`
    return [{ value: id, label }]
  })
}

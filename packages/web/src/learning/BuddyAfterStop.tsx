import type { BuddyPair, BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import type { BuddyPairId, LearnerId } from '@weerklank/core/shared/ids'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { BuddyOutcomeNote } from './BuddyOutcomeNote.tsx'
import { useGoOn } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

type Props = {
  room: BuddyRoom
  pair: BuddyPair
  offers: NonNullable<BuddyPair['offers']>
  trajectory: string
}

/** How the one who is left goes on: with another, as a third, or alone. Her pair stays as history. */
export function BuddyAfterStop({ room, pair, offers, trajectory }: Props) {
  const text = useText(buddiesText)
  const names = useNames(room)
  const goOn = useGoOn(trajectory, pair.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const asks = goOn.data?.outcome.kind === 'reason-needed'
  const membersOf = (id: string) =>
    room.rounds.flatMap(({ pairs }) => pairs).find((one) => one.id === id)?.members ?? []
  const options = [
    ...offers.rematch.map((one) => ({ value: `with:${one.with}`, label: text.rematch(names([one.with])) })),
    ...offers.join.map((one) => ({
      value: `join:${one.pair}`,
      label: text.joinPair(names(membersOf(one.pair))),
    })),
    { value: 'alone', label: text.alone },
  ]
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (chosen === null) return
    const made = await goOn
      .mutateAsync({ version: pair.version, to: wayOf(chosen), reason: asks ? reason : '' })
      .catch(() => null)
    if (made?.outcome.kind === 'done') notify({ text: text.goneOn })
  }
  return (
    <Card tone="warm">
      <form className="wk-stack" onSubmit={handleSubmit}>
        <RadioGroup
          id={`go-on-${pair.id}`}
          label={text.goOn(names([offers.learner]))}
          value={chosen}
          options={options}
          onChange={setChosen}
        />
        <BuddyOutcomeNote room={room} outcome={goOn.data?.outcome} />
        {asks && (
          <TextArea
            id={`go-on-why-${pair.id}`}
            label={text.reason}
            value={reason}
            rows={2}
            maxLength={500}
            onChange={setReason}
          />
        )}
        <FormEnd error={goOn.error?.message} busy={goOn.isPending} variant="outline">
          {text.goOnDo}
        </FormEnd>
      </form>
    </Card>
  )
}

function wayOf(chosen: string) {
  if (chosen === 'alone') return { kind: 'alone' as const }
  const id = chosen.slice(5)
  return chosen.startsWith('with:')
    ? { kind: 'rematch' as const, with: id as LearnerId }
    : { kind: 'join' as const, pair: id as BuddyPairId }
}

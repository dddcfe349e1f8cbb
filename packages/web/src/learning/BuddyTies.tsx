import type { BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import type { BuddyTieId, LearnerId } from '@weerklank/core/shared/ids'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useAddTie, useRemoveTie } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

type Props = { room: BuddyRoom; trajectory: string }
type Kind = BuddyRoom['ties'][number]['kind']

/** Who is not to be together, as far as a lead wrote it down. */
export function BuddyTies({ room, trajectory }: Props) {
  const text = useText(buddiesText)
  const names = useNames(room)
  const remove = useRemoveTie(trajectory)
  return (
    <Section title={text.ties} intro={text.tiesIntro}>
      <ul className="wk-lines">
        {room.ties.map(({ id, kind, learner, other }) => (
          <li key={id} className="wk-buddy-tie">
            <span>{text.tieLine(names([learner, other]), text.tieKind[kind])}</span>
            {room.mayChange && (
              <Button
                variant="quiet"
                aria-label={text.tieRemove(names([learner, other]))}
                busy={remove.isPending}
                onClick={() => remove.mutate(id)}
              >
                {text.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.error !== null && <p role="alert">{remove.error.message}</p>}
      {room.mayChange && (
        <Disclosure label={text.tieAdd}>
          <AddTie room={room} trajectory={trajectory} />
        </Disclosure>
      )}
    </Section>
  )
}

function AddTie({ room, trajectory }: Props) {
  const text = useText(buddiesText)
  const add = useAddTie(trajectory)
  const [one, setOne] = useState<LearnerId | null>(null)
  const [other, setOther] = useState<LearnerId | null>(null)
  const [kind, setKind] = useState<Kind | null>(null)
  const [missing, setMissing] = useState(false)
  const people = room.people.map(({ id, name }) => ({ value: id, label: name }))
  const kinds = (['manager', 'conflict', 'avoid'] as const).map((value) => ({
    value,
    label: text.tieKind[value],
  }))
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const isWhole = one !== null && other !== null && one !== other && kind !== null
    setMissing(!isWhole)
    if (!isWhole) return
    const id = crypto.randomUUID() as BuddyTieId
    const made = await add.mutateAsync({ id, kind, learner: one, other }).catch(() => null)
    if (made !== null) notify({ text: text.kept })
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit}>
      <div className="wk-buddy-points">
        <SelectField id="tie-one" label={text.tieOne} value={one} options={people} onChange={setOne} />
        <SelectField
          id="tie-other"
          label={text.tieOther}
          value={other}
          options={people}
          onChange={setOther}
        />
        <SelectField
          id="tie-kind"
          label={text.tieKindLabel}
          value={kind}
          options={kinds}
          onChange={setKind}
        />
      </div>
      <FormEnd error={missing ? text.pickWho : add.error?.message} busy={add.isPending} variant="outline">
        {text.tieAdd}
      </FormEnd>
    </form>
  )
}

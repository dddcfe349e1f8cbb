import { contributionAtMost } from '@weerklank/core/dialogue/live.state'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { liveText } from './live.text.ts'
import { useLive, useStepNow } from './live-context.ts'

/** Where one writes, for oneself or for who sits beside without a device. What was typed goes with the step it was for. */
export function LiveWriting() {
  const text = useText(liveText)
  const { view } = useLive()
  const { now, step } = useStepNow()
  const writers = view.own.places.filter(({ may }) => may)
  const takes = now.input === 'text' || now.input === 'cards'
  return (
    <>
      {takes && writers.length > 0 && (
        <Writing key={`${step.key}/${step.round}`} writers={writers.map(({ place }) => place)} />
      )}
      {view.written.length > 0 && (
        <section className="wk-live__yours">
          <h2>{text.yours}</h2>
          <ul>
            {view.written.map(({ id, body }) => (
              <li key={id}>{body}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Writing({ writers }: { writers: readonly string[] }) {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { now, meant } = useStepNow()
  const [body, setBody] = useState('')
  const [as, setAs] = useState<string | null>(writers[0] ?? null)
  const closed = now.isSealed && !now.isOpen ? text.sealed : text.open
  const hint = now.isAnonymous ? `${text.nameless} ${closed}` : closed
  const people = view.room.people.filter(({ place }) => writers.includes(place))
  const whose = as !== null && writers.includes(as) ? as : (writers[0] ?? null)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (body.trim() === '') return
    const other = whose === null || whose === view.own.place ? {} : { as: whose as never }
    line.write({ ...meant, ...other, body: body.trim() })
    setBody('')
  }
  return (
    <form className="wk-live__writing" onSubmit={handleSubmit}>
      {people.length > 1 && (
        <SelectField
          id="namens"
          label={text.writeFor}
          value={whose}
          options={people.map(({ place, name }) => ({ value: place as string, label: name }))}
          onChange={setAs}
        />
      )}
      <TextArea
        id="schrijven"
        label={text.write}
        hint={hint}
        rows={5}
        maxLength={contributionAtMost}
        value={body}
        onChange={setBody}
      />
      <Button type="submit">{text.send}</Button>
    </form>
  )
}

import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { AfterPlace } from './AfterPlace.tsx'
import { useSayOfMinutes, useWriteMinutes } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

/** The minutes: written by one, right when everybody says so. */
export function AfterMinutes({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const { minutes } = after
  const state = minutes === null ? text.minutesNone : text.minutesStates[minutes.state]
  const intro = minutes === null ? state : `${text.version(minutes.version)}: ${state}`
  if (minutes === null && !after.may.write) return null
  return (
    <Section title={text.minutes} intro={intro}>
      {minutes !== null && <p className="wk-after__minutes">{minutes.text}</p>}
      <Said meeting={meeting} after={after} />
      {after.own !== null && minutes !== null && minutes.state !== 'approved' && (
        <Say key={minutes.version} meeting={meeting} after={after} />
      )}
      {after.may.write && (
        <Disclosure label={minutes === null ? text.minutesWrite : text.minutesNew}>
          <Write key={minutes?.version ?? 0} meeting={meeting} after={after} />
        </Disclosure>
      )}
    </Section>
  )
}

function Said({ after }: AfterPart) {
  const text = useText(afterText)
  const says = after.minutes?.says ?? []
  if (says.length === 0) return null
  return (
    <ul className="wk-lines">
      {says.map(({ place, says: said, words }) => (
        <li key={place}>
          <AfterPlace after={after} place={place} />{' '}
          <span className="wk-small">{said === 'yes' ? text.saysYes : words}</span>
        </li>
      ))}
    </ul>
  )
}

function Say({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const say = useSayOfMinutes(meeting)
  const [words, setWords] = useState('')
  const version = after.minutes?.version ?? 1
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    say.mutate({ version, says: 'change', words })
  }
  return (
    <div className="wk-no-print wk-stack wk-stack--tight">
      <div className="wk-actions">
        <Button busy={say.isPending} onClick={() => say.mutate({ version, says: 'yes', words: '' })}>
          {text.minutesRight}
        </Button>
      </div>
      <Disclosure label={text.minutesAskChange}>
        <form className="wk-stack" onSubmit={handleSubmit} noValidate>
          <TextArea id="minutes-words" label={text.minutesChange} value={words} onChange={setWords} />
          <FormEnd error={say.error?.message} busy={say.isPending} variant="outline">
            {text.minutesAskChange}
          </FormEnd>
        </form>
      </Disclosure>
    </div>
  )
}

function Write({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const write = useWriteMinutes(meeting)
  const [words, setWords] = useState(after.minutes?.text ?? '')
  const version = (after.minutes?.version ?? 0) + 1
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    write.mutate({ version, text: words })
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit} noValidate>
      <TextArea
        {...{ id: 'minutes', label: text.minutesText, hint: text.minutesHint, rows: 10, value: words }}
        onChange={setWords}
      />
      <FormEnd error={write.error?.message} busy={write.isPending} variant="outline">
        {text.keep}
      </FormEnd>
    </form>
  )
}

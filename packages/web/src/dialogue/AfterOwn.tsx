import type { MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import type { LetterChoice } from '@weerklank/core/dialogue/after-words'
import { say } from '@weerklank/core/shared/spoken'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useWithdrawReflection, useWriteReflection } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

type Own = NonNullable<MeetingAfter['ownReflection']>

/** The four questions, for a colleague at the table. */
export function AfterOwn({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const own = after.ownReflection
  const withdraw = useWithdrawReflection(meeting)
  if (own === null) return null
  const told = {
    ...{ open: text.ownIntro, late: `${text.ownLate} ${text.ownIntro}`, answered: text.ownIn },
    ...{ withdrawn: text.ownWithdrawn, ended: text.ownEnded },
  }
  const isShut = own.state === 'withdrawn' || own.state === 'ended'
  return (
    <Section title={text.own} intro={told[own.state]}>
      {own.state === 'answered' ? (
        <Disclosure label={text.ownAgain}>
          <OwnForm meeting={meeting} after={after} own={own} />
        </Disclosure>
      ) : (
        !isShut && <OwnForm meeting={meeting} after={after} own={own} />
      )}
      {own.state === 'answered' && (
        <p className="wk-no-print">
          <TextButton onClick={() => withdraw.mutate(undefined)}>{text.takeBack}</TextButton>
        </p>
      )}
    </Section>
  )
}

function OwnForm({ meeting, after, own }: AfterPart & { own: Own }) {
  const text = useText(afterText)
  const language = useLanguage()
  const listener = { language, address: 'je' } as const
  const [answers, setAnswers] = useState(own.answers)
  const [outcome, setOutcome] = useState(own.outcome)
  const [letter, setLetter] = useState<LetterChoice>(own.letter)
  const write = useWriteReflection(meeting)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    write.mutate({ answers, outcome, letter })
  }
  return (
    <form className="wk-stack wk-no-print" onSubmit={handleSubmit} noValidate>
      {after.questions.map(({ key, ask, hint }) => (
        <TextArea
          key={key}
          id={`after-${key}`}
          label={say(ask, listener)}
          hint={say(hint, listener)}
          optional
          value={answers[key] ?? ''}
          onChange={(words) => setAnswers({ ...answers, [key]: words })}
        />
      ))}
      {own.expected !== '' && (
        <TextArea
          id="after-outcome"
          label={say(after.outcomeQuestion, listener)}
          hint={text.expected(own.expected)}
          optional
          value={outcome}
          onChange={setOutcome}
        />
      )}
      <RadioGroup
        id="after-letter"
        label={text.letterChoice}
        value={letter}
        onChange={setLetter}
        options={[
          { value: 'no', label: text.letterNo },
          { value: 'unnamed', label: text.letterUnnamed },
          { value: 'named', label: text.letterNamed },
        ]}
      />
      <FormEnd error={write.error?.message} busy={write.isPending}>
        {own.state === 'answered' ? text.keepChange : text.send}
      </FormEnd>
    </form>
  )
}

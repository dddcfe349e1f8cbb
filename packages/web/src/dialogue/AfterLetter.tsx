import { say } from '@weerklank/core/shared/spoken'
import { type FormEvent, useState } from 'react'
import { dayAlone } from '../language/moment-words.ts'
import { useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useSendLetter } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

/** What comes back to the hosts: words of whom said yes to that, question by question. */
export function AfterLetter({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const language = useLanguage()
  const seen = useSeen(Date.now())
  const { parts, sentAt, opening } = after.letter
  const isHost = after.places.find(({ id }) => id === after.own)?.role === 'host'
  // Whom it is for reads it when it is given.
  if (isHost ? sentAt === null : !after.may.write) return null
  return (
    <Section
      title={text.letter}
      intro={sentAt === null ? text.letterIntro : text.letterSent(dayAlone(sentAt, seen))}
    >
      {parts.length === 0 && <p className="wk-muted">{text.letterNone}</p>}
      {opening !== '' && <p>{opening}</p>}
      {after.questions.map(({ key, ask }) => {
        const own = parts.filter(({ question }) => question === key)
        return own.length === 0 ? null : (
          <div key={key}>
            <h3>{say(ask, { language, address: 'je' })}</h3>
            {own.map(({ name, words }) => (
              <figure key={`${name} ${words}`} className="wk-after__part">
                <blockquote className="wk-after__words">{words}</blockquote>
                <figcaption className="wk-muted wk-small">{name ?? text.someone}</figcaption>
              </figure>
            ))}
          </div>
        )
      })}
      {!isHost && parts.length > 0 && <Send meeting={meeting} opening={opening} />}
    </Section>
  )
}

function Send({ meeting, opening }: { meeting: string; opening: string }) {
  const text = useText(afterText)
  const send = useSendLetter(meeting)
  const [words, setWords] = useState(opening)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    send.mutate(words)
  }
  return (
    <form className="wk-stack wk-no-print" onSubmit={handleSubmit} noValidate>
      <TextArea id="opening" label={text.letterOpening} optional value={words} onChange={setWords} />
      <FormEnd error={send.error?.message} busy={send.isPending} variant="outline">
        {text.letterSend}
      </FormEnd>
    </form>
  )
}

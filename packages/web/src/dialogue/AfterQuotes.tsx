import type { MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { AfterPlace } from './AfterPlace.tsx'
import { useDecideQuote } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

type Quote = MeetingAfter['quotes'][number]

/** Words that somebody wants to show elsewhere, and what their speaker says of it. */
export function AfterQuotes({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const own = after.quotes.filter(({ place }) => place === after.own)
  const others = after.quotes.filter(({ place }) => place !== after.own)
  if (after.quotes.length === 0 && !after.may.write) return null
  return (
    <Section title={text.quotes} intro={text.quotesIntro}>
      {after.quotes.length === 0 && <p className="wk-muted">{text.quotesNone}</p>}
      {own.map((quote) => (
        <Mine key={quote.id} meeting={meeting} quote={quote} />
      ))}
      {others.length > 0 && (
        <ul className="wk-lines">
          {others.map((quote) => (
            <li key={quote.id}>
              <Words quote={quote} />
              <AfterPlace after={after} place={quote.place} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Words({ quote }: { quote: Quote }) {
  const text = useText(afterText)
  return (
    <>
      {quote.words === null ? (
        <p className="wk-muted">{text.gone}</p>
      ) : (
        <blockquote className="wk-after__words">{quote.words}</blockquote>
      )}
      <p className="wk-muted wk-small">
        {text.uses[quote.use]} · {text.quoteStates[quote.state]}
      </p>
    </>
  )
}

function Mine({ meeting, quote }: { meeting: string; quote: Quote }) {
  const text = useText(afterText)
  const decide = useDecideQuote(meeting)
  const [decision, setDecision] = useState<'yes' | 'changed' | 'no' | null>(null)
  const [words, setWords] = useState(quote.words ?? '')
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (decision !== null)
      decide.mutate({ quote: quote.id, decision, words: decision === 'changed' ? words : '' })
  }
  if (quote.state !== 'asked') {
    return (
      <div className="wk-after__mine">
        <Words quote={quote} />
        {quote.state === 'approved' && (
          <TextButton onClick={() => decide.mutate({ quote: quote.id, decision: 'withdraw', words: '' })}>
            {text.withdraw}
          </TextButton>
        )}
      </div>
    )
  }
  return (
    <form className="wk-stack wk-after__mine" onSubmit={handleSubmit} noValidate>
      <Words quote={quote} />
      <RadioGroup
        id={`quote-${quote.id}`}
        label={text.yours}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'yes', label: text.yes },
          { value: 'changed', label: text.changed },
          { value: 'no', label: text.no },
        ]}
      />
      {decision === 'changed' && (
        <TextArea id={`quote-words-${quote.id}`} label={text.ownWords} value={words} onChange={setWords} />
      )}
      <FormEnd error={decide.error?.message} busy={decide.isPending} variant="outline">
        {text.keep}
      </FormEnd>
    </form>
  )
}

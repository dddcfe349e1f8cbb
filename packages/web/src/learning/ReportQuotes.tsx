import { useQuery } from '@tanstack/react-query'
import type { AskedQuote, QuotableWords } from '@weerklank/core/learning/report.contract'
import { quoteLimit, readQuote } from '@weerklank/core/learning/report.quote'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { quotesQuery, useAskQuote } from './report.queries.ts'
import { reportText } from './report.text.ts'

/** Quotes that were asked for, and the words from which one can be asked. Read when one asks for it: that is written down. */
export function ReportQuotes({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={text.quotes} intro={text.quotesIntro}>
      {isOpen ? (
        <Words trajectory={trajectory} />
      ) : (
        <div className="wk-no-print">
          <Button onClick={() => setOpen(true)}>{text.quotesOpen}</Button>
        </div>
      )}
    </Section>
  )
}

function Words({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  const query = useQuery(quotesQuery(trajectory))
  return (
    <PageState query={query}>
      {({ words, quotes }) => (
        <div className="wk-report">
          {quotes.map((quote) => (
            <Asked key={quote.id} quote={quote} />
          ))}
          {words.length === 0 && <p className="wk-muted">{text.quotesNone}</p>}
          {words.map((one) => (
            <Said key={one.id} trajectory={trajectory} said={one} />
          ))}
        </div>
      )}
    </PageState>
  )
}

function Asked({ quote }: { quote: AskedQuote }) {
  const text = useText(reportText)
  return (
    <div className="wk-report-part">
      <p>
        {text.by(quote.learner)}{' '}
        <Chip tone={quote.state === 'approved' ? 'kept' : 'plain'}>{text.states[quote.state]}</Chip>
      </p>
      <blockquote className="wk-report-said">{quote.words ?? text.gone}</blockquote>
    </div>
  )
}

function Said({ trajectory, said }: { trajectory: string; said: QuotableWords }) {
  const text = useText(reportText)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="wk-report-part">
      <p className="wk-muted wk-small">
        {text.by(said.learner)}
        {said.moment !== null && `, ${said.moment}`}
      </p>
      <blockquote className="wk-report-said">{said.words}</blockquote>
      {isAsking ? (
        <Ask trajectory={trajectory} said={said} onDone={() => setAsking(false)} />
      ) : (
        <div>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {text.useThis}
          </Button>
        </div>
      )}
    </div>
  )
}

type Asking = { trajectory: string; said: QuotableWords; onDone: () => void }

function Ask({ trajectory, said, onDone }: Asking) {
  const text = useText(reportText)
  const [words, setWords] = useState(said.words)
  const [tried, setTried] = useState(false)
  const ask = useAskQuote(trajectory)
  const read = readQuote(words, said.words)
  const field = `uitspraak-${said.id}`
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (!read.ok) return document.getElementById(field)?.focus()
    if (!ask.isPending) ask.mutate({ from: said, words }, { onSuccess: onDone })
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <TextArea
        id={field}
        label={text.quote}
        hint={text.quoteHint}
        error={tried && !read.ok ? text.problems[read.reason] : undefined}
        maxLength={quoteLimit}
        value={words}
        onChange={setWords}
      />
      <FormEnd busy={ask.isPending} error={ask.error?.message}>
        {text.ask}
      </FormEnd>
      <div>
        <Button variant="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

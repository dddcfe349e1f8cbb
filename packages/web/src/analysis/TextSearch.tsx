import './quotes.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { searchQuery } from './analysis.queries.ts'
import { quotesText } from './quotes.text.ts'
import { speakerOf } from './voice-words.ts'

/** Where words stand in all texts of an analysis; a press goes there. */
export function TextSearch({ analysis }: { analysis: string }) {
  const text = useText(quotesText)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAsked(typed.trim())
  }
  return (
    <search className="wk-text-search wk-no-print">
      <form onSubmit={handleSubmit}>
        <input
          className="wk-field__input"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          maxLength={200}
          enterKeyHint="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" icon="search">
          {text.searchDo}
        </Button>
      </form>
      {asked.length === 1 && <p role="status">{text.tooShort}</p>}
      {asked.length > 1 && <Hits analysis={analysis} words={asked} />}
    </search>
  )
}

function Hits({ analysis, words }: { analysis: string; words: string }) {
  const text = useText(quotesText)
  const language = useLanguage()
  const query = useInfiniteQuery(searchQuery(analysis, words))
  return (
    <PageState
      query={query}
      isEmpty={({ pages }) => pages[0]?.total === 0}
      empty={<p role="status">{text.noHits}</p>}
    >
      {({ pages }) => (
        <>
          <p role="status" className="wk-small">
            {text.hits(pages[0]?.total ?? 0)}
          </p>
          <ul className="wk-lines">
            {pages.flatMap(({ hits }) =>
              hits.map((hit) => (
                <li key={`${hit.id} ${hit.start}`}>
                  <Link
                    to="/duiden/$analysis"
                    params={{ analysis }}
                    search={{ tekst: hit.document, bij: hit.id }}
                  >
                    {hit.title}
                  </Link>
                  <p className="wk-small" dir="auto">
                    {hit.before}
                    <strong>{hit.text}</strong>
                    {hit.after}
                  </p>
                  <p className="wk-muted wk-small">{speakerOf(hit, language, text.unknownVoice)}</p>
                </li>
              )),
            )}
          </ul>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text.more}
            </Button>
          )}
        </>
      )}
    </PageState>
  )
}

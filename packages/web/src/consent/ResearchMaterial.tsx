import { useInfiniteQuery } from '@tanstack/react-query'
import type { ResearchAnswer } from '@weerklank/core/consent/research.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { ResearchSource } from './ResearchSource.tsx'
import { materialQuery } from './research.queries.ts'
import { researchText } from './research.text.ts'
import { answersInWords, voiceInWords } from './research-view.ts'
import { useDayWords } from './use-day-words.ts'

/** The answers that may be used now. */
export function ResearchMaterial() {
  const text = useText(researchText)
  const query = useInfiniteQuery(materialQuery)
  return (
    <Section title={text.material} intro={text.materialIntro}>
      <PageState
        query={query}
        isEmpty={({ answers }) => answers.length === 0}
        empty={<p className="wk-muted">{text.materialEmpty}</p>}
      >
        {({ answers, counts }) => (
          <>
            <ResearchSource source={counts.source} people={counts.people}>
              <p className="wk-research-number">{text.materialCounts(counts.people, counts.answers)}</p>
            </ResearchSource>
            <Rows rows={answers} />
            {query.hasNextPage && (
              <div className="wk-actions">
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text.more}
                </Button>
              </div>
            )}
          </>
        )}
      </PageState>
    </Section>
  )
}

function Rows({ rows }: { rows: readonly ResearchAnswer[] }) {
  const text = useText(researchText)
  const language = useLanguage()
  const dayWords = useDayWords()
  return (
    <Table
      caption={`${text.material}, ${text.fromMaterial}`}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        { id: 'code', head: text.code, cell: ({ code }) => code },
        { id: 'voice', head: text.voice, cell: ({ voice }) => voiceInWords(voice, language) },
        // A day without a clock: noon, so that no time zone makes it another one.
        {
          id: 'day',
          head: text.day,
          cell: ({ answeredOn }) => (
            <span className="wk-research-day">{dayWords(`${answeredOn}T12:00:00.000Z`)}</span>
          ),
        },
        { id: 'answers', head: text.answers, cell: ({ answers }) => answersInWords(answers, language) },
      ]}
    />
  )
}

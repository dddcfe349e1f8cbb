import { useQuery } from '@tanstack/react-query'
import type { RegisterRow } from '@weerklank/core/consent/research.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { ResearchSource } from './ResearchSource.tsx'
import { registerQuery } from './research.queries.ts'
import { researchText } from './research.text.ts'
import { momentsInWords } from './research-view.ts'
import { useDayWords } from './use-day-words.ts'

/** Who was asked, what was chosen, and how often an answer came. */
export function ResearchRegister() {
  const text = useText(researchText)
  const query = useQuery(registerQuery)
  return (
    <Section title={text.register} intro={text.registerIntro}>
      <PageState
        query={query}
        isEmpty={({ people }) => people.length === 0}
        empty={<p className="wk-muted">{text.registerEmpty}</p>}
      >
        {({ people, counts }) => (
          <>
            <ResearchSource source={counts.source} people={counts.people}>
              <p className="wk-research-number">{text.registerCounts(counts.people, counts.consented)}</p>
              <p>{text.registerMoments(counts.moments)}</p>
            </ResearchSource>
            <Rows rows={people} />
          </>
        )}
      </PageState>
    </Section>
  )
}

function Rows({ rows }: { rows: readonly RegisterRow[] }) {
  const text = useText(researchText)
  const language = useLanguage()
  const dayWords = useDayWords()
  const consentOf = ({ consent, consentAt }: RegisterRow) => {
    const state = text.state[consent]
    return consentAt === null ? state : text.since(state, dayWords(consentAt))
  }
  return (
    <Table
      caption={`${text.register}, ${text.fromRegister}`}
      rows={rows}
      rowId={({ code }) => code}
      columns={[
        { id: 'code', head: text.code, cell: ({ code }) => code },
        { id: 'consent', head: text.consent, cell: consentOf },
        {
          id: 'moments',
          head: text.moments,
          cell: ({ moments }) => momentsInWords(moments, language) || text.noMoments,
        },
      ]}
    />
  )
}

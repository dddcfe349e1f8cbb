import './working-note.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { retentionRules } from '@weerklank/core/ownership/retention'
import type { Retention, RetentionReceipt, RetentionTerm } from '@weerklank/core/ownership/retention.contract'
import { useState } from 'react'
import { momentWords } from '../language/moment-words.ts'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { RetentionDialog } from './RetentionDialog.tsx'
import { retentionQuery, useLookAhead } from './retention.queries.ts'
import { retentionText, termWords } from './retention.text.ts'

/** How long what is kept, what goes soon and what went: numbers, never content. */
export function RetentionPage() {
  const text = useText(retentionText)
  const query = useQuery(retentionQuery)
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={
          <>
            <Link to="/beheer/teksten">{text.toTexts}</Link>
            <Link to="/beheer/meenemen">{text.toTakeaway}</Link>
          </>
        }
      />
      <PageState query={query}>
        {(retention) => (
          <>
            <Look retention={retention} seen={seen} />
            <Terms retention={retention} />
            <Receipts receipts={retention.receipts} seen={seen} />
          </>
        )}
      </PageState>
    </>
  )
}

function Look({ retention, seen }: { retention: Retention; seen: Seen }) {
  const text = useText(retentionText)
  const look = useLookAhead()
  const { lookedAt, isLooking } = retention
  async function handleLook() {
    await look.mutateAsync().then(
      () => notify({ text: text.asked }),
      (error: Error) => notify({ text: error.message }),
    )
  }
  return (
    <Section title={text.lookTitle}>
      <p role="status">
        {lookedAt === null ? text.never : text.lookedAt(momentWords(lookedAt, seen))}{' '}
        {isLooking && text.looking}
      </p>
      <div className="wk-actions">
        <Button busy={look.isPending || isLooking} onClick={() => void handleLook()}>
          {text.lookNow}
        </Button>
      </div>
    </Section>
  )
}

function Terms({ retention }: { retention: Retention }) {
  const text = useText(retentionText)
  const language = useLanguage()
  const [changing, setChanging] = useState<RetentionTerm | null>(null)
  const columns: Column<RetentionTerm>[] = [
    { id: 'kind', head: text.kind, cell: (term) => <Kind term={term} /> },
    {
      id: 'term',
      head: text.term,
      cell: (term) => `${termWords(term.days, text)}${term.isChosen ? ` (${text.own})` : ''}`,
    },
    {
      id: 'soon',
      head: text.soon,
      numeric: true,
      cell: (term) => (retentionRules[term.kind].isKept ? (term.soon ?? text.unknown) : '–'),
    },
  ]
  const change: Column<RetentionTerm> = {
    id: 'change',
    head: text.change,
    cell: (term) => (
      <Button variant="quiet" onClick={() => setChanging(term)}>
        {text.change}
        <span className="wk-sr-only">: {retentionRules[term.kind].name[language]}</span>
      </Button>
    ),
  }
  return (
    <Section title={text.terms}>
      <Table
        caption={text.termsCaption}
        columns={retention.mayChange ? [...columns, change] : columns}
        rows={retention.terms}
        rowId={(term) => term.kind}
      />
      <RetentionDialog term={changing} onClose={() => setChanging(null)} />
    </Section>
  )
}

function Kind({ term }: { term: RetentionTerm }) {
  const text = useText(retentionText)
  const language = useLanguage()
  const { name, from, basis, isKept, defaultDays } = retentionRules[term.kind]
  // On a phone a row becomes a block: what belongs to the name stays together.
  return (
    <div>
      {name[language]}
      <span className="wk-small wk-muted wk-retention__from">{isKept ? from[language] : text.notYet}</span>
      <Disclosure label={text.why} className="wk-small">
        <span className="wk-small wk-retention__from">
          {basis[language]} {text.proposed(termWords(defaultDays, text))}
        </span>
      </Disclosure>
    </div>
  )
}

function Receipts({ receipts, seen }: { receipts: readonly RetentionReceipt[]; seen: Seen }) {
  const text = useText(retentionText)
  const language = useLanguage()
  const columns: Column<RetentionReceipt>[] = [
    { id: 'when', head: text.when, cell: ({ at }) => momentWords(at, seen) },
    { id: 'what', head: text.what, cell: ({ kind }) => retentionRules[kind].name[language] },
    { id: 'many', head: text.many, numeric: true, cell: ({ removed }) => removed },
  ]
  return (
    <Section title={text.receipts}>
      {receipts.length === 0 ? (
        <p className="wk-muted">{text.noReceipts}</p>
      ) : (
        <Table
          caption={text.receiptsCaption}
          columns={columns}
          rows={receipts}
          rowId={({ at, kind }) => `${at} ${kind}`}
        />
      )}
    </Section>
  )
}

import './legal.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import {
  type LegalBlock,
  type LegalDocumentId,
  legalDocuments,
} from '@weerklank/core/consent/legal/legal-document'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import type { Language } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Table } from '../ui/Table.tsx'
import { LegalKeep } from './LegalKeep.tsx'
import { legalQuery } from './legal.queries.ts'
import { legalText } from './legal.text.ts'

/** One of the texts, as it is at this moment. */
export function LegalTextPage() {
  const text = useText(legalText)
  const own = useLanguage()
  const { document } = useParams({ from: '/members/beheer/teksten/$document' })
  const { taal = own } = useSearch({ from: '/members/beheer/teksten/$document' })
  const id = legalDocuments.find((one) => one === document)
  if (id === undefined) {
    return (
      <>
        <PageHeader title={text.unknownTitle} back={<Back />} />
        <EmptyState title={text.unknownTitle} text={text.unknownText} />
      </>
    )
  }
  return <OneText id={id} language={taal} />
}

function Back() {
  const text = useText(legalText)
  return <Link to="/beheer/teksten">{text.back}</Link>
}

function OneText({ id, language }: { id: LegalDocumentId; language: Language }) {
  const text = useText(legalText)
  const query = useQuery(legalQuery(id, language))
  return (
    <>
      <PageHeader
        title={legalTitles[id][language]}
        back={<Back />}
        actions={
          <div className="wk-no-print">
            <Button onClick={() => window.print()}>{text.print}</Button>
          </div>
        }
      />
      <PageState query={query}>
        {({ blocks }) => (
          <article className="wk-legal" lang={language}>
            {blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text is replaced as a whole, its parts never move
              <Block key={index} block={block} />
            ))}
          </article>
        )}
      </PageState>
      <LegalKeep id={id} language={language} />
    </>
  )
}

function Block({ block }: { block: LegalBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <Table
          caption={block.caption}
          columns={block.head.map((head, index) => ({
            id: head,
            head,
            cell: (row: readonly string[]) => row[index] ?? '',
          }))}
          rows={block.rows}
          rowId={(row) => row[0] ?? ''}
        />
      )
  }
}

import type { ReportBlock } from '@weerklank/core/learning/report.shape'
import { reportWords } from '@weerklank/core/learning/report.words'
import { fill } from '@weerklank/core/shared/spoken'
import { useLanguage } from '../language/use-text.ts'
import { Table } from '../ui/Table.tsx'

/** What one section of a report says now, each number with where it comes from. */
export function ReportBlocks({ blocks }: { blocks: readonly ReportBlock[] }) {
  // Blocks have no name of their own: their place is what they are.
  return blocks.map((block, at) => <Block key={`${block.kind} ${String(at)}`} block={block} />)
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'text':
      return <p className={lookOf[block.look]}>{block.text}</p>
    case 'number':
      return (
        <div>
          <p>{block.text}</p>
          <Source block={block} />
        </div>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'quotes':
      return block.quotes.map(({ words, by }) => (
        <blockquote key={`${by} ${words}`} className="wk-report-said">
          “{words}” <span className="wk-muted">({by})</span>
        </blockquote>
      ))
    default:
      return <Numbers block={block} />
  }
}

const lookOf = { plain: undefined, small: 'wk-muted wk-small', box: 'wk-report-box' } as const

type NumberTable = Extract<ReportBlock, { kind: 'table' }>

function Numbers({ block }: { block: NumberTable }) {
  const rows = block.rows.map((cells, at) => ({ id: String(at), cells }))
  return (
    <div>
      <div className="wk-report-scroll">
        <Table
          caption={block.caption}
          captionVisible
          columns={block.heading.map((head, at) => ({
            id: String(at),
            head,
            cell: ({ cells }: (typeof rows)[number]) => cells[at] ?? '',
          }))}
          rows={rows}
          rowId={({ id }) => id}
        />
      </div>
      {block.note !== null && <p className="wk-report-source">{block.note}</p>}
      <Source block={block} />
    </div>
  )
}

function Source({ block: { source, n } }: { block: Pick<NumberTable, 'source' | 'n'> }) {
  const words = reportWords[useLanguage()]
  const line = n === null ? words.sourceLine : words.sourceLineN
  return <p className="wk-report-source">{fill(line, { source: words.sources[source], n: String(n) })}</p>
}

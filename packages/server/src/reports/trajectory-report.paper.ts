import type { ReportBlock, ReportDocument } from '@weerklank/core/learning/report.shape'
import { reportWords } from '@weerklank/core/learning/report.words'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Block, Paper } from './paper.ts'

/** The report of a trajectory as it goes to a thread to be laid out. */
export type TrajectoryReport = {
  readonly kind: 'trajectory'
  readonly document: ReportDocument
  readonly language: Language
  readonly workspace: string
  readonly made: Instant
}

/** The report of a trajectory as a paper: what the screen shows, with the source below each number and table. */
export function trajectoryPaper({ document, language, workspace, made }: TrajectoryReport): Paper {
  const { title } = document
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    ...document.about.map((text): Block => ({ kind: 'text', text })),
    ...document.caution.map((text): Block => ({ kind: 'text', text, look: 'box' })),
    ...document.parts.flatMap((part): Block[] =>
      part.kind === 'words'
        ? part.paragraphs.map(({ look, text }) =>
            look === 'heading' ? { kind: 'heading', level: 2, text } : { kind: 'text', text },
          )
        : [
            { kind: 'heading', level: 2, text: part.heading },
            ...part.blocks.flatMap((block) => blocksOf(block, language)),
          ],
    ),
  ]
  const words = reportWords[language]
  return {
    ...{ title, language, author: workspace, made, blocks },
    footer: (page, of) => fill(words.page, { title, page: String(page), of: String(of) }),
  }
}

function blocksOf(block: ReportBlock, language: Language): Block[] {
  switch (block.kind) {
    case 'text':
      return [{ kind: 'text', text: block.text, look: block.look }]
    case 'number':
      return [{ kind: 'text', text: block.text }, sourceLine(block, language)]
    case 'list':
      return [{ kind: 'list', items: block.items }]
    case 'quotes':
      return [{ kind: 'list', items: block.quotes.map(({ words, by }) => `“${words}” (${by})`) }]
    default:
      return [
        {
          ...{ kind: 'table', caption: block.caption, rowHeads: true, rows: block.rows },
          columns: block.heading.map((text, at) => ({ text, share: shareOf(block, at) })),
        },
        ...(block.note === null ? [] : [{ kind: 'text', look: 'small', text: block.note } as const]),
        sourceLine(block, language),
      ]
  }
}

/** Where a number comes from, and over how many people. */
export function sourceWords(
  { source, n }: Pick<Extract<ReportBlock, { kind: 'number' }>, 'source' | 'n'>,
  language: Language,
): string {
  const words = reportWords[language]
  const line = n === null ? words.sourceLine : words.sourceLineN
  return fill(line, { source: words.sources[source], n: String(n) })
}

const sourceLine = (
  block: Pick<Extract<ReportBlock, { kind: 'number' }>, 'source' | 'n'>,
  language: Language,
): Block => ({ kind: 'text', look: 'small', text: sourceWords(block, language) })

/** Letters of the widest word of a column, so that none is cut in two; of the first rows, for they are like the others. */
function shareOf({ heading, rows }: Extract<ReportBlock, { kind: 'table' }>, at: number): number {
  const texts = [heading[at] ?? '', ...rows.slice(0, 50).map((row) => row[at] ?? '')]
  const widest = Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length))
  const longest = Math.max(...texts.map((text) => text.length))
  return Math.max(widest + 2, Math.min(longest, 16))
}

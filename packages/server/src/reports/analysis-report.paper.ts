import { synergyMap } from '@weerklank/core/charts/synergy-map'
import { mapRows, mapSentence } from '@weerklank/core/charts/synergy-map-rows'
import { themeMatrix } from '@weerklank/core/charts/theme-matrix'
import { matrixSentence, matrixTable } from '@weerklank/core/charts/theme-matrix-words'
import { fill } from '@weerklank/core/shared/spoken'
import type { AnalysisReport, AnalysisTheme } from './analysis-report.ts'
import { type AnalysisWords, analysisWords } from './analysis-words.ts'
import type { Block, Paper } from './paper.ts'

/** Px: the words in the picture are then as large as those below it. */
const matrixWidth = 680
/** Below what draws names in the map: the table beside it says them. */
const mapWidth = 600
/** A matrix that is higher than a page is a table alone. */
const rowsDrawn = 18
const columnsDrawn = 8

/** The report of an analysis as a paper. */
export function analysisPaper(report: AnalysisReport): Paper {
  const words = analysisWords(report.language)
  const { title, language } = report
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    ...lines(report.about),
    ...lines(report.caution, 'box'),
    ...part(words.method, [{ kind: 'list', items: report.method }]),
    ...part(words.silence, lines(report.silence)),
    ...part(words.matrix, matrixBlocks(report, words)),
    ...(report.map === null ? [] : part(words.map, mapBlocks(report.map, words))),
    ...part(words.themes, [...lines(report.approved), ...report.themes.flatMap(themeBlocks)]),
    ...part(words.codebook, [codebookTable(report, words)]),
    ...part(words.talk, [{ kind: 'list', items: [words.talkOne, words.talkTwo, words.talkThree] }]),
  ]
  return {
    ...{ title, language, author: report.workspace, made: report.made, blocks },
    footer: (page, of) => fill(words.page, { title, page: String(page), of: String(of) }),
  }
}

function part(heading: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'heading', level: 2, text: heading }, ...blocks]
}

function lines(texts: readonly string[], look: 'plain' | 'box' = 'plain'): Block[] {
  return texts.map((text) => ({ kind: 'text', text, look }))
}

function matrixBlocks({ matrix }: AnalysisReport, words: AnalysisWords): Block[] {
  const sentence = matrixSentence(matrix)
  const [head = [], ...rows] = matrixTable(matrix)
  const wide = 3
  const table: Block = {
    ...{ kind: 'table', caption: words.matrix, rowHeads: true, rows },
    columns: head.map((text, at) => ({ text: at === 0 ? words.theme : text, share: at === 0 ? wide : 1 })),
  }
  const isDrawn =
    matrix.rows.length > 0 && matrix.rows.length <= rowsDrawn && matrix.columns.length <= columnsDrawn
  if (!isDrawn) return [{ kind: 'text', text: sentence }, table]
  const drawn = themeMatrix({
    ...{ ...matrix, idPrefix: 'm', title: words.matrix, description: sentence, width: matrixWidth },
  })
  return [
    { kind: 'text', text: sentence },
    { kind: 'picture', ...drawn, alt: `${words.matrix}. ${sentence}` },
    table,
  ]
}

function mapBlocks(map: NonNullable<AnalysisReport['map']>, words: AnalysisWords): Block[] {
  const sentence = mapSentence(map)
  const drawn = synergyMap({
    ...{ ...map, idPrefix: 'k', title: words.map, description: sentence, width: mapWidth },
  })
  const rows = mapRows(map).map((row) => [
    ...[`${row.number}. ${row.name}`, row.band, String(row.quotes), row.voices, row.remark],
  ])
  const columns = [
    ...[
      { text: words.element, share: 3 },
      { text: words.place, share: 2 },
      { text: words.quotes, share: 1.4 },
    ],
    ...[
      { text: words.who, share: 3 },
      { text: words.remark, share: 2 },
    ],
  ]
  return [
    { kind: 'text', text: words.mapWhat },
    { kind: 'text', text: sentence },
    { kind: 'picture', ...drawn, alt: `${words.map}. ${sentence}` },
    { kind: 'table', caption: words.map, rowHeads: true, columns, rows },
  ]
}

function themeBlocks({ name, definition, quotes, note }: AnalysisTheme): Block[] {
  return [
    { kind: 'heading', level: 3, text: name },
    ...(definition === '' ? [] : lines([definition])),
    ...(quotes.length === 0 ? [] : [{ kind: 'list', items: quotes } as const]),
    ...(note === null ? [] : [{ kind: 'text', look: 'small', text: note } as const]),
  ]
}

function codebookTable({ codebook }: AnalysisReport, words: AnalysisWords): Block {
  const heads = [words.theme, words.definition, words.include, words.exclude, words.example]
  return {
    ...{ kind: 'table', caption: words.codebook, rowHeads: true, rows: codebook },
    columns: heads.map((text) => ({ text, share: 1 })),
  }
}

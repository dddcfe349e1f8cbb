import { synergyMap } from '@weerklank/core/charts/synergy-map'
import { mapRows, mapSentence } from '@weerklank/core/charts/synergy-map-rows'
import { themeMatrix } from '@weerklank/core/charts/theme-matrix'
import { matrixPhrases, matrixSentence, matrixTable } from '@weerklank/core/charts/theme-matrix-words'
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
    // A picture does not fit below what stands above it: its heading goes along.
    newPage,
    ...part(words.matrix, matrixBlocks(report, words)),
    ...(report.map === null ? [] : [newPage, ...part(words.map, mapBlocks(report.map, words))]),
    ...part(words.themes, [...lines(report.approved), ...report.themes.flatMap(themeBlocks)]),
    ...part(words.codebook, [codebookTable(report, words)]),
    ...part(words.talk, [{ kind: 'list', items: [words.talkOne, words.talkTwo, words.talkThree] }]),
  ]
  return {
    ...{ title, language, author: report.workspace, made: report.made, blocks },
    footer: (page, of) => fill(words.page, { title, page: String(page), of: String(of) }),
  }
}

const newPage: Block = { kind: 'page' }

function part(heading: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'heading', level: 2, text: heading }, ...blocks]
}

function lines(texts: readonly string[], look: 'plain' | 'box' = 'plain'): Block[] {
  return texts.map((text) => ({ kind: 'text', text, look }))
}

function matrixBlocks({ matrix }: AnalysisReport, words: AnalysisWords): Block[] {
  const sentence = matrixSentence(matrix)
  const drawn = themeMatrix({
    ...{ ...matrix, idPrefix: 'm', title: words.matrix, description: sentence, width: matrixWidth },
  })
  const isDrawn =
    matrix.rows.length > 0 && matrix.rows.length <= rowsDrawn && matrix.columns.length <= columnsDrawn
  return [
    { kind: 'text', text: sentence },
    ...(isDrawn ? [{ kind: 'picture', ...drawn, alt: `${words.matrix}. ${sentence}` } as const] : []),
    matrixNumbers(matrix, words),
    ...(marksOf(matrix).length === 0 ? [] : [{ kind: 'list', items: marksOf(matrix) } as const]),
  ]
}

/** Numbers alone, so that many voices fit beside each other; what the analyst says of a cell follows as a list. */
function matrixNumbers(matrix: AnalysisReport['matrix'], words: AnalysisWords): Block {
  const bare = matrix.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, mark: null })),
  }))
  const [head = [], ...rows] = matrixTable({ ...matrix, rows: bare })
  // How many voices said something stands in the picture; here it would take the room of their names.
  const kept = <One>(all: readonly One[]) => (matrix.columns.length > 4 ? all.slice(0, -1) : [...all])
  return {
    ...{ kind: 'table', caption: words.matrix, rowHeads: true, rows: rows.map(kept) },
    columns: kept(head).map((text, at) => ({
      text: at === 0 ? words.theme : text,
      share: at === 0 ? themeShare : longestWord([text]) + 4,
    })),
  }
}

/** Letters that the names of themes get, beside those of the columns. */
const themeShare = 22

function marksOf({ rows, columns, lang }: AnalysisReport['matrix']): string[] {
  const signs = matrixPhrases(lang).marks
  return rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ mark }, at) =>
      mark === null ? [] : [`${name.replace(/^[› ]+/, '')}, ${columns[at]?.name ?? ''}: ${signs[mark]}`],
    ),
  )
}

/** Letters: what a column needs so that no word is cut in two. */
function longestWord(texts: readonly string[]): number {
  return Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length))
}

function mapBlocks(map: NonNullable<AnalysisReport['map']>, words: AnalysisWords): Block[] {
  const sentence = mapSentence(map)
  const drawn = synergyMap({
    ...{ ...map, idPrefix: 'k', title: words.map, description: sentence, width: mapWidth },
  })
  const all = mapRows(map)
  const named = all.filter((row) => row.quotes > 0 || row.remark !== '')
  const silent = all.filter((row) => !named.includes(row)).map((row) => `${row.number}. ${row.name}`)
  const rows = named.map((row) => [
    ...[`${row.number}. ${row.name}`, row.band, String(row.quotes), row.voices, row.remark],
  ])
  const columns = [
    ...[
      { text: words.element, share: 3 },
      { text: words.place, share: 2 },
      { text: words.quotes, share: 1.8 },
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
    ...(rows.length === 0
      ? []
      : [{ kind: 'table', caption: words.map, rowHeads: true, columns, rows } as const]),
    ...(silent.length === 0
      ? []
      : [{ kind: 'text', text: fill(words.notNamed, { names: silent.join(', ') }) } as const]),
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

/** An analysis as sheets: quotes, themes, themes by voices, documents. */
import { voiceKey } from '@weerklank/core/analysis/analysis'
import type { CorpusCode } from '@weerklank/core/analysis/qda.corpus'
import { matrixTable } from '@weerklank/core/charts/theme-matrix-words'
import { localDay } from '@weerklank/core/shared/time'
import type { AnalysisSource } from './analysis-source.ts'
import { analysisWords, sourceWord, voiceColumnName } from './analysis-words.ts'
import type { Cell, Column, Sheet } from './table.ts'

const text = (name: string, label: string): Column => ({ name, label, kind: 'text', width: 200 })
const number = (name: string, label: string): Column => ({ name, label, kind: 'number', decimals: 0 })

/** The names from the top down to each theme: `Relatie › Gehoord worden`. */
export function pathsOf(codes: readonly CorpusCode[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  // Parents stand in front of children.
  for (const { id, parent, name } of codes) {
    const above = parent === null ? undefined : paths.get(parent)
    paths.set(id, above === undefined ? name : `${above} › ${name}`)
  }
  return paths
}

/** Every open quote, in the order of its document. Who coded is a number, in order of appearance. */
export function quoteSheet({ outgoing, frame }: AnalysisSource): Sheet {
  const words = analysisWords(frame.language)
  const { corpus } = outgoing
  const paths = pathsOf(corpus.codes)
  const coders = new Map<string | null, number>()
  for (const { coder } of corpus.codings) if (!coders.has(coder)) coders.set(coder, coders.size + 1)
  const byPassage = new Map<string, (typeof corpus.codings)[number][]>()
  for (const coding of corpus.codings)
    byPassage.set(coding.passage, [...(byPassage.get(coding.passage) ?? []), coding])
  const rows = corpus.documents.flatMap(({ title, source, at, passages }) =>
    passages.flatMap((passage) => {
      const signs = [...passage.body]
      return (byPassage.get(passage.id) ?? []).map((coding): Cell[] => [
        ...[paths.get(coding.code) ?? '', signs.slice(coding.start, coding.end).join('')],
        ...[voiceColumnName(voiceKey(passage), frame.language), passage.speaker],
        ...[sourceWord(source, frame.language), at === null ? '' : localDay(at, frame.timeZone), title],
        ...[coding.start, coding.end, coding.weight, coders.get(coding.coder) ?? null],
      ])
    }),
  )
  const columns = [
    ...[text('theme', words.theme), text('quote', words.quote), text('voice', words.voice)],
    ...[text('speaker', words.speaker), text('source', words.source), text('day', words.day)],
    ...[text('document', words.document), number('start', words.start), number('end', words.end)],
    ...[number('weight', words.weight), number('coder', words.coder)],
  ]
  return { title: words.quotes, columns, rows: [rows] }
}

/** The codebook, with how many quotes each theme has. */
export function codebookSheet({ outgoing, matrix, frame }: AnalysisSource): Sheet {
  const words = analysisWords(frame.language)
  const paths = pathsOf(outgoing.corpus.codes)
  const quotes = new Map(matrix.rows.map((row) => [row.theme.id, row.quotes]))
  const rows = outgoing.corpus.codes.map((code): Cell[] => [
    ...[paths.get(code.id) ?? code.name, quotes.get(code.id) ?? 0],
    ...[code.definition, code.include, code.exclude, code.example],
  ])
  const columns = [
    ...[text('theme', words.theme), number('quotes', words.quotes), text('definition', words.definition)],
    ...[text('include', words.include), text('exclude', words.exclude), text('example', words.example)],
  ]
  return { title: words.codebook, columns, rows: [rows] }
}

/** Themes by voices, with the sums and what the analyst says of a cell. */
export function matrixSheet(source: AnalysisSource): Sheet {
  const words = analysisWords(source.frame.language)
  const [head = [], ...rows] = matrixTable(matrixRows(source))
  const columns = head.map((label, at) => text(`c${at}`, at === 0 ? words.theme : label))
  return { title: words.matrix, columns, rows: [rows] }
}

/** The matrix as the picture and its table want it. */
export function matrixRows({ matrix, outgoing, frame }: AnalysisSource) {
  const levels = new Map<string, number>()
  for (const { id, parent } of outgoing.corpus.codes)
    levels.set(id, parent === null ? 0 : (levels.get(parent) ?? 0) + 1)
  return {
    lang: frame.language,
    of: 'voice' as const,
    columns: matrix.columns,
    // What hangs under a theme stands behind it, with a sign for each step down.
    rows: matrix.rows.map(({ theme, ...row }) => ({
      ...row,
      name: `${'› '.repeat(levels.get(theme.id) ?? 0)}${theme.name}`,
    })),
    quotes: matrix.quotes,
  }
}

/** The documents, with how much of each may not be read. */
export function documentSheet({ outgoing, frame }: AnalysisSource): Sheet {
  const words = analysisWords(frame.language)
  const kept = new Map(outgoing.corpus.documents.map(({ id, passages }) => [id, passages.length]))
  const rows = outgoing.documents.map((document): Cell[] => {
    const there = kept.get(document.id) ?? 0
    return [
      ...[document.title, sourceWord(document.source, frame.language), localDay(document.at, frame.timeZone)],
      ...[there, Math.max(0, document.size - there)],
    ]
  })
  const columns = [
    ...[text('document', words.document), text('source', words.kind), text('day', words.day)],
    ...[number('parts', words.passages), number('missing', words.missing)],
  ]
  return { title: words.document, columns, rows: [rows] }
}

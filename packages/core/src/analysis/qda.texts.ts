import { codePointLength } from './code-points.ts'
import type { QdaFindings } from './qda.finding.ts'
import type { QdaProject, QdaSelection, QdaSource, QdaText } from './qda.ts'

/** What came of a path: words, or why there are none. */
export type QdaFile = { text: string } | { problem: 'source-missing' | 'source-outside' | 'source-too-large' }

/** A project of which every source has its words here, with selections that fit them. */
export type QdaSettled = Omit<QdaProject, 'sources' | 'notes'> & {
  readonly sources: readonly (Omit<QdaSource, 'text'> & { readonly text: string })[]
  readonly notes: readonly (Omit<QdaProject['notes'][number], 'text'> & { readonly text: string })[]
}

/**
 * Brings the words to their sources and the selections within them. A source without words is left out, with all that was
 * selected in it; a selection beyond the end ends there; one that is written backwards is turned round. Each gets a finding.
 */
export function settleTexts(
  project: QdaProject,
  fileOf: (path: string) => QdaFile,
  findings: QdaFindings,
): QdaSettled {
  const wordsOf = (text: QdaText, name: string) => found(text, { name, fileOf, findings })
  const sources = project.sources.flatMap((source) => {
    const name = source.name ?? source.guid
    const text = wordsOf(source.text, name)
    if (text === null) return []
    const length = codePointLength(text)
    const selections = source.selections.map((selection) => within(selection, { length, name, findings }))
    return [{ ...source, text, selections }]
  })
  const notes = project.notes.map((note) => ({
    ...note,
    text: wordsOf(note.text, note.name ?? note.guid) ?? '',
  }))
  return { ...project, sources, notes }
}

type Looking = { name: string; fileOf: (path: string) => QdaFile; findings: QdaFindings }

function found(text: QdaText, { name, fileOf, findings }: Looking): string | null {
  if (text.kind === 'here') return readable(text.text, { name, findings })
  if (text.kind === 'none') {
    findings.note(text.richPath === null ? 'source-missing' : 'rich-text-only', name)
    return null
  }
  const file = fileOf(text.path)
  if ('text' in file) return readable(file.text, { name, findings })
  findings.note(file.problem, file.problem === 'source-outside' ? `${name} (${text.path})` : name)
  return null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL cannot hold the first; the rest is no text
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/gu

/** Line ends are one code point. A sign that is no letter becomes a stand-in: places in the text stay what they were. */
function readable(text: string, { name, findings }: Omit<Looking, 'fileOf'>): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const words = lines.replace(unfit, '\uFFFD')
  if (words !== lines) findings.note('text-unfit', name)
  return words
}

type Room = { length: number; name: string; findings: QdaFindings }

function within(selection: QdaSelection, { length, name, findings }: Room): QdaSelection {
  if (selection.start > selection.end) findings.note('selection-reversed', name)
  const [low, high] = [Math.min(selection.start, selection.end), Math.max(selection.start, selection.end)]
  if (low < 0 || high > length) findings.note('selection-beyond', name)
  const clamp = (place: number) => Math.min(length, Math.max(0, place))
  const [start, end] = [clamp(low), clamp(high)]
  if (start === end) findings.note('selection-empty', name)
  return { ...selection, start, end }
}

import { readCues } from './transcript.cues.ts'
import { readPlain } from './transcript.plain.ts'

/** What a transcript can come as; Word is read as the plain text of its paragraphs (transcript.word.ts). */
export const transcriptFormats = ['vtt', 'srt', 'text'] as const
export type TranscriptFormat = (typeof transcriptFormats)[number]

/** Our own limits: a meeting of a day is some 100,000 words. */
export const transcriptLimits = {
  signs: 3_000_000,
  lines: 50_000,
  lineSigns: 20_000,
  label: 60,
  speakers: 200,
} as const

/** Words that stand together in the file. `line` is that of the file, from 1; times are milliseconds from the start. */
export type TranscriptLine = {
  line: number
  /** The name in front of the words, as it was written; null where nobody is named. */
  label: string | null
  words: string
  from: number | null
  until: number | null
}

/** What stood out while reading. Nothing of it keeps the words out: it is told beside them. */
export const transcriptNotes = [
  'time-missing',
  'time-unreadable',
  'time-overlaps',
  'time-backwards',
  'nobody-named',
  'remark-left-out',
  'unreadable-sign',
] as const
export type TranscriptNoteCode = (typeof transcriptNotes)[number]
export type TranscriptNote = { line: number; code: TranscriptNoteCode; value: string }

export type TranscriptRead = { format: TranscriptFormat; lines: TranscriptLine[]; notes: TranscriptNote[] }

/** Why a file is not taken in at all; nothing of it is kept then. */
export const transcriptProblems = ['empty', 'too-long', 'not-text', 'not-word', 'unpacks-too-large'] as const
export type TranscriptProblem = (typeof transcriptProblems)[number]

/**
 * Reads the text of a transcript, in the format that its content shows (a name can be wrong). Promised: every word of the
 * file that is no time, number, name or mark-up stands in `lines`, in its order; what is strange stands in `notes` with its
 * line. Throws never; a text with nothing in it has no lines.
 */
export function readTranscript(text: string): TranscriptRead {
  const unified = text.replace(/^\uFEFF/, '').replace(/\r\n?|[\u2028\u2029]/g, '\n')
  const format = formatOf(unified)
  const cleaned = withoutControls(unified)
  const read = format === 'text' ? readPlain(cleaned.text) : readCues(cleaned.text, format)
  const notes = [...read.notes, ...cleaned.notes, ...timeNotes(read.lines), ...unnamed(read.lines)]
  return { format, lines: read.lines, notes: notes.toSorted((a, b) => a.line - b.line) }
}

/** `WEBVTT` begins the one; an arrow between two times shows the other. */
function formatOf(text: string): TranscriptFormat {
  if (/^\s*WEBVTT/.test(text)) return 'vtt'
  const arrow = /^\s*\d+(?::\d+){1,2}[,.]\d+\s*-->\s*\d/m.exec(text)
  if (arrow === null) return 'text'
  return /\d,\d/.test(arrow[0]) ? 'srt' : 'vtt'
}

/** Signs that can neither be shown nor stored become the mark for that, and are told. */
function withoutControls(text: string): { text: string; notes: TranscriptNote[] } {
  const notes: TranscriptNote[] = []
  const lines = text.split('\n')
  const clean = lines.map((line, index) => {
    const shown = line.replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, (sign) => (sign === '\t' ? sign : '\uFFFD'))
    if (shown.includes('\uFFFD'))
      notes.push({ line: index + 1, code: 'unreadable-sign', value: shown.trim().slice(0, 60) })
    return shown
  })
  return { text: clean.join('\n'), notes }
}

/** People talk at once and clocks jump: it is told, and each line keeps the time that stood there. */
function timeNotes(lines: readonly TranscriptLine[]): TranscriptNote[] {
  const notes: TranscriptNote[] = []
  const add = (line: TranscriptLine, code: TranscriptNoteCode) =>
    notes.push({ line: line.line, code, value: line.from === null ? '' : clockOf(line.from) })
  let before: { from: number; until: number | null } | null = null
  for (const line of lines) {
    if (line.from === null) continue
    if (line.until !== null && line.until < line.from) add(line, 'time-backwards')
    else if (before !== null && line.from < before.from) add(line, 'time-backwards')
    else if (before?.until !== undefined && before.until !== null && line.from < before.until)
      add(line, 'time-overlaps')
    before = { from: line.from, until: line.until }
  }
  return notes
}

/** Only the first line without a name is told: all that follow it until a name comes go with it. */
function unnamed(lines: readonly TranscriptLine[]): TranscriptNote[] {
  return lines.flatMap((line, index) =>
    line.label === null && (index === 0 || lines[index - 1]?.label !== null)
      ? [{ line: line.line, code: 'nobody-named' as const, value: line.words.slice(0, 60) }]
      : [],
  )
}

/** A moment in a recording as one reads it, `0:01:05`; whole seconds, rounded down. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

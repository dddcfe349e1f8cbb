import { readCues } from './transcript.cues.ts'
import { readPlain } from './transcript.plain.ts'
import type {
  TranscriptFormat,
  TranscriptLine,
  TranscriptNote,
  TranscriptNoteCode,
  TranscriptRead,
} from './transcript.shape.ts'
import { clockOf } from './transcript.time.ts'

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

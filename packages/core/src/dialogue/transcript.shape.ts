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

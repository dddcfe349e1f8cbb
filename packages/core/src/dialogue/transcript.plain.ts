import { takeLabel, tidyLabel } from './transcript.label.ts'
import type { TranscriptLine, TranscriptNote } from './transcript.shape.ts'
import { milliseconds } from './transcript.time.ts'

/** `[00:01:02]`, `(1:02)` or `00:01:02` at the start of a line. */
const startTime =
  /^\s*(?:\[(\d[\d:.,]*)\]|\((\d[\d:.,]*)\)|(\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?))\s*(?:[-–—]\s+)?/u

/** A line of its own with a name and a time, as programs for meetings write it: `Jan de Boer   0:03`. */
const header = /^\s*(\S.{0,58}?)(?:\s{2,}|\t)\s*(\d{1,2}:\d\d(?::\d\d)?)\s*$/u

/**
 * Reads `Name: words`, a line each. A line without a name goes on with the one before; a line that is empty ends nothing.
 * A time in front of a line, or on a line with the name above the words, is taken as the time at which that began.
 */
export function readPlain(text: string): { lines: TranscriptLine[]; notes: TranscriptNote[] } {
  const lines: TranscriptLine[] = []
  const notes: TranscriptNote[] = []
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1
    if (whole.trim() === '') continue
    const headed = headerOf(whole)
    const { from, rest } = headed ?? timed(whole)
    const named = headed === null ? takeLabel(rest) : { label: headed.label, rest: '' }
    const last = lines.at(-1)
    const words = (named?.rest ?? rest).replace(/[ \t]+/g, ' ').trim()
    if (named !== null) lines.push({ line, label: named.label, words, from, until: null })
    else if (last !== undefined && from === null)
      last.words = last.words === '' ? words : `${last.words}\n${words}`
    else lines.push({ line, label: last?.label ?? null, words, from, until: null })
  }
  return { lines, notes }
}

function headerOf(line: string): { label: string; from: number; rest: string } | null {
  const [, label, time] = header.exec(line) ?? []
  const from = milliseconds(time)
  return label === undefined || from === null || /[.!?:]$/.test(label)
    ? null
    : { label: tidyLabel(label), from, rest: '' }
}

function timed(line: string): { from: number | null; rest: string } {
  const match = startTime.exec(line)
  const from = milliseconds(match?.[1] ?? match?.[2] ?? match?.[3])
  // What is no time after all stays words.
  return match === null || from === null
    ? { from: null, rest: line }
    : { from, rest: line.slice(match[0].length) }
}

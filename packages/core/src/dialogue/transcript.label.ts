import { transcriptLimits } from './transcript.shape.ts'

/**
 * A name with a colon at the start of a line. Three words at most and no end of a sentence in it, so that a sentence which
 * holds a colon is seldom taken for a name; where it is, whoever takes the file in says that it is nobody.
 */
const named =
  /^[ \t]*(?:[-–—•*][ \t]+)?((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’()/&-]*)(?:[ \t]+[\p{L}\p{N}(&/][\p{L}\p{M}\p{N}.'’()/&-]*){0,4})[ \t]*:(?=[ \t]|$)/u

/** Takes the name off the front of a line; null where none stands there. */
export function takeLabel(line: string): { label: string; rest: string } | null {
  const match = named.exec(line)
  const label = match?.[1]
  if (match === null || label === undefined || [...label].length > transcriptLimits.label) return null
  return { label: tidyLabel(label), rest: line.slice(match[0].length).trim() }
}

/** One spelling for a name: white space made even. */
export function tidyLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').trim()
}

/** The name that is one and the same whatever its capitals and accents. */
export function labelKey(label: string): string {
  return tidyLabel(label).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

import { type Instant, millis } from './time.ts'

/** One appointment, as a calendar is told of it (RFC 5545). */
export type CalendarEntry = {
  /** The same for every file about this appointment, so that a newer one replaces it. */
  readonly uid: string
  /** Grows with each change. */
  readonly sequence: number
  readonly status: 'confirmed' | 'cancelled'
  readonly from: Instant
  readonly to: Instant
  /** When the file is made. */
  readonly madeAt: Instant
  readonly title: string
  /** Empty: none. */
  readonly place: string
  readonly description: string
  readonly url: string
}

/**
 * The appointment as an iCalendar file: lines of at most 75 octets of UTF-8, folded between code points, ending in CRLF.
 * Times are UTC, so that they are right in every zone and on both sides of a change of the clock, without a table of zones
 * that may be older than the law.
 */
export function calendarFile(entry: CalendarEntry): string {
  const optional = (name: string, value: string) => (value === '' ? [] : [`${name}:${escaped(value)}`])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weerklank//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.to)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...optional('LOCATION', entry.place),
    ...optional('DESCRIPTION', entry.description),
    // An address is no text: nothing in it is escaped, and what could end its line is not in it.
    ...(entry.url === '' ? [] : [`URL:${entry.url.replace(/[\s\p{Cc}]/gu, '')}`]),
    `STATUS:${entry.status.toUpperCase()}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20261117T093000Z`; whole seconds. */
function utc(instant: Instant): string {
  return new Date(millis(instant)).toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

const longestLine = 75

/** A line in pieces of at most 75 octets; those after the first begin with a space, which counts too. */
function folded(line: string): string {
  let octets = 0
  let made = ''
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > longestLine) {
      made += '\r\n '
      octets = 1
    }
    made += sign
    octets += size
  }
  return made
}

/** Octets of a code point in UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

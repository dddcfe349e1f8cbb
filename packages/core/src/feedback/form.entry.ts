import { atLocalHour } from '../shared/local-hours.ts'
import { readable, tidy } from '../shared/text-input.ts'
import { addMilliseconds, clock, localDay } from '../shared/time.ts'
import type { FormItem } from './form.ts'
import type { FormValue } from './form.value.ts'

/**
 * What a person filled in at one question, as a browser sends it: what was chosen or typed, her own words beside the choices,
 * and which unit. Choices go by their number in the list.
 */
export type Entry = { values: readonly string[]; other?: string; unit?: string }

/** Why something that was filled in is no answer of the kind that was asked. */
export const entryProblems = [
  'number',
  'whole-number',
  'date',
  'moment',
  'time',
  'choice',
  'alone',
  'too-long',
  'unreadable',
] as const
export type EntryProblem = (typeof entryProblems)[number]

/** Longer answers than this are not taken, whatever a form allows; in Unicode code points. */
export const entryAtMost = 10_000

type Read = { values: FormValue[] } | { problem: EntryProblem }

/** Reads what was filled in at a question. Nothing filled in is no values. Moments are those of the zone's clock. */
export function readEntry(item: FormItem, entry: Entry, timeZone: string): Read {
  const choices = item.options !== undefined && item.options.length > 0
  if (choices || item.kind === 'choice' || item.kind === 'open-choice') return readChoice(item, entry)
  const typed = entry.values.map(tidy).filter((text) => text !== '')
  const lines = item.repeats === true ? typed.flatMap((text) => text.split('\n')) : typed
  const values: FormValue[] = []
  for (const text of lines.map((line) => line.trim()).filter((line) => line !== '')) {
    const read = readTyped(item, item.repeats === true ? text : tidy(text), { entry, timeZone })
    if (typeof read === 'string') return { problem: read }
    values.push(read)
  }
  return { values }
}

function readChoice(item: FormItem, entry: Entry): Read {
  const options = item.options ?? []
  const chosen: number[] = []
  for (const text of entry.values.filter((value) => value !== '')) {
    const index = /^\d{1,6}$/.test(text) ? Number(text) : -1
    if (options[index] === undefined) return { problem: 'choice' }
    if (!chosen.includes(index)) chosen.push(index)
  }
  const values = chosen.flatMap((index) => options[index]?.value ?? [])
  const own = tidy(entry.other ?? '')
  if (own !== '') {
    const problem = problemOfText(own)
    if (problem !== null) return { problem }
    values.push(ownWords(item, own))
  }
  const isAlone = chosen.some((index) => options[index]?.exclusive === true)
  return isAlone && values.length > 1 ? { problem: 'alone' } : { values }
}

/** Free words beside the choices; where the choices stand elsewhere they are a choice of which only the words are known. */
function ownWords(item: FormItem, text: string): FormValue {
  return item.kind === 'open-choice'
    ? { kind: 'string', value: text }
    : { kind: 'coding', value: { display: text } }
}

function problemOfText(text: string): EntryProblem | null {
  if (!readable(text)) return 'unreadable'
  return Array.from(text).length > entryAtMost ? 'too-long' : null
}

type Reading = { entry: Entry; timeZone: string }

function readTyped(item: FormItem, text: string, { entry, timeZone }: Reading): FormValue | EntryProblem {
  switch (item.kind) {
    case 'boolean':
      return text === '1' || text === '0' ? { kind: 'boolean', value: text === '1' } : 'choice'
    case 'integer':
      return readNumber(text, 'integer')
    case 'decimal':
      return readNumber(text, 'decimal')
    case 'quantity':
      return readQuantity(item, text, entry.unit)
    case 'date':
      return readDate(text)
    case 'dateTime':
      return readMoment(text, timeZone)
    case 'time':
      return readTime(text)
    default:
      return problemOfText(text) ?? { kind: item.kind === 'url' ? 'url' : 'string', value: text }
  }
}

function readNumber(text: string, kind: 'integer' | 'decimal'): FormValue | EntryProblem {
  const plain = text.replaceAll(' ', '').replace(',', '.')
  if (kind === 'integer') {
    return /^[+-]?\d{1,15}$/.test(plain) ? { kind, value: Number(plain) } : 'whole-number'
  }
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? { kind, value: Number(plain) } : 'number'
}

function readQuantity(item: FormItem, text: string, unit: string | undefined): FormValue | EntryProblem {
  const read = readNumber(text, 'decimal')
  if (typeof read === 'string' || read.kind !== 'decimal') return 'number'
  const units = item.units ?? []
  const chosen = units[unit === undefined ? 0 : Number(unit)] ?? units[0]
  return { kind: 'quantity', value: { value: read.value, ...chosen } }
}

/** A day as a browser or a person writes it (`2026-11-22`, `22-11-2026`), a month (`11-2026`) or a year. */
function readDate(text: string): FormValue | EntryProblem {
  const turned = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text)
  const two = (part: string) => part.padStart(2, '0')
  const [, day, month = '', year] = turned ?? []
  const plain = turned ? [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-') : text
  return isDay(plain) ? { kind: 'date', value: plain } : 'date'
}

function isDay(text: string): boolean {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`)
}

function readMoment(text: string, timeZone: string): FormValue | EntryProblem {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text) ?? []
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59) return 'moment'
  const at = addMilliseconds(atLocalHour(day, Number(hour), timeZone), Number(minute) * 60_000)
  return { kind: 'dateTime', value: at }
}

function readTime(text: string): FormValue | EntryProblem {
  const [, hour = '99', minute = '', second = '00'] =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text) ?? []
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'time'
  return { kind: 'time', value: `${hour.padStart(2, '0')}:${minute}:${second}` }
}

/** What stands in the fields of a question that was answered so: `readEntry` reads the same values from it. */
export function entryOf(item: FormItem, values: readonly FormValue[], timeZone: string): Entry {
  const options = item.options ?? []
  const isChoice = options.length > 0 || item.kind === 'choice' || item.kind === 'open-choice'
  if (!isChoice) {
    const typed = values.map((value) => typedOf(value, timeZone))
    const [first] = values
    const unit = first?.kind === 'quantity' ? unitIndex(item, first) : undefined
    const all = item.repeats === true ? [typed.join('\n')] : typed
    return { values: all, ...(unit !== undefined && { unit }) }
  }
  const indexes = values.map((value) => options.findIndex((option) => isSame(option.value, value)))
  const own = values.find((_, i) => indexes[i] === -1)
  const other = own && (own.kind === 'coding' ? own.value.display : typedOf(own, timeZone))
  const chosen = indexes.filter((index) => index >= 0).map(String)
  return { values: chosen, ...(other !== undefined && { other }) }
}

/** To the letter: two options may mean the same, and each is a choice of its own. */
const isSame = (one: FormValue, other: FormValue) =>
  one.kind === other.kind && JSON.stringify(sorted(one.value)) === JSON.stringify(sorted(other.value))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : value

function unitIndex(item: FormItem, value: FormValue & { kind: 'quantity' }): string | undefined {
  const { code, unit } = value.value
  const index = (item.units ?? []).findIndex((one) => one.code === code && one.unit === unit)
  return index < 0 ? undefined : String(index)
}

function typedOf(value: FormValue, timeZone: string): string {
  switch (value.kind) {
    case 'boolean':
      return value.value ? '1' : '0'
    case 'quantity':
      return value.value.value === undefined ? '' : String(value.value.value)
    case 'dateTime':
      return value.value.includes('T')
        ? `${localDay(value.value, timeZone)}T${clock(value.value, 'en', timeZone)}`
        : value.value
    case 'coding':
      return value.value.display ?? value.value.code ?? ''
    case 'reference':
    case 'attachment':
      return ''
    default:
      return String(value.value)
  }
}

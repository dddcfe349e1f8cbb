import { readCsv, type Separator } from '../shared/csv-read.ts'
import type { AddressForm, RespondLanguage } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import {
  defaultAddressForm,
  type RelationContext,
  type RelationKind,
  type Situation,
  type Voice,
} from './relation.ts'
import { fieldOfHead, type ImportField } from './relation-import.columns.ts'
import { type Line, readPerson, readSetting } from './relation-import.line.ts'
import type { ImportProblem, ImportProblemCode } from './relation-import.problem.ts'

/** Lines with people that are taken in one go. */
export const importLinesAtMost = 2_000
/** People in one collaboration, beside who imports. */
export const importPeopleAtMost = 40
/** Signs of one file: 2,000 lines with all columns filled. */
export const importSignsAtMost = 500_000

export type ImportedPerson = {
  line: number
  name: string
  voice: Voice
  detail: string
  address: AddressForm
  language: RespondLanguage
}

export type ImportedRelation = {
  line: number
  title: string
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
  purpose: string
  checkEveryDays: number
  people: ImportedPerson[]
}

export type RelationImport = {
  separator: Separator
  /** Every heading of the file; a column that is about nothing we keep is left out, and said so. */
  columns: { head: string; field: ImportField | null }[]
  /** How many cells begin like a formula: they are text here, and nothing is ever computed from them. */
  formulas: number
  relations: ImportedRelation[]
  problems: ImportProblem[]
}

/**
 * Reads people and collaborations out of the text of a CSV file: a line for each person; people with the same title stand
 * in one collaboration, and a line without a title is one of its own, called by the name. Empty cells become what the form
 * begins with: a client, in Dutch, between people, every 14 days. Never throws, and changes nothing; the same text reads
 * the same.
 */
export function readRelationImport(text: string): RelationImport {
  const { separator, rows, unclosed } = readCsv(text)
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map((cell) => ({ head: cell.slice(0, 60), field: fieldOfHead(cell) }))
  const none = { separator, columns, formulas: 0, relations: [] }
  const whole = fileProblem({ columns, lines: body.length, unclosed, firstLine: head?.line ?? 1 })
  if (whole !== null) return { ...none, problems: [whole] }
  const lines = body.map((row): Line => {
    const cells = new Map<ImportField, string>()
    for (const [at, { field }] of columns.entries())
      if (field !== null) cells.set(field, asText(row.cells[at]))
    return { line: row.line, cells, problems: [] }
  })
  for (const [at, line] of lines.entries()) {
    const beyond = body[at]?.cells.slice(columns.length).find((cell) => cell !== '')
    if (beyond !== undefined) complain(line, null, { code: 'too-many-cells', value: beyond })
  }
  const used = lines.flatMap((line) => [...line.cells.values()])
  const relations = grouped(lines).map(readGroup)
  const problems = lines.flatMap((line) => line.problems)
  return { ...none, formulas: used.filter((cell) => /^[=+@-]\D/.test(cell)).length, relations, problems }
}

function complain(
  line: Line,
  field: ImportField | null,
  of: { code: ImportProblemCode; value: string },
): void {
  line.problems.push({ line: line.line, field, code: of.code, value: of.value.slice(0, 60) })
}

/** An apostrophe before a formula is how spreadsheets, and our own files, keep it text: it is no part of the words. */
function asText(cell = ''): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

type File = {
  columns: RelationImport['columns']
  lines: number
  unclosed: number | null
  firstLine: number
}

function fileProblem({ columns, lines, unclosed, firstLine }: File): ImportProblem | null {
  const about = (code: ImportProblemCode, line = firstLine, value = '') => ({
    line,
    field: null,
    code,
    value,
  })
  if (unclosed !== null) return about('unclosed-quote', unclosed)
  if (columns.length === 0) return about('empty')
  const fields = columns.flatMap(({ field }) => field ?? [])
  if (!fields.includes('name')) return about('no-name-column')
  const twice = columns.find(({ field }, at) => field !== null && fieldsBefore(columns, at).includes(field))
  if (twice !== undefined) return about('column-twice', firstLine, twice.head)
  if (lines === 0) return about('empty')
  return lines > importLinesAtMost ? about('too-many-lines', firstLine, String(lines)) : null
}

const fieldsBefore = (columns: RelationImport['columns'], at: number) =>
  columns.slice(0, at).map(({ field }) => field)

/** A title as it is compared: without capitals and with single spaces. */
export function sameTitle(title: string): string {
  return title.trim().toLowerCase().replace(/\s+/g, ' ')
}

/** The lines that belong together, in the order in which their collaborations begin. */
function grouped(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const title = sameTitle(line.cells.get('relation') || line.cells.get('name') || `\n${line.line}`)
    const known = groups.get(title)
    if (known === undefined) groups.set(title, [line])
    else known.push(line)
  }
  return [...groups.values()]
}

/** What is told of a collaboration may stand on each of its lines, or on one: where it is told twice, it is the same. */
const ofTheWhole = ['kind', 'context', 'situation', 'purpose', 'days'] as const

function readGroup(lines: Line[]): ImportedRelation {
  const [first = { line: 1, cells: new Map(), problems: [] }] = lines
  const told: Line = { ...first, cells: new Map(first.cells) }
  for (const field of ofTheWhole) {
    const words = lines.filter((line) => (line.cells.get(field) ?? '') !== '')
    const value = words[0]?.cells.get(field) ?? ''
    told.cells.set(field, value)
    for (const line of words) {
      const cell = line.cells.get(field) ?? ''
      if (plainWord(cell) !== plainWord(value)) complain(line, field, { code: 'differs', value: cell })
    }
  }
  const people = lines.map((line): ImportedPerson => {
    const person = readPerson(line)
    const { voice = 'client', address = defaultAddressForm(voice), language = 'nl' } = person
    return { line: line.line, name: person.name, voice, detail: person.detail, address, language }
  })
  enforceOnce(lines, people)
  const { title, kind, context, situation, purpose, days } = readSetting(told)
  return { ...{ line: first.line, title, kind, context, situation, purpose }, checkEveryDays: days, people }
}

function enforceOnce(lines: readonly Line[], people: readonly ImportedPerson[]): void {
  const seen = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const name = people[at]?.name ?? ''
    const key = sameTitle(name)
    if (key !== '' && seen.has(key)) complain(line, 'name', { code: 'doubled', value: name })
    seen.add(key)
    if (at === importPeopleAtMost)
      complain(line, 'relation', { code: 'too-many-people', value: String(lines.length) })
  }
}

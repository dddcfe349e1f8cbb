import type { AddressForm, RespondLanguage } from '../shared/language.ts'
import { holdsPersonalNumber } from '../shared/personal-number.ts'
import { readable, tidy } from '../shared/text-input.ts'
import {
  checkSetting,
  type RelationContext,
  type RelationKind,
  relationContexts,
  type Situation,
  situationsOf,
  type Voice,
} from './relation.ts'
import { type ImportField, meaningOf } from './relation-import.columns.ts'
import type { ImportProblem, ImportProblemCode } from './relation-import.problem.ts'

/** A line of a file, by what its columns are about; what is wrong with it is gathered in it. */
export type Line = { line: number; cells: Map<ImportField, string>; problems: ImportProblem[] }

export type PersonOfLine = {
  name: string
  detail: string
  voice?: Voice
  address?: AddressForm
  language?: RespondLanguage
}

/** Who a line is about. Its problems are added to the line. */
export function readPerson(line: Line): PersonOfLine {
  const name = words(line, 'name', 80)
  if (name === '') wrong(line, 'name', 'name-missing')
  const voice = meant(line, 'voice')
  const address = meant(line, 'address')
  const language = meant(line, 'language')
  return {
    ...{ name, detail: words(line, 'detail', 80) },
    ...(voice && { voice }),
    ...(address && { address }),
    ...(language && { language }),
  }
}

export type SettingOfLine = {
  title: string
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
  purpose: string
  days: number
}

/** What a line says of its collaboration. Its problems are added to the line. */
export function readSetting(line: Line): SettingOfLine {
  const title = words(line, 'relation', 120) || (line.cells.get('name') ?? '')
  const kind = meant(line, 'kind') ?? 'interpersonal'
  const situation = meant(line, 'situation')
  const context = meant(line, 'context') ?? onlyContextOf(situation)
  if (line.problems.length === 0) checkFit(line, { kind, context, situation })
  return { title, kind, context, situation, purpose: words(line, 'purpose', 500), days: days(line) }
}

/** A situation that belongs to one context says the context as well. */
function onlyContextOf(situation: Situation | null): RelationContext | null {
  if (situation === null) return null
  const fitting = relationContexts.filter((context) =>
    (situationsOf[context] as readonly string[]).includes(situation),
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function checkFit(line: Line, setting: Parameters<typeof checkSetting>[0]): void {
  const decision = checkSetting(setting)
  if (decision.allowed) return
  const { reason } = decision
  const ofContext =
    reason === 'context-missing' || (reason === 'not-applicable' && setting.situation === null)
  wrong(line, ofContext ? 'context' : 'situation', reason)
}

function days(line: Line): number {
  const cell = line.cells.get('days') ?? ''
  const count = cell === '' ? 14 : Number(cell.replace(/\s*(dagen|days|d)\.?$/i, ''))
  if (Number.isInteger(count) && count >= 1 && count <= 365) return count
  wrong(line, 'days', 'no-days')
  return 14
}

function words(line: Line, field: ImportField, most: number): string {
  const text = tidy(line.cells.get(field) ?? '')
  if (!readable(text)) wrong(line, field, 'unreadable')
  else if (text !== '' && [...text].length > most) wrong(line, field, 'too-long')
  else if (holdsPersonalNumber(text)) wrong(line, field, 'personal-number')
  return text
}

type Worded = Parameters<typeof meaningOf>[0]

function meant<Field extends Worded>(line: Line, field: Field): ReturnType<typeof meaningOf<Field>> {
  const word = line.cells.get(field) ?? ''
  if (word === '') return null
  const meaning = meaningOf(field, word)
  if (meaning === null) wrong(line, field, 'unknown-word')
  return meaning
}

function wrong(line: Line, field: ImportField, code: ImportProblemCode): void {
  // A personal number is not even repeated.
  const value = code === 'personal-number' ? '' : (line.cells.get(field) ?? '')
  line.problems.push({ line: line.line, field, code, value: value.slice(0, 60) })
}

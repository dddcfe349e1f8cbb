import type { ImportField } from './relation-import.columns.ts'

/** What stands in the way of taking a file in. Nothing of it is, as long as there is one. */
export const importProblemCodes = [
  'empty',
  'unclosed-quote',
  'too-many-lines',
  'no-name-column',
  'column-twice',
  'too-many-cells',
  'name-missing',
  'too-long',
  'unreadable',
  'personal-number',
  'unknown-word',
  'no-days',
  'context-missing',
  'situation-missing',
  'situation-not-in-context',
  'not-applicable',
  'differs',
  'doubled',
  'too-many-people',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]

/** `line` is that of the file, as a spreadsheet numbers it; `value` is what stood there, at most 60 signs of it. */
export type ImportProblem = {
  line: number
  field: ImportField | null
  code: ImportProblemCode
  value: string
}

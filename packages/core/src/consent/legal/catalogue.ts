import type { Bilingual } from '../../shared/language.ts'
import type { ActivityId } from './activities.ts'
import { careTables } from './catalogue.care.ts'
import { signInTables } from './catalogue.sign-in.ts'
import { trustTables } from './catalogue.trust.ts'

/** Columns, names apart by a space, with what they say of a person: columns, Dutch, English. */
export type Told = readonly [columns: string, nl: string, en: string]

/** What one table holds of people: its schema is `public` unless its name says another. */
export type TableEntry = {
  readonly activity: ActivityId
  readonly words: readonly [nl: string, en: string]
  readonly personal: readonly Told[]
  /** Columns that by themselves tell nothing of anybody: numbers of lines, settings, versions. */
  readonly technical: string
  /** Where it is not what the activity says. */
  readonly seen?: Bilingual
  /** A term of its own instead of those of the activity. */
  readonly kept?: string
}

/** Every table of the database, each with every column once: a test holds it against the real catalogue. */
export const catalogue: Readonly<Record<string, TableEntry>> = {
  ...careTables,
  ...trustTables,
  ...signInTables,
}

/** All columns of an entry, in the order in which they are described. */
export function columnsOf(entry: TableEntry): string[] {
  const described = [...entry.personal.map(([columns]) => columns), entry.technical]
  return described.flatMap((columns) => columns.split(' ')).filter((column) => column !== '')
}

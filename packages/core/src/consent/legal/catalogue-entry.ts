import type { Bilingual } from '../../shared/language.ts'
import type { ActivityId } from './activities.ts'

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

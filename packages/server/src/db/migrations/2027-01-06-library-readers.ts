import type { Kysely } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { signedIn, role, everyRow } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const writers = either(...['professional', 'facilitator', 'trainer', 'coach'].map(role))
const reader = both(signedIn, `not ${role('guest')}`)
const writer = both(reader, writers)

const rules: Readonly<Record<string, TableRules>> = {
  library_search: { select: everyRow(reader), insert: writer, update: writer, delete: writer },
  library_word: { select: everyRow(reader), insert: writer, update: writer },
}

/** Who may search is the same for every item: a search of thousands asks it once (ADR 0034). */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}

import type { Kysely } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, person, memberOnly, purpose, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

/** While consent is held or released, and on her own page. */
const access = purpose('access')
/** Only the program counts who filled in, and shuts a moment. */
const program = both(purpose('system'), purpose('results'))

const rules: Readonly<Record<string, TableRules>> = {
  network_wave: {
    select: relation(),
    insert: both(relation(), memberOnly, `not ${role('guest')}`, actorIs('created_by')),
    update: both(relation(), program),
    delete: both(relation(), memberOnly, `not ${role('guest')}`),
  },
  network_answer: {
    select: either(
      // That somebody else filled in is nobody's to read: not while it is open, and not by a link.
      both(relation(), either(participant(), both('in_use', program))),
      both(relation(), memberOnly, purpose('deletion')),
      both(person(), access),
    ),
    insert: both(relation(), participant(), 'in_use'),
    update: either(both(relation(), participant(), 'in_use'), both(person(), access)),
    delete: either(
      both(relation(), participant()),
      both(relation(), person(), access),
      both(relation(), memberOnly, purpose('deletion')),
    ),
  },
  network_tie: {
    select: either(
      both(relation(), 'from_in_use', 'to_in_use', either(program, participant('from_participant'))),
      both(relation(), memberOnly, purpose('deletion')),
      both(either(person('from_person'), person('to_person')), access),
    ),
    insert: both(relation(), participant('from_participant'), 'from_in_use', 'to_in_use'),
    update: both(either(person('from_person'), person('to_person')), access),
    delete: either(
      both(relation(), participant('from_participant'), 'from_in_use', 'to_in_use'),
      both(relation(), either(person('from_person'), person('to_person')), access),
      both(relation(), memberOnly, purpose('deletion')),
    ),
  },
}

/** Of maps of who works with whom: who filled in is counted by the program alone, and a moment is shut by it alone. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}

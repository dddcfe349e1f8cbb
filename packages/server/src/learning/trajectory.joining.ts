import type { Voice } from '@weerklank/core/relation/relation'
import type { LearnerId, MemberId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Day } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

/** One who is let in. */
export type Joining = {
  person: PersonId
  member: MemberId | null
  name: string
  email: string
  organisation: string
  function: string
  voice: Voice
  address: AddressForm
  language: RespondLanguage
  bornOn: Day | null
  /** False: a person of her own is made, since nobody here knows her yet. */
  isKnown: boolean
}

type Of = { session: MemberSession; deps: { world: World }; trajectory: TrajectoryId }

/**
 * Lets people into a trajectory under the next numbers. Whose consent for research is in force already counts from the
 * start. The trajectory must be in reach as that of a lead, and held by the transaction when it is not new.
 */
export async function joinPeople(trx: Trx, of: Of, people: readonly Joining[]): Promise<LearnerId[]> {
  if (people.length === 0) return []
  const { session, deps, trajectory } = of
  const [workspace_id, now] = [session.workspace.id, deps.world.now()]
  const strangers = people.filter(({ isKnown }) => !isKnown)
  if (strangers.length > 0) {
    const rows = strangers.map(({ person, name, bornOn }) => ({
      ...{ workspace_id, id: person, name, born_on: bornOn, created_at: now },
    }))
    await trx.insertInto('person').values(rows).execute()
  }
  const consenting = await consentingAmong(
    trx,
    of,
    people.filter(({ isKnown }) => isKnown),
  )
  const first = await takeNumbers(trx, trajectory, people.length)
  const rows = people.map((one, at) => ({
    ...{ workspace_id, id: deps.world.newId<LearnerId>(), trajectory_id: trajectory, number: first + at },
    ...{
      person_id: one.person,
      member_id: one.member,
      function: one.function,
      organisation: one.organisation,
    },
    ...{ voice: one.voice, address: one.address, language: one.language, status: 'invited' as const },
    ...{ joined_at: now, seen_at: null, stopped_on: null, stop_reason: null, exit_talk: 'none' as const },
    ...{ changed_at: now, version: 1, shared: consenting.has(one.person) ? ('research' as const) : null },
  }))
  const names = people.map(({ name, email }, at) => ({
    ...{
      workspace_id,
      learner_id: rows[at]?.id ?? ('' as LearnerId),
      trajectory_id: trajectory,
      name,
      email,
    },
  }))
  await trx.insertInto('learner').values(rows).execute()
  await trx.insertInto('learner_name').values(names).execute()
  return rows.map(({ id }) => id)
}

/** Gives the first of so many new numbers: one who left keeps hers. */
async function takeNumbers(trx: Trx, trajectory: TrajectoryId, count: number): Promise<number> {
  const row = await trx
    .updateTable('trajectory')
    .set((set) => ({ learners: set('learners', '+', count) }))
    .where('id', '=', trajectory)
    .returning('learners')
    .executeTakeFirstOrThrow()
  return row.learners - count + 1
}

async function consentingAmong(
  trx: Trx,
  { session, trajectory }: Of,
  known: readonly Joining[],
): Promise<ReadonlySet<PersonId>> {
  if (known.length === 0) return new Set()
  const persons = known.map(({ person }) => person)
  const context = { ...session.context, leads: [trajectory] }
  await setContext(trx, { ...context, persons })
  const rows = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('purpose', '=', 'research')
    .where('in_force', '=', true)
    .where('person_id', '=', anyOf(persons))
    .execute()
  await setContext(trx, context)
  return new Set(rows.map(({ person_id }) => person_id))
}

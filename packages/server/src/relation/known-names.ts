import type { MemberId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/**
 * The names of everybody known in the workspace, colleagues and who takes part in any collaboration, so that they can be
 * looked for in a text that others will read. They are read by the program; never give them to anybody.
 */
export async function knownNames(trx: Trx, context: Context): Promise<string[]> {
  await setContext(trx, {
    ...{ workspace: context.workspace, actor: 'system', relations: [], purpose: 'names' },
  })
  const members = await trx.selectFrom('member').select('name').execute()
  const participants = await trx.selectFrom('participant').select('name').distinct().execute()
  await setContext(trx, context)
  return [...members, ...participants].map(({ name }) => name)
}

/**
 * The names of whoever takes part in a collaboration with this member and is no colleague with an account: of these she knows that they
 * are somebody, so she may be told that a word is one of them.
 */
export async function namesOfHers(trx: Trx, context: Context, member: MemberId): Promise<string[]> {
  const own = await trx
    .selectFrom('relation')
    .select('id')
    .where(sql<boolean>`${member} = any (member_ids)`)
    .execute()
  if (own.length === 0) return []
  await setContext(trx, {
    ...{ workspace: context.workspace, actor: 'system', relations: [], purpose: 'names' },
  })
  const people = await trx
    .selectFrom('participant')
    .select('name')
    .where('relation_id', '=', anyOf(own.map(({ id }) => id)))
    .where('member_id', 'is', null)
    .distinct()
    .execute()
  await setContext(trx, context)
  return people.map(({ name }) => name)
}

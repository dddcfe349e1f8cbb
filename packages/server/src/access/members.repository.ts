import type { MemberId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'

/** Everybody with a place here, now or before, with the address of her account; by name. */
export async function allMembers(trx: Trx) {
  return trx
    .selectFrom('member')
    .innerJoin('auth.user', 'auth.user.id', 'member.user_id')
    .select(['member.id', 'member.user_id', 'member.name', 'roles', 'organisation', 'ended_at', 'email'])
    .select((eb) => eb.ref('auth.user.emailVerified').as('signed_in'))
    .orderBy('member.name')
    .orderBy('member.id')
    .execute()
}

export type MemberRow = Awaited<ReturnType<typeof allMembers>>[number]

/** The same, and nobody else changes anybody's place until this is stored: two at once cannot both let the last one go. */
export async function lockMembers(trx: Trx): Promise<MemberRow[]> {
  await trx.selectFrom('member').select('id').orderBy('id').forUpdate().execute()
  return allMembers(trx)
}

/** The place of an account in this workspace, also one that ended. */
export async function memberOf(trx: Trx, user: string) {
  return trx
    .selectFrom('member')
    .select(['id', 'user_id', 'name', 'roles', 'ended_at'])
    .where('user_id', '=', user)
    .executeTakeFirst()
}

export async function nameOf(trx: Trx, member: MemberId): Promise<string> {
  const row = await trx.selectFrom('member').select('name').where('id', '=', member).executeTakeFirst()
  return row?.name ?? ''
}

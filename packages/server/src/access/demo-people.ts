import type { Role } from '@weerklank/core/access/access'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { inContext } from '../db/context.ts'
import type { Db } from '../schema.ts'

/** Addresses of demo people end like this: a domain that nobody can own (RFC 2606). */
export const demoDomain = '@demo.example'

export type DemoPerson = { user: string; name: string; roles: readonly Role[] }

/** The people of the demo workspace, in the order in which they were made; none where there is no demo. */
export async function demoPeople(db: Db): Promise<DemoPerson[]> {
  const places = await db
    .selectFrom('auth.membership')
    .innerJoin('auth.user', 'auth.user.id', 'auth.membership.user_id')
    .select('workspace_id')
    .distinct()
    .where('email', 'like', `%${demoDomain}`)
    .execute()
  const people = await Promise.all(places.map((place) => membersOf(db, place.workspace_id)))
  return people.flat()
}

async function membersOf(db: Db, workspace: WorkspaceId): Promise<DemoPerson[]> {
  return inContext(db, { workspace, actor: 'system', relations: [] }, (trx) =>
    trx
      .selectFrom('member')
      .innerJoin('workspace', 'workspace.workspace_id', 'member.workspace_id')
      .select(['user_id as user', 'member.name', 'roles'])
      .where('is_demo', '=', true)
      .where('ended_at', 'is', null)
      .orderBy('member.created_at')
      .orderBy('member.id')
      .execute(),
  )
}

import { type Places, workspacesEndpoints } from '@weerklank/core/access/workspaces.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveSelf } from './access.ts'

/** The workspaces in which someone has a place, and in which of them she works now. */
export function serveWorkspaces(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, workspacesEndpoints.places, (session, _input, trx) => placesOf(trx, session))
  serveSelf(to, workspacesEndpoints.choosePlace, async (session, { body }, trx) => {
    const { places } = await placesOf(trx, session)
    if (!places.some((place) => place.workspace === body.workspace)) throw new AppError('not-found')
    await trx
      .updateTable('auth.membership')
      .set({ chosen_at: world.now() })
      .where('user_id', '=', await userOf(trx, session))
      .where('workspace_id', '=', body.workspace)
      .execute()
    return { places: places.map((place) => ({ ...place, current: place.workspace === body.workspace })) }
  })
}

async function placesOf(trx: Trx, session: MemberSession): Promise<Places> {
  const own = await trx
    .selectFrom('auth.membership')
    .select(['workspace_id', 'member_id'])
    .where('user_id', '=', await userOf(trx, session))
    .execute()
  const places: Places['places'] = []
  for (const { workspace_id: workspace, member_id: member } of own) {
    // Each workspace answers for itself, in her own name there.
    await setContext(trx, { workspace, actor: { member }, relations: [] })
    const row = await trx
      .selectFrom('member')
      .innerJoin('workspace', 'workspace.workspace_id', 'member.workspace_id')
      .select(['workspace.name', 'roles'])
      .where('member.id', '=', member)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) continue
    const asGuest = row.roles.includes('guest')
    places.push({ workspace, name: row.name, asGuest, current: workspace === session.workspace.id })
  }
  await setContext(trx, session.context)
  return { places: places.sort((one, other) => one.name.localeCompare(other.name, 'nl')) }
}

async function userOf(trx: Trx, session: MemberSession): Promise<string> {
  const row = await trx
    .selectFrom('member')
    .select('user_id')
    .where('id', '=', session.member.id)
    .executeTakeFirstOrThrow()
  return row.user_id
}

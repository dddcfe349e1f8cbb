import { asMaintenance } from '../access/accounts.ts'
import type { Trx } from '../schema.ts'
import type { Invocation } from './command.ts'
import { print } from './input.ts'
import { asOwner, onDatabase } from './on-database.ts'

/** `user list`: a line for each place that a user has, and how many there are. */
export async function listUsers(invocation: Invocation): Promise<void> {
  const places = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, (owner) => asMaintenance(owner, placesOf)),
  )
  for (const { id, email, name, roles, workspace } of places) {
    print([id, email, name, roles?.join(',') ?? '', workspace ?? ''].map(oneField).join('\t'))
  }
  print(String(new Set(places.map((place) => place.id)).size))
}

function placesOf(trx: Trx) {
  return trx
    .selectFrom('auth.user as user')
    .leftJoin('auth.membership as place', 'place.user_id', 'user.id')
    .leftJoin('member', (join) =>
      join.onRef('member.workspace_id', '=', 'place.workspace_id').onRef('member.id', '=', 'place.member_id'),
    )
    .leftJoin('workspace', 'workspace.workspace_id', 'place.workspace_id')
    .select(['user.id', 'user.email', 'user.name', 'member.roles', 'workspace.name as workspace'])
    .orderBy('user.email')
    .orderBy('workspace.name')
    .execute()
}

const oneField = (text: string) => text.replace(/\s+/g, ' ')

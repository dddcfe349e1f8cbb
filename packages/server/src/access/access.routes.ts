import { mayWorkWithContent } from '@weerklank/core/access/access'
import { accessEndpoints, type Me, type SignInOptions } from '@weerklank/core/access/access.contract'
import { roomsFor } from '@weerklank/core/access/rooms'
import { serve } from '../http/server.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveSelf } from './access.ts'

/** Who is signed in, with whom one works here, and how one can sign in. */
export function serveAccess(to: MemberApi, options: () => Promise<SignInOptions>): void {
  serveSelf(to, accessEndpoints.me, async (session) => presentMe(session))
  serveSelf(to, accessEndpoints.setLanguage, async (session, { body }, trx) => {
    await trx
      .updateTable('member')
      .set({ language: body.language })
      .where('id', '=', session.member.id)
      .execute()
    return { ...presentMe(session), language: body.language }
  })
  serveSelf(to, accessEndpoints.members, async (_session, _input, trx) => members(trx))
  serve(to.api, accessEndpoints.signInOptions, { guard: async () => null, handle: options })
}

function presentMe({ member, workspace }: MemberSession): Me {
  return {
    member: { id: member.id, name: member.name, roles: [...member.roles] },
    workspace,
    language: member.language,
    mayWorkWithContent: mayWorkWithContent(member.roles).allowed,
    rooms: roomsFor(member.roles),
  }
}

async function members(trx: Trx) {
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'organisation'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const isGuest = (row: (typeof rows)[number]) => row.roles.includes('guest')
  const colleagues = rows.filter((row) => !isGuest(row))
  return {
    members: colleagues.map(({ id, name, roles }) => ({ id, name, roles })),
    guests: rows.filter(isGuest).map(({ id, name, organisation }) => ({ id, name, organisation })),
  }
}

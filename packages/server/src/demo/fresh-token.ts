import type { ApiTokenId } from '@weerklank/core/shared/ids'
import { scopes } from '@weerklank/core/shared/scope'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberSession, type Membership, openSession } from '../access/access.ts'
import { newSecret } from '../access/api-token.ts'
import { demoDomain } from '../access/demo-people.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Db, Trx } from '../schema.ts'
import { demoMembers } from './people.ts'

type Deps = { db: Db; world: World }

/** Under this name it stands among the tokens of its owner, and is renewed there. */
const name = 'Voorbeeldsleutel van de demo'
const days = 30

/**
 * A token with which a program can try everything in the demo, in the name of its first professional; null where there is
 * no demo. Each start makes a new secret in the same place, so that they do not pile up.
 */
export async function freshToken(deps: Deps): Promise<string | null> {
  const owner = await ownerOf(deps.db)
  if (owner === undefined) return null
  return deps.db.transaction().execute(async (trx) => {
    const session = await openSession(trx, { ...owner, now: deps.world.now() }, 'self')
    return session.workspace.isDemo ? renew(trx, session, deps.world) : null
  })
}

function ownerOf(db: Db): Promise<Membership | undefined> {
  const [first] = demoMembers.filter(
    ({ email, roles }) => email.endsWith(demoDomain) && roles.includes('professional'),
  )
  return db
    .selectFrom('auth.membership')
    .innerJoin('auth.user', 'auth.user.id', 'auth.membership.user_id')
    .select(['workspace_id as workspace', 'member_id as member'])
    .where('email', '=', first?.email ?? '')
    .orderBy('workspace_id')
    .executeTakeFirst()
}

async function renew(trx: Trx, session: MemberSession, world: World): Promise<string> {
  const now = world.now()
  const { secret, hash } = newSecret(session.workspace.id)
  const fresh = { token_hash: hash, scopes: [...scopes], expires_at: addDays(now, days), revoked_at: null }
  const member = session.member.id
  const known = await trx
    .updateTable('api_token')
    .set({ ...fresh, created_at: now, last_used_on: null })
    .where('member_id', '=', member)
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  const id = known?.id ?? world.newId<ApiTokenId>()
  if (known === undefined) {
    const row = { workspace_id: session.workspace.id, id, member_id: member, name, created_at: now }
    await trx
      .insertInto('api_token')
      .values({ ...row, ...fresh, last_used_on: null })
      .execute()
  }
  await recordOwn(trx, world, { session, action: 'token.made', subject: { kind: 'token', id } })
  return secret
}

import type { PersonId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

/** The account of an address that was just proved; made when there is none. */
export async function accountOfProved(trx: Trx, world: World, email: string): Promise<string> {
  const now = world.now()
  const { rows } = await sql<{ id: string }>`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${world.newId()}, '', ${email}, true, ${now}, ${now})
    on conflict ("email") do update set "emailVerified" = true returning id`.execute(trx)
  const [user] = rows
  if (user === undefined) throw new Error('The account of an address is there, or was just made')
  return user.id
}

/** Forgets the links by mail that were asked for on a person's page and not followed yet. */
export async function forgetAsked(trx: Trx, person: PersonId): Promise<void> {
  await sql`delete from auth.verification where strpos(value, ${JSON.stringify(person)}) > 0`.execute(trx)
}

/** Removes those of these accounts that have no place and no page any more, with all that hangs on them. Gives their addresses. */
export async function removeHomeless(trx: Trx, users: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    delete from auth."user" u where id = any (${users}::text[])
      and not exists (select from auth.membership m where m.user_id = u.id)
      and not exists (select from auth.person_place p where p.user_id = u.id)
    returning email`.execute(trx)
  for (const { email } of rows) {
    // A link by mail that was asked for and not used.
    await sql`delete from auth.verification where strpos(value, ${JSON.stringify(email)}) > 0`.execute(trx)
  }
  return rows.map((row) => row.email)
}

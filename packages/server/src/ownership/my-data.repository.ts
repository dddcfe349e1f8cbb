import { challengeWord } from '@weerklank/core/feedback/own-challenge'
import type { MemberId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** What there is about someone who works here, in her own context. */

export async function memberOf(trx: Trx, id: MemberId) {
  return trx
    .selectFrom('member')
    .select(['user_id', 'name', 'roles', 'organisation', 'language', 'created_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** How she signs in; nothing that opens anything. */
export async function accountOf(trx: Trx, member: MemberId) {
  const user = await trx
    .selectFrom('auth.membership')
    .innerJoin('auth.user', 'auth.user.id', 'auth.membership.user_id')
    .select(['auth.user.id', 'email'])
    .where('member_id', '=', member)
    .executeTakeFirst()
  if (user === undefined) return null
  const totp = await trx
    .selectFrom('auth.totp')
    .select('confirmed_at')
    .where('user_id', '=', user.id)
    .executeTakeFirst()
  const passkeys = await trx
    .selectFrom('auth.passkey')
    .select(['name', 'created_at', 'last_used_at'])
    .where('user_id', '=', user.id)
    .orderBy('created_at')
    .execute()
  const sessions = await trx
    .selectFrom('auth.session')
    .select(['userAgent', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', user.id)
    .orderBy('createdAt', 'desc')
    .execute()
  return { email: user.email, secondFactorSince: totp?.confirmed_at ?? null, passkeys, sessions }
}

/** What programs she let in, and which are told; in her own context these are hers alone. */
export async function programsOf(trx: Trx, member: MemberId) {
  const tokens = await trx
    .selectFrom('api_token')
    .select(['name', 'created_at as madeAt', 'expires_at as until', 'last_used_on as lastUsedOn'])
    .where('member_id', '=', member)
    .orderBy('created_at')
    .execute()
  const told = await trx
    .selectFrom('webhook')
    .select(['url as address', 'created_at as madeAt'])
    .where('member_id', '=', member)
    .orderBy('created_at')
    .execute()
  return { tokens, told }
}

/** The collaborations in which she takes part, also those that ended; their titles are hers to see. */
export async function relationsOf(trx: Trx): Promise<{ id: RelationId; title: string }[]> {
  return trx.selectFrom('relation').select(['id', 'title']).orderBy('title').orderBy('id').execute()
}

/** As whom she takes part in some of them; these must be in reach. */
export async function placesIn(trx: Trx, member: MemberId, relations: readonly RelationId[]) {
  return trx
    .selectFrom('participant')
    .select(['relation_id', 'person_id', 'name', 'joined_at'])
    .where('relation_id', '=', anyOf(relations))
    .where('member_id', '=', member)
    .execute()
}

export async function choicesOf(trx: Trx, persons: readonly PersonId[]) {
  return trx
    .selectFrom('consent_event')
    .select(['purpose', 'decision', 'text_version', 'method', 'at'])
    .where('person_id', '=', anyOf(persons))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** All that she did herself, in a collaboration or outside any; in context `access`. The latest first. */
export async function deedsOf(trx: Trx, of: { member: MemberId; since: Instant; limit: number }) {
  return (
    trx
      .selectFrom('audit_event')
      .select(['at', 'action'])
      .where('actor', '=', of.member)
      // Said for the index on lines of members.
      .where(sql<boolean>`length(actor) = 36`)
      .where('at', '>=', of.since)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(of.limit)
      .execute()
  )
}

/** What she recognised in herself, as the notes for oneself that they are. */
export async function challengesOf(
  trx: Trx,
  { id, language }: { id: MemberId; language: Language },
): Promise<{ text: string; madeAt: Instant; changedAt: Instant }[]> {
  const rows = await trx
    .selectFrom('own_challenge')
    .select(['challenge', 'at', 'changed_at'])
    .where('author_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ text: sentenceStart(`${challengeWord(row.challenge, language)}.`), madeAt: row.at },
    changedAt: row.changed_at,
  }))
}

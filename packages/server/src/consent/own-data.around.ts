import type { Authority } from '@weerklank/core/consent/person'
import type { PersonId } from '@weerklank/core/shared/ids'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { accountOn } from './own-account.ts'
import { lookingAlongOf } from './own-page.supervision.ts'
import type { OwnPage } from './own-page.ts'

/** What is kept around a person: whose child or parent she is, her account and links, files she is in, looks in an emergency. */
export async function loadAround(trx: Trx, page: OwnPage) {
  const person = page.family.person.id
  await setContext(trx, { ...page.context, purpose: 'access' })
  const around = {
    family: {
      parents: page.family.parents.map(({ name, authority }) => ({ name, authority })),
      children: await childrenOf(trx, page),
    },
    links: await linksOf(trx, person),
    researchFiles: await filesWith(trx, person),
    emergencies: await emergenciesIn(trx, page),
  }
  const lookingAlong = await lookingAlongOf(trx, page)
  const account = await accountOn(trx, page)
  return {
    ...around,
    lookingAlong,
    account: account && { email: account.email, linkedAt: account.linkedAt },
  }
}

export type Around = Awaited<ReturnType<typeof loadAround>>

/**
 * Her children by the names that she knows: of those she decides for, and of those who take part where she does. Of one who
 * is older and elsewhere it is kept that she is the parent; nothing else of that is hers to read.
 */
async function childrenOf(
  trx: Trx,
  page: OwnPage,
): Promise<{ name: string | null; authority: Authority; since: string }[]> {
  const rows = await trx
    .selectFrom('person_parent')
    .select(['child_id', 'authority', 'created_at'])
    .where('parent_id', '=', page.family.person.id)
    .orderBy('created_at')
    .orderBy('child_id')
    .execute()
  const here = await trx
    .selectFrom('participant')
    .select(['person_id', 'name'])
    .where('relation_id', '=', anyOf(page.context.relations))
    .execute()
  const names = new Map([
    ...page.children.map(({ person }): [PersonId, string] => [person.id, person.name]),
    ...here.map(({ person_id, name }): [PersonId, string] => [person_id, name]),
  ])
  return rows.map(({ child_id, authority, created_at: since }) => ({
    ...{ name: names.get(child_id) ?? null, authority, since },
  }))
}

/** When she got a link to her page; never the link. */
async function linksOf(trx: Trx, person: PersonId) {
  const rows = await trx
    .selectFrom('person_link')
    .select(['created_at', 'expires_at', 'revoked_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .orderBy('token_hash')
    .execute()
  return rows.map((row) => ({ madeAt: row.created_at, until: row.expires_at, withdrawnAt: row.revoked_at }))
}

/** The files for research that hold something of her. */
async function filesWith(trx: Trx, person: PersonId) {
  const rows = await trx
    .selectFrom('research_export_person')
    .innerJoin('research_export', (join) =>
      join
        .onRef('research_export.workspace_id', '=', 'research_export_person.workspace_id')
        .onRef('research_export.id', '=', 'research_export_person.export_id'),
    )
    .select(['title', 'made_at', 'published_at', 'withdrawn_at'])
    .where('person_id', '=', person)
    .orderBy('made_at')
    .orderBy('research_export.id')
    .execute()
  const reports = await trx
    .selectFrom('trajectory_export_person as p')
    .innerJoin('trajectory_export as e', (join) =>
      join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.export_id'),
    )
    .select(['title', 'made_at', 'published_at', 'withdrawn_at'])
    .where('p.person_id', '=', person)
    .orderBy('made_at')
    .orderBy('e.id')
    .execute()
  return [...rows, ...reports].map((row) => ({
    ...{ title: row.title, madeAt: row.made_at, publishedAt: row.published_at },
    youStoppedAt: row.withdrawn_at,
  }))
}

/** Who opened a collaboration of hers in an emergency, and why. */
async function emergenciesIn(trx: Trx, page: OwnPage) {
  const rows = await trx
    .selectFrom('emergency_access')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'emergency_access.workspace_id')
        .onRef('member.id', '=', 'emergency_access.member_id'),
    )
    .select(['member.name', 'reason', 'at', 'ends_at'])
    .where('relation_id', '=', anyOf(page.context.relations))
    .orderBy('at')
    .orderBy('emergency_access.id')
    .execute()
  return rows.map(({ name, reason, at, ends_at: until }) => ({ name, reason, at, until }))
}

import { createHash } from 'node:crypto'
import {
  type ImportedRelation,
  type RelationImport,
  sameTitle,
} from '@weerklank/core/relation/relation-import'
import {
  importShownAtMost,
  type RelationImportPreview,
} from '@weerklank/core/relation/relation-import.contract'
import type { RelationId, RelationImportId } from '@weerklank/core/shared/ids'
import { uuidV7 } from '@weerklank/core/shared/uuid-v7'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { Titled } from './relation.import.repository.ts'
import { participantsOf } from './relation.repository.ts'

/** Relations whose inside is in reach at once. */
export const batchSize = 100

export type ImportStatus = RelationImportPreview['relations'][number]['status']
export type Judged = ImportedRelation & { status: ImportStatus }

/**
 * Which collaborations of a file she has already: of the same title with all of these people (`there`), or with others
 * (`alike`). Gives as well which of hers these are. `own` is read by the caller, once for all that it decides: what another
 * request makes in between would be half seen.
 */
export async function judge(
  trx: Trx,
  session: MemberSession,
  { own, found }: { own: readonly Titled[]; found: readonly ImportedRelation[] },
): Promise<{ judged: Judged[]; matched: RelationId[] }> {
  const wanted = new Set(found.map(({ title }) => sameTitle(title)))
  const matched = own.filter(({ title }) => wanted.has(sameTitle(title)))
  const names = await namesIn(
    trx,
    session,
    matched.map(({ id }) => id),
  )
  const judged = found.map((relation): Judged => {
    const alike = matched.filter(({ title }) => sameTitle(title) === sameTitle(relation.title))
    const isThere = alike.some(({ id }) =>
      relation.people.every(({ name }) => names.get(id)?.has(sameTitle(name))),
    )
    return { ...relation, status: isThere ? 'there' : alike.length > 0 ? 'alike' : 'new' }
  })
  return { judged, matched: matched.map(({ id }) => id) }
}

async function namesIn(
  trx: Trx,
  session: MemberSession,
  relations: readonly RelationId[],
): Promise<Map<RelationId, Set<string>>> {
  const names = new Map<RelationId, Set<string>>(relations.map((id) => [id, new Set()]))
  for (let at = 0; at < relations.length; at += batchSize) {
    const batch = relations.slice(at, at + batchSize)
    await setContext(trx, { ...session.context, relations: batch })
    for (const row of await participantsOf(trx, batch)) names.get(row.relation_id)?.add(sameTitle(row.name))
  }
  await setContext(trx, session.context)
  return names
}

/** What is told of a file before anything is taken in. */
export function presentPreview(read: RelationImport, judged: readonly Judged[]): RelationImportPreview {
  const count = (status: ImportStatus) => judged.filter((one) => one.status === status).length
  return {
    separator: read.separator,
    columns: read.columns.slice(0, 100),
    formulas: read.formulas,
    relations: judged.slice(0, importShownAtMost).map(({ line, title, kind, status, people }) => ({
      ...{ line, title, kind, status },
      people: people.map(({ name, voice }) => ({ name, voice })),
    })),
    problems: read.problems.slice(0, importShownAtMost),
    counts: {
      relations: judged.length,
      people: judged.reduce((sum, { people }) => sum + people.length, 0),
      there: count('there'),
      alike: count('alike'),
      problems: read.problems.length,
    },
  }
}

/**
 * The identifier of the n-th thing that an import makes: always the same for the same import, so that a repeat meets what
 * is there. A UUID of version 7 with the moment of the import's own.
 */
export function importedId<Id extends string>(id: RelationImportId, of: string): Id {
  const moment = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return uuidV7(moment, createHash('sha256').update(`${id} ${of}`).digest().subarray(0, 10)) as Id
}

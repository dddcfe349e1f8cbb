import type { Format } from '@weerklank/core/dialogue/format'
import type { FormatId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { DialogueFormatTable } from './format.table.ts'

export type FormatRow = Selectable<DialogueFormatTable>

const isNewest = sql<boolean>`version = (select max(version) from dialogue_format n
  where n.workspace_id = dialogue_format.workspace_id and n.id = dialogue_format.id)`

const canBeHeld = sql<boolean>`exists (select 1 from dialogue_format p
  where p.workspace_id = dialogue_format.workspace_id and p.id = dialogue_format.id and p.status = 'published')`

/** The newest version of each own format, and whether any version of it is published. */
export function listOwn(trx: Trx): Promise<(FormatRow & { can_be_held: boolean })[]> {
  return trx
    .selectFrom('dialogue_format')
    .selectAll()
    .select(canBeHeld.as('can_be_held'))
    .where(isNewest)
    .orderBy('id')
    .execute()
}

/** Every version of one own format, the newest first. */
export function versionsOf(trx: Trx, id: FormatId): Promise<FormatRow[]> {
  return trx
    .selectFrom('dialogue_format')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

/** The newest version that was published and not withdrawn. */
export function newestPublished(trx: Trx, id: FormatId): Promise<FormatRow | undefined> {
  return trx
    .selectFrom('dialogue_format')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All versions of one own format, the newest first, for the rest of the transaction: nobody else adds one meanwhile. */
export function lockVersions(trx: Trx, workspace: WorkspaceId, id: FormatId): Promise<FormatRow[]> {
  return trx
    .selectFrom('dialogue_format')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .forUpdate()
    .execute()
}

export type NewVersion = {
  workspace: WorkspaceId
  id: FormatId
  from: string
  body: Format
  revision: number
  by: MemberId
  at: Instant
}

/** Adds a draft as the version that its body says; false when that version is there already. */
export async function insertDraft(trx: Trx, of: NewVersion): Promise<boolean> {
  const added = await trx
    .insertInto('dialogue_format')
    .values({
      ...{ workspace_id: of.workspace, id: of.id, version: of.body.version, from_key: of.from },
      ...{ status: 'draft', body: JSON.stringify(of.body), revision: of.revision },
      ...{ created_by: of.by, created_at: of.at, changed_at: of.at, published_at: null },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id', 'version']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Writes over a draft; words that were published stay as they are. */
export async function writeDraft(
  trx: Trx,
  row: FormatRow,
  to: { body: Format; at: Instant; isPublished?: true },
): Promise<void> {
  await trx
    .updateTable('dialogue_format')
    .set({
      ...{ body: JSON.stringify(to.body), revision: row.revision + 1, changed_at: to.at },
      ...(to.isPublished && { status: 'published' as const, published_at: to.at }),
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('status', '=', 'draft')
    .execute()
}

/** No version is offered any more; `newest` counts the change. */
export async function withdrawAll(trx: Trx, newest: FormatRow, at: Instant): Promise<void> {
  await trx
    .updateTable('dialogue_format')
    .set({ status: 'withdrawn', revision: newest.revision + 1, changed_at: at })
    .where('id', '=', newest.id)
    .execute()
}

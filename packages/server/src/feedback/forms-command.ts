import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { record } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { findForm, type StoredForm } from './form.repository.ts'
import { type FormDraft, isSame, type Kept, shortTitle, storeDraft } from './forms.ts'

export type KeptByCommand = { done: Kept['done']; id: string; version: number }

/**
 * Keeps a form for whoever runs the command line: in the name of an administrator of the workspace, or of whoever works
 * there longest. The record says that it was done on the command line.
 */
export async function keepByCommand(
  trx: Trx,
  of: { world: World; workspace: WorkspaceId; draft: FormDraft },
): Promise<KeptByCommand> {
  const { world, workspace, draft } = of
  const before = await sameWithoutUrl(trx, workspace, draft)
  if (before !== undefined) return { done: 'same', id: before.id, version: before.version }
  const kept = await storeDraft({ trx, world, workspace, member: await keeperIn(trx, workspace) }, draft)
  const { done, form } = kept
  if (done !== 'same') {
    await record(trx, world, {
      ...{ workspace, actor: 'system', basis: 'command-line', relation: null },
      action: done === 'created' ? 'form.imported' : 'form.changed',
      subject: { kind: 'form', id: form.id },
    })
  }
  return { done, id: form.id, version: form.version }
}

/** A form without an address is known by its words: the same file again is the same form. */
async function sameWithoutUrl(
  trx: Trx,
  workspace: WorkspaceId,
  draft: FormDraft,
): Promise<StoredForm | undefined> {
  if (draft.model.url !== undefined) return undefined
  const alike = await trx
    .selectFrom('form')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('url', 'is', null)
    .where('title', '=', shortTitle(draft.model))
    .execute()
  for (const { id } of alike) {
    const form = await findForm(trx, id)
    if (form !== undefined && isSame(form, draft)) return form
  }
  return undefined
}

async function keeperIn(trx: Trx, workspace: WorkspaceId): Promise<MemberId> {
  const people = await trx
    .selectFrom('member')
    .select(['id', 'roles'])
    .where('workspace_id', '=', workspace)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = people.filter((one) => !one.roles.includes('guest'))
  const keeper = own.find((one) => one.roles.includes('administrator')) ?? own[0]
  if (keeper === undefined) throw new AppError('not-found')
  return keeper.id
}

/** The newest version of each form of a workspace. */
export async function formsByCommand(trx: Trx, workspace: WorkspaceId): Promise<StoredForm[]> {
  const rows = await trx
    .selectFrom('form')
    .select('id')
    .where('workspace_id', '=', workspace)
    .orderBy('title')
    .orderBy('id')
    .execute()
  const found: StoredForm[] = []
  for (const { id } of rows) {
    const form = await findForm(trx, id)
    if (form !== undefined) found.push(form)
  }
  return found
}

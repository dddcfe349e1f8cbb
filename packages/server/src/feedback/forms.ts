import { isDeepStrictEqual } from 'node:util'
import type { FhirVersion, ImportedForm } from '@weerklank/core/feedback/fhir.import'
import type { FhirIssue } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { FormModel } from '@weerklank/core/feedback/form'
import { mayKeepForms, mayReadForms } from '@weerklank/core/feedback/form.access'
import { saysLicenceNeeded } from '@weerklank/core/feedback/form.licence'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import {
  type FormRow,
  type FormSearch,
  type FormVersionRow,
  findForm,
  insertVersion,
  lockForm,
  newestVersion,
  type StoredForm,
  searchForms,
} from './form.repository.ts'
import { saidOfNeed } from './form-licence.repository.ts'

type Who = Pick<MemberSession, 'workspace' | 'member' | 'token'>
/** A running transaction, the world, and who asks: what every deed with forms begins with. */
export type FormDeed = { trx: Trx; world: World; session: Who }

/** What was done with a form that came in: `same` when this very wording was there already. */
export type Kept = { done: 'created' | 'changed' | 'same'; form: StoredForm; report: readonly FhirIssue[] }

/** What is kept of a form, whoever made it: read from FHIR, or built here (then `source` is null). */
export type FormDraft = {
  model: FormModel
  source: Json | null
  report: readonly FhirIssue[]
  fhirVersion: FhirVersion
}

/** What was read, as something to keep; refused forms are not. */
export function draftOf(imported: ImportedForm): FormDraft | null {
  const { model, source, report, fhirVersion } = imported
  return model === null ? null : { model, source, report, fhirVersion }
}

/**
 * Keeps a form: new, or as a new version of the one with the same address (or with `id`). The same wording again is not
 * kept twice. Refuses with `not-allowed`, and with `conflict` when another form has the address already.
 */
export async function keepForm(deed: FormDeed, draft: FormDraft, id?: FormId): Promise<Kept> {
  const { trx, world, session } = deed
  enforceKeep(session)
  const by = { trx, world, workspace: session.workspace.id, member: session.member.id }
  const kept = await storeDraft(by, draft, id)
  await recordOwn(trx, world, {
    session,
    action: deedOf[kept.done],
    subject: { kind: 'form', id: kept.form.id },
  })
  return kept
}

/** What was there already is shown, and nothing was done. */
const deedOf = { created: 'form.imported', changed: 'form.changed', same: 'form.read' } as const

/** In whose name a form is stored. */
export type Keeper = { trx: Trx; world: World; workspace: WorkspaceId; member: MemberId }

/** As `keepForm`, without asking who may and without a line in the record: that is for who calls it. */
export async function storeDraft(by: Keeper, draft: FormDraft, id?: FormId): Promise<Kept> {
  const { trx, world, workspace } = by
  const { model, report } = draft
  const before = await beforeOf(by, draft, id)
  const newest = before && (await findForm(trx, before.id))
  if (newest !== undefined && isSame(newest, draft))
    return { done: 'same', form: newest, report: newest.report }
  const at = world.now()
  const head = { url: model.url ?? null, title: shortTitle(model), changed_at: at }
  const need = {
    needs_licence: await needsLicence(trx, before, model),
    revision: (before?.revision ?? 0) + 1,
  }
  const made = { workspace_id: workspace, created_by: by.member, created_at: before?.created_at ?? at }
  const form: FormRow = { ...made, ...head, ...need, id: before?.id ?? world.newId<FormId>() }
  if (before === undefined) await trx.insertInto('form').values(form).execute()
  else
    await trx
      .updateTable('form')
      .set({ ...head, ...need })
      .where('id', '=', form.id)
      .execute()
  const version = (await newestVersion(trx, form.id)) + 1
  const { source, fhirVersion } = draft
  const label = model.version?.slice(0, 400) ?? null
  await insertVersion(trx, {
    form,
    version,
    label,
    status: statusOf(model),
    fhirVersion,
    model,
    source,
    report,
  })
  const stored = await findForm(trx, form.id, version)
  if (stored === undefined) throw new AppError('not-allowed')
  return { done: before === undefined ? 'created' : 'changed', form: stored, report }
}

/** As the words of the form say; what a person said of it, or an earlier version, is never taken back by new words. */
async function needsLicence(trx: Trx, before: FormRow | undefined, model: FormModel): Promise<boolean> {
  const needed = saysLicenceNeeded(model)
  if (before === undefined || before.needs_licence || !needed) return before?.needs_licence ?? needed
  return (await saidOfNeed(trx, before.id)).length === 0
}

async function beforeOf(by: Keeper, draft: FormDraft, id: FormId | undefined): Promise<FormRow | undefined> {
  const { trx, workspace } = by
  const { url } = draft.model
  const same = url === undefined ? undefined : await lockForm(trx, { workspace, url })
  if (id === undefined) return same
  if (same !== undefined && same.id !== id) throw new AppError('conflict')
  const named = await lockForm(trx, { workspace, id })
  if (named === undefined) throw new AppError('not-found')
  return named
}

const titleAtMost = 400
/** The title as it is kept in lists. */
export const shortTitle = (model: FormModel) => model.title.text.slice(0, titleAtMost)

/** What FHIR says of a form, in our words. */
export function statusOf(model: FormModel): FormVersionRow['status'] {
  if (model.status === 'active') return 'published'
  return model.status === 'retired' ? 'retired' : 'draft'
}

/** Whether the wording is the same: its identifier and what a server says of it are no part of that. */
export function isSame(stored: StoredForm, draft: FormDraft): boolean {
  const plain = (json: unknown): unknown => JSON.parse(JSON.stringify(json))
  if (draft.source === null || stored.source === null)
    return stored.source === draft.source && isDeepStrictEqual(plain(stored.model), plain(draft.model))
  return isDeepStrictEqual(
    withoutServer(plain(stored.source) as Json),
    withoutServer(plain(draft.source) as Json),
  )
}

function withoutServer(source: Json): Json {
  const { id: _, meta, ...rest } = source
  const { versionId: __, lastUpdated: ___, source: ____, ...said } = (meta ?? {}) as Json
  return Object.keys(said).length > 0 ? { ...rest, meta: said } : rest
}

/** Refuses whoever may not bring in a form or change one. */
export function enforceKeep({ member }: Who): void {
  if (!mayKeepForms(member.roles).allowed) throw new AppError('not-allowed')
}

/** The forms of the organisation, each in its newest version. */
export async function listForms({ trx, world, session }: FormDeed, search: FormSearch) {
  if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
  const found = await searchForms(trx, search)
  await recordOwn(trx, world, { session, action: 'form.listed' })
  return found
}

/** One form, in the version asked for or the newest; `not-found` when it is not there. */
export async function readForm(deed: FormDeed, id: FormId, version?: number): Promise<StoredForm> {
  const { trx, world, session } = deed
  if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
  const form = await findForm(trx, id, version)
  if (form === undefined) throw new AppError('not-found')
  await recordOwn(trx, world, { session, action: 'form.read', subject: { kind: 'form', id } })
  return form
}

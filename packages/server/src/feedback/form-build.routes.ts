import { isDeepStrictEqual } from 'node:util'
import type { FormModel } from '@weerklank/core/feedback/form'
import { mayKeepForms, mayReadForms } from '@weerklank/core/feedback/form.access'
import { type BuiltForm, formBuildEndpoints } from '@weerklank/core/feedback/form-build.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { findForm, insertVersion, lockForm, type StoredForm } from './form.repository.ts'
import { lockSeen } from './form-licence.ts'
import { enforceKeep, shortTitle } from './forms.ts'

type Deed = { trx: Trx; world: World; session: MemberSession }

/** Building a form: what is not finished is kept as a draft, and only a draft is written over. */
export function serveFormBuilding(to: MemberApi, { world }: FeedbackDeps): void {
  serveSelf(to, formBuildEndpoints.begin, async (session, { params, body }, trx) => {
    enforceKeep(session)
    const deed = { trx, world, session }
    const before = await lockForm(trx, { workspace: session.workspace.id, id: params.form })
    if (before === undefined) await begin(deed, params.form, body.model)
    else await sayAgain(deed, params.form, body.model)
    return present(deed, params.form)
  })
  serveSelf(to, formBuildEndpoints.read, async (session, { params }, trx) => {
    if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
    const subject = { kind: 'form', id: params.form }
    await recordOwn(trx, world, { session, action: 'form.read', subject })
    return present({ trx, world, session }, params.form)
  })
  serveSelf(to, formBuildEndpoints.save, async (session, { params, body }, trx) => {
    const deed = { trx, world, session }
    await save(deed, params.form, body)
    return present(deed, params.form)
  })
}

async function begin({ trx, world, session }: Deed, id: FormId, model: FormModel): Promise<void> {
  const at = world.now()
  const form = {
    ...{ workspace_id: session.workspace.id, id, url: null, title: shortTitle(model) },
    ...{ created_by: session.member.id, created_at: at, changed_at: at },
  }
  const made = await trx
    .insertInto('form')
    .values(form)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made === undefined) throw new AppError('conflict')
  await insertVersion(trx, { form: made, ...draftOf(model), version: 1 })
  await recordOwn(trx, world, { session, action: 'form.built', subject: { kind: 'form', id } })
}

/** The status is ours to give: what is built is a draft until somebody publishes it. */
function draftOf(model: FormModel) {
  const label = model.version?.slice(0, 400) ?? null
  const kept = { ...model, status: 'draft' as const }
  return {
    label,
    status: 'draft' as const,
    fhirVersion: '4.0' as const,
    model: kept,
    source: null,
    report: [],
  }
}

/** The same once more, as after an answer that got lost: shown, and nothing was done. Other words are refused. */
async function sayAgain({ trx, world, session }: Deed, id: FormId, model: FormModel): Promise<void> {
  if (!isSame((await builtForm(trx, id)).model, model)) throw new AppError('conflict')
  await recordOwn(trx, world, { session, action: 'form.read', subject: { kind: 'form', id } })
}

async function save(
  deed: Deed,
  id: FormId,
  { model, revision }: { model: FormModel; revision: number },
): Promise<void> {
  const { trx, world, session } = deed
  enforceKeep(session)
  const before = await lockForm(trx, { workspace: session.workspace.id, id })
  if (before?.revision === revision + 1) return sayAgain(deed, id, model)
  const form = await lockSeen(deed, id, revision)
  const newest = await builtForm(trx, id)
  const at = world.now()
  await trx
    .updateTable('form')
    .set({ title: shortTitle(model), changed_at: at })
    .where('id', '=', id)
    .execute()
  const draft = draftOf(model)
  if (newest.status === 'draft') {
    await trx
      .updateTable('form_version')
      .set({ model: JSON.stringify(draft.model), label: draft.label })
      .where('form_id', '=', id)
      .where('version', '=', newest.version)
      .execute()
  } else
    await insertVersion(trx, { form: { ...form, changed_at: at }, ...draft, version: newest.version + 1 })
  await recordOwn(trx, world, { session, action: 'form.changed', subject: { kind: 'form', id } })
}

/** The newest version of a form that was built here. */
async function builtForm(trx: Trx, id: FormId): Promise<StoredForm> {
  const form = await findForm(trx, id)
  if (form === undefined || form.source !== null) throw new AppError('not-found')
  return form
}

async function present({ trx, session }: Deed, id: FormId): Promise<BuiltForm> {
  const { version, status, model } = await builtForm(trx, id)
  const { revision } = await trx
    .selectFrom('form')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { form: id, version, status, revision, mayKeep: mayKeepForms(session.member.roles).allowed, model }
}

/** The status is left out: it is ours. */
function isSame(kept: FormModel, sent: FormModel): boolean {
  const plain = (model: FormModel) => JSON.parse(JSON.stringify({ ...model, status: 'draft' }))
  return isDeepStrictEqual(plain(kept), plain(sent))
}

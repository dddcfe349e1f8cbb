import { buildProblems } from '@weerklank/core/feedback/form.build-check'
import { mayPublishForm } from '@weerklank/core/feedback/form.licence'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId } from '@weerklank/core/shared/ids'
import { recordOwn } from '../audit/audit.ts'
import { findForm } from './form.repository.ts'
import { licencesOf } from './form-licence.repository.ts'
import { lockSeen, stateOf } from './form-licence.ts'
import type { FormDeed } from './forms.ts'

type Change = { version: number; status: 'published' | 'retired'; revision: number; timeZone: string }

/**
 * Gives a version of a form free for use, or takes it out of use; doing it again changes nothing. One that was built here
 * and is not finished is refused with `unfinished` under `form`. Refuses with
 * `invalid-input` and the reason under `licence` while a licence that it needs is not in order.
 */
export async function setFormStatus(deed: FormDeed, id: FormId, change: Change): Promise<void> {
  const { trx, world, session } = deed
  const { version, status, timeZone } = change
  const form = await lockSeen(deed, id, change.revision)
  const stored = await findForm(trx, id, version)
  if (stored === undefined) throw new AppError('not-found')
  if (status === 'published') {
    // What came in as FHIR is its holder's; what is built here is finished first.
    const isUnfinished = stored.source === null && buildProblems(stored.model).length > 0
    if (isUnfinished) throw new AppError('invalid-input', { fields: { form: 'unfinished' } })
    const licences = (await licencesOf(trx, [id])).get(id) ?? []
    const decision = mayPublishForm(stateOf(form, licences, { now: world.now(), timeZone }))
    if (!decision.allowed) throw new AppError('invalid-input', { fields: { licence: decision.reason } })
  }
  const subject = { kind: 'form', id }
  if (stored.status === status) return recordOwn(trx, world, { session, action: 'form.read', subject })
  await trx
    .updateTable('form_version')
    .set({ status, ...(status === 'published' && { published_at: world.now() }) })
    .where('form_id', '=', id)
    .where('version', '=', version)
    .execute()
  const action = status === 'published' ? 'form.published' : 'form.retired'
  await recordOwn(trx, world, { session, action, subject })
}

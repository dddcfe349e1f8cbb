import { answersToSend } from '@weerklank/core/feedback/form.change'
import { layForm } from '@weerklank/core/feedback/form.enabling'
import { linkDays, takesAnswer } from '@weerklank/core/feedback/invitation'
import { isSharedDevice } from '@weerklank/core/feedback/shared-device'
import { AppError } from '@weerklank/core/shared/errors'
import { addDays } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { queueCorpus } from '../../analysis/analysis.ts'
import { writeRecords } from '../../audit/audit.ts'
import { setContext } from '../../db/context.ts'
import { newToken } from '../../http/link-token.ts'
import { type FormRespondDeps, token } from './form.answer.ts'
import { languageOfWords } from './form.languages.ts'
import { findingsOf, formRecord, withFormLink } from './form.link.ts'
import type { FilledForm } from './form.model.ts'
import type { Deed, Fields } from './form.posted.ts'
import { type Draft, insertFormAnswer, removeDraft } from './form.repository.ts'
import { frameOf, review, type Seen, showPart } from './form.show.ts'
import { holdOf } from './form.step.ts'
import { formWordsFor } from './form.text.ts'

/** No more links than this are made for one form by renewing. */
const linksAtMost = 10

/** What was posted, and the form as it is filled in with it. */
export type Going = { seen: Seen; fields: Fields; deed: Deed; filled: FilledForm; draft: Draft }
/** Stores what was looked over, once; anything that is not right yet is shown first. */
export async function submit(c: HonoContext, deps: FormRespondDeps, going: Going): Promise<Response> {
  const { seen, fields, filled, draft } = going
  const frame = frameOf(c, seen, fields)
  const words = formWordsFor(frame.listener)
  const hold = holdOf(filled, { fields, words, timeZone: frame.timeZone, revision: draft.revision })
  if (hold?.kind === 'part')
    return showPart(c, seen, { ...hold, filled, hasNewQuestions: false, lookup: null, fields })
  if (hold !== null) return review(c, seen, { ...hold, filled, draft, fields })
  const { form } = seen
  const { computed, enabled } = filled.found
  const answers = answersToSend(layForm(form.model, draft.answers, enabled), computed)
  const { scores } = await findingsOf(deps.scorer, form, answers)
  const isNew = await withFormLink({ ...deps, token: token(c), how: 'held' }, async (trx, link) => {
    if (!takesAnswer(link.status)) return false
    const { asked, token: own, now } = link
    // The colleague who types a paper over does not reach what is half filled in: it goes while it is hers.
    if (own.entered_by !== null) await removeDraft(trx, asked.id)
    await setContext(trx, { ...link.by, storing: own.person_id })
    const action = own.entered_by === null ? 'form-response.stored' : 'form-response.entered'
    const record = [formRecord(link, { world: deps.world, action, subject: asked.response_id })]
    const isStored = await insertFormAnswer(trx, {
      token: own,
      asked,
      answers,
      scores,
      language: languageOfWords(form.model, frame.formLanguage),
      now,
      record,
    })
    const news = { relation: own.relation_id }
    if (isStored) await queueCorpus(trx, deps.world, { workspace: own.workspace_id, news })
    return isStored
  })
  if (isNew) deps.announce({ workspace: seen.link.workspace, relation: seen.link.token.relation_id })
  return c.redirect(`${frame.path}?lang=${encodeURIComponent(frame.formLanguage)}`, 303)
}

/** The respondent makes herself a new link: she holds the old one, and what she filled in waits with the form. */
export async function renew(c: HonoContext, deps: FormRespondDeps): Promise<Response> {
  const { world } = deps
  const fresh = await withFormLink({ ...deps, token: token(c), how: 'held' }, async (trx, link) => {
    if (link.status !== 'expired' || isSharedDevice(link.token.way)) return null
    const { workspace_id, form_invitation_id, relation_id, participant_id, person_id, by_letter } = link.token
    const { count } = await trx
      .selectFrom('form_token')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('form_invitation_id', '=', form_invitation_id)
      .where('replaced_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(count) >= linksAtMost) throw new AppError('too-many')
    const made = newToken(link.workspace)
    const expires_at = addDays(world.now(), linkDays)
    await trx
      .updateTable('form_invitation')
      .set({ expires_at })
      .where('id', '=', form_invitation_id)
      .execute()
    const row = {
      workspace_id,
      form_invitation_id,
      relation_id,
      participant_id,
      person_id,
      by_letter,
      expires_at,
    }
    await trx
      .insertInto('form_token')
      .values({ ...row, token_hash: made.hash })
      .execute()
    await writeRecords(trx, [
      formRecord(link, { world, action: 'form-invitation.renewed', subject: form_invitation_id }),
    ])
    return made.token
  })
  return c.redirect(`/v/${fresh ?? token(c)}`, 303)
}

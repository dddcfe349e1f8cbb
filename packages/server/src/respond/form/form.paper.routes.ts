import { mayReadForms } from '@weerklank/core/feedback/form.access'
import { readingLevelFor, wordedFor } from '@weerklank/core/feedback/form.level'
import { takesAnswer } from '@weerklank/core/feedback/invitation'
import { paperMoment } from '@weerklank/core/feedback/paper'
import { formPaperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { sharedDeviceMinutes } from '@weerklank/core/feedback/shared-device'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormInvitationId, RelationId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import { addMilliseconds } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../../access/access.ts'
import { recordDeed } from '../../audit/audit.ts'
import { askedStatus } from '../../feedback/asking.ts'
import type { FeedbackDeps } from '../../feedback/feedback.deps.ts'
import { findForm } from '../../feedback/form.repository.ts'
import {
  type FormInvitationRow,
  findFormInvitation,
  insertFormToken,
} from '../../feedback/form-invitation.repository.ts'
import { Download } from '../../http/download.ts'
import { newToken } from '../../http/link-token.ts'
import { pdfOf } from '../../reports/pdf.ts'
import type { Trx } from '../../schema.ts'
import { audienceOf } from '../check.ts'
import { paperPlace } from '../paper.place.ts'
import { languageFor, languageOfWords } from './form.languages.ts'
import { formOnPaper } from './form.paper.ts'

/** A form on paper: to print, and to type over afterwards on its own pages. For the members of the relation. */
export function serveFormPaper(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, formPaperEndpoints.printFormPaper, async (session, { params }, trx) => {
    const row = await find(trx, session, params)
    await paperPlace(trx, session, { deps, relation: params.relation, participant: row.participant_id })
    await recordDeed(trx, deps.world, {
      ...{ session, relation: params.relation, subject: params.invitation },
      action: 'form-invitation.printed',
    })
    const text = await print(trx, session, { row, deps })
    return new Download({ name: 'vragenlijst.pdf', type: 'application/pdf', text })
  })
  serveInRelation(to, formPaperEndpoints.typeFormPaper, async (session, { params, body }, trx) => {
    const { relation, invitation } = params
    const row = await find(trx, session, params)
    const of = { deps, relation, participant: row.participant_id }
    const { facts } = await paperPlace(trx, session, of)
    if (!takesAnswer(askedStatus(row, facts.now))) throw new AppError('conflict')
    const moment = paperMoment(body.answeredOn, facts)
    if (!moment.ok) throw new AppError('invalid-input', { fields: { answeredOn: moment.problem } })
    const { token, hash } = newToken(session.workspace.id)
    await insertFormToken(trx, {
      ...{ workspace_id: session.workspace.id, token_hash: hash, form_invitation_id: invitation },
      ...{ relation_id: relation, participant_id: row.participant_id, way: 'paper' },
      ...{ entered_by: session.member.id, answered_at: moment.at },
      expires_at: addMilliseconds(facts.now, sharedDeviceMinutes * 60_000),
    })
    const action = 'form-invitation.typed'
    await recordDeed(trx, deps.world, { session, relation, action, subject: invitation })
    return { url: `${deps.publicUrl}/v/${token}`, answeredAt: moment.at }
  })
}

async function find(
  trx: Trx,
  session: MemberSession,
  of: { relation: RelationId; invitation: FormInvitationId },
): Promise<FormInvitationRow> {
  // A guest asks nothing of the house.
  if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
  const row = await findFormInvitation(trx, of.relation, of.invitation)
  if (row === undefined) throw new AppError('not-found')
  return row
}

async function print(
  trx: Trx,
  session: MemberSession,
  { row, deps }: { row: FormInvitationRow; deps: FeedbackDeps },
): Promise<Uint8Array<ArrayBuffer>> {
  const form = await findForm(trx, row.form_id, row.version)
  if (form === undefined) throw new Error('A form that was asked is kept')
  const { person, seenBy } = await audienceOf(trx, { token: row })
  return pdfOf(
    formOnPaper({
      model: wordedFor(form.model, readingLevelFor(person.voice)),
      listener: { language: screenLanguage(person.language), address: person.address },
      formLanguage: languageOfWords(form.model, languageFor(form.model, [person.language])),
      ...{ timeZone: session.workspace.timeZone, workspace: session.workspace.name },
      ...{ seenBy, now: deps.world.now() },
    }),
  )
}

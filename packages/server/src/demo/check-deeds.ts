import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { invitationStatus, linkDays } from '@weerklank/core/feedback/invitation'
import {
  answerField,
  echoField,
  parseSubmission,
  submissionFields,
} from '@weerklank/core/feedback/submission'
import type { AgreementId, ContactId, InvitationId, ResponseId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { recordDeed, writeRecords } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import { insertInvitation, insertToken } from '../feedback/feedback.repository.ts'
import { newestInstrument } from '../feedback/instruments.ts'
import { newToken } from '../http/link-token.ts'
import { findCheck, type TokenRow } from '../respond/check.repository.ts'
import { formOf, formToRead, type OpenLink } from '../respond/check.ts'
import { recordFor, store } from '../respond/store.ts'
import { marksOf } from './marks.ts'
import { askForPicture } from './mutual-deeds.ts'
import type { MemberKey } from './people.ts'
import type { Stage } from './stage.ts'
import type { Check } from './story.ts'

/** Asks someone how a contact was, as the invitation route does it. Nobody keeps the link: only its hash is stored. */
export async function invite(
  stage: Stage,
  asked: {
    who: string
    contact: ContactId
    by: MemberKey
    instrument: string | null
    picture?: Check['picture']
  },
): Promise<TokenRow> {
  if (asked.picture) return askForPicture(stage, { ...asked, professional: asked.picture.by })

  const { trx, world, place, relation } = stage
  const session = await stage.as(asked.by)
  const body = feedbackEndpoints.invite.body.parse({
    id: world.newId<InvitationId>(),
    participant: stage.participant(asked.who),
    contact: asked.contact,
    ...(asked.instrument !== null && { instrument: asked.instrument }),
  })
  const { id: instrument, version } = instrumentOf(stage, body.instrument)
  const expiresAt = addDays(world.now(), linkDays)
  await insertInvitation(trx, {
    workspace_id: place.workspace,
    id: body.id,
    relation_id: relation,
    participant_id: body.participant,
    contact_id: body.contact,
    instrument_id: instrument,
    instrument_version: version,
    response_id: world.newId<ResponseId>(),
    sent_at: world.now(),
    expires_at: expiresAt,
    revoked_at: null,
    created_by: session.member.id,
  })
  const token = await insertToken(trx, {
    workspace_id: place.workspace,
    token_hash: newToken(place.workspace).hash,
    invitation_id: body.id,
    relation_id: relation,
    participant_id: body.participant,
    expires_at: expiresAt,
  })
  stage.heard.set(asked.who, stage.heard.get(asked.who) ?? stage.starts)
  await recordDeed(trx, world, { session, relation, action: 'invitation.created', subject: body.id })
  return token
}

function instrumentOf({ content }: Stage, id: string | undefined): Instrument {
  const found = id === undefined ? content.contactCheck : newestInstrument(content, id)
  if (found === undefined) throw new Error(`There is no ${id}`)
  return found
}

type Answering = {
  token: TokenRow
  check: Check
  /** When she answered: earlier than now when it waited on her phone. */
  at: Instant
  language: Language
  agreement: (key: string) => AgreementId
  /** Decides what is left to chance. */
  key: string
}

/** Answers a check through the same form and the same reader as the respondent's page. */
export async function answer(stage: Stage, answering: Answering): Promise<void> {
  const { trx, world, content } = stage
  const link = await openLink(stage, answering.token)
  const deps = { world, content, publicUrl: '' }
  await writeRecords(trx, [recordFor(link, { world, action: 'check.opened', subject: link.check.id })])
  const { form, earlier } = await formToRead(trx, link, deps)
  // Read against what the page asked, so that no story can answer a question that was not put.
  const isAskedBack = Object.keys(answering.check.echo).length > 0
  const agreements = isAskedBack ? (await formOf(trx, link, deps)).agreements : []
  const result = parseSubmission({ ...form, agreements }, fieldsOf(form.instrument, link, answering))
  if (!result.ok) throw new Error(`${stage.story.key}: ${JSON.stringify(result.errors)}`)
  const { instrument } = form
  const { submission } = result
  const { language } = answering
  const { instruments } = content
  await store(trx, link, { submission, instrument, earlier, instruments, language, world })
  stage.heard.set(answering.check.who, answering.at)
}

async function openLink(stage: Stage, token: TokenRow): Promise<OpenLink> {
  const { trx, place, relation, world } = stage
  const context: Context = {
    workspace: place.workspace,
    actor: { participant: token.participant_id },
    relations: [relation],
  }
  await setContext(trx, context)
  const check = await findCheck(trx, token.invitation_id)
  if (check === undefined) throw new Error('An invitation cannot be read by the person it is for')
  const facts = { expiresAt: token.expires_at, revokedAt: check.revoked_at, answeredAt: check.answered_at }
  return { workspace: place.workspace, context, token, check, status: invitationStatus(facts, world.now()) }
}

function fieldsOf({ items }: Instrument, link: OpenLink, of: Answering): [string, string][] {
  const marks = marksOf(of.check.marks, of.key)
  return [
    [submissionFields.key, link.check.response_id],
    [submissionFields.at, of.at],
    [submissionFields.language, of.language],
    [submissionFields.open, of.check.open],
    ...items.map(({ id }, index): [string, string] => [answerField(id), String(marks[index] ?? '')]),
    ...Object.entries(of.check.echo).map(([key, said]): [string, string] => [
      echoField(of.agreement(key)),
      said,
    ]),
  ]
}

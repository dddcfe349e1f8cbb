import { formText, isAnswerable, itemsByLinkId, itemsOf } from '@weerklank/core/feedback/form'
import { mayReadForms } from '@weerklank/core/feedback/form.access'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import { readingLevelFor, wordedFor } from '@weerklank/core/feedback/form.level'
import { answerLines } from '@weerklank/core/feedback/form.lines'
import {
  type FormInvitation,
  formInvitationEndpoints,
} from '@weerklank/core/feedback/form-invitation.contract'
import { invitationStatus, linkDays } from '@weerklank/core/feedback/invitation'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId, FormInvitationId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { newToken } from '../http/link-token.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { type FormResponseRow, findForm, type StoredForm } from './form.repository.ts'
import * as repository from './form-invitation.repository.ts'
import { mayAskForm } from './form-licence.ts'

type Deps = Pick<FeedbackDeps, 'world' | 'publicUrl'>

/** Asking someone to fill in a form, and reading what was answered: for the members of a collaboration. */
export function serveFormInvitations(to: MemberApi, deps: Deps): void {
  serveReading(to, deps)
  const { world } = deps
  serveInRelation(to, formInvitationEndpoints.askForm, async (session, { params, body }, trx) => {
    const { relation } = params
    enforceAsker(session)
    await enforceWilling(trx, session, { deps, participant: body.participant })
    const isNew = await ask(trx, session, { deps, relation, ...body })
    const action = isNew ? 'form-invitation.created' : 'form-invitation.renewed'
    const made = await freshLink(trx, session, { deps, relation, invitation: body.id })
    await recordDeed(trx, world, { session, relation, action, subject: body.id })
    return made
  })
  serveInRelation(to, formInvitationEndpoints.newFormLink, async (session, { params }, trx) => {
    const { relation, invitation } = params
    enforceAsker(session)
    const row = await find(trx, relation, invitation)
    await enforceWilling(trx, session, { deps, participant: row.participant_id })
    const { status } = present(row, world.now())
    if (status === 'answered' || status === 'revoked') throw new AppError('conflict')
    await repository.replaceFormTokens(trx, invitation, world.now())
    const made = await freshLink(trx, session, { deps, relation, invitation })
    await recordDeed(trx, world, {
      session,
      relation,
      action: 'form-invitation.renewed',
      subject: invitation,
    })
    return made
  })
  serveInRelation(to, formInvitationEndpoints.revokeFormInvitation, async (session, { params }, trx) => {
    const { relation, invitation } = params
    const row = await find(trx, relation, invitation)
    if (row.answered_at !== null) throw new AppError('conflict')
    if (row.revoked_at === null) {
      await repository.changeFormInvitation(trx, invitation, { revoked_at: world.now() })
      await recordDeed(trx, world, {
        session,
        relation,
        action: 'form-invitation.revoked',
        subject: invitation,
      })
    }
    return present(await find(trx, relation, invitation), world.now())
  })
}

function serveReading(to: MemberApi, { world }: Deps): void {
  serveInRelation(to, formInvitationEndpoints.relationForms, async (session, { params }, trx) => {
    const { relation } = params
    await recordDeed(trx, world, { session, relation, action: 'form-invitation.read' })
    const invitations = await repository.formInvitationsOf(trx, relation)
    const answers = await repository.formAnswersOf(trx, relation)
    return {
      toAsk: await formsToAsk(trx, session, world.now()),
      invitations: invitations.map((row) => present(row, world.now())),
      answers: answers.map(presentAnswered),
    }
  })
  serveInRelation(to, formInvitationEndpoints.formAnswer, async (session, { params }, trx) => {
    const { relation, answer } = params
    const row = await trx
      .selectFrom('form_response')
      .selectAll()
      .where('relation_id', '=', relation)
      .where('id', '=', answer)
      .executeTakeFirst()
    const form = row && (await findForm(trx, row.form_id, row.version))
    if (row === undefined || form === undefined) throw new AppError('not-found')
    await recordDeed(trx, world, { session, relation, action: 'form-response.read', subject: answer })
    // In the words in which she was asked: those of her voice.
    const people = (await peopleOf(trx, [relation])).get(relation) ?? []
    const voice = people.find(({ id }) => id === row.participant_id)?.voice
    const model = voice === undefined ? form.model : wordedFor(form.model, readingLevelFor(voice))
    return presentAnswer(session, row, { ...form, model })
  })
}

/** What can be asked here: a guest asks nothing of the house. */
async function formsToAsk(trx: Trx, session: MemberSession, now: Instant) {
  const at = { now, timeZone: session.workspace.timeZone }
  if (!mayReadForms(session.member.roles).allowed) return []
  const may = []
  for (const form of await repository.publishedForms(trx)) {
    if (!(await mayAskForm(trx, form, at)).allowed) continue
    const questions = Array.from(itemsOf(form.model.items)).filter(
      (item) => isAnswerable(item.kind) && item.hidden !== true && item.calculated === undefined,
    )
    may.push({ id: form.id, title: form.title, questions: questions.length })
  }
  return may
}

function enforceAsker({ member }: MemberSession): void {
  if (!mayReadForms(member.roles).allowed) throw new AppError('not-allowed')
}

/** Who said that she does not want to be asked is not asked; the help simply goes on. */
async function enforceWilling(
  trx: Trx,
  { context, workspace: { timeZone } }: MemberSession,
  of: { deps: Deps; participant: ParticipantId },
): Promise<void> {
  const participants = [of.participant]
  const refused = await refuseChecks(trx, { context, timeZone, now: of.deps.world.now(), participants })
  if (refused.size > 0) throw new AppError('checks-refused')
}

type Wanted = {
  deps: Deps
  relation: RelationId
  id: FormInvitationId
  participant: ParticipantId
  form: FormId
}

async function ask(trx: Trx, session: MemberSession, wanted: Wanted): Promise<boolean> {
  const { deps, relation } = wanted
  const people = (await peopleOf(trx, [relation])).get(relation) ?? []
  const person = people.find((one) => one.id === wanted.participant && one.active)
  if (person === undefined) throw new AppError('invalid-input', { fields: { participant: 'unknown' } })
  const form = (await repository.publishedForms(trx)).find(({ id }) => id === wanted.form)
  const now = deps.world.now()
  const at = { now, timeZone: session.workspace.timeZone }
  if (form === undefined || !(await mayAskForm(trx, form, at)).allowed) {
    throw new AppError('invalid-input', { fields: { form: 'unknown' } })
  }
  const isNew = await repository.insertFormInvitation(trx, {
    ...{
      workspace_id: session.workspace.id,
      id: wanted.id,
      relation_id: relation,
      participant_id: person.id,
    },
    ...{ form_id: form.id, version: form.version, response_id: deps.world.newId() },
    ...{ sent_at: now, expires_at: addDays(now, linkDays), revoked_at: null, created_by: session.member.id },
  })
  if (!isNew) {
    // A repeat: the first link may be lost with its answer, so the repeat gets a new one, unless that would serve nobody.
    const row = await repository.findFormInvitation(trx, relation, wanted.id)
    const isSame = row?.participant_id === person.id && row.form_id === form.id
    if (row === undefined || !isSame || present(row, now).status !== 'open') throw new AppError('conflict')
  }
  return isNew
}

async function find(
  trx: Trx,
  relation: RelationId,
  id: FormInvitationId,
): Promise<repository.FormInvitationRow> {
  const row = await repository.findFormInvitation(trx, relation, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

/** Makes a new link and gives it, once: only its hash is stored. */
async function freshLink(
  trx: Trx,
  session: MemberSession,
  of: { deps: Deps; relation: RelationId; invitation: FormInvitationId },
) {
  const { deps, relation, invitation } = of
  const now = deps.world.now()
  const expires_at = addDays(now, linkDays)
  const { token, hash } = newToken(session.workspace.id)
  const row = await find(trx, relation, invitation)
  await repository.changeFormInvitation(trx, invitation, { expires_at })
  const place = {
    workspace_id: session.workspace.id,
    relation_id: relation,
    participant_id: row.participant_id,
  }
  await repository.insertFormToken(trx, {
    ...place,
    token_hash: hash,
    form_invitation_id: invitation,
    expires_at,
  })
  return { ...present({ ...row, expires_at }, now), url: `${deps.publicUrl}/v/${token}` }
}

function present(row: repository.FormInvitationRow, now: Instant): FormInvitation {
  const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
  return {
    ...{ id: row.id, participant: row.participant_id, form: row.form_id, title: row.title },
    ...{ sentAt: row.sent_at, status: invitationStatus(facts, now), expiresAt: row.expires_at },
  }
}

function presentAnswered(row: repository.FormAnsweredRow) {
  return {
    ...{ id: row.id, participant: row.participant_id, form: row.form_id, title: row.title },
    answeredAt: row.answered_at,
    ...(row.entered_by === null ? {} : { enteredBy: row.entered_by }),
  }
}

/** In words, in the language of whoever reads where the form has it: what was answered, and what the form makes of it. */
function presentAnswer(session: MemberSession, row: FormResponseRow, form: StoredForm) {
  if (row.participant_id === null) throw new AppError('not-found')
  const { language } = session.member
  const reader = { language, formLanguage: language, timeZone: session.workspace.timeZone }
  const items = itemsByLinkId(form.model)
  const { values = [], sum, notComputed = [] } = row.scores ?? {}
  const computed = new Map(values.map(({ linkId, value }) => [linkId, value]))
  const lines = answerLines(form.model, row.answers, { ...reader, computed })
  return {
    ...presentAnswered({ ...row, participant_id: row.participant_id, title: form.title }),
    lines: lines.map(({ linkId: _, ...line }) => line),
    scores: values.flatMap(({ linkId, value }) => {
      const item = items.get(linkId)
      return item === undefined
        ? []
        : [{ text: formText(item.text, language) || linkId, value: answerInWords(item, value, reader) }]
    }),
    sum: sum ?? null,
    notComputed: notComputed.length,
  }
}

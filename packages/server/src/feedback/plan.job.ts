import { type PlanStep, planStep } from '@weerklank/core/feedback/check-plan'
import { linkDays } from '@weerklank/core/feedback/invitation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type {
  ContactId,
  FormId,
  FormInvitationId,
  InvitationId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { record } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { type Context, inContext, setContext } from '../db/context.ts'
import type { Announce } from '../http/events.ts'
import { newToken } from '../http/link-token.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import { enqueueMail } from '../mail/outbox.ts'
import { peopleOf, planOf } from '../relation/relation.ts'
import type { Db, Trx } from '../schema.ts'
import { type Asking, askedCheck, askedForm } from './asking.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { insertInvitation } from './feedback.repository.ts'
import { insertFormInvitation, publishedForms } from './form-invitation.repository.ts'
import { mayAskForm } from './form-licence.ts'
import { questionMail } from './plan.letter.ts'
import { factsOf, findPlan, noteNotice, type PlanRow } from './plan.repository.ts'

type Deps = FeedbackDeps & { db: Db; announce: Announce }

/** Looks at one plan, asks or reminds when it is time, and comes back for the next look. */
export function checkPlanLook(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const participant = payload.participant as ParticipantId
    // Also what she answered in a picture that is still shut: whoever answered is not reminded.
    const context: Context = {
      workspace,
      actor: 'system',
      relations: [relation],
      participants: [participant],
    }
    const { next, changed } = await inContext(deps.db, context, (trx) =>
      look(trx, deps, { context, relation, participant }),
    )
    if (changed) deps.announce({ workspace, relation })
    return next
  }
}

type Of = { context: Context; relation: RelationId; participant: ParticipantId }
type Looked = { next: Instant | null; changed: boolean }

async function look(trx: Trx, deps: Deps, of: Of): Promise<Looked> {
  const now = deps.world.now()
  const plan = await findPlan(trx, of.participant, 'hold')
  const relation = await planOf(trx, of.relation)
  const person = (await peopleOf(trx, [of.relation]))
    .get(of.relation)
    ?.find((one) => one.id === of.participant)
  if (plan === undefined || relation === undefined || relation.closedAt !== null || !person?.active) {
    return { next: null, changed: false }
  }
  const { time_zone: timeZone, name } = await trx
    .selectFrom('workspace')
    .select(['time_zone', 'name'])
    .executeTakeFirstOrThrow()
  const participants = [of.participant]
  const refused = await refuseChecks(trx, { context: of.context, timeZone, now, participants })
  // A no can become a yes again on her own page: it is looked at each day.
  if (refused.size > 0) return { next: addDays(now, 1), changed: false }
  const mails = plan.email !== '' && deps.canSendMail !== false
  const facts = await factsOf(trx, plan, { now, mails })
  const step = planStep(facts, now, timeZone)
  if (step.do === 'wait') return { next: step.until, changed: false }
  await act(trx, deps, {
    ...of,
    mails,
    plan,
    person,
    step,
    now,
    timeZone,
    from: name,
    reminded: facts.asked.at(-1)?.reminded.length ?? 0,
  })
  return { next: addDays(now, 1), changed: true }
}

type Act = Of & {
  plan: PlanRow
  /** She gave an address, and there is a mail server: a letter that reaches nobody is not written. */
  mails: boolean
  person: Participant
  step: Exclude<PlanStep, { do: 'wait' }>
  now: Instant
  timeZone: string
  from: string
  /** How many reminders went out for the last question. */
  reminded: number
}

async function act(trx: Trx, deps: Deps, of: Act): Promise<void> {
  const { step, plan, now } = of
  const isReminder = step.do === 'remind'
  const asked =
    step.do === 'remind'
      ? askedAs(plan, step.invitation)
      : await ask(trx, deps, { ...of, contact: step.contact })
  // A form that may not be asked now is looked at again tomorrow.
  if (asked === null) return
  const { workspace_id, relation_id, participant_id } = plan
  const isNew = await noteNotice(trx, {
    ...{ workspace_id, relation_id, participant_id, ...asked.columns, asked_id: asked.id },
    ...{ number: isReminder ? of.reminded + 1 : 0, by_mail: of.mails, at: now },
  })
  if (!isNew) return
  if (of.mails) await asked.sendLink({ trx, deps, of, isReminder })
  await record(trx, deps.world, {
    ...{ workspace: workspace_id, actor: 'system', relation: relation_id },
    action: `${asked.subject}.${isReminder ? 'reminded' : 'created'}`,
    subject: { kind: asked.subject, id: asked.id },
  })
}

type Sending = { trx: Trx; deps: Deps; of: Act; isReminder: boolean }

/** A check or a form that is asked, as far as what goes out for it. */
type Asked = {
  id: InvitationId | FormInvitationId
  subject: 'invitation' | 'form-invitation'
  columns: { invitation_id: InvitationId | null; form_invitation_id: FormInvitationId | null }
  sendLink: (sending: Sending) => Promise<void>
}

function askedBy<Id extends InvitationId | FormInvitationId>(asking: Asking<Id>, id: Id): Asked {
  return {
    ...{ id, subject: asking.subject, columns: asking.coded(id) },
    sendLink: (sending) => sendLink(asking, id, sending),
  }
}

const askedAs = ({ form_id }: PlanRow, id: string): Asked =>
  form_id === null ? askedBy(askedCheck, id as InvitationId) : askedBy(askedForm, id as FormInvitationId)

async function ask(trx: Trx, deps: Deps, of: Act & { contact: string | null }): Promise<Asked | null> {
  const { plan, now } = of
  if (plan.form_id !== null) return askForm(trx, deps, { ...of, form: plan.form_id })
  const id = deps.world.newId<InvitationId>()
  const { contactCheck } = deps.content
  await insertInvitation(trx, {
    ...placeOf(plan),
    ...{ id, contact_id: of.contact as ContactId | null, response_id: deps.world.newId() },
    ...{ instrument_id: contactCheck.id, instrument_version: contactCheck.version },
    ...{ sent_at: now, expires_at: addDays(now, linkDays), revoked_at: null, created_by: plan.set_by },
  })
  return askedBy(askedCheck, id)
}

/** In the newest version that is free for use, while its licence is in order; null where it may not be asked today. */
async function askForm(trx: Trx, deps: Deps, of: Act & { form: FormId }): Promise<Asked | null> {
  const { plan, now, timeZone } = of
  const form = (await publishedForms(trx)).find(({ id }) => id === of.form)
  if (form === undefined || !(await mayAskForm(trx, form, { now, timeZone })).allowed) return null
  const id = deps.world.newId<FormInvitationId>()
  await insertFormInvitation(trx, {
    ...placeOf(plan),
    ...{ id, form_id: form.id, version: form.version, response_id: deps.world.newId() },
    ...{ sent_at: now, expires_at: addDays(now, linkDays), revoked_at: null, created_by: plan.set_by },
  })
  return askedBy(askedForm, id)
}

const placeOf = ({ workspace_id, relation_id, participant_id }: PlanRow) => ({
  ...{ workspace_id, relation_id, participant_id },
})

/** A new link with each letter: of those before only hashes are kept. The older ones work as long as they did. */
async function sendLink<Id extends string>(asking: Asking<Id>, id: Id, sending: Sending): Promise<void> {
  const { trx, deps, of, isReminder } = sending
  const { plan, person, now } = of
  const { token, hash } = newToken(plan.workspace_id)
  const expiresAt = addDays(now, linkDays)
  await asking.setExpiry(trx, id, expiresAt)
  await setContext(trx, of.context)
  await asking.addLink(trx, id, { ...placeOf(plan), hash, expiresAt, byLetter: true })
  const { publicUrl } = deps
  const mail = questionMail({
    ...{ to: plan.email, url: `${publicUrl}${asking.path}/${token}`, publicUrl, workspace: of.from },
    ...{ isReminder, asks: asking.kind, listener: { language: person.language, address: person.address } },
  })
  await enqueueMail(trx, deps.world, { workspace: plan.workspace_id, kind: 'question', mail })
}

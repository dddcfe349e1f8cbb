import { type PlanStep, planStep } from '@weerklank/core/feedback/check-plan'
import { linkDays } from '@weerklank/core/feedback/invitation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type {
  ContactId,
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
import type { FeedbackDeps } from './feedback.deps.ts'
import { insertInvitation, insertToken, setExpiry } from './feedback.repository.ts'
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
  from: string
  /** How many reminders went out for the last question. */
  reminded: number
}

async function act(trx: Trx, deps: Deps, of: Act): Promise<void> {
  const { step, plan, now } = of
  const isReminder = step.do === 'remind'
  const invitation =
    step.do === 'remind'
      ? (step.invitation as InvitationId)
      : await ask(trx, deps, { ...of, contact: step.contact })
  const isNew = await noteNotice(trx, {
    ...{
      workspace_id: plan.workspace_id,
      invitation_id: invitation,
      number: isReminder ? of.reminded + 1 : 0,
    },
    ...{
      relation_id: plan.relation_id,
      participant_id: plan.participant_id,
      by_mail: of.mails,
      at: now,
    },
  })
  if (!isNew) return
  if (of.mails) await sendLink(trx, deps, { ...of, invitation, isReminder })
  await record(trx, deps.world, {
    ...{ workspace: plan.workspace_id, actor: 'system', relation: plan.relation_id },
    action: isReminder ? 'invitation.reminded' : 'invitation.created',
    subject: { kind: 'invitation', id: invitation },
  })
}

async function ask(trx: Trx, deps: Deps, of: Act & { contact: string | null }): Promise<InvitationId> {
  const { plan, now } = of
  const id = deps.world.newId<InvitationId>()
  const { contactCheck } = deps.content
  await insertInvitation(trx, {
    ...{
      workspace_id: plan.workspace_id,
      id,
      relation_id: plan.relation_id,
      participant_id: plan.participant_id,
    },
    ...{ contact_id: of.contact as ContactId | null, response_id: deps.world.newId() },
    ...{ instrument_id: contactCheck.id, instrument_version: contactCheck.version },
    ...{ sent_at: now, expires_at: addDays(now, linkDays), revoked_at: null, created_by: plan.set_by },
  })
  return id
}

/** A new link with each letter: of those before only hashes are kept. The older ones work as long as they did. */
async function sendLink(
  trx: Trx,
  deps: Deps,
  of: Act & { invitation: InvitationId; isReminder: boolean },
): Promise<void> {
  const { plan, person, invitation, now } = of
  const { token, hash } = newToken(plan.workspace_id)
  const expiresAt = addDays(now, linkDays)
  await setExpiry(trx, invitation, expiresAt)
  await setContext(trx, of.context)
  await insertToken(trx, {
    ...{ workspace_id: plan.workspace_id, token_hash: hash, invitation_id: invitation },
    ...{ relation_id: plan.relation_id, participant_id: plan.participant_id, expires_at: expiresAt },
    by_letter: true,
  })
  const { publicUrl } = deps
  const mail = questionMail({
    ...{ to: plan.email, url: `${publicUrl}/f/${token}`, publicUrl, workspace: of.from },
    ...{ isReminder: of.isReminder, listener: { language: person.language, address: person.address } },
  })
  await enqueueMail(trx, deps.world, { workspace: plan.workspace_id, kind: 'question', mail })
}

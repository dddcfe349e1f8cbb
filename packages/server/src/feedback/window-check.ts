import { invitationStatus } from '@weerklank/core/feedback/invitation'
import { noCheckSignal } from '@weerklank/core/feedback/signal'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type { RelationId, SignalId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { tellOfSignal } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Announce } from '../http/events.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { peopleOf, planOf } from '../relation/relation.ts'
import type { Db, Trx } from '../schema.ts'
import { type InvitationRow, insertSignals, invitationsOf, refreshAttention } from './feedback.repository.ts'
import { openLongRuptures } from './rupture.signals.ts'

/** The look whether a check is missing (rule R5): one returning job per relation, due when its window closes. */
export const windowCheckKind = 'window-check'

/** Plans the first look for a relation, in the transaction that makes it. */
export async function planWindowCheck(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; relation: RelationId; firstAt: Instant },
): Promise<void> {
  const payload = { workspace: of.workspace, relation: of.relation }
  await enqueue(trx, world, { kind: windowCheckKind, key: of.relation, payload, runAt: of.firstAt })
}

/** Looks at one relation, opens what is missing, and comes back when the next window closes. */
export function windowCheck(deps: { db: Db; world: World; announce: Announce }): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const context = { workspace, actor: 'system', relations: [relation] } as const
    const { next, opened } = await inContext(deps.db, context, (trx) =>
      lookForMissing(trx, deps.world, { workspace, relation }),
    )
    if (opened > 0) deps.announce({ workspace, relation })
    return next
  }
}

/** One look in a running transaction: opens what is missing, and says when to look again. */
export async function lookForMissing(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; relation: RelationId },
): Promise<{ next: Instant | null; opened: number }> {
  const plan = await planOf(trx, of.relation)
  if (plan === undefined) return { next: null, opened: 0 }
  const next = addDays(world.now(), Math.min(plan.checkEveryDays, 7))
  // After one contact nothing is missed.
  if (plan.closedAt !== null || plan.singleContact) return { next, opened: 0 }
  const invitations = await invitationsOf(trx, [of.relation])
  const people = (await peopleOf(trx, [of.relation])).get(of.relation) ?? []
  const refused = await refusedIn(trx, { ...of, now: world.now(), people })
  const willing = people.filter((person) => !refused.has(person.id))
  let opened = await openLongRuptures(trx, world, of)
  for (const person of toAsk(willing, invitations)) {
    const own = invitations.filter((row) => row.participant_id === person.id)
    opened += await openIfMissing(trx, world, { ...of, person, own, plan })
  }
  return { next, opened }
}

/** Nobody misses a check of someone who said that she does not want one. */
async function refusedIn(
  trx: Trx,
  of: { workspace: WorkspaceId; relation: RelationId; now: Instant; people: readonly Participant[] },
) {
  const context = { workspace: of.workspace, actor: 'system' as const, relations: [of.relation] }
  const { time_zone: timeZone } = await trx
    .selectFrom('workspace')
    .select('time_zone')
    .executeTakeFirstOrThrow()
  const participants = of.people.map((person) => person.id)
  return refuseChecks(trx, { context, timeZone, now: of.now, participants })
}

// Those who were ever asked; before anyone was, the first who could be.
function toAsk(people: readonly Participant[], invitations: readonly InvitationRow[]): Participant[] {
  const present = people.filter((person) => person.active && person.member === null)
  const asked = present.filter((person) => invitations.some((row) => row.participant_id === person.id))
  return asked.length > 0 ? asked : present.slice(0, 1)
}

type Missing = {
  workspace: WorkspaceId
  relation: RelationId
  person: Participant
  own: readonly InvitationRow[]
  plan: { startedAt: Instant; checkEveryDays: number }
}

async function openIfMissing(trx: Trx, world: World, of: Missing): Promise<number> {
  const now = world.now()
  const lastAnswerAt = of.own.reduce<Instant | null>(
    (last, row) => (row.answered_at !== null && row.answered_at > (last ?? '') ? row.answered_at : last),
    null,
  )
  const unanswered = of.own.filter((row) => {
    const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
    const status = invitationStatus(facts, now)
    return status !== 'answered' && status !== 'revoked' && row.sent_at > (lastAnswerAt ?? '')
  })
  const history = {
    startedAt: of.plan.startedAt,
    lastAnswerAt,
    unansweredSince: unanswered.map((row) => row.sent_at),
    windowDays: of.plan.checkEveryDays,
  }
  const rows = noCheckSignal(history, now).map((finding) => ({
    workspace_id: of.workspace,
    id: world.newId<SignalId>(),
    relation_id: of.relation,
    participant_id: of.person.id,
    response_id: null,
    rule: finding.rule,
    // Once per silence: what was closed is not opened again before someone answered.
    occasion: lastAnswerAt ?? of.plan.startedAt,
    finding: JSON.stringify(finding),
    opened_at: now,
    outcome: null,
    closed_at: null,
    closed_by: null,
    note: '',
  }))
  const opened = await insertSignals(trx, rows)
  if (opened === 0) return 0
  await refreshAttention(trx, of.relation)
  for (const row of rows) {
    await tellOfSignal(trx, { workspace: of.workspace, relation: of.relation, signal: row.id, at: now })
  }
  const subject = { kind: 'signal', id: rows[0]?.id ?? of.relation }
  const { workspace, relation } = of
  await record(trx, world, { workspace, actor: 'system', action: 'signal.opened', subject, relation })
  return opened
}

import { learnerLinkDays } from '@weerklank/core/learning/trajectory'
import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { addDays, type Instant, millis } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { newToken } from '../http/link-token.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { insertLink } from './own/own.repository.ts'
import { type LearnerRow, lastMoment } from './trajectory.learners.ts'
import { learnerMail } from './trajectory.letter.ts'

type Of = { session: MemberSession; deps: LearningDeps; trajectory: TrajectoryId }

/** Makes a link to a learner's own pages and gives it, once: only its hash is stored. */
export async function newLearnerLink(
  trx: Trx,
  { session, deps, trajectory }: Of,
  of: { learner: LearnerId; until: Instant },
): Promise<string> {
  const { token, hash } = newToken(session.workspace.id)
  await insertLink(trx, {
    ...{ workspace_id: session.workspace.id, token_hash: hash, trajectory_id: trajectory },
    ...{ learner_id: of.learner, created_at: deps.world.now(), expires_at: of.until, revoked_at: null },
  })
  return `${deps.publicUrl}/l/${token}`
}

/** Long enough to look back after the last day on the calendar. */
export async function linkUntil(trx: Trx, trajectory: TrajectoryId, now: Instant): Promise<Instant> {
  const last = await lastMoment(trx, trajectory)
  return addDays(last !== null && millis(last) > millis(now) ? last : now, learnerLinkDays)
}

/**
 * Mails a link to each who has an address; the links that people have go on opening, for who kept one must not find it shut.
 * Gives how many letters wait, and for how many a link has to be handed over.
 */
export async function mailLearners(
  trx: Trx,
  of: Of,
  { kind, rows }: { kind: 'invitation' | 'reminder'; rows: readonly LearnerRow[] },
): Promise<{ mailed: number; withoutAddress: number }> {
  const { session, deps, trajectory } = of
  const { workspace } = session
  const until = await linkUntil(trx, trajectory, deps.world.now())
  const reachable = rows.filter(({ email }) => email !== '')
  for (const row of reachable) {
    const url = await newLearnerLink(trx, of, { learner: row.id, until })
    const mail = learnerMail({
      ...{ kind, url, publicUrl: deps.publicUrl, workspace: workspace.name, listener: row },
      to: { name: row.name, address: row.email },
    })
    // Of the kind that is forgotten once it is sent, for it holds the link.
    await enqueueMail(trx, deps.world, { workspace: workspace.id, kind: checkLinkKind, mail })
  }
  return { mailed: reachable.length, withoutAddress: rows.length - reachable.length }
}

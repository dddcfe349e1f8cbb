import type { AuditAction } from '@weerklank/core/audit/audit'
import { type BuddyOutcome, type BuddyRoom, buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveAsLead } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { adjust } from './buddy.adjust.ts'
import { formedPair, goOn } from './buddy.after.ts'
import { loadBuddies } from './buddy.load.ts'
import { presentBuddies } from './buddy.present.ts'
import { type BuddyPlace, done, form, openProposal, propose } from './buddy.propose.ts'
import * as buddies from './buddy.repository.ts'
import { wishRow } from './buddy.wish.ts'
import { recordInTrajectory } from './learning.record.ts'
import { openTrajectory } from './trajectory.open.ts'
import { findTrajectory, momentsOf } from './trajectory.repository.ts'

export type BuddyDeps = { world: World; publicUrl: string }

/** Buddies, for those who lead: wishes, proposals, pairs, and what comes after somebody stopped. */
export function serveBuddies(to: MemberApi, deps: BuddyDeps): void {
  serveAsLead(to, buddyEndpoints.getBuddies, async (session, { params: { trajectory } }, trx) => {
    await note(trx, { deps, session, trajectory, action: 'trajectory.buddies-read' })
    return roomOf(trx, { deps, session, trajectory })
  })
  serveAsLead(to, buddyEndpoints.proposeBuddies, (session, { params: { trajectory }, body }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddies-proposed' }, (place) =>
      propose(trx, place, body),
    ),
  )
  serveAsLead(to, buddyEndpoints.changeProposal, (session, { params: { trajectory }, body }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddies-adjusted' }, (place) =>
      adjust(trx, place, body),
    ),
  )
  serveAsLead(to, buddyEndpoints.formBuddies, (session, { params: { trajectory }, body }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddies-formed' }, (place) =>
      form(trx, place, body.version),
    ),
  )
  serveAsLead(to, buddyEndpoints.dropProposal, (session, { params: { trajectory }, body }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddies-dropped' }, async (place) => {
      await buddies.deleteRound(trx, openProposal(place.loaded, body.version).id)
      return done
    }),
  )
  serveFormed(to, deps)
  serveWishes(to, deps)
}

function serveFormed(to: MemberApi, deps: BuddyDeps): void {
  serveAsLead(to, buddyEndpoints.goOnAfterStop, (session, { params, body }, trx) => {
    const { trajectory, pair } = params
    return changed(trx, { deps, session, trajectory, action: 'trajectory.buddies-rematched' }, (place) =>
      goOn(trx, place, { pair, ...body }),
    )
  })
  serveAsLead(to, buddyEndpoints.writeTalked, (session, { params, body }, trx) => {
    const { trajectory, pair } = params
    const of = { deps, session, trajectory, action: 'trajectory.buddies-talked' } as const
    return changed(trx, of, async (place) => {
      formedPair(place, { pair, version: body.version })
      await buddies.updatePair(trx, pair, { talked: body.talked })
      return done
    })
  })
}

function serveWishes(to: MemberApi, deps: BuddyDeps): void {
  serveAsLead(to, buddyEndpoints.addBuddyTie, (session, { params: { trajectory }, body }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddy-tied' }, async (place) => {
      const { id, kind, learner, other } = body
      knownLearner(place, learner)
      knownLearner(place, other)
      if (learner === other) throw new AppError('invalid-input', { fields: { other: 'same' } })
      await buddies.insertTie(trx, {
        ...{ workspace_id: session.workspace.id, trajectory_id: trajectory, id, kind, asked_by: null },
        ...{ learner_id: learner, other_id: other, at: deps.world.now() },
      })
      return done
    }),
  )
  serveAsLead(to, buddyEndpoints.removeBuddyTie, (session, { params: { trajectory, tie } }, trx) =>
    changed(trx, { deps, session, trajectory, action: 'trajectory.buddy-untied' }, async () => {
      if (!(await buddies.deleteTie(trx, tie))) throw new AppError('not-found')
      return done
    }),
  )
  serveAsLead(to, buddyEndpoints.writeBuddyWish, (session, { params, body }, trx) => {
    const { trajectory, learner } = params
    const of = { deps, session, trajectory, action: 'trajectory.buddy-wished' } as const
    return changed(trx, of, async (place) => {
      knownLearner(place, learner)
      const { id: workspace_id } = session.workspace
      await buddies.keepWish(
        trx,
        wishRow(body, {
          workspace_id,
          trajectory_id: trajectory,
          learner_id: learner,
          changed_at: deps.world.now(),
        }),
      )
      return done
    })
  })
}

function knownLearner({ loaded }: BuddyPlace, learner: LearnerId): void {
  if (!loaded.people.some(({ id }) => id === learner)) throw new AppError('not-found')
}

type Of = { deps: BuddyDeps; session: MemberSession; trajectory: TrajectoryId }

/** Holds the trajectory, does it, and shows how it is now. What was not done is not written down as done. */
async function changed(
  trx: Trx,
  of: Of & { action: AuditAction },
  act: (place: BuddyPlace) => Promise<BuddyOutcome>,
): Promise<{ room: BuddyRoom; outcome: BuddyOutcome }> {
  await openTrajectory(trx, of.trajectory, 'people')
  const outcome = await act({ ...of, loaded: await loadBuddies(trx, of.trajectory) })
  const action = outcome.kind === 'done' ? of.action : 'trajectory.buddies-read'
  await note(trx, { ...of, action })
  return { room: await roomOf(trx, of), outcome }
}

function note(trx: Trx, { deps, session, trajectory, action }: Of & { action: AuditAction }): Promise<void> {
  return recordInTrajectory(trx, deps.world, { session, trajectory, action })
}

async function roomOf(trx: Trx, { deps, session, trajectory }: Of): Promise<BuddyRoom> {
  const row = await findTrajectory(trx, trajectory)
  if (row === undefined) throw new AppError('not-found')
  const today = localDay(deps.world.now(), session.workspace.timeZone)
  const until = await talkUntil(trx, trajectory, today)
  return presentBuddies(await loadBuddies(trx, trajectory), { today, status: row.status, until })
}

/** Before which day buddies talk: the next moment at which is looked back. */
async function talkUntil(trx: Trx, trajectory: TrajectoryId, today: Day): Promise<Day | null> {
  const moments = await momentsOf(trx, [trajectory])
  const next = moments.filter(
    ({ kind, opens_on }) => (kind === 'review' || kind === 'buddy') && opens_on > today,
  )
  return next.map(({ opens_on }) => opens_on).sort()[0] ?? null
}

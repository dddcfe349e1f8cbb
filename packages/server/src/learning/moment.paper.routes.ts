import { type MentionBook, mentionKinds, mentionLevels, offeredCodes } from '@weerklank/core/learning/mention'
import { momentEndpoints, type TypedOver } from '@weerklank/core/learning/moment.contract'
import { momentAt } from '@weerklank/core/learning/trajectory.plan'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, MomentId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveAsLead } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInTrajectory } from './learning.record.ts'
import { loadMentionBook, mentionCodes } from './mention.content.ts'
import { lockLearner, sharesNow } from './moment.consent.ts'
import { type HandOver, handOver } from './moment.hand-in.ts'
import { insertReceipt, type MomentRow, momentsOf, type ReceiptRow, receiptsOf } from './moment.repository.ts'
import { learnerContext } from './own/own.door.ts'
import { openTrajectory } from './trajectory.open.ts'

type Deps = { world: World; book: MentionBook; codes: ReadonlySet<string> }

/** Forms that came on paper, typed over by a lead, and what she picks from. */
export function servePaperMoments(to: MemberApi, { world }: { world: World }): void {
  const book = loadMentionBook()
  const deps = { world, book, codes: mentionCodes(book) }
  serveAsLead(to, momentEndpoints.listMentionCodes, async () => ({
    offers: mentionKinds.flatMap((kind) =>
      mentionLevels.map((level) => ({ kind, level, ...offeredCodes(book, { kind, level }) })),
    ),
  }))
  serveAsLead(to, momentEndpoints.typeOverMoment, async (session, { params, body }, trx) => {
    await openTrajectory(trx, params.trajectory, 'register')
    const learner = await lockLearnerOf(trx, { session, ...params })
    const moment = (await momentsOf(trx, params.trajectory)).find(({ id }) => id === params.moment)
    if (learner === undefined || moment === undefined) throw new AppError('not-found')
    const at = receivedAt(session, body, { moment, now: world.now() })
    const of = { session, deps, learner: learner.row, moment, typed: body, at }
    const kept = learner.isShared ? await keep(trx, of) : await discard(trx, of)
    const action = kept ? 'trajectory.paper-typed' : 'trajectory.paper-discarded'
    await recordInTrajectory(trx, world, {
      ...{ session, trajectory: params.trajectory, action, person: learner.row.person_id },
    })
    return { kept, receivedAt: at }
  })
}

/** The learner, held, and whether her consent is in force, held too; in that order everywhere (moment.consent.ts). */
async function lockLearnerOf(
  trx: Trx,
  of: { session: MemberSession; trajectory: TrajectoryId; learner: LearnerId },
) {
  const found = await trx
    .selectFrom('learner')
    .select('person_id')
    .where('id', '=', of.learner)
    .where('trajectory_id', '=', of.trajectory)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const isShared = await sharesNow(trx, { context: of.session.context, person: found.person_id })
  const row = await lockLearner(trx, of.learner)
  return row && { row, isShared }
}

/** The middle of the day that stands on it: a day that has come, and on which the moment had begun. */
function receivedAt(
  session: MemberSession,
  { receivedOn }: TypedOver,
  { moment, now }: { moment: MomentRow; now: Instant },
): Instant {
  const { timeZone } = session.workspace
  const today = localDay(now, timeZone)
  if (receivedOn > today || receivedOn < moment.opens_on) {
    throw new AppError('invalid-input', { fields: { receivedOn: 'out-of-range' } })
  }
  return receivedOn === today ? now : momentAt(receivedOn, '12:00', timeZone)
}

type Typing = {
  session: MemberSession
  deps: Deps
  learner: NonNullable<Awaited<ReturnType<typeof lockLearner>>>
  moment: MomentRow
  typed: TypedOver
  at: Instant
}

/** Stores it as her words. The lead wrote them over and reads nothing of hers: the work is done in the learner's own reach. */
async function keep(trx: Trx, of: Typing): Promise<true> {
  const { session, deps, learner, moment, typed, at } = of
  const workspace = session.workspace.id
  const { id, trajectory_id: trajectory } = learner
  await setContext(trx, learnerContext({ workspace, learner: id, trajectory }))
  const before = await receiptOf(trx, learner.id, moment.id)
  if (before?.discarded) throw alreadyIn(before)
  const done = await handOver(trx, {
    ...{ world: deps.world, codes: deps.codes, learner, moment, given: typed.handIn, id: typed.id },
    ...{ way: typed.way, at, enteredBy: session.member.id, isShared: true, isReplacing: false },
  })
  await setContext(trx, session.context)
  return storedOf(done)
}

function storedOf(done: HandOver): true {
  if (done.done === 'taken') throw alreadyIn(done.receipt)
  if (done.done === 'problems') {
    const fields = Object.fromEntries(done.problems.map(({ item, code }) => [item ?? 'form', code]))
    throw new AppError('invalid-input', { fields })
  }
  return true
}

/** Without consent nothing of it is kept: only that it came in, so that it can be shown that it was thrown away. */
async function discard(trx: Trx, { session, learner, moment, typed, at }: Typing): Promise<false> {
  const before = await receiptOf(trx, learner.id, moment.id)
  const isRepeat =
    before?.discarded === true && before.way === typed.way && before.entered_by === session.member.id
  if (isRepeat) return false
  if (before !== undefined) throw alreadyIn(before)
  const { workspace_id, trajectory_id, id: learner_id } = learner
  await insertReceipt(trx, {
    ...{ workspace_id, trajectory_id, learner_id, moment_id: moment.id },
    ...{ way: typed.way, at, entered_by: session.member.id, discarded: true },
  })
  return false
}

async function receiptOf(trx: Trx, learner: LearnerId, moment: MomentId): Promise<ReceiptRow | undefined> {
  return (await receiptsOf(trx, learner)).find((row) => row.moment_id === moment)
}

/** How and when the form came in that stands. */
function alreadyIn({ way, at, discarded }: ReceiptRow): AppError {
  return new AppError('conflict', { fields: { way: discarded ? 'discarded' : way, at } })
}

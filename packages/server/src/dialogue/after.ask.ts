import { afterWindow, overAt, remindsNow } from '@weerklank/core/dialogue/after'
import type { MeetingId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { queueCorpus } from '../analysis/analysis.ts'
import { record } from '../audit/audit.ts'
import { type Context, inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import { type AfterMailDeps, mailPlace } from './after.mail.ts'
import * as after from './after.repository.ts'
import { findMeeting, type MeetingRow, type PlaceRow, placesOf } from './meeting.repository.ts'

/** The work of asking after a meeting, reminding once, and forgetting addresses in the end. */
export const meetingAfterKind = 'meeting-after'

/**
 * Plans the look that asks everybody: called in the transaction in which a meeting begins (so that one which nobody ends is
 * asked about too) and again when it ends. Asking twice asks nobody twice.
 */
export async function planAfter(
  trx: Trx,
  world: World,
  meeting: Pick<MeetingRow, 'workspace_id' | 'id' | 'minutes' | 'started_at' | 'ended_at'>,
): Promise<void> {
  const { time_zone: zone } = await trx.selectFrom('workspace').select('time_zone').executeTakeFirstOrThrow()
  const startedAt = meeting.started_at ?? world.now()
  const isOver = meeting.ended_at !== null
  // What was said is open now, and flows into analyses of whom consents.
  await queueCorpus(trx, world, { workspace: meeting.workspace_id, news: { meeting: meeting.id } })
  await enqueue(trx, world, {
    kind: meetingAfterKind,
    key: `${meeting.id} ${isOver ? 'ended' : 'begun'}`,
    payload: { workspace: meeting.workspace_id, meeting: meeting.id, when: isOver ? 'ended' : 'begun' },
    runAt: meeting.ended_at ?? overAt({ startedAt, minutes: meeting.minutes }, zone),
  })
}

type Deps = AfterMailDeps & { db: Db; canSendMail: boolean }

/** Looks at one meeting: asks when it is over, reminds who has not answered, once, and comes back until nothing is left to do. */
export function meetingAfterLook(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const meeting = payload.meeting as MeetingId
    const context: Context = { workspace, actor: 'system', relations: [], meetings: [meeting] }
    return inContext(deps.db, context, async (trx) => {
      const row = await findMeeting(trx, meeting)
      if (row === undefined || row.status === 'planned' || row.status === 'cancelled') return null
      // Once it ended, the work that was planned then goes on alone: two would remind twice.
      if (payload.when === 'begun' && row.ended_at !== null) return null
      return look(trx, deps, row)
    })
  }
}

type Looked = {
  row: MeetingRow
  places: PlaceRow[]
  workspace: { id: WorkspaceId; name: string; zone: string }
}

async function look(trx: Trx, deps: Deps, row: MeetingRow): Promise<Instant | null> {
  const now = deps.world.now()
  const { time_zone: zone, name } = await trx
    .selectFrom('workspace')
    .select(['time_zone', 'name'])
    .executeTakeFirstOrThrow()
  const places = (await placesOf(trx, [row.id])).filter(
    (place) => place.left_at === null && place.attends !== 'no',
  )
  const of: Looked = { row, places, workspace: { id: row.workspace_id, name, zone } }
  const wrap = await after.findWrap(trx, row.id)
  if (wrap === undefined || wrap.asked_at === null) {
    const due = row.ended_at ?? overAt({ startedAt: row.started_at ?? now, minutes: row.minutes }, zone)
    if (millis(due) > millis(now)) return due
    await ask(trx, deps, of)
  } else await remind(trx, deps, { ...of, wrap })
  return nextLook(trx, row.id, now)
}

/** Until the reminder, then until nothing is taken any more. */
async function nextLook(trx: Trx, meeting: MeetingId, now: Instant): Promise<Instant | null> {
  const wrap = await after.findWrap(trx, meeting)
  const coming = [wrap?.reminds_at, wrap?.ends_at].flatMap((at) =>
    at && millis(at) > millis(now) ? [at] : [],
  )
  if (coming.length === 0) await after.forgetAddresses(trx, meeting)
  return coming[0] ?? null
}

async function ask(trx: Trx, deps: Deps, { row, places, workspace }: Looked): Promise<void> {
  const now = deps.world.now()
  // By when it ended, not by when this work was done: that day is the day of the questions.
  const window = afterWindow(row.ended_at ?? now, workspace.zone)
  await after.changeWrap(
    trx,
    { workspace: workspace.id, meeting: row.id },
    {
      ...{ asked_at: window.asksAt, reminds_at: window.remindsAt },
      ...{ closes_at: window.closesAt, ends_at: window.endsAt },
    },
  )
  for (const place of places) {
    const { email, answered_at } = await after.changeReflection(trx, place, {})
    // Who wrote in the room is not asked once more.
    if (!deps.canSendMail || answered_at !== null) continue
    const isMailed = await mailPlace(trx, deps, { kind: 'questions', place, email, workspace })
    if (isMailed) await after.changeReflection(trx, place, { mailed_at: now })
  }
  await note(trx, deps, { row, action: 'meeting.asked' })
}

async function remind(trx: Trx, deps: Deps, of: Looked & { wrap: after.WrapRow }): Promise<void> {
  const now = deps.world.now()
  const { reminds_at: remindsAt, closes_at: closesAt, ends_at: endsAt } = of.wrap
  if (!deps.canSendMail || remindsAt === null || closesAt === null || endsAt === null) return
  const asked = new Map((await after.reflectionsOf(trx, [of.row.id])).map((one) => [one.place_id, one]))
  let count = 0
  for (const place of of.places) {
    const one = asked.get(place.id)
    if (one === undefined) continue
    const { answered_at: answeredAt, withdrawn_at: withdrawnAt, reminded_at: remindedAt } = one
    const facts = { window: { closesAt, endsAt }, answeredAt, withdrawnAt, remindsAt, remindedAt }
    if (!remindsNow(facts, now)) continue
    const isMailed = await mailPlace(trx, deps, {
      kind: 'reminder',
      place,
      email: one.email,
      workspace: of.workspace,
    })
    if (!isMailed) continue
    await after.changeReflection(trx, place, { reminded_at: now })
    count += 1
  }
  if (count > 0) await note(trx, deps, { row: of.row, action: 'meeting.reminded' })
}

function note(
  trx: Trx,
  { world }: Deps,
  { row, action }: { row: MeetingRow; action: 'meeting.asked' | 'meeting.reminded' },
): Promise<void> {
  return record(trx, world, {
    ...{ workspace: row.workspace_id, actor: 'system', relation: row.relation_id },
    ...{ action, subject: { kind: 'meeting', id: row.id } },
  })
}

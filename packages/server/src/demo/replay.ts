import { addDays, type Instant } from '@weerklank/core/shared/time'
import type { Content } from '../feedback/instruments.ts'
import { windowCheckKind } from '../feedback/window-check.ts'
import type { Trx } from '../schema.ts'
import { calendarFrom } from './calendar.ts'
import { deedsOf } from './deeds.ts'
import { type Place, setStage } from './stage.ts'
import type { Story } from './story.ts'

type Replay = { trx: Trx; place: Place; content: Content; now: Instant }

/**
 * Tells a story by doing everything that was done in it, one after the other, each thing at its own moment and through the
 * code that the application does it with. So the data are what the application would have made.
 */
export async function replay(story: Story, of: Replay): Promise<void> {
  const { trx, place, content, now } = of
  const calendar = calendarFrom(now, place.timeZone)
  const stage = setStage({ trx, place, content, story }, calendar(story.starts))
  for (const deed of deedsOf(story, calendar, now)) {
    stage.clock.at = deed.at
    await deed.act(stage)
  }
  await planNextLook(trx, story, { now, starts: calendar(story.starts), relation: stage.relation })
}

/** The looks of the past are done: the planned one moves to its next turn, as the job runner moves it. */
async function planNextLook(
  trx: Trx,
  story: Story,
  of: { now: Instant; starts: Instant; relation: string },
): Promise<void> {
  let next = addDays(of.starts, story.checkEveryDays)
  while (next <= of.now) next = addDays(next, Math.min(story.checkEveryDays, 7))
  await trx
    .updateTable('job')
    .set({ run_at: next })
    .where('dedupe_key', '=', `${windowCheckKind} ${of.relation}`)
    .execute()
}

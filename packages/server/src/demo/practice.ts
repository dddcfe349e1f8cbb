import { practiceConcerns, practiceGaps } from '@weerklank/core/library/practice'
import { concernsOf } from '@weerklank/core/shared/concerns'
import type { PracticeAdditionId, PracticeStoryId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import {
  changeStory,
  insertAddition,
  insertStory,
  lockStory,
  recogniseStory,
} from '../library/practice.repository.ts'
import type { Trx } from '../schema.ts'
import { type Calendar, calendarFrom, type When } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { MemberKey } from './people.ts'
import { type DemoPractice, practiceTales } from './practice.words.ts'
import type { Place } from './stage.ts'

type Of = { trx: Trx; place: Place; tale: DemoPractice; story: PracticeStoryId; at: Calendar }

/** Stories of practice that colleagues of De Linde shared, who knows them, and what was added; and one that is not shared yet. */
export async function tellPractice(trx: Trx, { place, now }: { place: Place; now: Instant }): Promise<void> {
  const at = calendarFrom(now, place.timeZone)
  for (const tale of practiceTales) {
    const story = demoId<PracticeStoryId>(at(tale.written), `practice ${tale.key}`)
    await tell({ trx, place, tale, story, at })
  }
}

async function tell(of: Of): Promise<void> {
  const { trx, place, tale, story, at } = of
  const { workspace } = place
  const { setting, body } = tale
  await as(of, { who: tale.by, when: tale.written, action: 'story.saved' }, (by, now) =>
    insertStory(trx, { workspace, id: story, by, at: now, setting, body }),
  )
  if (tale.shared === null) return
  // What the screen would not let pass does not stand in the demo either.
  if (practiceConcerns(body, []).length > 0 || practiceGaps({ setting, body }).length > 0)
    throw new Error(`${tale.key} cannot be shared`)
  await as(of, { who: tale.by, when: tale.shared, action: 'story.shared' }, async (_, now) => {
    const row = await lockStory(trx, story)
    if (row !== undefined) await changeStory(trx, row, { shared_at: now })
  })
  for (const who of tale.recognisedBy)
    await as(of, { who, when: tale.shared, action: null }, (me) =>
      recogniseStory(trx, { workspace, story, me }),
    )
  for (const { by: who, when, kind, text } of tale.additions) {
    if (concernsOf(text, []).length > 0) throw new Error(`${tale.key} cannot be added to`)
    const id = demoId<PracticeAdditionId>(at(when), `practice ${tale.key} ${who}`)
    await as(of, { who, when, action: 'story.added-to' }, (author_id, created_at) =>
      insertAddition(trx, {
        workspace_id: workspace,
        id,
        story_id: story,
        author_id,
        kind,
        body: text,
        created_at,
      }),
    )
  }
}

type Act = {
  who: MemberKey
  when: When
  action: 'story.saved' | 'story.shared' | 'story.added-to' | null
}

/** Does it as a colleague, at its moment, with its line in the record where it has one. */
async function as(
  { trx, place, story, at }: Of,
  { who, when, action }: Act,
  act: (member: Place['members'][MemberKey], now: Instant) => Promise<unknown>,
): Promise<void> {
  const now = at(when)
  const member = place.members[who]
  const session = await openSession(trx, { workspace: place.workspace, member, now }, 'self')
  await setContext(trx, session.context)
  await act(member, now)
  if (action === null) return
  const world: World = {
    now: () => addMilliseconds(now, 1),
    newId: <Id extends string>() => demoId<Id>(now, `practice ${story} ${action} ${who}`),
  }
  await recordOwn(trx, world, { session, action, subject: { kind: 'practice', id: story } })
}

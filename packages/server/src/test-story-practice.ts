/** Stories of practice, for the people of a story: one that is shared and added to, and one that is its author's alone. */
import type { MemberId, PracticeAdditionId, PracticeStoryId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Running } from './test-running.ts'

export const practiceBody = {
  did: 'Ik zei eerst wat ik ging doen. Daarna wachtte ik.',
  behaviour: 'Ik ging naast haar zitten.',
  attitude: 'Ik bleef rustig, zonder haast.',
  communication: '',
  brought: 'Er kwam een vraag die er al lang lag.',
  conditions: 'Er was genoeg tijd.',
}

export type BuiltPractice = {
  shared: PracticeStoryId
  draft: PracticeStoryId
  /** Shared by the colleague, with an addition of `by`. */
  ofColleague: PracticeStoryId
  mine: PracticeAdditionId
}

/** Two stories of `by` and one of `colleague`; of those that are shared each says that she knows the other's, and adds to it. */
export async function buildPractice(
  app: Running,
  { by, colleague }: { by: MemberId; colleague: MemberId },
): Promise<BuiltPractice> {
  const [shared, draft, ofColleague] = [0, 1, 2].map(() => app.world.newId<PracticeStoryId>()) as [
    PracticeStoryId,
    PracticeStoryId,
    PracticeStoryId,
  ]
  const [theirs, mine] = [app.world.newId<PracticeAdditionId>(), app.world.newId<PracticeAdditionId>()]
  const at = app.clock.now()
  const here = { workspace_id: app.workspace }
  const story = {
    ...{ ...here, body: JSON.stringify(practiceBody), version: 1 },
    ...({ kind: 'with-help-seekers', context: 'micro', situation: 'guidance' } as const),
    ...{ created_at: at, changed_at: at, hidden_at: null, hidden_by: null },
  }
  const said = { ...here, created_at: at, shown_at: at, hidden_by: null }
  const also = { ...said, kind: 'also', body: 'Ik vraag daarna wat zij ervan vond.' } as const
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('practice_story')
      .values([
        { ...story, author_id: by, id: shared, shared_at: at },
        { ...story, author_id: by, id: draft, shared_at: null },
        { ...story, author_id: colleague, id: ofColleague, shared_at: at },
      ])
      .execute()
    await trx
      .insertInto('practice_recognition')
      .values([
        { ...here, story_id: shared, member_id: colleague },
        { ...here, story_id: ofColleague, member_id: by },
      ])
      .execute()
    await trx
      .insertInto('practice_addition')
      .values([
        { ...also, id: theirs, story_id: shared, author_id: colleague },
        { ...also, id: mine, story_id: ofColleague, author_id: by },
      ])
      .execute()
  })
  return { shared, draft, ofColleague, mine }
}

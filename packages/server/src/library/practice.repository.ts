import type { PracticeBody } from '@weerklank/core/library/practice'
import { practiceAtOnce } from '@weerklank/core/library/practice.contract'
import type { RelationContext, RelationKind, Setting, Situation } from '@weerklank/core/relation/relation'
import type { MemberId, PracticeAdditionId, PracticeStoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { PracticeAdditionTable, PracticeStoryTable } from './practice.table.ts'

export type StoryRow = Selectable<PracticeStoryTable>
export type ShownStory = StoryRow & {
  author: string
  recognised: number
  i_recognise: boolean
}
export type AdditionRow = Selectable<PracticeAdditionTable> & { author: string }

/** Stories with who wrote them and what colleagues said, as `me` may see it. */
function shown(trx: Trx, me: MemberId) {
  const here = sql`x.workspace_id = practice_story.workspace_id and x.story_id = practice_story.id`
  return trx
    .selectFrom('practice_story')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'practice_story.workspace_id')
        .onRef('member.id', '=', 'practice_story.author_id'),
    )
    .selectAll('practice_story')
    .select([
      'member.name as author',
      sql<number>`(select count(*)::int from practice_recognition x where ${here})`.as('recognised'),
      sql<boolean>`exists (select 1 from practice_recognition x where ${here} and x.member_id = ${me})`.as(
        'i_recognise',
      ),
    ])
}

/** Every story of `me`, the last changed first. */
export function storiesOf(trx: Trx, me: MemberId): Promise<ShownStory[]> {
  return shown(trx, me)
    .where('author_id', '=', me)
    .orderBy('changed_at', 'desc')
    .orderBy('practice_story.id')
    .execute()
}

export type PracticeFilter = {
  kind?: RelationKind | undefined
  context?: RelationContext | undefined
  situation?: Situation | undefined
  from: number
}

/** What colleagues shared, her own left out, by day of sharing and within a day by id: nobody stands above another. */
export async function sharedStories(
  trx: Trx,
  me: MemberId,
  filter: PracticeFilter,
): Promise<{ stories: ShownStory[]; total: number }> {
  const { kind, context, situation, from } = filter
  const fits = sql<boolean>`shared_at is not null and author_id <> ${me}
    and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
    and ${context === undefined ? sql`true` : sql`context = ${context}`}
    and ${situation === undefined ? sql`true` : sql`situation = ${situation}`}`
  const stories = await shown(trx, me)
    .where(fits)
    .orderBy(sql`date_trunc('day', shared_at)`, 'desc')
    .orderBy('practice_story.id')
    .offset(from)
    .limit(practiceAtOnce)
    .execute()
  const { total } = await trx
    .selectFrom('practice_story')
    .select(sql<number>`count(*)::int`.as('total'))
    .where(fits)
    .executeTakeFirstOrThrow()
  return { stories, total }
}

/**
 * How many stories of colleagues fit a setting: of those of its kind, context and situation, else of its kind and context, else of
 * its kind alone; with the setting that was counted.
 */
export async function countShared(trx: Trx, me: MemberId, of: Setting): Promise<Setting & { count: number }> {
  const { kind, context, situation } = of
  const inContext = sql<boolean>`context is not distinct from ${context}`
  const row = await trx
    .selectFrom('practice_story')
    .select([
      sql<number>`count(*)::int`.as('wide'),
      sql<number>`(count(*) filter (where ${inContext}))::int`.as('near'),
      sql<number>`(count(*) filter (where ${inContext} and situation is not distinct from ${situation}))::int`.as(
        'exact',
      ),
    ])
    .where('kind', '=', kind)
    .where('shared_at', 'is not', null)
    .where('author_id', '<>', me)
    .executeTakeFirstOrThrow()
  if (row.exact > 0) return { ...of, count: row.exact }
  if (row.near > 0) return { kind, context, situation: null, count: row.near }
  return { kind, context: null, situation: null, count: row.wide }
}

/** One story as `me` may see it: her own, or one that is shared and in sight. */
export function findStory(trx: Trx, me: MemberId, id: PracticeStoryId): Promise<ShownStory | undefined> {
  return shown(trx, me)
    .where('practice_story.id', '=', id)
    .where((its) => its.or([its('author_id', '=', me), its('shared_at', 'is not', null)]))
    .executeTakeFirst()
}

/** A row for the rest of the transaction. */
export function lockStory(trx: Trx, id: PracticeStoryId): Promise<StoryRow | undefined> {
  return trx.selectFrom('practice_story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

type NewStory = {
  workspace: WorkspaceId
  id: PracticeStoryId
  by: MemberId
  at: Instant
  setting: Setting
  body: PracticeBody
}

/** Adds a story; false when the id is taken. */
export async function insertStory(trx: Trx, of: NewStory): Promise<boolean> {
  const added = await trx
    .insertInto('practice_story')
    .values({
      ...{ workspace_id: of.workspace, id: of.id, author_id: of.by, ...of.setting },
      ...{ body: JSON.stringify(of.body), version: 1, created_at: of.at, changed_at: of.at },
      ...{ shared_at: null, hidden_at: null, hidden_by: null },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type Change = Partial<
  Pick<StoryRow, 'kind' | 'context' | 'situation' | 'changed_at' | 'shared_at' | 'hidden_at' | 'hidden_by'>
> & { body?: string }

/** Changes a story; its version counts it. */
export async function changeStory(trx: Trx, { id, version }: StoryRow, change: Change): Promise<void> {
  await trx
    .updateTable('practice_story')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function deleteStory(trx: Trx, id: PracticeStoryId): Promise<void> {
  await trx.deleteFrom('practice_story').where('id', '=', id).execute()
}

type Recognition = { workspace: WorkspaceId; story: PracticeStoryId; me: MemberId }

export async function recogniseStory(trx: Trx, { workspace, story, me }: Recognition): Promise<void> {
  await trx
    .insertInto('practice_recognition')
    .values({ workspace_id: workspace, story_id: story, member_id: me })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unrecogniseStory(trx: Trx, { story, me }: Recognition): Promise<void> {
  await trx
    .deleteFrom('practice_recognition')
    .where('story_id', '=', story)
    .where('member_id', '=', me)
    .execute()
}

/** What colleagues added, the first first; what is out of sight only to who wrote it. */
export function additionsTo(trx: Trx, me: MemberId, story: PracticeStoryId): Promise<AdditionRow[]> {
  return trx
    .selectFrom('practice_addition as a')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'a.workspace_id').onRef('m.id', '=', 'a.author_id'),
    )
    .selectAll('a')
    .select('m.name as author')
    .where('a.story_id', '=', story)
    .where((its) => its.or([its('a.shown_at', 'is not', null), its('a.author_id', '=', me)]))
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute()
}

type NewAddition = Pick<AdditionRow, 'id' | 'story_id' | 'author_id' | 'kind' | 'body' | 'created_at'> & {
  workspace_id: WorkspaceId
}

/** Adds to a story; false when the id is taken. */
export async function insertAddition(trx: Trx, of: NewAddition): Promise<boolean> {
  const added = await trx
    .insertInto('practice_addition')
    .values({ ...of, shown_at: of.created_at, hidden_by: null })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type AdditionPlace = { id: PracticeAdditionId; story: PracticeStoryId }

/** Takes back what `me` added; false when it is not hers or not there. */
export async function deleteAddition(trx: Trx, me: MemberId, { id, story }: AdditionPlace): Promise<boolean> {
  const gone = await trx
    .deleteFrom('practice_addition')
    .where('id', '=', id)
    .where('story_id', '=', story)
    .where('author_id', '=', me)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Out of sight for everybody but its author; false when there is no such addition in sight. */
export async function hideAddition(trx: Trx, of: AdditionPlace & { by: MemberId }): Promise<boolean> {
  const hidden = await trx
    .updateTable('practice_addition')
    .set({ shown_at: null, hidden_by: of.by })
    .where('id', '=', of.id)
    .where('story_id', '=', of.story)
    .where('shown_at', 'is not', null)
    .executeTakeFirst()
  return hidden.numUpdatedRows === 1n
}

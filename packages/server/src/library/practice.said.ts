import type { PracticeAdditionKind } from '@weerklank/core/library/practice'
import { AppError } from '@weerklank/core/shared/errors'
import type { PracticeAdditionId, PracticeStoryId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import {
  additionsTo,
  changeStory,
  deleteAddition,
  hideAddition,
  insertAddition,
  type StoryRow,
} from './practice.repository.ts'

/** Something that a member does with one story. */
export type PracticeDeed = { trx: Trx; world: World; session: MemberSession; id: PracticeStoryId }

type Sent = { id: PracticeAdditionId; kind: PracticeAdditionKind; text: string }

/** Adds to a story; the same once more changes nothing. */
export async function addToStory({ trx, world, session, id }: PracticeDeed, sent: Sent): Promise<void> {
  const by = { workspace_id: session.workspace.id, author_id: session.member.id, created_at: world.now() }
  const words = { id: sent.id, story_id: id, kind: sent.kind, body: sent.text }
  if (await insertAddition(trx, { ...by, ...words })) return
  const before = (await additionsTo(trx, session.member.id, id)).find((one) => one.id === sent.id)
  const isSame = before?.author_id === session.member.id && before.body === sent.text
  if (!isSame) throw new AppError('conflict')
}

/** Takes back what she added, also when it is out of sight. */
export async function removeAddition(
  { trx, session, id }: PracticeDeed,
  addition: PracticeAdditionId,
): Promise<void> {
  if (!(await deleteAddition(trx, session.member.id, { id: addition, story: id })))
    throw new AppError('not-found')
}

/** Out of sight at once, for everybody but its author; what she wrote herself she takes back instead. */
export async function takeDown(
  { trx, world, session, id }: PracticeDeed,
  of: { row: StoryRow; addition: PracticeAdditionId | null },
): Promise<void> {
  if (of.addition !== null) {
    if (!(await hideAddition(trx, { id: of.addition, story: id, by: session.member.id })))
      throw new AppError('not-found')
    return
  }
  if (of.row.author_id === session.member.id) throw new AppError('not-allowed')
  await changeStory(trx, of.row, { shared_at: null, hidden_at: world.now(), hidden_by: session.member.id })
}

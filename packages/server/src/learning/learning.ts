import type { MomentForm } from '@weerklank/core/learning/moment-form'
import { levelWords } from '@weerklank/core/learning/moment-form.words'
import type { PersonId } from '@weerklank/core/shared/ids'
import { type Listener, say } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { loadMentionBook } from './mention.content.ts'
import {
  type AnswerRow,
  answersOf,
  type GoalRow,
  goalsOf,
  type MentionRow,
  type MomentRow,
  mentionsOf,
  momentsOf,
  type ReceiptRow,
  receiptsOf,
} from './moment.repository.ts'
import { choiceText, mentionText } from './own/moment.shown.ts'

/** The main file of the room of learning: what other rooms may ask of it. */

export { loadExercises } from './exercises.ts'
export { recordInTrajectory } from './learning.record.ts'
export { type GoalLine, leadsOf, type Practised, practisedIn } from './practised.ts'

/** What is kept of one person in one trajectory: the register, and what she wrote. */
export type OwnLearning = {
  title: string
  number: number
  organisation: string
  function: string
  joinedAt: Instant
  stoppedOn: string | null
  received: { title: string; at: Instant; way: ReceiptRow['way']; kept: boolean }[]
  /** `shared`: others may read it now. */
  goals: { text: string; more: string[]; reason: string; at: Instant; isCurrent: boolean; shared: boolean }[]
  answers: { to: string; text: string; at: Instant; shared: boolean }[]
  mentions: { level: string; text: string; at: Instant; shared: boolean }[]
}

/** Everything of a person in the trajectories in which she takes part or did; her own data must be in reach. */
export async function ownLearning(
  trx: Trx,
  of: { context: Context; person: PersonId; listener: Listener },
): Promise<OwnLearning[]> {
  await setContext(trx, { ...of.context, purpose: 'access' })
  const learners = await trx
    .selectFrom('learner')
    .selectAll()
    .where('person_id', '=', of.person)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  const found: OwnLearning[] = []
  for (const learner of learners) {
    const participant = learner.id as string as NonNullable<Context['participants']>[number]
    const participants = [...(of.context.participants ?? []), participant]
    const joins = [learner.trajectory_id]
    // As who takes part there: her trajectory and her own rows.
    await setContext(trx, { ...of.context, participants, joins })
    const { title } = await trx
      .selectFrom('trajectory')
      .select('title')
      .where('id', '=', learner.trajectory_id)
      .executeTakeFirstOrThrow()
    const moments = await momentsOf(trx, learner.trajectory_id)
    const receipts = await receiptsOf(trx, learner.id)
    const words = { moments, listener: of.listener }
    found.push({
      ...{ title, number: learner.number, organisation: learner.organisation, function: learner.function },
      ...{ joinedAt: learner.joined_at, stoppedOn: learner.stopped_on },
      received: receipts.map((row) => receivedOf(moments, row)),
      goals: (await goalsOf(trx, learner.id)).map(goalInWords),
      answers: (await answersOf(trx, learner.id)).map((row) => answerInWords(words, row)),
      mentions: (await mentionsOf(trx, learner.id)).map((row) => mentionInWords(words, row)),
    })
  }
  await setContext(trx, of.context)
  return found
}

type In = { moments: readonly MomentRow[]; listener: Listener }

const isShared = ({ shared, in_use }: Pick<GoalRow, 'shared' | 'in_use'>) => shared !== null && in_use

function receivedOf(moments: readonly MomentRow[], { moment_id, at, way, discarded }: ReceiptRow) {
  return { title: moments.find(({ id }) => id === moment_id)?.title ?? '', at, way, kept: !discarded }
}

function goalInWords(row: GoalRow): OwnLearning['goals'][number] {
  const { text, situation, why, first_step, notice, reason, created_at: at, status } = row
  const more = [situation, why, first_step, notice].filter((part) => part !== '')
  return { text, more, reason, at, isCurrent: status === 'current', shared: isShared(row) }
}

function answerInWords({ moments, listener }: In, row: AnswerRow): OwnLearning['answers'][number] {
  const form = moments.find(({ id }) => id === row.moment_id)?.form as MomentForm | undefined
  const ask = form?.find(({ key }) => key === row.item_key)?.ask
  const text = row.choice === null ? row.body : choiceText(row.choice, listener)
  return {
    to: ask === undefined ? row.item_key : say(ask, listener),
    text,
    at: row.at,
    shared: isShared(row),
  }
}

function mentionInWords({ listener }: In, row: MentionRow): OwnLearning['mentions'][number] {
  const level = levelWords[row.level][listener.language]
  return { level, text: mentionText(loadMentionBook(), row, listener), at: row.at, shared: isShared(row) }
}

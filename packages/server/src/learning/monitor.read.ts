import type { MonitorInput, MonitorLearner, MonitorPair } from '@weerklank/core/learning/monitor.input'
import type { LearnerId, MomentId, TrajectoryId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'

/**
 * What a monitor is made of, for who has it in reach (`monitors`). Content is read as row-level security shows it, and once more
 * only where it is shared and not on hold: the program reads it too, without that door.
 */
export async function readMonitorInput(
  trx: Trx,
  { trajectory, lectureSurvey }: { trajectory: TrajectoryId; lectureSurvey: number | null },
): Promise<MonitorInput> {
  const moments = await momentsOf(trx, trajectory)
  const people = await learnersOf(trx, trajectory)
  const numbers = new Map(people.map(({ id, number }) => [id, number]))
  const keys = new Map(moments.map(({ id, key }) => [id, key]))
  const content = await contentOf(trx, trajectory, { numbers, keys })
  const receipts = await receiptsOf(trx, trajectory, { keys, kept: content.keptAt })
  const { goals, answers, mentions } = content
  return {
    moments: moments.map(({ id: _, ...moment }) => moment),
    learners: people.map(({ id, ...learner }) => ({ ...learner, receipts: receipts.get(id) ?? [] })),
    pairs: await pairsOf(trx, trajectory, numbers),
    ...{ goals, answers, mentions, lectureSurvey },
    functions: await functionsOf(trx, trajectory),
  }
}

async function momentsOf(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('trajectory_moment')
    .select(['id', 'key', 'kind', 'title', 'opens_on as opensOn'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

type Person = Omit<MonitorLearner, 'receipts'> & { id: LearnerId }

async function learnersOf(trx: Trx, trajectory: TrajectoryId): Promise<Person[]> {
  const rows = await trx
    .selectFrom('learner')
    .select(['id', 'number', 'function', 'status', 'shared', 'in_use'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('number')
    .execute()
  return rows.map(({ status, shared, in_use: isInUse, ...learner }) => ({
    ...learner,
    hasConsent: shared !== null && isInUse,
    hasStopped: status === 'stopped',
  }))
}

type Names = { numbers: ReadonlyMap<LearnerId, number>; keys: ReadonlyMap<MomentId, string> }

/** Content that is shared, and at which moments there is some of whom. */
async function contentOf(trx: Trx, trajectory: TrajectoryId, { numbers, keys }: Names) {
  const { goals, answers, mentions } = await sharedRows(trx, trajectory)
  const keptAt = new Set(
    [...goals, ...answers, ...mentions].map((row) => `${row.learner_id} ${row.moment_id}`),
  )
  const of = (row: { learner_id: LearnerId; moment_id: MomentId }) => ({
    ...{ learner: numbers.get(row.learner_id) ?? 0, moment: keys.get(row.moment_id) ?? '' },
  })
  return {
    keptAt,
    goals: goals.map(({ id, learner_id, text, reason, replaces, status }) => ({
      ...{ learner: numbers.get(learner_id) ?? 0, id, text, reason, replaces },
      isCurrent: status === 'current',
    })),
    answers: answers.flatMap(({ said, ...row }) =>
      (said ?? []).map((one) => {
        const [item = '', choice = ''] = one.split(' ')
        return { ...of(row), item, choice }
      }),
    ),
    mentions: mentions.map(({ kind, level, code, body, ...row }) => ({
      ...of(row),
      kind,
      level,
      code,
      body,
    })),
  }
}

async function sharedRows(trx: Trx, trajectory: TrajectoryId) {
  const isShared = sql<boolean>`trajectory_id = ${trajectory} and shared is not null and in_use`
  const goals = await trx
    .selectFrom('learning_goal')
    .select(['id', 'learner_id', 'moment_id', 'text', 'reason', 'replaces', 'status'])
    .where(isShared)
    // A goal that is in no form yet is hers alone.
    .where('moment_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  // One row for each form: a fifth of the rows, and none of the words.
  const { rows: answers } = await sql<{ learner_id: LearnerId; moment_id: MomentId; said: string[] | null }>`
    select learner_id, moment_id, array_agg(item_key || ' ' || choice) filter (where choice is not null) as said
    from learning_answer where ${isShared} group by learner_id, moment_id`.execute(trx)
  const mentions = await trx
    .selectFrom('learning_mention')
    .select(['learner_id', 'moment_id', 'kind', 'level', 'code', 'body'])
    .where(isShared)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return { goals, answers, mentions }
}

/**
 * What came in. A form that somebody filled in, herself or on paper, is kept for others as far as something of it is shared: handed
 * in before consent, it stays hers. Of a talk, a mail or a file the register says whether it was thrown away.
 */
async function receiptsOf(
  trx: Trx,
  trajectory: TrajectoryId,
  { keys, kept }: { keys: Names['keys']; kept: ReadonlySet<string> },
): Promise<Map<LearnerId, MonitorLearner['receipts'][number][]>> {
  const rows = await trx
    .selectFrom('moment_receipt')
    .select(['learner_id', 'moment_id', 'way', 'discarded'])
    .where('trajectory_id', '=', trajectory)
    .execute()
  const found = new Map<LearnerId, MonitorLearner['receipts'][number][]>()
  for (const { learner_id: learner, moment_id, way, discarded } of rows) {
    const isForm = way === 'phone' || way === 'paper'
    const isKept = !discarded && (!isForm || kept.has(`${learner} ${moment_id}`))
    const list = found.get(learner) ?? []
    list.push({ moment: keys.get(moment_id) ?? '', way, isKept })
    found.set(learner, list)
  }
  return found
}

/** Pairs that were made, the oldest first; one that was undone was a mistake. Who was deleted is in no pair any more. */
async function pairsOf(
  trx: Trx,
  trajectory: TrajectoryId,
  numbers: Names['numbers'],
): Promise<MonitorPair[]> {
  const rows = await trx
    .selectFrom('buddy_pair as pair')
    .select(['learner_ids', 'talked'])
    .select(
      sql<boolean>`exists (select 1 from buddy_meeting met
        where met.workspace_id = pair.workspace_id and met.pair_id = pair.id)`.as('met'),
    )
    .where('trajectory_id', '=', trajectory)
    .where('formed_on', 'is not', null)
    .where((where) => where.or([where('end_reason', 'is', null), where('end_reason', '!=', 'undone')]))
    .orderBy('formed_on')
    .orderBy('id')
    .execute()
  return rows.map(({ learner_ids, talked, met }) => ({
    members: learner_ids.flatMap((id) => numbers.get(id) ?? []),
    hasMet: met ? true : talked,
  }))
}

async function functionsOf(trx: Trx, trajectory: TrajectoryId): Promise<MonitorInput['functions']> {
  const row = await trx
    .selectFrom('trajectory')
    .select('imported')
    .where('id', '=', trajectory)
    .executeTakeFirst()
  return row?.imported?.functions ?? null
}

/** What the learners of a story keep of their own learning: a step, an exercise, a plan, a piece, and what somebody wrote. */
import type {
  GoalId,
  LearningAttainmentId,
  LearningExerciseId,
  LearningStrategyId,
  PersonId,
  PortfolioPieceId,
  PortfolioShareId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'
import type { BuiltLearning } from './test-story-learning.ts'

export async function buildPortfolio(app: Running, learning: BuiltLearning): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    for (const learner of learning.learners) {
      const hers = {
        ...{ workspace_id: app.workspace, trajectory_id: learning.trajectory },
        ...{ learner_id: learner.id, person_id: learner.person },
      }
      await practise(trx, app, hers)
      await share(trx, app, hers)
    }
  })
}

type Hers = {
  workspace_id: Running['workspace']
  trajectory_id: BuiltLearning['trajectory']
  learner_id: BuiltLearning['learners'][number]['id']
  person_id: PersonId
}

async function practise(trx: Trx, app: Running, hers: Hers): Promise<void> {
  const at = app.clock.now()
  const day = localDay(at, 'Europe/Amsterdam')
  const shared = await sharedOf(trx, hers.person_id)
  const goal = app.world.newId<GoalId>()
  const words = {
    text: 'Ik wil leren vragen',
    situation: '',
    why: '',
    first_step: '',
    notice: '',
    reason: '',
  }
  await trx
    .insertInto('learning_goal')
    .values({
      ...{ ...hers, ...words, id: goal, moment_id: null, status: 'current', replaces: null, shared },
      ...{ scale: null, created_at: at, changed_at: at, version: 1 },
    })
    .execute()
  const attainment = {
    id: app.world.newId<LearningAttainmentId>(),
    goal_id: goal,
    level: 0,
    said: 'Zij belde.',
  }
  await trx
    .insertInto('learning_attainment')
    .values({ ...hers, ...attainment, day, at, shared })
    .execute()
  await trx
    .insertInto('learning_exercise')
    .values({
      ...{ ...hers, id: app.world.newId<LearningExerciseId>(), exercise_key: 'own', name: 'Vragen', day, at },
      ...{ kind: 'interpersonal', context: null, situation: null, happened: 'Ik vroeg door.' },
      ...{ insight: '', repeat: 'yes', shared },
    })
    .execute()
  const plan = { trigger: 'het stil valt', plan: 'wacht ik', fallback: '', at, dropped_at: null }
  await trx
    .insertInto('learning_strategy')
    .values({ ...hers, ...plan, id: app.world.newId<LearningStrategyId>() })
    .execute()
}

async function sharedOf(trx: Trx, person: PersonId): Promise<'research' | null> {
  const grant = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', person)
    .where('purpose', '=', 'research')
    .where('in_force', '=', true)
    .executeTakeFirst()
  return grant === undefined ? null : 'research'
}

/** A piece by a link, and what came back, which the lead may read. */
async function share(trx: Trx, app: Running, hers: Hers): Promise<void> {
  const at = app.clock.now()
  const { hash } = newToken(app.workspace)
  const id = app.world.newId<PortfolioShareId>()
  const promised = { token_hash: hash, readers: 'lead' as const, reader_ids: [] }
  await trx
    .insertInto('portfolio_share')
    .values({
      ...{ ...hers, ...promised, id, to_name: 'Sam', from_name: 'Deelnemer', is_both: true },
      ...{ questions: '["Wat zag je?"]', made_at: at, expires_at: addDays(at, 14) },
      ...{ revoked_at: null, seen_at: at, answered_at: at },
    })
    .execute()
  const piece = { kind: 'own' as const, source_id: null, title: 'Mijn verhaal', body: 'Zo ging het.' }
  await trx
    .insertInto('portfolio_piece')
    .values({
      ...{ ...hers, ...piece, id: app.world.newId<PortfolioPieceId>(), opened_to: [hash] },
      ...{ day: localDay(at, 'Europe/Amsterdam'), at, changed_at: at },
    })
    .execute()
  const answers = JSON.stringify([{ question: 'Wat zag je?', answer: 'Dat je vroeg.' }])
  await trx
    .insertInto('peer_feedback')
    .values({
      ...{ ...hers, ...promised, share_id: id, side: 'giver', from_name: 'Sam', answers, is_open: true, at },
    })
    .execute()
}

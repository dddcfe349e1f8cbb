/** Over random courses of a trajectory: consent decides what others read of a learner, and never what she reads herself. */
import { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import type { LearningAnswerId, MomentId } from '@weerklank/core/shared/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Context, inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { asLead, ownPath, type RunningTrajectory, runningTrajectory } from './nudge.fixture.ts'
import { learnerContext } from './own/own.door.ts'
import { byLearnerLink } from './own/own.fixture.ts'

const steps = ['yes', 'no', 'goal', 'phone', 'paper'] as const
type Step = { who: number; what: (typeof steps)[number]; at: number }
const step: fc.Arbitrary<Step> = fc.record({
  ...{ who: fc.nat(1), what: fc.constantFrom(...steps), at: fc.nat(2) },
})

/** Everything that anybody wrote, as far as a transaction of this context reads it. */
async function wordsIn(app: TestApp, context: Context): Promise<string[]> {
  return inContext(app.db, context, async (trx) => {
    const goals = await trx.selectFrom('learning_goal').select('text as said').execute()
    const answers = await trx.selectFrom('learning_answer').select('body as said').execute()
    const mentions = await trx.selectFrom('learning_mention').select('body as said').execute()
    return [...goals, ...answers, ...mentions].map(({ said }) => said).sort()
  })
}

/** What a learner should see, and what of it others should. */
type Model = {
  consents: boolean
  own: string[]
  shared: Set<string>
  received: Set<number>
  kept: Set<number>
}

async function worldOf(app: TestApp, of: RunningTrajectory) {
  const { trajectory } = of
  const moments = await asLead(app, trajectory, (trx) =>
    trx.selectFrom('trajectory_moment').selectAll().where('trajectory_id', '=', trajectory).execute(),
  )
  const asked = ['T2', 'T3', 'T1'].flatMap((key) => moments.filter((one) => one.key === key))
  const last = asked
    .map(({ opens_on }) => opens_on)
    .sort()
    .at(-1)
  app.clock.set(`${last}T10:00:00.000Z`)
  const people = of.learners.slice(0, 2)
  const doors = await Promise.all(
    people.map(async ({ id }) => byLearnerLink(app, await ownPath(app, of, id))),
  )
  const models = people.map(
    (): Model => ({
      ...{ consents: false, own: [], shared: new Set<string>(), received: new Set<number>() },
      kept: new Set<number>(),
    }),
  )
  return { of, asked, people, doors, models }
}

type World = Awaited<ReturnType<typeof worldOf>>

/** A text that fits the form of each moment: T1 asks a goal, the others what is met. */
function fieldsOf(at: number, said: string): Record<string, string> {
  return at === 2 ? { 'nieuw-text': said } : { 'f-barriers-met-team': said }
}

async function take(app: TestApp, world: World, { who, what, at }: Step, said: string): Promise<void> {
  const [door, model, person, moment] = [
    ...([world.doors[who], world.models[who]] as const),
    ...([world.people[who], world.asked[at]] as const),
  ]
  if (door === undefined || model === undefined || person === undefined || moment === undefined) return
  if (what === 'yes' || what === 'no') {
    await door.choose(what === 'yes' ? 'ja' : 'nee')
    model.consents = what === 'yes'
    if (what === 'no') model.shared.clear()
  } else if (what === 'goal') {
    const reply = await door.fill('/doel', { 'nieuw-text': said })
    if (reply.status === 303) model.own.push(said)
  } else if (what === 'phone') {
    const reply = await door.fill(`/moment/${moment.key}`, fieldsOf(at, said))
    // A form that stands is not pushed out; four goals are one too many.
    if (reply.status !== 303) return
    model.own.push(said)
    if (model.consents) for (const one of await handedIn(app, world, who, model, said)) model.shared.add(one)
    model.kept.add(at)
  } else if (!model.kept.has(at) && !model.received.has(at)) {
    await app.as(world.of.noor).call(momentEndpoints.typeOverMoment, {
      params: { trajectory: world.of.trajectory, learner: person.id, moment: moment.id as MomentId },
      body: {
        ...{ id: app.world.newId<LearningAnswerId>(), way: 'paper', receivedOn: moment.opens_on },
        handIn: {
          ...{ goals: [], reviews: [], choices: [], texts: [] },
          mentions: [
            {
              item: at === 2 ? 'barriers-expected' : 'barriers-met',
              named: [{ level: 'team', body: said }],
            },
          ],
        },
      },
    })
    if (model.consents) {
      model.own.push(said)
      model.shared.add(said)
      model.kept.add(at)
    } else model.received.add(at)
  }
}

/** What a form takes along: what was typed, and at a moment that asks for goals those she wrote for herself before. */
async function handedIn(app: TestApp, world: World, who: number, model: Model, said: string) {
  const learner = world.people[who]
  const taken = await asOwn(app, world, learner?.id, (rows) =>
    rows.filter((row) => row.moment_id !== null && row.shared !== null).map(({ text }) => text),
  )
  return new Set([said, ...taken.filter((text) => model.own.includes(text))])
}

async function asOwn<Result>(
  app: TestApp,
  { of }: World,
  learner: World['people'][number]['id'] | undefined,
  read: (rows: { text: string; moment_id: string | null; shared: string | null }[]) => Result,
): Promise<Result> {
  if (learner === undefined) throw new Error('She takes part')
  const context = learnerContext({ workspace: app.workspace, learner, trajectory: of.trajectory })
  return inContext(app.db, context, async (trx) =>
    read(await trx.selectFrom('learning_goal').select(['text', 'moment_id', 'shared']).execute()),
  )
}

async function compare(app: TestApp, world: World): Promise<void> {
  const { trajectory, noor } = world.of
  const reader: Context = {
    ...{ workspace: app.workspace, actor: { member: noor.member }, relations: [], monitors: [trajectory] },
  }
  const shared = world.models.flatMap((model) => [...model.shared]).sort()
  expect(await wordsIn(app, reader)).toEqual(shared)
  for (const [at, { id }] of world.people.entries()) {
    const context = learnerContext({ workspace: app.workspace, learner: id, trajectory })
    expect((await wordsIn(app, context)).filter((said) => said !== '')).toEqual(
      [...(world.models[at]?.own ?? [])].sort(),
    )
  }
}

test('consent decides what others read of a learner, and never what she reads herself', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (course) => {
      const world = await worldOf(app, await runningTrajectory(app, { noor }))
      for (const [index, one] of course.entries()) {
        await take(app, world, one, `woord ${index}`)
        await compare(app, world)
      }
    }),
    { numRuns: 10 },
  )
})

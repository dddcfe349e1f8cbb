import type { CircleSideId, ParticipantId, PersonId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { loadContent } from '../feedback/instruments.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'
import { asMember } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import { answerCheck } from './circle-check.answer.ts'
import { circleCheckClose, circleCheckCloseKind } from './circle-check.job.ts'

type Story = Awaited<ReturnType<typeof buildStory>>

/** What somebody answers to the check that asks, as it comes from any page. */
async function answerAs(app: TestApp, story: Story, me: ParticipantId): Promise<void> {
  const relation = story.relation.id
  const context = { workspace: app.workspace, actor: { participant: me }, relations: [relation] }
  const deps = { world: app.world, content: loadContent() }
  const at = { timeZone: 'Europe/Amsterdam', relation, check: story.checks.asking }
  const isFamily = story.checks.people.indexOf(me) < 2 && story.checks.people.includes(me)
  const side = isFamily ? story.circle.family : story.circle.professionals
  const given = { side, marks: { along: 6 }, words: '' }
  await inContext(app.db, context, (trx) => answerCheck(trx, { deps, context, me, ...at }, given))
}

/** More people of other organisations, who are asked as well. */
async function othersAsked(app: TestApp, story: Story, names: readonly string[]): Promise<ParticipantId[]> {
  const now = app.clock.now()
  const { checks, circle, relation } = story
  const within = { workspace_id: app.workspace, relation_id: relation.id }
  return asMaintenance(app.owner, async (trx) => {
    const added: ParticipantId[] = []
    for (const name of names) {
      const [person, id] = [app.world.newId<PersonId>(), app.world.newId<ParticipantId>()]
      await trx
        .insertInto('person')
        .values({ workspace_id: app.workspace, id: person, name, born_on: null, created_at: now })
        .execute()
      await trx
        .insertInto('participant')
        .values({
          ...{ ...within, id, member_id: null, person_id: person, name, voice: 'partner' },
          ...{ detail: '', address: 'je', language: 'nl', joined_at: now, left_at: null },
        })
        .execute()
      const belongs = { circle_id: circle.circle, participant_id: id, side_ids: [circle.professionals] }
      await trx
        .insertInto('circle_person')
        .values({ ...within, ...belongs, joined_at: now, seen_at: null, left_at: null })
        .execute()
      added.push(id)
    }
    await trx
      .updateTable('circle_check')
      .set({ asked_ids: [...checks.people, ...added] })
      .where('id', '=', checks.asking)
      .execute()
    return added
  })
}

const setPerson = (app: TestApp, story: Story, participant: ParticipantId, active: boolean) =>
  asMember(app, story.by).call(circleEndpoints.setCirclePerson, {
    params: { relation: story.relation.id, participant },
    body: { sides: [story.circle.professionals as CircleSideId], active },
  })

const read = (app: TestApp, { by, relation, checks }: Story) =>
  asMember(app, by).call(circleCheckEndpoints.get, {
    params: { relation: relation.id, check: checks.asking },
  })

/** The next day begins, with what waits for it. */
async function dayPasses(app: TestApp): Promise<void> {
  app.clock.advance(86_400_000)
  const close = circleCheckClose({ db: app.db, world: app.world, announce: () => {} })
  const handlers = { [circleCheckCloseKind]: close }
  await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
}

test('who left counts in no share; how many were asked and still there is kept when it opens', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const gone = await othersAsked(app, story, ['Rik', 'Bo', 'Jo', 'Mo'])
  for (const one of gone) await setPerson(app, story, one, false)
  const [lina, , ...professionals] = story.checks.people
  if (lina === undefined) throw new Error('Lina is asked')
  for (const one of [lina, ...professionals]) await answerAs(app, story, one)
  const shown = { status: 'shown', answered: 5 }
  expect((await read(app, story)).outcome).toMatchObject(shown)
  // Who comes back, or leaves afterwards, moves no threshold.
  for (const one of gone) await setPerson(app, story, one, true)
  expect((await read(app, story)).outcome).toMatchObject(shown)
})

test('a check that waited for who left opens as the next day begins: that day tells nobody that hers was missing', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const [rik] = await othersAsked(app, story, ['Rik'])
  if (rik === undefined) throw new Error('Rik is asked')
  const [lina, , ...professionals] = story.checks.people
  if (lina === undefined) throw new Error('Lina is asked')
  for (const one of [lina, ...professionals]) await answerAs(app, story, one)
  // Taken out to see what happens, and back: nothing happens.
  await setPerson(app, story, rik, false)
  expect((await read(app, story)).phase).toBe('asking')
  await setPerson(app, story, rik, true)
  await dayPasses(app)
  expect((await read(app, story)).phase).toBe('asking')
  await setPerson(app, story, rik, false)
  await dayPasses(app)
  expect((await read(app, story)).outcome).toMatchObject({ status: 'shown', answered: 5 })
})

test('when the mother leaves before it opens her answer is in no outcome, so that nothing can be taken from another', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const [rik] = await othersAsked(app, story, ['Rik'])
  if (rik === undefined) throw new Error('Rik is asked')
  const [lina, , ...professionals] = story.checks.people
  if (lina === undefined) throw new Error('Lina is asked')
  for (const one of [lina, ...professionals]) await answerAs(app, story, one)
  await setPerson(app, story, rik, false)
  await browser(app).post(`/n/${story.circle.tokens[1]}/weg`, [])
  expect((await read(app, story)).phase).toBe('asking')
  await dayPasses(app)
  // Four are left: their answers are no number.
  expect((await read(app, story)).outcome).toEqual({ status: 'talk' })
})

import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'
import { deleteAnswers } from './deletion.repository.ts'
import { strainInWords, strainOf } from './own-data.strain.ts'

async function onPage(app: TestApp) {
  const story = await buildStory(app)
  const { person_id: person } = await inContext(
    app.db,
    { workspace: app.workspace, actor: { member: story.by.member }, relations: [story.relation.id] },
    (trx) =>
      trx
        .selectFrom('participant')
        .select('person_id')
        .where('id', '=', story.lina.id)
        .executeTakeFirstOrThrow(),
  )
  const context = { workspace: app.workspace, actor: { person }, relations: [story.relation.id] }
  const places = [story.lina.id, story.samira.id]
  const reads = (purpose?: 'access') =>
    inContext(app.db, { ...context, participants: [story.lina.id], ...(purpose && { purpose }) }, (trx) =>
      strainOf(trx, places),
    )
  return { story, person, reads }
}

test('she takes along what was shared about strain with her: not what is private, not what is about another client', async () => {
  await using app = await testApp()
  const { story, reads } = await onPage(app)
  const rows = await reads('access')
  expect(rows.map(({ id }) => id)).toEqual([story.rupture])
  expect(rows.map((row) => strainInWords(row, 'nl'))).toMatchObject([
    { text: 'Het werd stil na mijn voorstel.', inWords: ['Iemand trekt zich terug', expect.any(String)] },
  ])
  expect(rows[0]?.steps).toHaveLength(2)
  expect(await reads()).toEqual([])
})

test('deletion on request takes what was shared about her; of others it stays', async () => {
  await using app = await testApp()
  const { story, person } = await onPage(app)
  const context = {
    ...{ workspace: app.workspace, actor: { member: story.by.member }, relations: [story.relation.id] },
    ...{ persons: [person], purpose: 'deletion' as const },
  }
  const left = await inContext(app.db, context, async (trx) => {
    await deleteAnswers(trx, { relation: story.relation.id, person })
    return trx.selectFrom('rupture').select(['participant_id', 'shared_at']).execute()
  })
  const shared = left.filter((row) => row.shared_at !== null).map((row) => row.participant_id)
  expect(shared).toEqual([story.samira.id])
  expect(left).toHaveLength(3)
})

/** An analysis goes when its term is over, with its words; until then the people whose words are in it stay. */
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { letFlow, startAnalysis, wordsIn } from '../analysis/corpus.fixture.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { testApp } from '../test-app.ts'
import { speak } from '../test-own-page.ts'
import { dayMs, run } from './retention.fixture.ts'

test('ten years after it was last worked on it goes; a day before it is whole', async () => {
  await using app = await testApp()
  const open = 'Ik werd gehoord.'
  const { relation } = await app.answer({ fields: { 'a.heard': '8', open } })
  const person = relation.client.id as string as PersonId
  const analysis = await startAnalysis(app, relation.by, { relations: [relation.id] })
  await speak(app, relation, { person, purpose: 'analysis', yes: true })
  await letFlow(app)
  app.clock.advance(3652 * dayMs)
  expect((await run(app, { isDry: true })).soon.research).toBe(1)
  await run(app)
  expect(Object.values(await wordsIn(app, relation.by, analysis.id)).flat()).toEqual([open])
  app.clock.advance(2 * dayMs)
  expect((await run(app)).removed?.research).toBe(1)
  const left = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('analysis_passage').select('id').where('workspace_id', '=', app.workspace).execute(),
  )
  expect(left).toEqual([])
  const gone = await app.as(relation.by).refusal(analysisEndpoints.get, { params: { analysis: analysis.id } })
  expect(gone.code).toBe('not-found')
})

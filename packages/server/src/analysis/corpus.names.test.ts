/** Names of the people at a table do not enter an analysis: they are called by their pseudonym, and codings stay where they are. */
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { CodeId, CodingId, PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { speak } from '../test-own-page.ts'
import { letFlow, startAnalysis, wordsIn } from './corpus.fixture.ts'

test('a name in a text becomes a pseudonym, and one that comes later moves no coding', async () => {
  await using app = await testApp()
  const people = [{ name: 'Lina' }, { name: 'Samira', voice: 'mother' as const }]
  const relation = await app.relation({ participants: people })
  const [lina, samira] = people.map(({ name }) => {
    const found = relation.relation.participants.find((one) => one.name === name)
    if (found === undefined) throw new Error(`${name} takes part`)
    return found
  })
  if (lina === undefined || samira === undefined) throw new Error('Both take part')
  const open = 'Samira en ik, Lina, lachten om mevrouw Jansen.'
  await app.answer({ in: relation, participant: lina, fields: { 'a.heard': '8', open } })
  const { id, params } = await startAnalysis(app, relation.by, { relations: [relation.id] })
  const say = (who: string) =>
    speak(app, relation, { person: who as PersonId, purpose: 'analysis', yes: true })
  await say(lina.id)
  await letFlow(app)
  const words = async () => Object.values(await wordsIn(app, relation.by, id)).flat()
  expect(await words()).toEqual(['[naam] en ik, S1, lachten om mevrouw [naam].'])

  const as = app.as(relation.by)
  const { documents } = await as.call(analysisEndpoints.get, { params })
  const document = documents[0]?.id ?? ('' as never)
  const page = () => as.call(analysisEndpoints.passages, { params: { ...params, document }, query: {} })
  const passage = (await page()).passages[0]?.id ?? ('' as never)
  const code = app.world.newId<CodeId>()
  const plain = { definition: '', include: '', exclude: '', example: '', colour: '#1f6f5c' }
  const change = (one: Parameters<typeof as.call<typeof analysisEndpoints.act>>[1]) =>
    as.call(analysisEndpoints.act, one)
  const codes = [{ id: code, parent: null, name: 'Lachen', ...plain }]
  await change({ params, body: { id: app.world.newId(), change: { kind: 'add-codes', codes } } })
  const codings = [{ id: app.world.newId<CodingId>(), passage, code, start: 18, end: 25, weight: null }]
  await change({ params, body: { id: app.world.newId(), change: { kind: 'add-codings', codings } } })

  await app.answer({ in: relation, participant: samira, fields: { 'a.heard': '8', open: 'Ja, met Lina.' } })
  await say(samira.id)
  await letFlow(app)
  expect(await words()).toEqual(['[naam] en ik, S1, lachten om mevrouw [naam].', 'Ja, met S1.'])
  expect((await page()).codings).toHaveLength(1)
})

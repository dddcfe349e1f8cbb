import type { WorksSource } from '@weerklank/core/library/works'
import { worksEndpoints } from '@weerklank/core/library/works.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { ownPageOf } from '../test-own-page.ts'
import { reckonWorks } from './works.job.ts'
import {
  asTeam,
  checksAroundIt,
  everybodyConsents,
  learning,
  roundsAroundIt,
} from './works.sources.fixture.ts'

const reckon = (app: TestApp) => reckonWorks({ ...app, withOwner: (work) => work(app.owner) }, app.workspace)

const told = async (app: TestApp, by: Person, of: WorksSource) =>
  (await app.as(by).call(worksEndpoints.whatWorks)).deeds
    .filter(({ source }) => source === of)
    .flatMap(({ deed, groups }) =>
      groups.flatMap(({ kind, result }) =>
        result.status === 'shown' ? [[deed, kind, result.people, result.higher, result.lower]] : [],
      ),
    )

async function threeAndTwo(app: TestApp) {
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid' })
  return { noor, farid, leads: [noor, noor, noor, farid, farid] }
}

test('five teams are told of as teams, by rounds without authors; what one team answered is told nowhere', async () => {
  await using app = await testApp()
  const { noor, farid, leads } = await threeAndTwo(app)
  for (const [at, by] of leads.entries()) {
    const team = await app.relation({ by, title: `Team ${at}`, participants: [{}, { name: 'Eva' }] })
    await asTeam(app, team)
    await roundsAroundIt(app, team.id, at === 4 ? [6, 3] : [4, 7])
    if (at === 3) expect(await reckon(app)).toMatchObject({ told: 1 })
    if (at === 3) expect(await told(app, noor, 'team')).toEqual([])
  }
  // However many took part in an agreement, a team is one.
  expect(await reckon(app)).toMatchObject({ traces: 5 })
  expect((await told(app, noor, 'team'))[0]).toEqual(['agreement', null, 5, 4, 1])
  const query = { source: 'team', deed: 'agreement' } as const
  const hers = await app.as(noor).call(worksEndpoints.evidence, { query })
  expect(hers.evidence.map((one) => Object.keys(one).sort())).toEqual(
    Array.from({ length: 3 }, () => ['at', 'relation', 'source', 'title']),
  )
  const his = await app.as(farid).call(worksEndpoints.evidence, { query })
  expect(his.evidence.map((one) => one.title).sort()).toEqual(['Team 3', 'Team 4'])
})

test('of a confidential check only whoever consents counts, no colleague reads it, and a withdrawal takes it out at once', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const names = ['Lina', 'Eva', 'Sem', 'Ruben', 'Hamid'].map((name) => ({ name }))
  const team = await app.relation({ by: noor, title: 'Ons team', participants: names })
  await asTeam(app, team)
  await checksAroundIt(app, team.id, [4, 7])
  expect(await reckon(app)).toMatchObject({ traces: 0 })
  await everybodyConsents(app, { relation: team.id })
  const { traces } = await reckon(app)
  expect(traces).toBeGreaterThanOrEqual(5)
  const seenBy = (context: Parameters<typeof inContext>[1]) =>
    inContext(app.db, context, (trx) => trx.selectFrom('works_trace').select('person_id').execute())
  const actor = { member: noor.member }
  expect(await seenBy({ workspace: app.workspace, actor, relations: [team.id] })).toEqual([])
  const program = { workspace: app.workspace, actor: 'system', relations: [team.id] } as const
  expect(await seenBy(program)).toHaveLength(traces)
  const page = await ownPageOf(app, team, team.client.id as string as PersonId)
  await page.choose('/keuze/research', 'nee')
  expect(await seenBy(program)).toHaveLength(traces - 1)
})

test('five learners of two leads are told of, by what they share; who shares nothing is not in it', async () => {
  await using app = await testApp()
  const { noor, farid } = await threeAndTwo(app)
  await learning(app, { lead: noor, names: ['A', 'B', 'C'], shares: true, levels: [-1, 1] })
  await learning(app, { lead: noor, names: ['X', 'Y'], shares: false, levels: [-1, 1] })
  expect(await told(app, noor, 'trajectory')).toEqual([])
  await learning(app, { lead: farid, names: ['D', 'E'], shares: true, levels: [0, -2] })
  // An exercise and the goal itself, each of five people.
  expect(await reckon(app)).toMatchObject({ traces: 10 })
  expect(await told(app, noor, 'trajectory')).toEqual([
    ['exercise:own', null, 5, 3, 2],
    ['exercise:own', 'with-help-seekers', 5, 3, 2],
    ['exercise:own', 'with-help-seekers', 5, 3, 2],
    ['exercise:own', 'with-help-seekers', 5, 3, 2],
    ['goal', null, 5, 5, 0],
  ])
  const query = { source: 'trajectory', deed: 'exercise:own' } as const
  const his = await app.as(farid).call(worksEndpoints.evidence, { query })
  expect(his.evidence.map((one) => [one.title, Object.keys(one).length])).toEqual([['Traject Farid', 3]])
})

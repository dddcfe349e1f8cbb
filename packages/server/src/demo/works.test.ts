/** What works in De Linde is told on the day it is filled, of groups that are large enough and of no others. */
import { worksEndpoints } from '@weerklank/core/library/works.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { filledApp } from './demo.fixture.ts'

let app: Awaited<ReturnType<typeof filledApp>>
beforeAll(async () => {
  app = await filledApp('2026-11-19T08:00:00.000Z')
})
afterAll(() => app[Symbol.asyncDispose]())

/** The groups of a deed as lines: where, and of how many people higher, about the same and lower; or that it is hidden. */
async function told(): Promise<Record<string, Record<string, string>>> {
  const { deeds } = await (await app.as('noor')).call(worksEndpoints.whatWorks)
  return Object.fromEntries(
    deeds.map(({ source, deed, groups }) => [
      `${source} ${deed}`,
      Object.fromEntries(
        groups.map(({ kind, context, situation, result }) => [
          [kind, context, situation].filter((part) => part !== null).join(' ') || 'all',
          result.status === 'hidden' ? 'hidden' : [result.higher, result.same, result.lower].join(' '),
        ]),
      ),
    ]),
  )
}

test('agreements and repairs are told as a whole and for a situation; some rose, some stayed, some fell', async () => {
  expect(await told()).toEqual({
    'collaboration agreement': {
      all: '11 2 4',
      interpersonal: 'hidden',
      interprofessional: '2 1 2',
      'interprofessional meso': '2 1 2',
      'interprofessional meso coordination-meeting': '2 1 2',
      'with-help-seekers': '9 1 2',
      'with-help-seekers micro': '9 1 2',
      'with-help-seekers micro course': 'hidden',
      'with-help-seekers micro evaluation': 'hidden',
      'with-help-seekers micro guidance': '3 1 2',
      'with-help-seekers micro psychoeducation': 'hidden',
      'with-help-seekers micro therapy': 'hidden',
    },
    'collaboration repair': {
      all: '3 1 1',
      'with-help-seekers': '3 1 1',
      'with-help-seekers micro': '3 1 1',
      'with-help-seekers micro guidance': '3 1 1',
    },
  })
})

test('what is told rests on five people and two colleagues at least; of fewer there are rows, and nothing is told', async () => {
  const rows = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('works_trace')
      .innerJoin('consent_grant as given', (join) =>
        join
          .onRef('given.workspace_id', '=', 'works_trace.workspace_id')
          .onRef('given.person_id', '=', 'works_trace.person_id')
          .on('given.purpose', '=', 'research'),
      )
      .select(['works_trace.person_id', 'deed', 'kind', 'context', 'situation', 'colleague_ids'])
      .execute(),
  )
  const groups = Map.groupBy(rows, ({ deed, kind, context, situation }) =>
    [deed, kind, context, situation].filter((part) => part !== null).join(' '),
  )
  const lines = await told()
  const facts = [...groups].map(([place, own]) => {
    const [deed = '', ...where] = place.split(' ')
    const line = lines[`collaboration ${deed}`]?.[where.join(' ')]
    const people = new Set(own.map(({ person_id }) => person_id)).size
    const inAll = own[0]?.colleague_ids.some((one) => own.every((row) => row.colleague_ids.includes(one)))
    return { place, isTold: line !== undefined && line !== 'hidden', isFit: people >= 5 && inAll === false }
  })
  expect(facts.filter(({ isTold, isFit }) => isTold !== isFit)).toEqual([])
  expect(facts.filter(({ isTold }) => isTold).map(({ place }) => place)).toHaveLength(3)
  expect(facts.filter(({ isTold }) => !isTold).length).toBeGreaterThanOrEqual(4)
})

test('Noor finds what the claims rest on, of her own work only', async () => {
  const evidenceOf = async (key: 'noor' | 'bram' | 'karin', deed: string) => {
    const query = { source: 'collaboration', deed, situation: 'guidance' } as const
    const { evidence } = await (await app.as(key)).call(worksEndpoints.evidence, { query })
    return evidence.map((one) => `${one.title} ${'way' in one ? one.way : ''}`).sort()
  }
  expect(await evidenceOf('noor', 'agreement')).toEqual(['Wies en Thijs higher', 'Wies en Thijs same'])
  expect(await evidenceOf('noor', 'repair')).toEqual(['Wies en Thijs higher'])
  expect(await evidenceOf('bram', 'repair')).toEqual([
    'Mevrouw Haddad en Ilyas higher',
    'Mevrouw Haddad en Ilyas same',
  ])
})

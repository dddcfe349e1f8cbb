import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import {
  supervisionEndpoints,
  supervisionShareEndpoints,
} from '@weerklank/core/feedback/supervision.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ExportJobId, RuptureId, SupervisionId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { hold, untilWaiting } from '../race.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import type { Person } from '../test-member.ts'

const { supervisedCases, supervisedCase, giveBack } = supervisionEndpoints
const { shares, share, stopSharing } = supervisionShareEndpoints
const { askReport, askCheckFile, listExportJobs, readExportJob, fetchExportJob } = exportJobEndpoints
const day = 86_400_000

/** Noor with Lina and her colleague Bram; Fien may be asked to look along. */
async function together(app: TestApp) {
  const bram = await app.professional({ name: 'Bram' })
  const fien = await app.professional({ name: 'Fien', role: 'facilitator' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const of = await app.relation({ participants, purpose: 'weer naar school' })
  const { by: noor, id: relation } = of
  await app.answer({ in: of, fields: answerFields('2', 'Ik voelde me niet gehoord.') })
  for (const shared of [true, false]) {
    const strain = {
      ...{ id: app.world.newId<RuptureId>(), participant: of.client.id, kind: 'withdrawal' as const },
      ...{ markers: ['W2' as const], salience: null, shared, signals: [] },
    }
    const body = { ...strain, text: shared ? 'Het viel stil.' : 'Ik ging te snel.' }
    await app.as(noor).call(ruptureEndpoints.noticeRupture, { params: { relation }, body })
  }
  const id = app.world.newId<SupervisionId>()
  const asked = { id, supervisor: fien.member, question: 'Hoe begin ik hierover?', days: 7 as const }
  const toFien = () => app.as(noor).call(share, { params: { relation }, body: asked })
  const open = (by: Person = fien) => app.as(by).call(supervisedCase, { params: { share: id } })
  const refused = async (by: Person = fien) =>
    (await app.as(by).refusal(supervisedCase, { params: { share: id } })).code
  return { of, noor, bram, fien, relation, id, asked, toFien, open, refused }
}

test('who is asked reads the line, what stood out, agreements and shared strain; no words of Lina, no notes, nothing private', async () => {
  await using app = await testApp()
  const { of, noor, relation, fien, toFien, open } = await together(app)
  await app.as(noor).call(relationEndpoints.addNote, {
    params: { relation },
    body: { id: app.world.newId(), kind: 'helps', text: 'Eerst thee.', toldBy: 'Lina' },
  })
  await toFien()
  const { shares: listed } = await app.as(fien).call(supervisedCases)
  expect(listed).toMatchObject([
    {
      title: 'Lina en Noor',
      from: 'Noor',
      question: 'Hoe begin ik hierover?',
      endsAt: '2026-11-26T08:00:00.000Z',
    },
  ])
  const seen = await open()
  expect(seen.responses).toMatchObject([{ participant: of.client.id, answers: { heard: 2 } }])
  expect(seen.signals.map(({ finding }) => finding.rule)).toContain('low-item')
  expect(seen.ruptures.map(({ text }) => text)).toEqual(['Het viel stil.'])
  expect(seen.relation.purpose).toBe('weer naar school')
  const text = JSON.stringify(seen)
  for (const hidden of ['niet gehoord', 'Eerst thee', 'te snel']) expect(text).not.toContain(hidden)
  // By the ordinary door there is nothing for her, and she changes nothing.
  const params = { params: { relation } }
  expect((await app.as(fien).refusal(relationEndpoints.getRelation, params)).code).toBe('not-found')
  expect((await app.as(fien).refusal(feedbackEndpoints.relationFeedback, params)).code).toBe('not-found')
  expect((await app.as(fien).call(feedbackEndpoints.listRelations)).relations).toEqual([])
})

test('who looks along gets no file of it: no report, no export, none that a colleague had made', async () => {
  await using app = await testApp()
  const { noor, relation, fien, toFien, open } = await together(app)
  await toFien()
  await open()
  const asked = {
    ...({
      format: 'pdf',
      language: 'nl',
      level: 'file',
      participant: null,
      from: null,
      until: null,
    } as const),
    purpose: 'team-discussion' as const,
  }
  const report = (id: ExportJobId) => ({ params: { relation }, body: { ...asked, id } })
  const made = app.world.newId<ExportJobId>()
  await app.as(noor).call(askReport, report(made))
  expect((await app.as(fien).refusal(askReport, report(app.world.newId()))).code).toBe('not-found')
  const file = {
    id: app.world.newId<ExportJobId>(),
    relation,
    format: 'csv-tidy',
    purpose: 'team-discussion',
  } as const
  expect((await app.as(fien).refusal(askCheckFile, { body: file })).code).toBe('not-found')
  for (const endpoint of [readExportJob, fetchExportJob]) {
    expect((await app.as(fien).refusal(endpoint, { params: { job: made } })).code).toBe('not-found')
  }
  expect((await app.as(fien).call(listExportJobs)).jobs).toEqual([])
})

test('what Lina keeps to some, a supervisor does not read unless she is named', async () => {
  await using app = await testApp()
  const { noor, fien, toFien, open } = await together(app)
  await toFien()
  const keepTo = (...readers: string[]) =>
    asMaintenance(app.owner, async (trx) => {
      for (const table of ['response', 'signal']) {
        await sql`update ${sql.table(table)} set readers = ${readers}::uuid[]
          where workspace_id = ${app.workspace}`.execute(trx)
      }
    })
  await keepTo(noor.member)
  expect(await open()).toMatchObject({ responses: [], signals: [] })
  await keepTo(noor.member, fien.member)
  expect((await open()).responses).toHaveLength(1)
})

describe('who may be asked, and by whom', () => {
  test('a facilitator, trainer or coach who does not take part; anybody else is unknown', async () => {
    await using app = await testApp()
    const { noor, bram, relation, asked } = await together(app)
    const coach = await app.professional({ name: 'Cor', role: 'coach' })
    const admin = await app.professional({ name: 'Ada', role: 'administrator' })
    const guest = await app.professional({ name: 'Gijs', role: 'guest' })
    const away = await app.professional({ name: 'Wim', role: 'trainer' })
    await app.as(admin).call(membersEndpoints.endColleague, { params: { member: away.member } })
    const { askable, readBy } = await app.as(noor).call(shares, { params: { relation } })
    expect(askable.map(({ name }) => name)).toEqual(['Cor', 'Fien'])
    expect(readBy.map(({ name }) => name)).toEqual(['Lina'])
    for (const supervisor of [bram, admin, guest, noor, away]) {
      const body = { ...asked, supervisor: supervisor.member }
      const refusal = await app.as(noor).refusal(share, { params: { relation }, body })
      expect(refusal).toMatchObject({ code: 'invalid-input', fields: { supervisor: 'unknown' } })
    }
    const bad = [{ question: 'Kort' }, { days: 400 }, { question: 'x'.repeat(301) }, { until: 'altijd' }]
    for (const wrong of bad) {
      const body = { ...asked, ...wrong } as never
      expect((await app.as(noor).refusal(share, { params: { relation }, body })).code).toBe('invalid-input')
    }
    const body = { ...asked, supervisor: coach.member }
    await app.as(bram).call(share, { params: { relation }, body })
    expect(await app.audit('supervision.shared')).toMatchObject([
      { actor: bram.member, relation_id: relation, subject_id: asked.id },
    ])
    // The same once more is the same; its identifier for another one is not.
    await app.as(bram).call(share, { params: { relation }, body })
    expect((await app.as(noor).refusal(share, { params: { relation }, body: asked })).code).toBe('conflict')
    expect(await app.audit('supervision.shared')).toHaveLength(1)
  })

  test('without such a role there is no list; whoever is not asked finds nothing, of another workspace neither', async () => {
    await using app = await testApp()
    await using elsewhere = await testApp()
    const { noor, toFien, id } = await together(app)
    await toFien()
    expect((await app.as(noor).refusal(supervisedCases)).code).toBe('not-allowed')
    const cor = await app.professional({ name: 'Cor', role: 'coach' })
    const eef = await elsewhere.professional({ name: 'Eef', role: 'coach' })
    for (const [at, by] of [
      [app, cor],
      [elsewhere, eef],
    ] as const) {
      expect((await at.as(by).call(supervisedCases)).shares).toEqual([])
      for (const endpoint of [supervisedCase, giveBack] as const) {
        expect((await at.as(by).refusal(endpoint, { params: { share: id } })).code).toBe('not-found')
      }
    }
    expect((await app.as(null).refusal(supervisedCases)).code).toBe('not-signed-in')
  })
})

describe('it ends', () => {
  test('by itself, at its moment', async () => {
    await using app = await testApp()
    const { noor, relation, fien, toFien, open, refused } = await together(app)
    await toFien()
    app.clock.advance(7 * day - 1)
    await open()
    app.clock.advance(1)
    expect(await refused()).toBe('not-found')
    expect((await app.as(fien).call(supervisedCases)).shares).toEqual([])
    const [told] = (await app.as(noor).call(shares, { params: { relation } })).shares
    expect(told).toMatchObject({ supervisor: 'Fien', open: false })
    app.clock.advance(30 * day)
    expect((await app.as(noor).call(shares, { params: { relation } })).shares).toEqual([])
  })

  const ways: [string, (app: TestApp, of: Awaited<ReturnType<typeof together>>) => Promise<unknown>][] = [
    [
      'when it is withdrawn, by whoever takes part',
      (app, { bram, relation, id }) => app.as(bram).call(stopSharing, { params: { relation, share: id } }),
    ],
    ['when it is given back', (app, { fien, id }) => app.as(fien).call(giveBack, { params: { share: id } })],
    [
      'with the collaboration',
      (app, { noor, relation }) =>
        app.as(noor).call(relationEndpoints.closeRelation, { params: { relation }, body: { closed: true } }),
    ],
    [
      'with the place of whoever shared it',
      async (app, { noor }) => {
        const ada = await app.professional({ name: 'Ada', role: 'administrator' })
        return app.as(ada).call(membersEndpoints.endColleague, { params: { member: noor.member } })
      },
    ],
    [
      'with the role of whoever was asked',
      async (app, { fien }) => {
        const ada = await app.professional({ name: 'Ada', role: 'administrator' })
        const body = { name: 'Fien', roles: ['professional' as const] }
        return app.as(ada).call(membersEndpoints.changeColleague, { params: { member: fien.member }, body })
      },
    ],
  ]
  test.each(ways)('%s', async (_, act) => {
    await using app = await testApp()
    const of = await together(app)
    await of.toFien()
    await of.open()
    await act(app, of)
    expect(['not-found', 'not-allowed']).toContain(await of.refused())
  })

  test('once: ending it again changes nothing, and a share of elsewhere cannot be ended from here', async () => {
    await using app = await testApp()
    const { noor, relation, fien, id, toFien } = await together(app)
    await toFien()
    const other = await app.relation({ by: noor })
    const wrong = { params: { relation: other.id, share: id } }
    expect((await app.as(noor).refusal(stopSharing, wrong)).code).toBe('not-found')
    await app.as(fien).call(giveBack, { params: { share: id } })
    await app.as(noor).call(stopSharing, { params: { relation, share: id } })
    expect((await app.audit('supervision.ended')).map(({ actor }) => actor)).toEqual([fien.member])
  })
})

describe('while it is looked at', () => {
  test('withdrawing waits for the look that was begun, and nothing is given after it', async () => {
    await using app = await testApp()
    const { noor, relation, id, fien, toFien, refused } = await together(app)
    await toFien()
    // Holds back whoever reads agreements: the look has its share in hand by then.
    const held = await hold(app, sql`lock table agreement in access exclusive mode`)
    const looking = app.as(fien).request('GET', `/api/supervision/${id}`)
    await untilWaiting(app)
    let isWithdrawn = false
    const withdrawing = app
      .as(noor)
      .call(stopSharing, { params: { relation, share: id } })
      .then(() => {
        isWithdrawn = true
      })
    await untilWaiting(app, 2)
    expect(isWithdrawn).toBe(false)
    await held.release()
    expect((await looking).status).toBe(200)
    await withdrawing
    expect(await refused()).toBe('not-found')
  })

  test('a look that comes while it is being withdrawn gives nothing', async () => {
    await using app = await testApp()
    const { noor, relation, id, fien, toFien } = await together(app)
    await toFien()
    const held = await hold(app, sql`lock table audit_event in share mode`)
    const withdrawing = app.as(noor).call(stopSharing, { params: { relation, share: id } })
    await untilWaiting(app)
    const looking = app.as(fien).request('GET', `/api/supervision/${id}`)
    await untilWaiting(app, 2)
    await held.release()
    await withdrawing
    expect((await looking).status).toBe(404)
    expect(await app.audit('supervision.read')).toEqual([])
  })

  test('a role that is taken away in another process ends it for an open session', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { fien, toFien, open, refused } = await together(app)
    await toFien()
    await open()
    const ada = await app.professional({ name: 'Ada', role: 'administrator' })
    const body = { name: 'Fien', roles: ['researcher' as const] }
    await twin.as(ada).call(membersEndpoints.changeColleague, { params: { member: fien.member }, body })
    expect(await refused()).toBe('not-allowed')
  })
})

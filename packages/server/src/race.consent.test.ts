/** What somebody takes back while it is used: her answers, her consent, what her mother may read; each in both orders. */
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { PersonId, PersonRequestId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from './db/maintenance.ts'
import { hold, untilWaiting } from './race.fixture.ts'
import { type TestApp, testApp } from './test-app.ts'
import { answerFields } from './test-factories.ts'
import { keepFamily, ownPageOf } from './test-own-page.ts'

/** Someone who answered before, who is asked again, and who asked to delete it all. */
async function whoAskedToDelete(app: TestApp) {
  const relation = await app.relation({ participants: [{ name: 'Samira', address: 'u' }] })
  const person = relation.client.id as string as PersonId
  await app.answer({ in: relation })
  const asked = await app.invite({ in: relation })
  const key = await asked.link.key()
  const page = await ownPageOf(app, relation, person)
  const fields = await page.fieldsOf('/verzoek')
  await page.post('/verzoek', { ...fields, soort: 'deletion', tekst: 'Wis alles.' })
  const params = { relation: relation.id }
  const { requests } = await app.as(relation.by).call(personEndpoints.listRequests, { params })
  const request = requests[0]?.id as PersonRequestId
  const handle = (by: Pick<TestApp, 'as'>) =>
    by.as(relation.by).request('POST', `/api/relations/${relation.id}/requests/${request}`, {
      ...{ outcome: 'done', answer: 'Gewist.', deletes: 'answers' },
    })
  // Low, so that a signal is raised as well.
  const answer = () => asked.link.post({ key, ...answerFields('2') }, { accept: 'json' })
  return { relation, person, asked, answer, handle }
}

async function kept(app: TestApp, person: PersonId) {
  return asMaintenance(app.owner, async (trx) => {
    const { rows } = await sql<{ answers: number; signals: number; invitations: number }>`
      with own as (select id from participant where person_id = ${person})
      select (select count(*)::int from response where participant_id in (select id from own)) as answers,
        (select count(*)::int from signal where participant_id in (select id from own)) as signals,
        (select count(*)::int from invitation where participant_id in (select id from own)) as invitations`.execute(
      trx,
    )
    return rows[0]
  })
}

const nothing = { answers: 0, signals: 0, invitations: 0 }

describe('a deletion during an answer', () => {
  test('waits for the answer that is being stored, and takes it along', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { relation, person, answer, handle } = await whoAskedToDelete(app)
    const held = await hold(app, sql`select 1 from relation where id = ${relation.id} for no key update`)
    const answering = answer()
    await untilWaiting(app)
    const deleting = handle(twin)
    await untilWaiting(app, 2)
    await held.release()
    expect((await answering).status).toBe(200)
    const deleted = await deleting
    expect([deleted.status, deleted.body]).toMatchObject([200, { deleted: { answers: 2, invitations: 2 } }])
    expect(await kept(app, person)).toEqual(nothing)
    for (const one of [app, twin]) expect(one.log.filter((line) => line.level === 'error')).toEqual([])
  })

  test('that is first leaves an answer nowhere to go; whoever sent it is told that the link is gone', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { person, answer, handle } = await whoAskedToDelete(app)
    // The receipt is the last that a deletion writes before its line in the record.
    const held = await hold(app, sql`lock table receipt in share mode`)
    const deleting = handle(twin)
    await untilWaiting(app)
    const answering = answer()
    await untilWaiting(app, 2)
    await held.release()
    expect((await deleting).status).toBe(200)
    expect((await answering).status).toBe(404)
    expect(await kept(app, person)).toEqual(nothing)
    for (const one of [app, twin]) expect(one.log.filter((line) => line.level === 'error')).toEqual([])
  })

  test('ends one way or the other, however they come', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    for (let round = 0; round < 6; round++) {
      const { person, answer, handle } = await whoAskedToDelete(app)
      const [answered, deleted] = await Promise.all([answer(), handle(round % 2 === 0 ? app : twin)])
      expect([200, 404]).toContain(answered.status)
      expect(deleted.status).toBe(200)
      expect(await kept(app, person)).toEqual(nothing)
    }
    for (const one of [app, twin]) expect(one.log.filter((line) => line.level === 'error')).toEqual([])
  })
})

describe('a withdrawal during a running export', () => {
  async function study(app: TestApp) {
    const relation = await app.relation({ participants: [{ name: 'Samira', address: 'u' }] })
    const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
    await page.choose('/keuze/research', 'ja')
    await app.answer({ in: relation })
    const rik = await app.professional({ name: 'Rik', role: 'researcher' })
    const id = app.world.newId<string>()
    const body = { id, title: 'Voorjaar', format: 'csv' as const, purpose: 'research' as const }
    const run = (by: Pick<TestApp, 'as'>) =>
      by.as(rik).call(researchEndpoints.makeExport, { body: body as never })
    const withdrawnFrom = async () => {
      const { exports } = await app.as(rik).call(researchEndpoints.listExports)
      return exports.find((one) => one.id === id)?.withdrawn.map(({ code }) => code)
    }
    return { page, run, withdrawnFrom, rik }
  }

  test('that began first: she is in the file, is told so, and is marked in it', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { page, run, withdrawnFrom, rik } = await study(app)
    // It has read who takes part, and has to wait before it can keep that.
    const held = await hold(app, sql`lock table research_export in share mode`)
    const exporting = run(twin)
    await untilWaiting(app)
    const withdrawing = page.choose('/keuze/research', 'nee')
    await untilWaiting(app, 2)
    await held.release()
    expect((await exporting).file.content).toContain('P01')
    expect((await withdrawing).text).toContain('Voorjaar')
    expect(await withdrawnFrom()).toEqual(['P01'])
    expect((await app.as(rik).call(researchEndpoints.answers)).answers).toEqual([])
  })

  test('that comes second: nothing of her is in the file', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { page, run, withdrawnFrom } = await study(app)
    const held = await hold(app, sql`lock table receipt in share mode`)
    const withdrawing = page.choose('/keuze/research', 'nee')
    await untilWaiting(app)
    const exporting = run(twin)
    await untilWaiting(app, 2)
    await held.release()
    expect((await withdrawing).text).not.toContain('Voorjaar')
    expect((await exporting).file.content).not.toContain('P01')
    expect(await withdrawnFrom()).toEqual([])
  })
})

describe('a youth takes back what her mother may read, while the page is open', () => {
  async function family(app: TestApp) {
    const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
    const lina = relation.client.id as string as PersonId
    const mother = app.world.newId<PersonId>()
    const parents = [{ person: mother, name: 'Samira' }]
    await keepFamily(app, relation, { person: lina, bornOn: '2012-06-01', parents })
    await app.answer({ in: relation, fields: { 'a.heard': '7', open: 'van Lina zelf' } })
    const own = await ownPageOf(app, relation, lina)
    const hers = await ownPageOf(app, relation, mother)
    await own.choose('/keuze/parents-read', 'ja')
    const read = () => hers.get(`/kind/${lina}/antwoorden`)
    return { own, read }
  }

  test('the page that was being made shows nothing any more', async () => {
    await using app = await testApp()
    const { own, read } = await family(app)
    expect((await read()).text).toContain('van Lina zelf')
    const reads = (await app.audit('child-answers.read')).length
    // Whether she may read was looked at; the answers themselves are still to be read.
    const held = await hold(app, sql`lock table response in access exclusive mode`)
    const reading = read()
    await untilWaiting(app)
    await own.post('/keuze/parents-read', { ...(await own.fieldsOf('/keuze/parents-read')), keuze: 'nee' })
    await held.release()
    expect((await reading).text).not.toContain('van Lina zelf')
    expect((await read()).text).not.toContain('van Lina zelf')
    expect(await app.audit('child-answers.read')).toHaveLength(reads)
  })

  test('while it is not stored yet her mother may still read, and that is written down', async () => {
    await using app = await testApp()
    const { own, read } = await family(app)
    const fields = await own.fieldsOf('/keuze/parents-read')
    const held = await hold(app, sql`lock table consent_event in share mode`)
    const stopping = own.post('/keuze/parents-read', { ...fields, keuze: 'nee' })
    await untilWaiting(app)
    expect((await read()).text).toContain('van Lina zelf')
    await held.release()
    expect((await stopping).status).toBe(303)
    expect((await read()).text).not.toContain('van Lina zelf')
    expect(await app.audit('child-answers.read')).toHaveLength(1)
  })
})

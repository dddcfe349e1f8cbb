/** What people asked about their data, over all collaborations of a member: told while nobody answered it, to whoever may. */
import type { AuditAction } from '@weerklank/core/audit/audit'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { PersonRequestId, RelationId } from '@weerklank/core/shared/ids'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { buildMother, byOwnLink, keepFamily, ownPageOf, personsIn } from '../test-own-page.ts'

const { openRequests, handleRequest, makePersonLink } = personEndpoints

async function open(app: TestApp, by: Person) {
  return (await app.as(by).call(openRequests)).requests
}

/** A mother who asked to correct something. */
async function whoAsked(app: TestApp) {
  const mother = await buildMother(app)
  const fields = { ...(await mother.page.fieldsOf('/verzoek')), soort: 'correction', tekst: 'Mijn naam.' }
  expect((await mother.page.post('/verzoek', fields)).status).toBe(303)
  return mother
}

async function answerTo(app: TestApp, by: Person, of: { relation: RelationId; request: PersonRequestId }) {
  await app.as(by).call(handleRequest, {
    params: of,
    body: { outcome: 'refused', answer: 'Dit klopt zo.', deletes: 'nothing' },
  })
}

/** The collaborations that stand beside the lines of one kind. */
function shownBy(app: TestApp, action: AuditAction) {
  return asMaintenance(app.owner, async (trx) => {
    const rows = await trx
      .selectFrom('audit_shown')
      .select('relation_id')
      .where('action', '=', action)
      .execute()
    return rows.map((row) => row.relation_id)
  })
}

describe('open requests', () => {
  test('tell who asks what and where, without her words, and are gone when answered', async () => {
    await using app = await testApp()
    const { relation } = await whoAsked(app)
    const [request, ...more] = await open(app, relation.by)
    expect(more).toEqual([])
    expect(request).toEqual({
      id: expect.any(String),
      ...{ name: 'Samira', askedBy: null, kind: 'correction', at: app.clock.now() },
      ...{ relation: relation.id, title: 'Lina en Noor' },
    })
    const lines = await app.audit('request.read')
    expect(lines).toHaveLength(1)
    expect(await shownBy(app, 'request.read')).toEqual([relation.id])
    if (request === undefined) throw new Error('She asked')
    await answerTo(app, relation.by, { relation: relation.id, request: request.id })
    expect(await open(app, relation.by)).toEqual([])
    expect(await app.audit('request.read')).toHaveLength(lines.length)
  })

  test('come oldest first, and only from where one takes part', async () => {
    await using app = await testApp()
    const first = await whoAsked(app)
    app.clock.advance(60_000)
    const elsewhere = await whoAsked(app)
    expect(elsewhere.relation.by.member).not.toBe(first.relation.by.member)
    expect((await open(app, first.relation.by)).map((one) => one.relation)).toEqual([first.relation.id])
    const other = await app.professional({ name: 'Bas' })
    expect(await open(app, other)).toEqual([])
  })

  test('are not told to a guest who takes part', async () => {
    await using app = await testApp()
    const gijs = await app.professional({ name: 'Gijs', role: 'guest' })
    const participants = [{ name: 'Lina' }, { name: 'Gijs', voice: 'colleague' as const, member: gijs }]
    const relation = await app.relation({ participants })
    const lina = (await personsIn(app, relation)).find((one) => one.name === 'Lina')
    if (lina === undefined) throw new Error('Lina takes part')
    const page = await ownPageOf(app, relation, lina.person)
    await page.post('/verzoek', { ...(await page.fieldsOf('/verzoek')), soort: 'deletion', tekst: 'Alles.' })
    expect(await open(app, relation.by)).toHaveLength(1)
    expect(await open(app, gijs)).toEqual([])
  })

  test('name the parent who asked for her child', async () => {
    await using app = await testApp()
    const relation = await app.relation({
      participants: [{ name: 'Lina', voice: 'youth' as const, address: 'je' as const }],
    })
    const [lina] = (await personsIn(app, relation)).filter((one) => one.name === 'Lina')
    if (lina === undefined) throw new Error('Lina takes part')
    const mother = app.world.newId<typeof lina.person>()
    await keepFamily(app, relation, {
      ...{ person: lina.person, bornOn: '2013-05-01' },
      parents: [{ person: mother, name: 'Samira' }],
    })
    const params = { relation: relation.id, person: mother }
    const page = byOwnLink(app, (await app.as(relation.by).call(makePersonLink, { params })).url)
    const below = `/kind/${lina.person}/verzoek`
    await page.post(below, {
      ...(await page.fieldsOf(below)),
      soort: 'deletion',
      tekst: 'Haar eerste antwoord.',
    })
    expect(await open(app, relation.by)).toMatchObject([
      { name: 'Lina', askedBy: 'Samira', kind: 'deletion', relation: relation.id },
    ])
  })
})

/** Who asks for what is not hers is refused as ever, and that she asked is written down: where it can tell of nobody else. */
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { lookedAtWords } from '@weerklank/core/audit/looked-at.words'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId, PersonId } from '@weerklank/core/shared/ids'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { lookedAtMe } from '../audit/audit.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import { asMaintenance } from './accounts.ts'
import { asideDone } from './aside.ts'
import { refusalsAtMost } from './refusal-count.ts'

const { getRelation } = relationEndpoints
const refusals = ['relation.refused', 'relation.refused-more', 'round.refused', 'role.refused']

const asked = async (app: TestApp) => (await app.audit()).filter(({ action }) => refusals.includes(action))

async function counted(app: TestApp): Promise<number> {
  const text = await (await app.hono.request(`${publicUrl}/metrics`)).text()
  return Number(/^weerklank_refused_content_total (\d+)$/m.exec(text)?.[1])
}

test('a colleague who asks for a collaboration of others is refused, and stands in the record with it', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const reply = await app.as(eva).refusal(getRelation, { params: { relation: relation.id } })
  expect(reply).toMatchObject({ code: 'not-found' })
  expect(await asked(app)).toMatchObject([
    {
      action: 'relation.refused',
      actor: eva.member,
      subject: 'relation',
      subject_id: relation.id,
      relation_id: relation.id,
    },
  ])
  const els = app.as(await app.professional({ name: 'Els', role: 'privacy-officer' }))
  const { lines } = await els.call(auditEndpoints.read, { query: { basis: 'refused' } })
  expect(lines).toMatchObject([
    { actor: { name: 'Eva' }, kind: 'R', basis: 'refused', relation: relation.id },
  ])
  const query = { format: 'csv', purpose: 'review' } as const
  const file = await els.request('GET', `${auditEndpoints.export.path}?${new URLSearchParams(query)}`)
  const [head = '', ...rows] = String(file.body).trim().split('\r\n')
  const outcome = head.split(/[;,]/).findIndex((name) => name.includes('EventOutcomeIndicator'))
  const line = rows.find((row) => row.includes('relation.refused')) ?? ''
  expect(line.split(/[;,]/)[outcome]?.replaceAll('"', '')).toBe('4')
  expect((await els.call(auditEndpoints.verify)).broken).toBeNull()
})

test('what is not there, or is of another workspace, leaves no line anywhere, and is counted like the rest', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const relation = await app.relation()
  const abroad = await elsewhere.relation()
  const eva = app.as(await app.professional({ name: 'Eva' }))
  const [here, there, before] = [await app.audit(), await elsewhere.audit(), await counted(app)]
  const replies = []
  for (const id of [app.world.newId<typeof relation.id>(), abroad.id]) {
    replies.push(await eva.request('GET', getRelation.path.replace(':relation', id)))
    replies.push(await eva.request('GET', teamEndpoints.getRound.path.replace(':round', id)))
  }
  expect([await app.audit(), await elsewhere.audit()]).toEqual([here, there])
  expect((await counted(app)) - before).toBe(4)
  // As it is answered for one that is there.
  replies.push(await eva.request('GET', getRelation.path.replace(':relation', relation.id)))
  expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
  expect((await counted(app)) - before).toBe(5)
  expect(await asked(app)).toHaveLength(1)
})

test('the answer does not wait for the line: it takes as long whether there is such a collaboration or not', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const eva = app.as(await app.professional({ name: 'Eva' }))
  const holding = await app.owner.startTransaction().execute()
  try {
    await sql`lock table audit_event, audit_head in access exclusive mode`.execute(holding)
    const reply = await eva.refusal(getRelation, { params: { relation: relation.id } })
    expect(reply).toMatchObject({ code: 'not-found' })
  } finally {
    await holding.rollback().execute()
  }
  expect(await asked(app)).toHaveLength(1)
})

test('a round of others and the work of another role too; what one may always ask, leaves nothing', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await app.professional({ name: 'Eva' })
  const params = { round: story.openRound }
  expect(await app.as(eva).refusal(teamEndpoints.getRound, { params })).toMatchObject({ code: 'not-found' })
  expect(await app.as(eva).refusal(researchEndpoints.register)).toMatchObject({ code: 'not-allowed' })
  expect(await asked(app)).toMatchObject([
    { action: 'round.refused', actor: eva.member, subject: 'round', subject_id: story.openRound },
    { action: 'role.refused', actor: eva.member, subject: 'getResearchRegister', subject_id: eva.member },
  ])
  const ada = app.as(await app.professional({ name: 'Ada', role: 'administrator' }))
  expect((await ada.request('GET', '/api/relations')).status).toBe(403)
  expect(await asked(app)).toHaveLength(2)
})

test('who looks in with a reason and tries to change something stands there too', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const reason = 'De vaste hulpverlener is ziek geworden.'
  const body = { id: app.world.newId<string>(), title: 'Lina en Noor', reason }
  await app.as(eva).call(emergencyEndpoints.openEmergency, { body })
  const params = { relation: relation.id }
  expect((await app.as(eva).call(getRelation, { params })).title).toBe('Lina en Noor')
  expect(await asked(app)).toEqual([])
  const change = { params, body: { closed: true } }
  expect(await app.as(eva).refusal(relationEndpoints.closeRelation, change)).toMatchObject({
    code: 'not-allowed',
  })
  expect(await asked(app)).toMatchObject([{ action: 'relation.refused', relation_id: relation.id }])
})

test('a flood becomes so many lines and one that says there was more', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const eva = app.as(await app.professional({ name: 'Eva' }))
  const flood = async (times: number) => {
    for (let i = 0; i < times; i += 1) await eva.refusal(getRelation, { params: { relation: relation.id } })
    await asideDone()
  }
  const most = refusalsAtMost.content
  await flood(most + 5)
  const count = async (action: string) => (await app.audit(action)).length
  expect([await count('relation.refused'), await count('relation.refused-more')]).toEqual([most, 1])
  app.clock.advance(61 * 60_000)
  await flood(2)
  expect([await count('relation.refused'), await count('relation.refused-more')]).toEqual([most + 2, 1])
}, 30_000)

test('the person reads that somebody asked and was shown nothing, and not who it was', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await app.professional({ name: 'Eva Nieuwsgierig' })
  await app.as(eva).refusal(getRelation, { params: { relation: story.relation.id } })
  await asideDone()
  const { id, person } = await personOf(app, story.lina.id)
  const reading = {
    ...{ workspace: app.workspace, actor: { person }, participants: [id], relations: [story.relation.id] },
    purpose: 'access' as const,
  }
  const { lines } = await inContext(app.db, reading, (trx) =>
    lookedAtMe(trx, {
      person,
      participants: [id],
      relations: [story.relation.id],
      timeZone: 'Europe/Amsterdam',
      limit: 50,
    }),
  )
  const line = lines.find(({ action }) => action === 'relation.refused')
  if (line === undefined) throw new Error('It is not shown')
  expect(lookedAtWords(line, { language: 'nl', address: 'u' })).toEqual({
    what: 'Een medewerker wilde bij uw samenwerking, maar mocht dat niet.',
    why: 'Er is niets getoond.',
  })
  expect(JSON.stringify(lines)).not.toContain('Nieuwsgierig')
})

async function personOf(app: TestApp, participant: string): Promise<{ id: ParticipantId; person: PersonId }> {
  const row = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('participant')
      .select(['id', 'person_id'])
      .where('id', '=', participant as ParticipantId)
      .executeTakeFirstOrThrow(),
  )
  return { id: row.id, person: row.person_id }
}

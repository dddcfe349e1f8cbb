import { emergencyEndsAt } from '@weerklank/core/access/emergency'
import { type AuditPage, auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { exportAtMost } from '@weerklank/core/audit/audit.limits'
import { nenFields } from '@weerklank/core/audit/nen7513'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { recordOf, writeRecords } from './audit.ts'
import { writeLinks } from './chain.fixture.ts'

const { read, export: exported, verify } = auditEndpoints
const now = '2026-11-19T08:00:00.000Z'

async function story() {
  const app = await testApp({ now })
  const els = await app.professional({ name: 'Els', role: 'privacy-officer' })
  const noor = await app.professional({ name: 'Noor' })
  const relation = await app.relation({ by: noor })
  const params = { relation: relation.id }
  await app.as(noor).call(relationEndpoints.getRelation, { params })
  return { app, els, noor, relation, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

/** Every test begins with people who sign in: that is left out. */
const actions = (page: AuditPage) =>
  page.lines.map(({ action }) => action).filter((action) => action !== 'account.signed-in')

test('the privacy officer reads who did what, the latest first, without any content', async () => {
  await using s = await story()
  const page = await s.app.as(s.els).call(read)
  expect(page.lines[0]).toMatchObject({
    ...{ at: now, action: 'relation.read', kind: 'R', basis: 'takes-part', roles: ['professional'] },
    actor: { kind: 'member', id: s.noor.member, name: 'Noor', organisation: '' },
    ...{ relation: s.relation.id, subject: { kind: 'relation', id: s.relation.id }, reason: null },
  })
  expect(actions(page)).toContain('relation.created')
  expect(page.members.map(({ name }) => name)).toEqual(['Els', 'Noor'])
  expect(page).toMatchObject({ next: null, lastCheck: null })
  const { title } = await s.app
    .as(s.noor)
    .call(relationEndpoints.getRelation, { params: { relation: s.relation.id } })
  expect(title.length).toBeGreaterThan(2)
  const said = JSON.stringify(await s.app.as(s.els).call(read))
  expect(said).not.toContain(title)
  // Having looked is itself in the record.
  const [own] = (await s.app.as(s.els).call(read, { query: { group: 'audit' } })).lines
  expect(own).toMatchObject({ action: 'audit.read', basis: 'role', actor: { name: 'Els' } })
})

test('nobody else reads, exports or verifies it; and she sees nothing of another workspace', async () => {
  await using s = await story()
  await using elsewhere = await testApp()
  const roles = [
    'professional',
    'facilitator',
    'trainer',
    'researcher',
    'coach',
    'administrator',
    'guest',
  ] as const
  const before = await s.app.audit()
  for (const endpoint of [read, exported, verify]) {
    const parts =
      endpoint === exported ? { query: { format: 'csv' as const, purpose: 'review' as const } } : {}
    expect((await s.app.as(null).refusal(endpoint, parts)).code).toBe('not-signed-in')
    for (const role of roles) {
      const by = await s.app.professional({ name: 'Ada', role })
      expect((await s.app.as(by).refusal(endpoint, parts)).code).toBe('not-allowed')
    }
  }
  // Nothing but that each of them asked.
  const asked = (await s.app.audit()).slice(before.length)
  expect(asked.map(({ action }) => action)).toEqual(Array(3 * roles.length).fill('role.refused'))
  const ilse = await s.app.professional({
    name: 'Ilse',
    role: 'privacy-officer',
    workspace: elsewhere.workspace,
  })
  const hers = await s.app.as(ilse).call(read)
  expect(hers.members).toMatchObject([{ name: 'Ilse' }])
  expect(actions(hers)).toEqual([])
})

test('what was looked for is shown, and nothing else', async () => {
  await using s = await story()
  const { app, els, noor, relation } = s
  await app.relation({ by: noor })
  app.clock.set(addDays(now, 3))
  await app.as(noor).call(feedbackEndpoints.today)
  const find = async (query: Record<string, string>) => actions(await app.as(els).call(read, { query }))
  expect(await find({ from: '2026-11-22' })).toEqual(['today.read'])
  expect(new Set(await find({ until: '2026-11-19', kind: 'C' }))).toEqual(new Set(['relation.created']))
  expect(await find({ from: '2026-11-20', until: '2026-11-21' })).toEqual([])
  expect(await find({ relation: relation.id, kind: 'R' })).toEqual(['relation.read'])
  expect(await find({ group: 'today' })).toEqual(['today.read'])
  expect(await find({ actor: els.member, group: 'relation' })).toEqual([])
  expect(await find({ actor: noor.member, group: 'today', basis: 'takes-part' })).toEqual(['today.read'])
  expect(await find({ basis: 'emergency' })).toEqual([])
})

test('searching for one person is in the record with her', async () => {
  await using s = await story()
  const person = s.app.world.newId<PersonId>()
  expect((await s.app.as(s.els).call(read, { query: { person } })).lines).toEqual([])
  const page = await s.app.as(s.els).call(read, { query: { person } })
  expect(page.lines).toMatchObject([{ action: 'audit.read', person }])
})

test('an emergency is told with its reason', async () => {
  await using s = await story()
  const { app, els, relation } = s
  const bram = await app.professional({ name: 'Bram' })
  const reason = 'Noor is ziek, de moeder belde in nood.'
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('emergency_access')
      .values({
        ...{ workspace_id: app.workspace, id: app.world.newId<string>(), relation_id: relation.id },
        ...{ member_id: bram.member, reason, at: now, ends_at: emergencyEndsAt(now) },
      })
      .execute(),
  )
  await inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [] }, (trx) =>
    writeRecords(trx, [
      recordOf(app.world, {
        ...{ workspace: app.workspace, actor: bram.member, action: 'feedback.read', basis: 'emergency' },
        ...{ subject: { kind: 'feedback', id: relation.id }, relation: relation.id },
      }),
    ]),
  )
  const page = await app.as(els).call(read, { query: { basis: 'emergency' } })
  expect(page.lines).toMatchObject([
    { action: 'feedback.read', basis: 'emergency', reason, actor: { name: 'Bram' } },
  ])
})

test('page by page, each line comes once', async () => {
  await using s = await story()
  await writeLinks(s.app.db, s.app.world, { workspace: s.app.workspace, sizes: [40, 40, 40] })
  const besides = ['audit.read', 'account.signed-in']
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await s.app.as(s.els).call(read, { query: { until: '2026-11-19', ...(after && { after }) } })
    seen.push(...page.lines.filter(({ action }) => !besides.includes(action)).map(({ id }) => id))
    after = page.next ?? undefined
  } while (after !== undefined)
  const all = (await s.app.audit()).filter(({ action }) => !besides.includes(action))
  expect(seen).toHaveLength(all.length)
  expect(new Set(seen).size).toBe(all.length)
})

test.each<['read' | 'export', string, string]>([
  ['read', 'from', 'gisteren'],
  // Where a day of the first or the last year begins, no calendar says.
  ['read', 'from', '0001-01-01'],
  ['export', 'until', '9999-12-31'],
  ['read', 'actor', 'noor'],
  ['read', 'group', 'gossip'],
  ['read', 'kind', 'X'],
  ['read', 'after', "2026-11-19T08:00:00.000Z_' or 1=1"],
  ['read', 'after', '2026-02-30T08:00:00.000Z_00000000-0000-7000-8000-000000000000'],
  ['read', 'after', '0000-01-01T08:00:00.000Z_00000000-0000-7000-8000-000000000000'],
  ['export', 'format', 'xls'],
])('%s refuses another %s', async (which, field, value) => {
  await using s = await story()
  const query = { ...(which === 'export' && { format: 'csv', purpose: 'review' }), [field]: value } as never
  const { code, fields } = await s.app.as(s.els).refusal(auditEndpoints[which], { query })
  expect({ code, fields: Object.keys(fields ?? {}) }).toEqual({ code: 'invalid-input', fields: [field] })
})

const file = (app: TestApp, by: { cookie: string }, query: string) =>
  app.hono.request(`${publicUrl}/api/audit/export?${query}`, { headers: { cookie: by.cookie } })

test('the export has the field names of NEN 7513, as CSV and as JSON, and is recorded', async () => {
  await using s = await story()
  await asMaintenance(s.app.owner, (trx) =>
    trx.updateTable('member').set({ name: '=1+1, "Noor"' }).where('id', '=', s.noor.member).execute(),
  )
  const response = await file(s.app, s.els, 'format=csv&purpose=review&until=2026-11-19')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="logboek-2026-11-19.csv"')
  const [head, first = ''] = Buffer.from(await response.arrayBuffer())
    .toString('utf8')
    .split('\r\n')
  expect(head).toBe(`\uFEFF${nenFields.join(',')}`)
  expect(first).toContain(
    `,R,${now},0,relation.read,${s.noor.member},"'=1+1, ""Noor""",true,professional,takes-part,`,
  )
  const json = await s.app
    .as(s.els)
    .call(exported, { query: { format: 'json', purpose: 'review', from: '2026-11-19' } })
  expect(json).toMatchObject({
    ...{ site: s.app.workspace, exportedAt: now, period: { from: '2026-11-19', until: null } },
  })
  const lines = json.lines.filter(({ EventTypeCode }) => EventTypeCode !== 'account.signed-in')
  expect(lines).toMatchObject([
    { EventTypeCode: 'audit.exported' },
    { EventTypeCode: 'relation.read', UserName: '=1+1, "Noor"' },
    { EventTypeCode: 'relation.created' },
  ])
  expect(await s.app.audit('audit.exported')).toHaveLength(2)
})

test('more lines than one file holds are refused, with what to do', async () => {
  await using app = await testApp({ ownDatabase: true })
  const els = await app.professional({ name: 'Els', role: 'privacy-officer' })
  await asMaintenance(app.owner, (trx) =>
    sql`insert into audit_event (workspace_id, id, at, actor, action, subject, subject_id)
      select ${app.workspace}, gen_random_uuid(), now() - n * interval '1 s', 'system', 'signal.opened', 'signal',
        gen_random_uuid() from generate_series(0, ${exportAtMost}) n`.execute(trx),
  )
  expect(await app.as(els).refusal(exported, { query: { format: 'csv', purpose: 'review' } })).toMatchObject({
    ...{ code: 'invalid-input', fields: { from: 'more than 20000 lines' } },
  })
})

test('the chains are verified when she asks, and what came out stays known', async () => {
  await using s = await story()
  const whole = await s.app.as(s.els).call(verify)
  expect(whole).toMatchObject({ at: now, broken: null })
  expect(whole.lines).toBeGreaterThanOrEqual((await s.app.audit()).length - 1)
  expect((await s.app.as(s.els).call(read)).lastCheck).toEqual({ at: now, whole: true })
  s.app.clock.set(addDays(now, 1))
  await asMaintenance(s.app.owner, (trx) =>
    trx
      .updateTable('audit_event')
      .set({ actor: s.els.member })
      .where('workspace_id', '=', s.app.workspace)
      .where('action', '=', 'relation.created')
      .execute(),
  )
  const { broken } = await s.app.as(s.els).call(verify)
  expect(broken).toMatchObject({ kind: 'changed', line: { at: now } })
  expect((await s.app.as(s.els).call(read)).lastCheck).toEqual({ at: addDays(now, 1), whole: false })
  expect((await s.app.audit()).map(({ action }) => action)).toContain('audit.found-broken')
})

test('a file of the record is made to check who looked, and not to judge people by or to buy care', async () => {
  await using app = await testApp()
  const els = await app.professional({ name: 'Els', role: 'privacy-officer' })
  for (const purpose of ['personnel', 'purchasing'] as const) {
    expect(await app.as(els).refusal(exported, { query: { format: 'csv', purpose } })).toMatchObject({
      code: 'purpose-refused',
    })
  }
  expect(await app.audit('audit.exported')).toEqual([])
})

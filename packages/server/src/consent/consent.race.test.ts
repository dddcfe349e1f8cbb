/** What happens at once: two words, a withdrawal during an answer, a withdrawal during an export; on connections of their own. */
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { ConsentEventId, PersonId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type Context, contextLiterals, inContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { askedVersion } from '../test-consent.ts'
import { answerFields } from '../test-factories.ts'
import { ownPageOf } from '../test-own-page.ts'
import { holdGrant, releaseGrant } from './consent.repository.ts'
import { decide } from './consent.ts'
import { loadConsentTexts } from './consent-texts.ts'

async function clientWith(app: TestApp) {
  const relation = await app.relation({ participants: [{ name: 'Samira', address: 'u' }] })
  const person = relation.client.id as string as PersonId
  return { relation, person, page: await ownPageOf(app, relation, person) }
}

async function counts(app: TestApp, person: PersonId) {
  return asMaintenance(app.owner, async (trx) => {
    const { rows } = await sql<{ grants: number; material: number; events: number; answers: number }>`select
      (select count(*)::int from consent_grant where person_id = ${person}) as grants,
      (select count(*)::int from research_answer where person_id = ${person}) as material,
      (select count(*)::int from consent_event where person_id = ${person}) as events,
      (select count(*)::int from response r join participant p on p.id = r.participant_id where p.person_id = ${person}) as answers`.execute(
      trx,
    )
    return rows[0]
  })
}

/** The deed of her own page in a transaction that the test holds open. */
function decideIn(app: TestApp, person: PersonId, isYes: boolean) {
  const context: Context = { workspace: app.workspace, actor: { person }, relations: [] }
  const deps = { world: app.world, consentTexts: loadConsentTexts(), publicUrl: 'http://weerklank.test' }
  const workspace = { id: app.workspace, timeZone: 'Europe/Amsterdam' }
  const hand = { workspace, context, basis: 'own-link' as const, relation: null }
  const said = {
    textVersion: askedVersion('research'),
    readingLevel: 'parent' as const,
    language: 'nl' as const,
  }
  const by = { decidedBy: person, decidedAs: 'self' as const, method: 'own-page' as const }
  return inContext(app.db, context, (trx) =>
    decide(trx, {
      ...{ deps, hand },
      choice: { id: app.world.newId<ConsentEventId>(), person, purpose: 'research', isYes, ...said, ...by },
    }),
  )
}

/** Waits until some connection waits for another. */
async function untilWaiting(app: TestApp): Promise<void> {
  for (let turn = 0; turn < 3_000; turn++) {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(app.owner)
    if ((rows[0]?.waiting ?? 0) > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('Nobody waits')
}

test('two words about one purpose at the same time come one after the other, and the last one holds', async () => {
  await using app = await testApp()
  const { person } = await clientWith(app)
  for (let round = 0; round < 5; round++) {
    await Promise.all([
      decideIn(app, person, true),
      decideIn(app, person, false),
      decideIn(app, person, true),
    ])
    const { rows } = await asMaintenance(app.owner, (trx) =>
      sql<{
        decision: string
        at: string
      }>`select decision, at from consent_event where person_id = ${person} order by at desc, id desc limit 1`.execute(
        trx,
      ),
    )
    const state = await counts(app, person)
    expect(state?.grants).toBe(rows[0]?.decision === 'given' ? 1 : 0)
    expect(state?.events).toBe(3 * (round + 1))
  }
})

describe('a withdrawal', () => {
  test('that waits for an answer in hand takes it along', async () => {
    await using app = await testApp()
    const { relation, person, page } = await clientWith(app)
    await page.choose('/keuze/research', 'ja')
    const asked = await app.invite({ in: relation })
    const key = await asked.link.key()
    // Her answer is stored but not yet committed when she withdraws on another connection.
    const slow = await app.db.startTransaction().execute()
    const context: Context = { workspace: app.workspace, actor: 'system', relations: [] }
    for (const [name, literal] of Object.entries(contextLiterals({ ...context, persons: [person] })))
      await sql.raw(`set local app.${name} = '${literal}'`).execute(slow)
    await sql`select 1 from person where id = ${person} for key share`.execute(slow)
    const withdrawal = decideIn(app, person, false)
    await untilWaiting(app)
    await asked.link.post({ key, ...answerFields('8') }, { accept: 'json' })
    expect((await counts(app, person))?.material).toBe(1)
    await slow.commit().execute()
    await withdrawal
    expect(await counts(app, person)).toMatchObject({ grants: 0, material: 0, answers: 1 })
  })

  test('that is faster than an answer leaves nothing for research, and the answer is not lost', async () => {
    await using app = await testApp()
    const { relation, person, page } = await clientWith(app)
    for (let round = 0; round < 8; round++) {
      await page.choose('/keuze/research', 'ja')
      const asked = await app.invite({ in: relation })
      const key = await asked.link.key()
      const [answer] = await Promise.all([
        asked.link.post({ key, ...answerFields('8') }, { accept: 'json' }),
        decideIn(app, person, false),
      ])
      expect(answer.status).toBe(200)
      expect(await counts(app, person)).toMatchObject({ grants: 0, material: 0, answers: round + 1 })
    }
  })

  test('during a running export: she is not in the file, or is told of it and marked in it', async () => {
    await using app = await testApp()
    const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
    const { relation, person, page } = await clientWith(app)
    for (let round = 0; round < 6; round++) {
      await page.choose('/keuze/research', 'ja')
      await app.answer({ in: relation })
      const body = {
        id: app.world.newId(),
        title: `Keer ${round}`,
        format: 'csv' as const,
        purpose: 'research' as const,
      }
      const [made, decided] = await Promise.all([
        rik.call(researchEndpoints.makeExport, { body }),
        decideIn(app, person, false),
      ])
      const isIn = made.file.content.includes('P01')
      const told = decided.withdrawn?.plan.cannotUndo.map(({ title }) => title) ?? []
      expect(told.includes(body.title)).toBe(isIn)
      const { exports } = await rik.call(researchEndpoints.listExports)
      const kept = exports.find((one) => one.id === made.export.id)
      expect(kept?.withdrawn.map(({ code }) => code)).toEqual(isIn ? ['P01'] : [])
      expect((await rik.call(researchEndpoints.answers)).counts.answers).toBe(0)
    }
  })
})

test('the database itself refuses material without consent, in every context of the application', async () => {
  await using app = await testApp()
  const { relation, person, page } = await clientWith(app)
  await page.choose('/keuze/research', 'nee')
  await app.answer({ in: relation })
  const { rows } = await asMaintenance(app.owner, (trx) =>
    sql<{
      id: string
      instrument_id: string
      instrument_version: number
    }>`select id, instrument_id, instrument_version from response`.execute(trx),
  )
  const response = rows[0]
  if (response === undefined) throw new Error('She answered')
  const base = { workspace: app.workspace, relations: [relation.id], persons: [person] }
  const contexts: Context[] = [
    { ...base, actor: { person }, participants: [relation.client.id] },
    { ...base, actor: { participant: relation.client.id } },
    { ...base, actor: { member: relation.by.member }, roles: ['professional'] },
    { ...base, actor: { member: relation.by.member }, roles: ['researcher'], purpose: 'research' },
    { ...base, actor: 'system' },
    { workspace: app.workspace, relations: [], actor: 'link' },
  ]
  for (const context of contexts) {
    const insert = inContext(app.db, context, (trx) =>
      sql`insert into research_answer (workspace_id, id, person_id, response_id, voice, kind, instrument_id, instrument_version, answers, answered_on)
        values (${app.workspace}, gen_random_uuid(), ${person}, ${response.id}, 'client', 'interpersonal', ${response.instrument_id}, ${response.instrument_version}, '{}', '2026-11-19')`.execute(
        trx,
      ),
    )
    await expect(insert).rejects.toThrow(/violates foreign key constraint|violates row-level security policy/)
  }
  // Not even for the owner, whom no policy stops.
  const byOwner = asMaintenance(app.owner, (trx) =>
    sql`insert into research_answer (workspace_id, id, person_id, response_id, voice, kind, instrument_id, instrument_version, answers, answered_on)
      values (${app.workspace}, gen_random_uuid(), ${person}, ${response.id}, 'client', 'interpersonal', ${response.instrument_id}, ${response.instrument_version}, '{}', '2026-11-19')`.execute(
      trx,
    ),
  )
  await expect(byOwner).rejects.toThrow('violates foreign key constraint')
})

test('the database itself keeps consent on hold: nothing is added, a researcher sees nothing, and nobody forgets the material', async () => {
  await using app = await testApp()
  const { relation, person, page } = await clientWith(app)
  await page.choose('/keuze/research', 'ja')
  await app.answer({ in: relation })
  await app.answer({ in: relation })
  const as = (actor: Context['actor'], more: Partial<Context> = {}): Context => ({
    ...{ workspace: app.workspace, relations: [relation.id], persons: [person], actor, ...more },
  })
  const member = { member: relation.by.member }
  const research = as(member, { roles: ['researcher'], purpose: 'research', persons: [] })
  const seen = (context: Context) =>
    inContext(app.db, context, (trx) => trx.selectFrom('research_answer').select('id').execute())
  expect(await seen(research)).toHaveLength(2)
  const at = app.clock.now()
  // Consent alone cannot be held: what rests on it would stay in use.
  const half = inContext(app.db, as({ person }), (trx) =>
    trx.updateTable('consent_grant').set({ held_at: at, in_force: false }).execute(),
  )
  await expect(half).rejects.toThrow('research_answer_in_use_fkey')
  await inContext(app.db, as({ person }), (trx) => holdGrant(trx, { person, purpose: 'research', at }))
  expect(await seen(research)).toHaveLength(0)
  expect((await counts(app, person))?.material).toBe(2)
  await app.answer({ in: relation })
  expect(await counts(app, person)).toMatchObject({ grants: 1, material: 2, answers: 3 })
  const contexts: Context[] = [
    as({ person }, { participants: [relation.client.id] }),
    as({ participant: relation.client.id }),
    as(member, { roles: ['professional'] }),
    as(member, { roles: ['researcher'], purpose: 'research' }),
    as('system'),
    { workspace: app.workspace, relations: [], actor: 'link' },
  ]
  const [left] = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('response')
      .select(['id', 'instrument_id', 'instrument_version'])
      .where('workspace_id', '=', app.workspace)
      .where('id', 'not in', trx.selectFrom('research_answer').select('response_id'))
      .execute(),
  )
  if (left === undefined) throw new Error('What she answered on hold has no copy')
  const add = (trx: Trx, inUse: boolean) =>
    sql`insert into research_answer (workspace_id, id, person_id, response_id,
      voice, kind, instrument_id, instrument_version, answers, answered_on, in_use)
    values (${app.workspace}, gen_random_uuid(), ${person}, ${left.id}, 'client', 'interpersonal',
      ${left.instrument_id}, ${left.instrument_version}, '{}', '2026-11-19', ${inUse})`.execute(trx)
  for (const context of contexts) {
    for (const inUse of [true, false]) {
      const insert = inContext(app.db, context, (trx) => add(trx, inUse))
      await expect(insert).rejects.toThrow(/research_answer_in_use_fkey|violates row-level security policy/)
    }
    const release = inContext(app.db, context, (trx) =>
      trx
        .updateTable('research_answer')
        .set({ in_use: true })
        .execute()
        .then(() => trx.selectFrom('research_answer').select('id').where('in_use', '=', true).execute()),
    )
    expect(await release.catch((error: Error) => error.message)).toSatisfy(
      (got) => (Array.isArray(got) && got.length === 0) || /research_answer_in_use_fkey/.test(String(got)),
    )
  }
  await expect(asMaintenance(app.owner, (trx) => add(trx, true))).rejects.toThrow(
    'research_answer_in_use_fkey',
  )
  await inContext(app.db, as({ person }), (trx) => releaseGrant(trx, { person, purpose: 'research' }))
  expect(await seen(research)).toHaveLength(2)
})

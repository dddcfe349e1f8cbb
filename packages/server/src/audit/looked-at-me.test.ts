/** Two clients in one collaboration: each reads what was done with what is hers, and nothing that the other did. */
import { emergencyEndsAt } from '@weerklank/core/access/emergency'
import { lookedAtWords } from '@weerklank/core/audit/looked-at.words'
import type { LookedAt } from '@weerklank/core/audit/shown'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'
import { type AuditEntry, recordOf, writeRecords } from './audit.ts'
import { lookedAtMe } from './looked-at-me.ts'

type Client = { participant: ParticipantId; person: PersonId; relation: RelationId }

async function client(app: TestApp, participant: ParticipantId): Promise<Client> {
  return asMaintenance(app.owner, async (trx) => {
    const row = await trx
      .selectFrom('participant')
      .select(['person_id', 'relation_id'])
      .where('id', '=', participant)
      .executeTakeFirstOrThrow()
    return { participant, person: row.person_id, relation: row.relation_id }
  })
}

/** As her own page would ask it. */
function read(app: TestApp, of: Client, limit = 50): Promise<{ lines: LookedAt[]; more: boolean }> {
  const participants = [of.participant]
  const relations = [of.relation]
  const context = { workspace: app.workspace, actor: { person: of.person }, participants, relations }
  return inContext(app.db, { ...context, purpose: 'access' }, (trx) =>
    lookedAtMe(trx, { ...of, participants, relations, timeZone: 'Europe/Amsterdam', limit }),
  )
}

const saidTo = { language: 'nl', address: 'u' } as const
const said = (lines: readonly LookedAt[]) => lines.map((line) => lookedAtWords(line, saidTo).what)

const write = (app: TestApp, entry: Omit<AuditEntry, 'workspace'>) =>
  inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [] }, (trx) =>
    writeRecords(trx, [recordOf(app.world, { workspace: app.workspace, ...entry })]),
  )

test('each client reads of her own answers and links, and not of those of the other', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const [lina, samira] = [await client(app, story.lina.id), await client(app, story.samira.id)]
  const [hers, others] = [await read(app, lina), await read(app, samira)]
  for (const { lines } of [hers, others]) {
    const text = said(lines)
    expect(text).toContain('Noor begon uw samenwerking.')
    expect(text).toContain('Noor plande een gesprek, twee keer.')
    expect(text.some((line) => /^Noor keek naar uw antwoorden/.test(line))).toBe(true)
    expect(text.some((line) => /^Het programma zag in uw antwoorden iets om over te praten/.test(line))).toBe(
      true,
    )
    expect(text.some((line) => /^U beantwoordde de vragen/.test(line))).toBe(true)
  }
  // All that stands in the record of answering, and how much of it each reads.
  const times = (lines: readonly LookedAt[], action: string) =>
    lines.filter((line) => line.action === action).reduce((sum, line) => sum + line.times, 0)
  for (const action of ['response.stored', 'check.opened', 'signal.opened', 'invitation.created']) {
    const all = (await app.audit(action)).length
    const [one, other] = [times(hers.lines, action), times(others.lines, action)]
    expect({ action, one: one > 0 || all === 0, sum: one + other }).toEqual({ action, one: true, sum: all })
  }
  const answered = [hers, others].flatMap(({ lines }) =>
    lines.filter(({ action }) => action === 'response.stored'),
  )
  expect(answered.map(({ who }) => who)).toEqual(answered.map(() => 'self'))
})

test('why it was allowed stands with it: by name, with the reason of an emergency', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const lina = await client(app, story.lina.id)
  const bram = await app.professional({ name: 'Bram Visser' })
  const els = await app.professional({ name: 'Els', role: 'privacy-officer' })
  app.clock.set(addDays(app.clock.now(), 1))
  const at = app.clock.now()
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('emergency_access')
      .values({
        ...{ workspace_id: app.workspace, id: app.world.newId<string>(), relation_id: lina.relation },
        ...{
          member_id: bram.member,
          reason: 'Noor is plotseling ziek.',
          at,
          ends_at: emergencyEndsAt(at),
        },
      })
      .execute(),
  )
  const subject = { kind: 'feedback', id: lina.relation }
  const seen = { actor: bram.member, basis: 'emergency' as const, action: 'feedback.read' as const }
  await write(app, { ...seen, subject, relation: lina.relation })
  await write(app, { ...seen, subject, relation: lina.relation })
  const looked = { actor: els.member, basis: 'role' as const, action: 'audit.read' as const }
  await write(app, {
    ...looked,
    subject: { kind: 'audit', id: app.workspace },
    relation: null,
    person: lina.person,
  })
  const { lines } = await read(app, lina, 3)
  expect(lines.slice(0, 2).map((line) => lookedAtWords(line, saidTo))).toEqual(
    expect.arrayContaining([
      {
        what: 'Bram Visser keek naar uw antwoorden, twee keer.',
        why: 'Met spoed: Bram Visser werkt hier niet aan mee. De reden was: “Noor is plotseling ziek.”',
      },
      { what: 'Els keek in het logboek van uw samenwerking.', why: 'Dat hoort bij het werk van Els.' },
    ]),
  )
  expect(lookedAtWords(lines[2] as LookedAt, saidTo).why).toMatch(/meewerkt in “.+”\.$/)
})

test('what was about another person stays out, whoever did it and whatever it was about', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const [lina, samira] = [await client(app, story.lina.id), await client(app, story.samira.id)]
  const before = await read(app, lina)
  const { relation } = lina
  const noor = story.by.member
  const subject = { kind: 'consent', id: app.world.newId<string>() }
  await write(app, { actor: noor, action: 'consent.read', subject, relation, person: samira.person })
  await write(app, {
    actor: `person:${samira.person}`,
    action: 'consent.refused',
    subject,
    relation,
    person: samira.person,
  })
  await write(app, { actor: `participant:${samira.participant}`, action: 'check.opened', subject, relation })
  await write(app, {
    actor: noor,
    action: 'invitation.revoked',
    subject: { kind: 'invitation', id: subject.id },
    relation,
  })
  await write(app, {
    actor: noor,
    action: 'working-note.saved',
    subject: { kind: 'working-note', id: relation },
    relation,
  })
  expect(await read(app, lina)).toEqual(before)
})

test('no more than was asked for, and it is told that there is more', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const lina = await client(app, story.lina.id)
  const all = await read(app, lina)
  expect(all.more).toBe(false)
  expect(await read(app, lina, 4)).toEqual({ lines: all.lines.slice(0, 4), more: true })
  for (let day = 1; day <= 2; day += 1) {
    app.clock.set(addDays(app.clock.now(), 1))
    await app.as(story.by).call(relationEndpoints.getRelation, { params: { relation: lina.relation } })
  }
  expect(said((await read(app, lina, 2)).lines)).toEqual([
    'Noor keek in uw samenwerking: de mensen, de gesprekken en de aantekeningen.',
    'Noor keek in uw samenwerking: de mensen, de gesprekken en de aantekeningen.',
  ])
})

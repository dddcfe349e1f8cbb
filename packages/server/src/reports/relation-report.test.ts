import type { RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { openSession } from '../access/access.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import type { Paper } from './paper.ts'
import { reportFile } from './relation-report.file.ts'
import { reportPaper } from './relation-report.paper.ts'
import type { ReportParts } from './relation-report.parts.ts'
import { type ReportWish, readForReport } from './relation-report.read.ts'
import { relationReport } from './relation-report.ts'

const file: ReportWish = { level: 'file', participant: null, from: null, until: null }

type Asked = { by: Person; relation: RelationId; wish: ReportWish }

/** The report as a colleague gets it, before it is laid out. */
async function reportOf(app: TestApp, { by, relation, wish }: Asked): Promise<ReportParts> {
  const now = app.clock.now()
  const timeZone = 'Europe/Amsterdam'
  const source = await app.db.transaction().execute(async (trx) => {
    await openSession(trx, { workspace: app.workspace, member: by.member, now }, { one: relation })
    return readForReport(trx, { relation, wish, content: app.content, now, timeZone })
  })
  if (source === undefined) throw new Error('No report')
  const listener = { language: 'nl', address: 'u' } as const
  return relationReport(source, { listener, workspace: 'De Linde', timeZone, made: now, wish })
}

const wordsOn = (paper: Paper) => JSON.stringify(paper.blocks)

test('of a whole collaboration: what is shared stands in it, and nothing that somebody keeps to herself', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { by, lina, samira } = story
  const relation = story.relation.id
  const forFile = wordsOn(reportPaper(await reportOf(app, { by, relation, wish: file })))
  for (const wanted of [lina.name, samira.name, 'Eerst bijpraten.', 'Wat is afgesproken', 'Een beetje'])
    expect(forFile, wanted).toContain(wanted)
  const own: ReportWish = { ...file, level: 'client', participant: lina.id }
  const report = await reportOf(app, { by, relation, wish: own })
  const forLina = wordsOn(reportPaper(report))
  expect(report.parts[0]?.lines.every(({ series }) => series.cutoff === null)).toBe(true)
  expect(forLina).not.toContain(samira.name)
  const kept = await asMaintenance(app.owner, async (trx) => {
    const here = { workspace: app.workspace }
    const notes = await trx
      .selectFrom('working_note')
      .select('body')
      .where('workspace_id', '=', here.workspace)
      .execute()
    const strain = await trx
      .selectFrom('rupture')
      .select('body')
      .where('workspace_id', '=', here.workspace)
      .execute()
    const steps = await trx
      .selectFrom('rupture_step')
      .select('body')
      .where('workspace_id', '=', here.workspace)
      .execute()
    const said = await trx
      .selectFrom('response')
      .select('open_text as body')
      .where('workspace_id', '=', here.workspace)
      .execute()
    return [...notes, ...strain, ...steps, ...said].map(({ body }) => body).filter((body) => body !== '')
  })
  expect(kept.length).toBeGreaterThan(2)
  for (const text of kept) for (const paper of [forFile, forLina]) expect(paper, text).not.toContain(text)
})

test('what a client lets only some read goes into no file, and neither does the signal that restates it', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const relation = await app.relation({ by })
  for (const value of ['7', '2']) {
    await app.answer({ in: relation, value })
    app.clock.set(addDays(app.clock.now(), 7))
  }
  const asked = { by, relation: relation.id, wish: file }
  const told = async () => {
    const report = await reportOf(app, asked)
    return { points: report.parts[0]?.lines[0]?.series.points.length ?? 0, talked: report.talked.length }
  }
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('signal')
      .set({ outcome: 'discussed', closed_at: app.clock.now(), closed_by: by.member })
      .where('relation_id', '=', relation.id)
      .execute(),
  )
  const before = await told()
  expect(before.points).toBe(2)
  expect(before.talked).toBeGreaterThan(0)
  await asMaintenance(app.owner, async (trx) => {
    const low = await trx
      .selectFrom('response')
      .select('id')
      .where('relation_id', '=', relation.id)
      .orderBy('answered_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('response')
      .set({ readers: [by.member] })
      .where('id', '=', low.id)
      .execute()
  })
  expect(await told()).toEqual({ points: 1, talked: 0 })
})

test('a chosen time shows what was in it, beside the start of the whole line; a day is one of the zone', async () => {
  await using app = await testApp({ now: '2026-03-01T22:30:00.000Z' })
  const by = await app.professional()
  const relation = await app.relation({ by })
  for (const value of ['5', '6', '8']) {
    await app.answer({ in: relation, value })
    app.clock.set(addDays(app.clock.now(), 1))
  }
  // 1, 2 and 3 March at half past eleven in the evening in Amsterdam.
  const line = async (from: string | null, until: string | null) => {
    const report = await reportOf(app, { by, relation: relation.id, wish: { ...file, from, until } })
    const [first] = report.parts[0]?.lines ?? []
    return {
      values: first?.series.points.map(({ valueLabel }) => valueLabel),
      start: first?.series.start?.value,
    }
  }
  expect(await line(null, null)).toEqual({ values: ['5,0', '6,0', '8,0'], start: 5 })
  expect(await line('2026-03-02', null)).toEqual({ values: ['6,0', '8,0'], start: 5 })
  expect((await line('2026-03-02', '2026-03-02')).values).toEqual(['6,0'])
  expect((await line('2026-03-09', null)).values).toBeUndefined()
})

const drawing = 'M10 20L12 24L15 30'

test('a drawing stands in it as a picture, told by whom and when; not what she lets only some see', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const relation = await app.relation({ by })
  const asked = { by, relation: relation.id }
  for (const value of ['7', '8']) await app.answer({ in: relation, value })
  const draw = (readers: null | (typeof by.member)[]) =>
    asMaintenance(app.owner, (trx) =>
      trx.updateTable('response').set({ drawing, readers }).where('relation_id', '=', relation.id).execute(),
    )
  await draw(null)
  const paper = reportPaper(await reportOf(app, { ...asked, wish: file }))
  const pictures = paper.blocks.filter((one) => one.kind === 'picture' && one.svg.includes(drawing))
  expect(pictures).toHaveLength(2)
  expect(pictures[0]).toMatchObject({
    alt: expect.stringMatching(new RegExp(`^Tekening van ${relation.client.name}, \\d+ \\w+ \\d{4}\\.$`)),
  })
  for (const format of ['pdf', 'docx'] as const) {
    const parts = await reportOf(app, { ...asked, wish: file })
    expect((await reportFile(parts, format)).length).toBeGreaterThan(1_000)
  }
  await draw([by.member])
  const kept = reportPaper(await reportOf(app, { ...asked, wish: file }))
  expect(wordsOn(kept)).not.toContain(drawing)
})

test('of many drawings the last ten are there, and it is said', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const relation = await app.relation({ by })
  const report = await reportOf(app, { by, relation: relation.id, wish: file })
  const drawings = Array.from({ length: 11 }, (_, at) => ({ path: drawing, told: `Tekening ${at}` }))
  const [part] = report.parts
  if (part === undefined) throw new Error('No part')
  const paper = wordsOn(reportPaper({ ...report, parts: [{ ...part, drawings }] }))
  expect(paper).toContain('Hier staan de laatste tien tekeningen.')
  expect([paper.includes('Tekening 0"'), paper.includes('Tekening 1"')]).toEqual([false, true])
})

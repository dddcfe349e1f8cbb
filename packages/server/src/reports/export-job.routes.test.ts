import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import type { ExportJobId, ParticipantId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { hold, untilWaiting } from '../race.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type Person, publicUrl } from '../test-member.ts'
import { exportJob, exportJobKind } from './export-job.run.ts'
import { readPdf, tagsOf } from './pdf.reader.fixture.ts'

const { askReport, askCheckFile, listExportJobs, readExportJob, cancelExportJob } = exportJobEndpoints

/** Does the work of making files, as a server does by itself. */
function work(app: TestApp): Promise<number> {
  const making = { db: app.db, world: app.world, content: app.content, publicUrl, dataDir: app.dataDir }
  const handlers = { [exportJobKind]: exportJob(making) }
  return runDueJobs({
    db: app.db,
    world: app.world,
    log: app.logger,
    handlers,
    kinds: { only: [exportJobKind] },
  })
}

async function answered(app: TestApp, times = 3) {
  const noor = await app.professional()
  const relation = await app.relation({ by: noor })
  for (let at = 0; at < times; at++) {
    await app.answer({ in: relation, value: String(5 + at) })
    app.clock.advance(7 * 86_400_000)
  }
  return { noor, relation, params: { relation: relation.id }, lina: relation.relation.participants[0] }
}

type Lina = { id: ParticipantId } | undefined

const report = (app: TestApp, lina: Lina, more: object = {}) => ({
  ...{
    id: app.world.newId<ExportJobId>(),
    format: 'pdf' as const,
    language: 'nl' as const,
    level: 'client' as const,
  },
  ...{ participant: lina?.id ?? null, from: null, until: null, purpose: 'own-data' as const, ...more },
})
const checks = (app: TestApp) => ({
  ...{
    id: app.world.newId<ExportJobId>(),
    relation: null,
    format: 'csv-dutch' as const,
    purpose: 'care' as const,
  },
})

const fetching = (app: TestApp, by: Person, job: string) =>
  app.hono.request(`${publicUrl}/api/export-jobs/${job}/fetch`, {
    method: 'POST',
    headers: { cookie: by.cookie, 'x-weerklank': '1' },
  })

/** Files on the disk, whosoever they are. */
function filesIn(app: TestApp): string[] {
  const folder = join(app.dataDir, 'exports')
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [one.name] : [],
  )
}

test('a report is asked for, made, looked after and fetched; each step stands in the record', async () => {
  await using app = await testApp()
  const { noor, params, lina } = await answered(app)
  const body = report(app, lina)
  expect(await app.as(noor).call(askReport, { params, body })).toMatchObject({
    state: 'waiting',
    kind: 'report',
    until: null,
  })
  // Asked again by a click too many: one and the same.
  expect(await app.as(noor).call(askReport, { params, body })).toMatchObject({ id: body.id })
  expect((await fetching(app, noor, body.id)).status).toBe(409)
  await work(app)
  const job = { params: { job: body.id } }
  const ready = await app.as(noor).call(readExportJob, job)
  expect(ready).toMatchObject({ state: 'ready', progress: { done: 2, of: 2 } })
  const response = await fetching(app, noor, body.id)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
  expect(pdf).toMatchObject({ title: 'Verslag voor Lina', language: 'nl', isMarked: true, loose: [] })
  expect(tagsOf(pdf.tags, 'Figure')[0]?.alt).toContain('Jij gaf elke keer een hoger cijfer')
  expect((await app.audit()).map((line) => line.action).filter((one) => one.startsWith('report.'))).toEqual([
    ...['report.asked', 'report.asked', 'report.made', 'report.file-fetched'],
  ])
  const [name] = filesIn(app)
  expect([name, filesIn(app).length]).toEqual([body.id, 1])
})

test('a file of checks holds what the streamed one holds, and tells how far it is', async () => {
  await using app = await testApp()
  const { noor } = await answered(app)
  const body = checks(app)
  await app.as(noor).call(askCheckFile, { body })
  await work(app)
  expect((await app.as(noor).call(listExportJobs, {})).jobs).toMatchObject([
    { id: body.id, state: 'ready', progress: { done: 3, of: 3 } },
  ])
  const made = await (await fetching(app, noor, body.id)).text()
  const path = `/api/exports/checks?${new URLSearchParams({ format: 'csv-dutch', purpose: 'care' })}`
  const streamed = await (
    await app.hono.request(publicUrl + path, { headers: { cookie: noor.cookie } })
  ).text()
  expect(made).toBe(streamed)
})

test('it is nobody else’s: not seen, not fetched, not stopped', async () => {
  await using app = await testApp()
  const { noor, params, lina } = await answered(app)
  const eva = await app.professional({ name: 'Eva' })
  const body = report(app, lina)
  await app.as(noor).call(askReport, { params, body })
  await work(app)
  const job = { params: { job: body.id } }
  expect(await app.as(eva).refusal(readExportJob, job)).toMatchObject({ code: 'not-found' })
  expect(await app.as(eva).refusal(cancelExportJob, job)).toMatchObject({ code: 'not-found' })
  expect((await fetching(app, eva, body.id)).status).toBe(404)
  expect((await app.as(eva).call(listExportJobs, {})).jobs).toEqual([])
  expect(await app.as(eva).refusal(askReport, { params, body: report(app, lina) })).toMatchObject({
    code: 'not-found',
  })
})

test('what is asked for wrongly is said: nobody of that name, a time that ends before it begins, a purpose that is refused', async () => {
  await using app = await testApp()
  const { noor, params, lina, relation } = await answered(app, 1)
  const refusal = (body: ReturnType<typeof report>) => app.as(noor).refusal(askReport, { params, body })
  const colleague = relation.relation.participants.find(({ member }) => member !== null)
  expect(await refusal(report(app, colleague))).toMatchObject({
    code: 'invalid-input',
    fields: { participant: 'unknown' },
  })
  expect(await refusal(report(app, lina, { level: 'file' }))).toMatchObject({
    fields: { participant: 'unknown' },
  })
  const around = { from: '2026-11-20', until: '2026-11-19' }
  expect(await refusal(report(app, lina, around))).toMatchObject({ fields: { until: 'before-from' } })
  for (const purpose of ['personnel', 'purchasing'])
    expect(await refusal(report(app, lina, { purpose }))).toMatchObject({ code: 'purpose-refused' })
  expect((await app.as(noor).call(listExportJobs, {})).jobs).toEqual([])
})

test('stopped before it is made, and taken away afterwards: nothing of it is left', async () => {
  await using app = await testApp()
  const { noor, params, lina } = await answered(app)
  const early = report(app, lina)
  await app.as(noor).call(askReport, { params, body: early })
  await app.as(noor).call(cancelExportJob, { params: { job: early.id } })
  const late = report(app, lina)
  await app.as(noor).call(askReport, { params, body: late })
  await work(app)
  expect(filesIn(app)).toEqual([late.id])
  await app.as(noor).call(cancelExportJob, { params: { job: late.id } })
  expect([filesIn(app), (await app.as(noor).call(listExportJobs, {})).jobs]).toEqual([[], []])
})

test('after seven days file and row are gone by themselves', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { noor, params, lina } = await answered(app)
  const body = report(app, lina)
  await app.as(noor).call(askReport, { params, body })
  await work(app)
  app.clock.advance(7 * 86_400_000 - 60_000)
  await work(app)
  expect(filesIn(app)).toEqual([body.id])
  app.clock.advance(60_000)
  await work(app)
  expect([filesIn(app), (await app.as(noor).call(listExportJobs, {})).jobs]).toEqual([[], []])
})

test('a role that is taken away before it is made: nothing is made; afterwards: nothing is given', async () => {
  await using app = await testApp()
  const { noor, params, lina } = await answered(app)
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const [first, second] = [report(app, lina), report(app, lina)]
  await app.as(noor).call(askReport, { params, body: first })
  await work(app)
  await app.as(noor).call(askReport, { params, body: second })
  const asResearcher = { name: 'Noor', roles: ['researcher' as const] }
  await app
    .as(ada)
    .call(membersEndpoints.changeColleague, { params: { member: noor.member }, body: asResearcher })
  expect((await fetching(app, noor, first.id)).status).toBe(403)
  await work(app)
  expect(filesIn(app)).toEqual([first.id])
  expect(await app.audit('report.made')).toHaveLength(1)
})

test('an answer that was kept to herself or deleted since: the file is taken away, and she is told to ask again', async () => {
  await using app = await testApp()
  const { noor, params, lina, relation } = await answered(app)
  for (const change of ['hide', 'delete'] as const) {
    const body = report(app, lina)
    await app.as(noor).call(askReport, { params, body })
    await work(app)
    await asMaintenance(app.owner, async (trx) => {
      const { id } = await trx
        .selectFrom('response')
        .select('id')
        .where('relation_id', '=', relation.id)
        .where('readers', 'is', null)
        .limit(1)
        .executeTakeFirstOrThrow()
      if (change === 'hide')
        await trx.updateTable('response').set({ readers: [] }).where('id', '=', id).execute()
      else {
        await trx.deleteFrom('signal').where('response_id', '=', id).execute()
        await trx.deleteFrom('response').where('id', '=', id).execute()
      }
    })
    expect((await fetching(app, noor, body.id)).status).toBe(409)
    expect(filesIn(app)).toEqual([])
    await app.as(noor).call(cancelExportJob, { params: { job: body.id } })
  }
})

test('a role that is taken away while it is made: nothing of it is left; an answer kept back meanwhile is not given', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { noor, params, lina, relation } = await answered(app)
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const one = report(app, lina)
  await app.as(noor).call(askReport, { params, body: one })
  // She keeps her answers to herself while it is made; that is stored when the file is ready.
  const hiding = await hold(app, sql`update response set readers = '{}' where relation_id = ${relation.id}`)
  await work(app)
  await hiding.release()
  expect((await fetching(app, noor, one.id)).status).toBe(409)
  expect(filesIn(app)).toEqual([])
  const late = checks(app)
  await app.as(noor).call(askCheckFile, { body: late })
  const held = await hold(app, sql`lock table response in access exclusive mode`)
  const again = work(app)
  await untilWaiting(app)
  const asResearcher = { name: 'Noor', roles: ['researcher' as const] }
  const who = { params: { member: noor.member }, body: asResearcher }
  await twin.as(ada).call(membersEndpoints.changeColleague, who)
  await held.release()
  await again
  expect(filesIn(app)).not.toContain(late.id)
})

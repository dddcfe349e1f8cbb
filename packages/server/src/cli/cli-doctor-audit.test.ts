import { afterAll, beforeAll, expect, test } from 'vitest'
import { runStatements } from '../db/test-connection.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
let app: TestApp
beforeAll(async () => {
  app = await testApp({ ownDatabase: true })
  const other = await app.otherWorkspace('Het Anker')
  for (const workspace of [app.workspace, other]) {
    const by = await app.professional({ workspace })
    if (workspace === app.workspace) await app.relation({ by })
  }
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await app[Symbol.asyncDispose]()
})

const doctor = () =>
  weerklank(['doctor', '--audit'], { env: { DATABASE_URL: urlOf(app.database.owner) }, cwd: folder.path })

test('every workspace is told, and only the record is looked at', async () => {
  const { code, out, last } = await doctor()
  expect({ code, last }).toEqual({ code: 0, last: 'ok' })
  const lines = out.trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(
    /^ok {4}the log of De Linde \(\S{36}\) is whole: [1-9]\d* lines? in \d+ chains?, \d+\.\d s$/,
  )
  expect(lines[1]).toMatch(/^ok {4}the log of Het Anker \(\S{36}\) is whole: /)
})

test('a line that was changed is named, and the exit code says so', async () => {
  await runStatements(
    app.database.owner,
    `set app.maintenance = 'on'; update audit_event set actor = 'system' where workspace_id = '${app.workspace}'`,
  )
  const { code, out, err, last } = await doctor()
  expect({ code, err, last }).toEqual({ code: 1, err: '', last: '1 problem' })
  expect(out).toMatch(
    /^fail {2}the log of De Linde \(\S+\) was tampered with\. In link 1 of chain \d+ line \S{36} of 2026-11-19 at 09:00 was changed, or what stood behind it is missing\. – compare it with a backup/m,
  )
  expect(out).toMatch(/^ok {4}the log of Het Anker/m)
})

import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import type { Change } from './events.ts'

const relation = (app: TestApp) => app.world.newId<RelationId>()

function hear(app: Pick<TestApp, 'hub'>, workspace: WorkspaceId) {
  const heard: Change[] = []
  const stop = app.hub.subscribe(workspace, (change) => heard.push(change))
  return { heard, stop }
}

test('a change reaches the screens of every process, each once, and no other workspace', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  await using other = await testApp()
  const [here, there, elsewhere] = [
    hear(app, app.workspace),
    hear(twin, app.workspace),
    hear(app, other.workspace),
  ]
  const change = { workspace: app.workspace, relation: relation(app) }
  for (let i = 0; i < 5; i++) app.hub.announce(change)
  await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1])
  expect([here.heard, there.heard, elsewhere.heard]).toEqual([[change], [change], []])
})

test('many changes at once all arrive: they fit in messages of the size that PostgreSQL takes', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { heard } = hear(twin, app.workspace)
  const all = Array.from({ length: 500 }, () => relation(app))
  for (const id of all) app.hub.announce({ workspace: app.workspace, relation: id })
  await expect.poll(() => heard.length).toBe(500)
  expect(new Set(heard.map((one) => one.relation))).toEqual(new Set(all))
})

test('who stops listening hears no more, and the others go on', async () => {
  await using app = await testApp()
  const [leaving, staying] = [hear(app, app.workspace), hear(app, app.workspace)]
  leaving.stop()
  leaving.stop()
  app.hub.announce({ workspace: app.workspace, relation: relation(app) })
  await expect.poll(() => staying.heard.length).toBe(1)
  expect(leaving.heard).toEqual([])
})

test('a line that breaks is made again', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { heard } = hear(app, app.workspace)
  await app.database.administer(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = '${app.database.name}' and application_name = 'weerklank events'`,
  )
  const heardAgain = async () => {
    app.hub.announce({ workspace: app.workspace, relation: relation(app) })
    return heard.length
  }
  await expect.poll(heardAgain, { interval: 200 }).toBeGreaterThan(0)
  expect(
    (
      await app.database.administer(
        `select count(*)::int as lines from pg_stat_activity
     where datname = '${app.database.name}' and application_name = 'weerklank events'`,
      )
    )[0],
  ).toEqual({ lines: 1 })
})

test('a line that cannot be made is said in the log and tried until it can', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { name, administer } = app.database
  const { heard } = hear(app, app.workspace)
  await administer(`alter database ${name} allow_connections false`)
  await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  const said = () => app.log.map((line) => line.message)
  await expect.poll(said).toContain('The line for changes is down; trying again')
  // Nobody else can be told, so at least the screens of this process are.
  app.hub.announce({ workspace: app.workspace, relation: relation(app) })
  await expect.poll(() => heard.length).toBe(1)
  expect(said()).toContain('A change could not be told to open screens')
  await administer(`alter database ${name} allow_connections true`)
  const back = async () => {
    app.hub.announce({ workspace: app.workspace, relation: relation(app) })
    const [row] = await administer(
      `select count(*)::int as lines from pg_stat_activity
       where datname = '${name}' and application_name = 'weerklank events'`,
    )
    return row?.lines
  }
  await expect.poll(back, { interval: 200 }).toBe(1)
})

test('what was announced just before the end is still told to the others', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { heard } = hear(app, app.workspace)
  twin.hub.announce({ workspace: app.workspace, relation: relation(app) })
  await twin.hub.close()
  await expect.poll(() => heard.length).toBe(1)
})

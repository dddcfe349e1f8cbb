/** Vitest's global setup of project `server`: one database server and one migrated template for the whole run. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './db/embedded/embedded.ts'
import type { Connection } from './db/pool.ts'
import { inDatabase, runStatements } from './db/test-connection.ts'
import { bringUpToDate } from './engine.ts'
import { loadContent } from './feedback/instruments.ts'

/** What a test file is told of the server: the logins, and the names of the run's databases. */
export type TestServer = {
  owner: Connection
  app: Connection
  template: string
  /** Every database of this run begins with it. */
  prefix: string
  /** Where the programs that tests start keep themselves compiled. */
  compiled: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

type Started = { owner: Connection; app: Connection; stop: () => Promise<void> }

let teardownRun: (() => Promise<void>) | undefined

export async function setup(project: TestProject): Promise<void> {
  const server = await start()
  const prefix = `weerklank_test_${randomBytes(4).toString('hex')}_`
  const compiled = mkdtempSync(join(tmpdir(), 'wk-compiled-'))
  teardownRun = async () => {
    rmSync(compiled, { recursive: true, force: true })
    await dropAll(server.owner, prefix)
    await server.stop()
  }
  const template = `${prefix}template`
  await makeTemplate(server, template)
  project.provide('testServer', { owner: server.owner, app: server.app, template, prefix, compiled })
}

export async function teardown(): Promise<void> {
  await teardownRun?.()
}

/**
 * The server named by TEST_DATABASE_URL (an owner that is no superuser but may make databases and roles), or an embedded
 * one in a folder of its own.
 */
async function start(): Promise<Started> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined && url !== '') {
    const connection = { connectionString: url }
    return { owner: connection, app: connection, stop: async () => undefined }
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wk-test-')))
  // As root the server runs as another user, who has to come through.
  chmodSync(folder, 0o755)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const server = await startEmbedded({
      dataDir: join(folder, 'data'),
      log: () => undefined,
      isExpendable: true,
    })
    return { ...server, stop: () => server.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

async function makeTemplate(server: Started, name: string): Promise<void> {
  await runStatements(server.owner, `create database ${name}`)
  const engine = {
    owner: inDatabase(server.owner, name),
    app: inDatabase(server.app, name),
    stop: server.stop,
  }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await bringUpToDate(engine, loadContent(), log)
  // A template that somebody looks into cannot be copied.
  await runStatements(server.owner, `alter database ${name} allow_connections false`)
}

async function dropAll(owner: Connection, prefix: string): Promise<void> {
  const rows = await runStatements(
    owner,
    `select datname from pg_database where datname like '${prefix.replaceAll('_', '\\_')}%'`,
  )
  for (const { datname } of rows) await runStatements(owner, `drop database "${datname}" with (force)`)
}

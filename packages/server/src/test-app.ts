/** The whole application on a real database, and the ways in: what route tests begin with. */
import { randomBytes } from 'node:crypto'
import type { Instant } from '@weerklank/core/shared/time'
import { asMaintenance, createWorkspace } from './access/accounts.ts'
import { describe } from './cli/log.ts'
import { auditOf } from './test-audit.ts'
import { openOwnerOf, openSharedConnections, type SharedConnections } from './test-connections.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import * as factories from './test-factories.ts'
import { atEndOfFile } from './test-file.ts'
import { byLink } from './test-link.ts'
import { asMember, type Person } from './test-member.ts'
import { type LogLine, type Running, type Shared, startApp, testClock, worldOf } from './test-running.ts'

type Parts<Build extends (app: Running, parts: never) => unknown> = Parameters<Build>[1]

/** `await using app = await testApp()`: closes itself. */
export type TestApp = Awaited<ReturnType<typeof testApp>>

type Options = {
  now?: Instant
  /** A database of its own, for tests that close it, count jobs or look across workspaces; else the file's. */
  ownDatabase?: boolean
  /** A mail server; without one mails are kept in `mails`. */
  smtpUrl?: string
  /** `none`: no mail goes out, so that what needs none waits in the outbox. */
  mail?: 'none'
  /** Ways to sign in beside password and mail. */
  means?: Shared['means']
}

type OfFile = { database: TestDatabase; connections: SharedConnections }

let ofThisFile: Promise<OfFile> | undefined

/** One database, and connections to it, for all tests of a file that need no own one. */
function sharedInFile(): Promise<OfFile> {
  if (ofThisFile !== undefined) return ofThisFile
  const made = openForFile()
  ofThisFile = made
  atEndOfFile(async () => {
    ofThisFile = undefined
    const { database, connections } = await made
    await connections.close()
    await database[Symbol.asyncDispose]()
  })
  return made
}

async function openForFile(): Promise<OfFile> {
  const database = await testDatabase()
  return { database, connections: await openSharedConnections(database) }
}

/** Starts an application in a workspace of its own, at a fixed moment. */
export async function testApp(options: Options = {}) {
  const { now = '2026-11-19T08:00:00.000Z', ownDatabase = false, smtpUrl = null, means = {}, mail } = options
  const { database, connections } = ownDatabase
    ? { database: await testDatabase(), connections: undefined }
    : await sharedInFile()
  const clock = testClock(now)
  const workspace = await newWorkspace(database, connections, now)
  const random = () => randomBytes(32).toString('base64url')
  const keys = { demoKey: random(), secret: random() }
  const shared = { database, clock, workspace, smtpUrl, means, ...keys, ...(mail && { mail }) }
  return withWaysIn(await startApp(shared, connections?.forApp), shared, async () => {
    if (ownDatabase) await database[Symbol.asyncDispose]()
  })
}

async function newWorkspace(database: TestDatabase, shared: SharedConnections | undefined, now: Instant) {
  const owner = shared?.owner ?? openOwnerOf(database)
  try {
    return await asMaintenance(owner, (trx) =>
      createWorkspace(trx, worldOf(testClock(now)), { name: 'De Linde', isDemo: true }),
    )
  } finally {
    if (shared === undefined) await owner.destroy()
  }
}

function withWaysIn(app: Running, shared: Shared, after: () => Promise<void>) {
  return {
    ...app,
    /** Requests in the name of a person, or of nobody. */
    as: (person: Pick<Person, 'cookie'> | null) => asMember(app, person),
    /** Requests by a check link. */
    link: (url: string) => byLink(app, url),
    audit: (action?: string) => auditOf(app, action),
    /** All that was logged, as it is written out: to prove that something does not stand in it. */
    logText: () => app.log.map(writtenOut).join('\n'),
    professional: (parts: Parts<typeof factories.buildProfessional> = {}) =>
      factories.buildProfessional(app, parts),
    relation: (parts: Parts<typeof factories.buildRelation> = {}) => factories.buildRelation(app, parts),
    invite: (parts: Parts<typeof factories.buildInvitation> = {}) => factories.buildInvitation(app, parts),
    answer: (parts: Parts<typeof factories.buildAnswer> = {}) => factories.buildAnswer(app, parts),
    otherWorkspace: (name?: string) => factories.buildWorkspace(app, name),
    /** A second application on the same database, with connections of its own: another process. */
    twin: async () => withWaysIn(await startApp(shared), shared, async () => undefined),
    [Symbol.asyncDispose]: async () => {
      await app.close()
      await after()
    },
  }
}

/** A line as it is written out: errors by the fields that a log may say of them. */
function writtenOut({ message, fields }: LogLine): string {
  return JSON.stringify({ message, ...fields }, (key, value) => (key === 'err' ? describe(value) : value))
}

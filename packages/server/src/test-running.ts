/** One application on a database, with a clock that a test sets: starts it and closes it. */

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant, millis } from '@weerklank/core/shared/time'
import { uuidV7 } from '@weerklank/core/shared/uuid-v7'
import type { Hono } from 'hono'
import { asideDone } from './access/aside.ts'
import { demoPeople } from './access/demo-people.ts'
import type { SignInMeans } from './access/own-sign-in.ts'
import { buildSignIn, type SignIn } from './access/sign-in.ts'
import { buildApp } from './app.ts'
import type { World } from './deps.ts'
import { type Content, loadContent } from './feedback/instruments.ts'
import type { EventHub } from './http/events.ts'
import type { Log } from './http/log.ts'
import { type Mail, type Mailer, openMailer } from './mail/mail.ts'
import { openTransport } from './mail/transport.ts'
import type { Db } from './schema.ts'
import { type Connections, openConnections } from './test-connections.ts'
import type { TestDatabase } from './test-database.ts'
import { publicUrl } from './test-member.ts'

export type TestClock = {
  now: () => Instant
  set: (now: Instant) => void
  advance: (milliseconds: number) => void
}

export type LogLine = { level: 'info' | 'warn' | 'error'; fields: object; message: string }

/** What two applications on one database have in common. */
export type Shared = {
  database: TestDatabase
  clock: TestClock
  workspace: WorkspaceId
  /** Lets a test become a person of the demo, as the start of a demo prints it. */
  demoKey: string
  secret: string
  /** A mail server; null keeps mails in `mails`. */
  smtpUrl: string | null
  /** No mail goes out at all. */
  mail?: 'none'
  /** Ways to sign in that a test sets up; none of them unless said. */
  means?: Partial<SignInMeans>
}

/** Programs of a test listen on this machine. */
const webhookTargets = { thisMachine: true, networks: null }
const noMeans = { breachedPasswords: null, singleSignOn: null }

export type Running = Shared & {
  hono: Hono
  /** A folder of its own, gone with the application. */
  dataDir: string
  world: World
  content: Content
  db: Db
  /** The owner's connection: reads rows only within `asMaintenance`. */
  owner: Db
  hub: EventHub
  signIn: SignIn
  signInMeans: SignInMeans
  /** All that was logged, oldest first. */
  log: LogLine[]
  logger: Log
  mails: Mail[]
  /** Aborted, it ends open event streams, as a stopping server does. */
  stopping: AbortController
  close: () => Promise<void>
}

/** A clock that stands still until a test moves it. */
export function testClock(start: Instant): TestClock {
  let now = start
  return {
    now: () => now,
    set: (moment) => {
      now = moment
    },
    advance: (milliseconds) => {
      now = addMilliseconds(now, milliseconds)
    },
  }
}

let made = 0

/** Identifiers sort in the order in which they were made, also while the clock stands still. */
export function worldOf(clock: TestClock): World {
  const newId = <Id extends string>() => {
    const random = randomBytes(10)
    random.writeUInt16BE(0, 0)
    random.writeUInt32BE(made++, 2)
    // Its two highest bits give way to the UUID's variant: no test makes so many.
    return uuidV7(millis(clock.now()), random) as Id
  }
  return { now: clock.now, newId }
}

/**
 * Lets a request to the auth library that says nothing of where it comes from come from an address of this application
 * alone: the library counts per address for the whole process, which tries several files.
 */
function fromOwnAddress(hono: Hono): void {
  const [a, b, c] = randomBytes(3)
  const socket = { remoteAddress: `10.${a}.${b}.${c}`, remotePort: 1, remoteFamily: 'IPv4' }
  const request = hono.request.bind(hono)
  hono.request = (...[input, init, env]: Parameters<Hono['request']>) => {
    const url = input instanceof Request ? input.url : String(input)
    const own = url.includes('/api/auth/') ? { incoming: { socket } } : undefined
    return request(input, init, env ?? own)
  }
}

/** On connections of its own, unless it is given some. */
export async function startApp(
  shared: Shared,
  connect: (log: Log) => Connections | Promise<Connections> = (log) => openConnections(shared.database, log),
): Promise<Running> {
  const log: LogLine[] = []
  const logger = memoryLog(log)
  const mails: Mail[] = []
  const mailer = openMail(shared, { mails, logger })
  const { db, owner, pool, hub, close: disconnect } = await connect(logger)
  const world = worldOf(shared.clock)
  const content = loadContent()
  const stopping = new AbortController()
  const { secret, means, demoKey } = shared
  const signIn = buildSignIn({
    ...{ pool, publicUrl, alsoAt: [], secret, mailer, demoKey },
    now: shared.clock.now,
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'wk-app-'))
  const signInMeans = { ...noMeans, ...means, secret, magicLink: mailer.isConfigured }
  const hono = buildApp({
    ...{ dataDir, db, signIn, signInMeans, hub, world, content, publicUrl, log: logger },
    ...{ stopping: stopping.signal, web: null, version: '0.0.0', webhookTargets },
    mailer,
    canSendMail: shared.smtpUrl !== null,
    signInOptions: async () => ({
      password: true,
      magicLink: mailer.isConfigured,
      demo: await demoLinks(db, shared.demoKey),
    }),
  })
  fromOwnAddress(hono)
  const close = async () => {
    stopping.abort()
    await asideDone()
    await disconnect()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    ...{ ...shared, hono, dataDir, world, content, db, owner, hub, signIn, signInMeans },
    ...{ log, logger, mails, stopping, close },
  }
}

function openMail(shared: Shared, of: { mails: Mail[]; logger: Log }): Mailer {
  if (shared.smtpUrl !== null) {
    const from = 'Weerklank <hallo@weerklank.test>'
    return openMailer({ transport: openTransport({ smtpUrl: shared.smtpUrl, from }) }, of.logger)
  }
  if (shared.mail === 'none') return openMailer({ transport: null }, of.logger)
  return { isConfigured: true, send: async (mail) => void of.mails.push(mail) }
}

/** The one-click link of a person of the demo. */
export function demoLink(user: string, key: string): string {
  return `${publicUrl}/api/auth/demo/${user}?key=${key}`
}

async function demoLinks(db: Db, key: string) {
  const people = await demoPeople(db)
  return people.map(({ user, name, roles }) => ({ name, roles: [...roles], url: demoLink(user, key) }))
}

function memoryLog(lines: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

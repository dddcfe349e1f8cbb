import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { SignInOptions } from '@weerklank/core/access/access.contract'
import { asideDone } from './access/aside.ts'
import { demoPeople } from './access/demo-people.ts'
import type { SignInMeans } from './access/own-sign-in.ts'
import { assertLeakList } from './access/password-leaks.ts'
import { newSeal } from './access/seal.ts'
import { buildSignIn, type SignIn } from './access/sign-in.ts'
import type { WebhookTargets } from './access/webhook.address.ts'
import { webhookSecrets, webhookSend, webhookSendKind } from './access/webhook.deliver.ts'
import { webhookEvents } from './access/webhook.dispatch.ts'
import { webhookEventKind } from './access/webhook.tell.ts'
import { corpusKind } from './analysis/analysis.ts'
import { corpusFlow } from './analysis/corpus.job.ts'
import { buildApp } from './app.ts'
import { isPublic, refuseExposure } from './config.exposure.ts'
import type { Config } from './config.ts'
import { consentReview, consentReviewKind } from './consent/consent.review.ts'
import { loadConsentTexts } from './consent/consent-texts.ts'
import { openDatabase, openPool } from './db/pool.ts'
import type { World } from './deps.ts'
import { meetingAfterKind, meetingAfterLook } from './dialogue/after.ask.ts'
import { bringUpToDate, type Engine, openEngine, openOwner, sessionSecret, warn } from './engine.ts'
import { type Content, loadContent } from './feedback/instruments.ts'
import { mutualTerm, mutualTermKind } from './feedback/mutual.job.ts'
import { checkPlanLook } from './feedback/plan.job.ts'
import { checkPlanKind } from './feedback/plan.repository.ts'
import { betweenVoices, betweenVoicesKind } from './feedback/signal-recompute.ts'
import { windowCheck, windowCheckKind } from './feedback/window-check.ts'
import { type EventHub, openEventHub } from './http/events.ts'
import type { Log } from './http/log.ts'
import { readWebFiles } from './http/static-files.ts'
import { inFlight } from './in-flight.ts'
import { startJobs } from './jobs/jobs.ts'
import { loadNudges } from './learning/nudge.content.ts'
import { nudgeKind, nudgeLook } from './learning/nudge.job.ts'
import { planReindex, reindexJob, reindexJobKind } from './library/reindex.job.ts'
import { planWorks, worksJob, worksJobKind } from './library/works.job.ts'
import { type Mailer, openMailer, type Transport } from './mail/mail.ts'
import { mailJobKind, noteMissed } from './mail/outbox.ts'
import { sendMail } from './mail/send.ts'
import { openTransport } from './mail/transport.ts'
import type { WithOwner } from './owner-work.ts'
import { planRetention, retentionJob, retentionJobKind } from './ownership/retention.job.ts'
import { takeawayJob, takeawayJobKind } from './ownership/takeaway.job.ts'
import { machineOf, version, webFolder } from './program.ts'
import { exportJob, exportJobKind } from './reports/export-job.run.ts'
import type { Db, Schema } from './schema.ts'
import { circleCheckAsk, circleCheckAskKind } from './team/circle-check.ask.ts'
import { circleCheckClose, circleCheckCloseKind } from './team/circle-check.job.ts'
import { roundClose, roundCloseKind, roundComplete, roundCompleteKind } from './team/team.rounds.ts'

/** A server that answers requests. */
export type Running = {
  /** The address people use. */
  url: string
  engine: Engine
  db: Db
  signIn: SignIn
  content: Content
  /** One-click sign-in for a person of the demo. */
  demoLink: (user: string) => string
  /** Ends open work, then the connections, then the database. Safe to call twice. */
  stop: () => Promise<void>
}

type Options = { config: Config; world: World; log: Log }
const jobsEveryMs = 15_000
/** Somebody looks at a bar while she waits for a file. */
const exportsEveryMs = 1_000
const drainMs = 5_000

/** Opens the database, brings it up to date and serves. Nothing stays open when any of it fails. */
export async function startServer(options: Options): Promise<Running> {
  const { config, log } = options
  refuseExposure(config)
  const content = loadContent()
  await assertLeakList(config.breachedPasswords)
  // The port first: a wrong one is told before a database is started for nothing.
  const http = await listen(config)
  const engine = await openEngine(config, log).catch(async (error) => {
    http.close()
    throw error
  })
  try {
    await bringUpToDate(engine, content, log)
    return await serveOn(http, engine, { ...options, content })
  } catch (error) {
    http.close()
    await engine.stop()
    throw error
  }
}

async function serveOn(http: Server, engine: Engine, of: Options & { content: Content }): Promise<Running> {
  const { config, world, log, content } = of
  const port = (http.address() as AddressInfo).port
  const stopping = new AbortController()
  // While stopping, the database ends what the pools did not close themselves in time.
  const onError = (error: Error) => {
    if (!stopping.signal.aborted) warn(log, error)
  }
  const url = config.publicUrl ?? `http://localhost:${port}`
  const db = openDatabase<Schema>(engine.app, { as: 'application', size: 16, onError })
  const signInPool = openPool(engine.app, { as: 'application', size: 4, onError, searchPath: 'auth' })
  const hub = await openEventHub({ settings: engine.app, pool: signInPool, log })
  const { transport, mailer } = openMail(db, of)
  const demoKey = randomBytes(16).toString('base64url')
  const alsoAt = config.publicUrl === null ? [`http://127.0.0.1:${port}`] : []
  const secret = sessionSecret(config)
  const now = world.now
  const signIn = buildSignIn({ pool: signInPool, publicUrl: url, alsoAt, secret, mailer, demoKey, now })
  const demoLink = (user: string) => `${url}/api/auth/demo/${user}?key=${demoKey}`
  const app = buildApp({
    db,
    signIn,
    signInOptions: () => signInOptions(db, mailer, demoLink),
    signInMeans: meansOf(config, { secret, mailer }),
    hub,
    log,
    ...{ web: readWebFiles(webFolder), version, world, content },
    publicUrl: url,
    alsoAt,
    ...{ trustedProxies: config.trustedProxies, webhookTargets: webhookTargetsOf(config) },
    mailer,
    canSendMail: mailer.isConfigured,
    machine: machineOf(config),
    dataDir: config.dataDir,
    stopping: stopping.signal,
  })
  const requests = inFlight(app.fetch)
  http.on('request', getRequestListener(requests.answer))
  const jobs = await startWork({ ...of, engine, db, hub, transport, url, secret })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= stopAll({ http, requests, stopping, jobs, hub, db, signInPool, engine })
    return stopped
  }
  return { url, engine, db, signIn, content, demoLink, stop }
}

function meansOf(config: Config, of: { secret: string; mailer: Mailer }): SignInMeans {
  const { breachedPasswords, singleSignOn } = config
  return { breachedPasswords, singleSignOn, secret: of.secret, magicLink: of.mailer.isConfigured }
}

function webhookWork(of: Options & { db: Db; url: string; secret: string }) {
  const { config, db, world } = of
  const seal = newSeal(of.secret, webhookSecrets)
  const way = { seal, publicUrl: of.url, targets: webhookTargetsOf(config) }
  return {
    [webhookEventKind]: webhookEvents({ db, world }),
    [webhookSendKind]: webhookSend({ db, world, ...way }),
  }
}

/** A server that only this machine reaches may tell programs on this machine. */
function webhookTargetsOf(config: Config): WebhookTargets {
  return { thisMachine: !isPublic(config), networks: config.webhookNetworks }
}

function openMail(db: Db, { config, world, log }: Options) {
  const { smtpUrl, mailFrom: from } = config
  const transport = smtpUrl === null ? null : openTransport({ smtpUrl, from })
  return { transport, mailer: openMailer({ transport, onMissed: noteMissed({ db, world }) }, log) }
}

/** Work for later, done by this process as by every other. */
async function startWork(
  of: Options & {
    content: Content
    engine: Engine
    db: Db
    hub: EventHub
    transport: Transport | null
    url: string
    secret: string
  },
) {
  const { config, content, engine, db, world, log, hub, transport } = of
  const { dataDir } = config
  await planRetention(db, world)
  await planWorks(db, world)
  await planReindex(db, world)
  const handlers = {
    [windowCheckKind]: windowCheck({ db, world, announce: hub.announce }),
    [checkPlanKind]: checkPlanLook({
      ...{ db, world, content, announce: hub.announce, publicUrl: of.url },
      canSendMail: transport !== null,
    }),
    [meetingAfterKind]: meetingAfterLook({
      ...{ db, world, publicUrl: of.url, canSendMail: transport !== null },
    }),
    [nudgeKind]: nudgeLook({
      ...{ db, world, publicUrl: of.url, canSendMail: transport !== null, nudges: loadNudges() },
    }),
    [betweenVoicesKind]: betweenVoices({ db, world, content, announce: hub.announce }),
    [mutualTermKind]: mutualTerm({ db, world, content, announce: hub.announce }),
    [roundCloseKind]: roundClose({ db, world }),
    [roundCompleteKind]: roundComplete({ db, world }),
    [circleCheckCloseKind]: circleCheckClose({ db, world, announce: hub.announce }),
    [circleCheckAskKind]: circleCheckAsk({
      ...{ db, world, publicUrl: of.url, canSendMail: transport !== null },
    }),
    [corpusKind]: corpusFlow({ db, world }),
    [consentReviewKind]: consentReview({ db, world, consentTexts: loadConsentTexts(), publicUrl: '' }),
    [mailJobKind]: sendMail({ db, world, log, transport }),
    [takeawayJobKind]: takeawayJob({ world, dataDir, withOwner: ownerOf(engine, log), product: version }),
    ...webhookWork(of),
    [retentionJobKind]: retentionJob({ world, log, dataDir, withOwner: ownerOf(engine, log) }),
    [reindexJobKind]: reindexJob({ log, withOwner: ownerOf(engine, log) }),
    [worksJobKind]: worksJob({ db, world, log, content, withOwner: ownerOf(engine, log) }),
  }
  const rest = startJobs({ db, world, log, handlers, kinds: { but: [exportJobKind] } }, jobsEveryMs)
  const making = { db, world, content, publicUrl: of.url, dataDir }
  // In a row of their own: no letter waits for a large file.
  const files = { [exportJobKind]: exportJob(making) }
  const exports = startJobs(
    { db, world, log, handlers: files, kinds: { only: [exportJobKind] } },
    exportsEveryMs,
  )
  const stop = async () => {
    await Promise.all([rest.stop(), exports.stop()])
  }
  return { stop }
}

/** The owner's connection for one piece of work: it does what the application itself may not. */
function ownerOf(engine: Engine, log: Log): WithOwner {
  return async (work) => {
    const owner = openOwner(engine, log)
    try {
      return await work(owner)
    } finally {
      await owner.destroy()
    }
  }
}

type Parts = {
  http: Server
  requests: { settled: () => Promise<void> }
  stopping: AbortController
  jobs: { stop: () => Promise<void> }
  hub: EventHub
  db: Db
  signInPool: { end: () => Promise<void> }
  engine: Engine
}

async function stopAll(parts: Parts): Promise<void> {
  const closed = new Promise((resolve) => parts.http.close(resolve))
  parts.stopping.abort()
  parts.http.closeIdleConnections()
  const drained = setTimeout(() => parts.http.closeAllConnections(), drainMs)
  await parts.jobs.stop()
  await closed
  clearTimeout(drained)
  // What hangs all the same (a lock, a network that is gone) must not keep the server from stopping.
  const settled = parts.requests.settled().then(asideDone)
  await Promise.race([settled, sleep(drainMs, undefined, { ref: false })])
  await parts.hub.close()
  await Promise.all([parts.db.destroy(), parts.signInPool.end()])
  await parts.engine.stop()
}

/** Listens, so that a port in use is known at once; requests that come before the application is there wait. */
function listen(config: Config): Promise<Server> {
  const server = createServer()
  // Longer than proxies keep a quiet connection (60 s): otherwise one is closed just as a request sets out on it.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => resolve(server))
  })
}

async function signInOptions(
  db: Db,
  mailer: Mailer,
  demoLink: (user: string) => string,
): Promise<Omit<SignInOptions, 'passkey' | 'singleSignOn'>> {
  const people = await demoPeople(db)
  const demo = people.map(({ user, name, roles }) => ({ name, roles: [...roles], url: demoLink(user) }))
  return { password: true, magicLink: mailer.isConfigured, demo }
}

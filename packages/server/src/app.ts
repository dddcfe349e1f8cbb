import type { SignInOptions } from '@weerklank/core/access/access.contract'
import type { Installation } from '@weerklank/core/consent/legal/legal-document'
import { AppError } from '@weerklank/core/shared/errors'
import type { Context, Hono } from 'hono'
import { serveAccess } from './access/access.routes.ts'
import type { MemberApi } from './access/access.ts'
import { serveApiTokens } from './access/api-token.routes.ts'
import { bearerMember, newBearerDeps } from './access/api-token.ts'
import { serveEmergency } from './access/emergency.routes.ts'
import { authenticator, type NoteSignIn, serveSignIn } from './access/front-door.ts'
import { serveGuests } from './access/guests.routes.ts'
import { settleGuests } from './access/guests.ts'
import { serveKiosks } from './access/kiosks.routes.ts'
import { serveMembers } from './access/members.routes.ts'
import { serveOutbox } from './access/outbox.routes.ts'
import { newOwnPlaces } from './access/own-place.ts'
import { meansOffered, type SignInMeans, serveOwnSignIn } from './access/own-sign-in.ts'
import { refusalNotes } from './access/refusals.ts'
import { newSeal } from './access/seal.ts'
import { type Door, newDoor } from './access/session-door.ts'
import { serveSettings } from './access/settings.routes.ts'
import { noteFailedSignIn, recordAccountDeed, userWithEmail } from './access/sign-in.record.ts'
import { sessionCookie } from './access/sign-in.session.ts'
import type { SignIn } from './access/sign-in.ts'
import type { WebhookTargets } from './access/webhook.address.ts'
import { webhookSecrets } from './access/webhook.deliver.ts'
import { serveWebhooks } from './access/webhook.routes.ts'
import { serveWorkspaces } from './access/workspaces.routes.ts'
import { serveAnalysis } from './analysis/analysis.routes.ts'
import { servePictures } from './analysis/pictures.routes.ts'
import { serveAudit } from './audit/audit.routes.ts'
import { serveConsent } from './consent/consent.routes.ts'
import type { ConsentDeps } from './consent/consent.ts'
import { type ConsentTexts, loadConsentTexts } from './consent/consent-texts.ts'
import { serveLegal, serveLegalPages } from './consent/legal.routes.ts'
import type { OwnAccounts } from './consent/own-account.ts'
import { serveOwnPage } from './consent/own-page.routes.ts'
import { serveResearch } from './consent/research.routes.ts'
import { loadAfterContent } from './dialogue/after.content.ts'
import { serveDialogue } from './dialogue/dialogue.routes.ts'
import { loadFormats } from './dialogue/dialogue.ts'
import { serveGuestAfter } from './dialogue/guest/after.routes.ts'
import { serveMeetingPlaces } from './dialogue/guest/guest.routes.ts'
import { serveGuestLive } from './dialogue/guest/live.routes.ts'
import { serveMeetingLive } from './dialogue/live.routes.ts'
import { type LiveTables, newLiveTables } from './dialogue/live.watch.ts'
import type { FeedbackDeps } from './feedback/feedback.deps.ts'
import { serveFeedback } from './feedback/feedback.routes.ts'
import { planWindowCheck } from './feedback/window-check.ts'
import { refuseFhir } from './fhir/fhir.http.ts'
import { serveFhir } from './fhir/fhir.routes.ts'
import { newScorer, type Scorer } from './fhir/score.ts'
import { addressOf, knowAddress, type TrustedProxies } from './http/address.ts'
import { sendAppPage } from './http/app-page.ts'
import { refuseOtherSites } from './http/cross-site.ts'
import type { EventHub } from './http/events.ts'
import { newLimiter } from './http/limit.ts'
import type { Log } from './http/log.ts'
import { measureRequests } from './http/metrics.ts'
import { securityHeaders } from './http/security-headers.ts'
import { type Api, newApi, refuse } from './http/server.ts'
import { sendFile, type WebFiles } from './http/static-files.ts'
import { serveLearning } from './learning/learning.routes.ts'
import { loadExercises } from './learning/learning.ts'
import { loadNudges } from './learning/nudge.content.ts'
import { serveOwnBetween } from './learning/own/between.routes.ts'
import { serveOwnKeeping } from './learning/own/keeping.routes.ts'
import { serveOwnLearning } from './learning/own/own.routes.ts'
import { serveLectureSurvey } from './learning/survey.door.ts'
import { serveCollectionPage } from './library/collection.door.ts'
import { serveLibrary } from './library/library.routes.ts'
import { servePractice } from './library/practice.routes.ts'
import { serveWorks } from './library/works.routes.ts'
import { serveLive } from './live.ts'
import type { Mailer } from './mail/mail.ts'
import { serveOwnership } from './ownership/ownership.ts'
import { serveProbes } from './probes.ts'
import { leaveAll } from './relation/relation.leaving.ts'
import { takePart } from './relation/relation.people.ts'
import { serveRelations } from './relation/relation.routes.ts'
import { serveReports } from './reports/reports.ts'
import { serveFormPaper } from './respond/form/form.paper.routes.ts'
import { serveFormPreview } from './respond/form/form.preview.ts'
import { serveFormRespond } from './respond/form/form.routes.ts'
import { serveFormTry } from './respond/form/form.try.ts'
import { serveKiosk } from './respond/kiosk.routes.ts'
import { servePaper } from './respond/paper.routes.ts'
import { serveRespond } from './respond/respond.routes.ts'
import type { Db } from './schema.ts'
import { serveCircles } from './team/circle.routes.ts'
import { serveCircleChecks } from './team/circle-check.routes.ts'
import { serveNetwork } from './team/network.routes.ts'
import { serveOwnChecks } from './team/own/check.routes.ts'
import { serveOwnCircle } from './team/own/own.routes.ts'
import { serveTeam } from './team/team.routes.ts'
import { serveTickets } from './team/ticket.routes.ts'
import { serveWords } from './team/words.routes.ts'

export type AppDeps = FeedbackDeps & {
  /** Other consent texts than those of the product, for tests of a new version. */
  consentTexts?: ConsentTexts
  db: Db
  signIn: SignIn
  signInOptions: () => Promise<Omit<SignInOptions, 'passkey' | 'singleSignOn'>>
  signInMeans: SignInMeans
  hub: EventHub
  log: Log
  /** The built web app, or null when it was not built (in tests of the interface). */
  web: WebFiles | null
  version: string
  /** For mails with a link to an account of one's own, kept nowhere; without one they wait in the outbox. */
  mailer?: Mailer
  /** Whether there is a mail server; without one the outbox is passed on by hand. */
  canSendMail?: boolean
  /** Where files lie that were made to be fetched; without it none can be. */
  dataDir?: string
  /** What the texts that the law asks for say of the machine; by default the embedded database and no mail server. */
  machine?: Pick<Installation, 'database' | 'mailServer'>
  /** Aborted when the server stops, so that open event streams end. */
  stopping: AbortSignal
  /** Other addresses under which this server is reached: pages from there are our own. */
  alsoAt?: readonly string[]
  /** Where messages of webhooks may go beside public addresses. */
  webhookTargets?: WebhookTargets
  /** Proxies before us, whose word on where a request comes from is taken; none unless said. */
  trustedProxies?: TrustedProxies
}

/** The whole application over its collaborators; starts nothing and listens to nothing. */
export function buildApp(deps: AppDeps): Hono {
  const api = newApi(deps.log)
  const { app } = api
  app.use(measureRequests)
  app.use(securityHeaders(deps.publicUrl))
  app.use(knowAddress(deps.trustedProxies ?? null))
  app.use(refuseOtherSites([deps.publicUrl, ...(deps.alsoAt ?? [])]))
  serveSignIn(app, deps.signIn, signInNotes(deps))
  const { now } = deps.world
  const nowMs = () => Date.parse(now())
  const door = newDoor({ db: deps.db, signIn: deps.signIn, now })
  const to = membersApi(deps, api, door)
  const canSend = deps.canSendMail ?? false
  serveOutbox(to, { ...deps, canSend })
  servePlaces(to, { ...deps, canSend })
  serveAccess(to, async () => ({
    ...(await deps.signInOptions()),
    ...meansOffered(deps.publicUrl, deps.signInMeans),
  }))
  serveOwnSignIn({ ...deps, api, door, now }, deps.signInMeans)
  const consent = withTexts(deps)
  servePrivacy(to, app, consent)
  serveOwnership(to, deps)
  const scorer = scorerUntil(deps.stopping)
  serveFeedback(to, { ...deps, scorer })
  serveReports(to, deps)
  servePaper(to, deps)
  serveFormPaper(to, deps)
  serveRelations(to, {
    world: deps.world,
    planWindowCheck: (trx, of) => planWindowCheck(trx, deps.world, of),
    settleGuests: (trx, of) => settleGuests(trx, { ...of, world: deps.world }),
  })
  serveAudit(to, deps)
  const tables = serveTogether(to, consent)
  serveLive(to, deps)
  const accounts = newOwnPlaces({ ...deps, door })
  serveLinks(app, { mailer: noMailer, ...consent, accounts, scorer, door, tables }, nowMs)
  servePrograms(app, to, { ...deps, scorer })
  serveProbes(api, deps)
  serveWeb(api, deps.web)
  app.onError((error, c) => (isFhir(c) ? refuseFhir(deps.log, error, c) : refuse(api, error, c)))
  return app
}

/** What people do with more than two: rounds without names, and meetings. */
function serveTogether(to: MemberApi, deps: PrivacyDeps): LiveTables {
  serveTeam(to, deps)
  serveCircles(to, { ...deps, formats: loadFormats() })
  serveCircleChecks(to, deps)
  serveNetwork(to, deps)
  serveWords(to, deps)
  servePractice(to, deps)
  serveDialogue(to, deps)
  serveAnalysis(to, deps)
  servePictures(to, deps)
  serveLearning(to, deps)
  serveWorks(to, { ...deps, formats: loadFormats(), exercises: loadExercises() })
  serveLibrary(to, deps)
  const tables = newLiveTables(deps)
  serveMeetingLive(to, { ...deps, tables })
  return tables
}

/** What goes for all that is agreed: the words of the house, and where it is. */
const withTexts = (deps: AppDeps) => ({
  ...deps,
  consentTexts: deps.consentTexts ?? loadConsentTexts(),
  installation: installationOf(deps),
})

/** What computes the forms, as long as the server runs. */
function scorerUntil(stopping: AbortSignal): Scorer {
  const scorer = newScorer()
  stopping.addEventListener('abort', () => void scorer.close(), { once: true })
  return scorer
}

const isFhir = (c: Context) => c.req.path === '/fhir' || c.req.path.startsWith('/fhir/')

/** Other programs, by the token of a member. */
function servePrograms(app: Hono, to: MemberApi, deps: AppDeps & { scorer: Scorer }): void {
  const { bearer } = to
  serveFormPreview(to, deps)
  serveFormTry(to, deps)
  const { db, world, publicUrl, version, scorer, log } = deps
  const { now } = world
  serveFhir(app, { ...{ db, now, world, publicUrl, version, scorer, log }, bearer })
}

/** What came of signing in, written down. */
function signInNotes(deps: AppDeps): NoteSignIn {
  return {
    signedIn: (user) => recordAccountDeed(deps, user, 'account.signed-in'),
    failed: (way, email) =>
      noteFailedSignIn(deps, { way, user: async () => email && userWithEmail(deps.db, email) }),
  }
}

function membersApi(deps: AppDeps, api: Api, door: Door): MemberApi {
  const { db, hub, world } = deps
  const tokens = newBearerDeps({ db, now: world.now })
  return {
    ...{ api, db, now: world.now, announce: hub.announce },
    authenticate: authenticator({ db, door, now: world.now }),
    bearer: (c) => bearerMember(tokens, c),
    noteRefused: refusalNotes(deps),
  }
}

/** Who has a place here, of the house, as a guest or for a moment; what goes for all of them; and where one works. */
function servePlaces(to: MemberApi, deps: AppDeps & { canSend: boolean }): void {
  const { world } = deps
  serveMembers(to, { ...deps, leaveAll: (trx, of) => leaveAll(trx, world, of) })
  serveGuests(to, { ...deps, takePart: (trx, of, person) => takePart(trx, { ...of, world }, person) })
  serveEmergency(to, deps)
  serveSettings(to, deps)
  serveWorkspaces(to, deps)
  serveApiTokens(to, deps)
  serveKiosks(to, deps)
  const { webhookTargets: targets = onlyPublic } = deps
  serveWebhooks(to, { world, targets, seal: newSeal(deps.signInMeans.secret, webhookSecrets) })
}

const onlyPublic: WebhookTargets = { thisMachine: false, networks: null }

/** What the rooms of consent, research and privacy stand on. */
type PrivacyDeps = AppDeps & ConsentDeps & { installation: Installation }

/** What people agreed to, research with it, and the texts about it that are made from the settings. */
function servePrivacy(to: MemberApi, app: Hono, deps: PrivacyDeps): void {
  serveConsent(to, deps)
  serveResearch(to, deps)
  serveLegal(to, deps)
  serveLegalPages(app, deps)
}

function installationOf(deps: AppDeps): Installation {
  const { machine = { database: 'embedded', mailServer: null } } = deps
  const { singleSignOn } = deps.signInMeans
  return {
    ...machine,
    product: deps.version,
    address: deps.publicUrl,
    singleSignOn: singleSignOn && { name: singleSignOn.name, issuer: singleSignOn.issuer },
  }
}

const noMailer: Mailer = { isConfigured: false, send: async () => undefined }

/** Those who come by a link: to a check, to their own page, or with a ticket of an anonymous round. */
function serveLinks(
  app: Hono,
  deps: PrivacyDeps & {
    accounts: OwnAccounts
    mailer: Mailer
    scorer: Scorer
    door: Door
    tables: LiveTables
  },
  nowMs: () => number,
): void {
  const missed = newLimiter({ max: 60, windowMs: 60_000 }, nowMs)
  const countMiss = (c: Context) => missed(addressOf(c))
  const { publicUrl } = deps
  serveRespond(app, {
    ...deps,
    announce: deps.hub.announce,
    countMiss,
    sessionCookie: sessionCookie(publicUrl),
  })
  serveKiosk(app, { ...deps, countMiss })
  serveFormRespond(app, { ...deps, announce: deps.hub.announce, countMiss })
  serveOwnPage(app, { ...deps, announce: deps.hub.announce, countMiss })
  serveTickets(app, { ...deps, countMiss })
  serveMeetingPlaces(app, { ...deps, announce: deps.hub.announce, countMiss })
  serveGuestLive(app, { ...deps, announce: deps.hub.announce, countMiss })
  serveOwnLearning(app, { ...deps, countMiss })
  serveOwnCircle(app, { ...deps, countMiss })
  serveOwnChecks(app, { ...deps, countMiss })
  serveOwnKeeping(app, { ...deps, countMiss, instruments: deps.content.instruments })
  serveLectureSurvey(app, { ...deps, countMiss })
  serveCollectionPage(app, { ...deps, countMiss })
  serveOwnBetween(app, { ...deps, countMiss, nudges: loadNudges(), canSendMail: deps.canSendMail ?? false })
  serveGuestAfter(app, { ...deps, announce: deps.hub.announce, countMiss, afterContent: loadAfterContent() })
}

/** The web app answers every other address; it shows itself what does not exist. */
function serveWeb(api: Api, web: WebFiles | null): void {
  api.app.all('/api/*', () => {
    throw new AppError('not-found')
  })
  api.app.get('*', (c) => {
    const isPage = c.req.path === '/index.html' || !/\.[a-z0-9]+$/i.test(c.req.path)
    const found = web && (isPage ? sendAppPage(c, web) : sendFile(c, web, c.req.path))
    if (!found) throw new AppError('not-found')
    return found
  })
  api.app.notFound((c) => refuse(api, new AppError('not-found'), c))
}

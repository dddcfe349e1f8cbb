import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, ParticipantId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Context as HonoContext } from 'hono'
import { record } from '../../audit/audit.ts'
import type { ConsentDeps } from '../../consent/consent.ts'
import { actorText, type Context, inContext, setContext } from '../../db/context.ts'
import { toAppError } from '../../http/failure.ts'
import { readToken } from '../../http/link-token.ts'
import type { Log } from '../../http/log.ts'
import { countRefusal } from '../../http/metrics.ts'
import { sendHtml } from '../../http/page.ts'
import { countedMiss, sayWhenAgain, unknownListener } from '../../http/refusal.ts'
import { logRefusal } from '../../http/server.ts'
import { statusOf } from '../../http/status.ts'
import type { Db, Trx } from '../../schema.ts'
import { nowherePage, ownLearningPolicy } from './own.frame.ts'
import { findLearner, findLink, type LearnerLinkRow } from './own.repository.ts'
import type { OwnLearner } from './own.section.ts'

/** What a learner's own pages need. */
export type OwnLearningDeps = ConsentDeps & {
  db: Db
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** A link that leads to no page, with whom one speaks as far as that is known. */
export class LearnerLinkError extends AppError {
  readonly listener: Listener | null

  constructor(code: 'link-unknown' | 'link-expired' | 'link-revoked', listener: Listener | null = null) {
    super(code)
    this.listener = listener
  }
}

/** A learner acts as a participant. */
export const asParticipant = (learner: LearnerId): ParticipantId => learner as string as ParticipantId

/** Her reach: her trajectory, and in it her own rows. */
export function learnerContext(of: {
  workspace: WorkspaceId
  learner: LearnerId
  trajectory: TrajectoryId
}): Context {
  const actor = { participant: asParticipant(of.learner) }
  return { workspace: of.workspace, actor, relations: [], joins: [of.trajectory] }
}

type Coming = { deps: OwnLearningDeps; token: string; lang: string | undefined }

/** Finds whose link it is, also of one that expired or ended; throws a `LearnerLinkError` for one that is none. */
export async function withLearnerLink<Result>(
  of: Coming,
  work: (trx: Trx, found: { link: LearnerLinkRow; page: OwnLearner }) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new LearnerLinkError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.deps.db, start, async (trx) => {
    const link = await findLink(trx, read.hash)
    if (link === undefined) throw new LearnerLinkError('link-unknown')
    return work(trx, { link, page: await openPage(trx, of, link) })
  })
}

async function openPage(trx: Trx, of: Coming, link: LearnerLinkRow): Promise<OwnLearner> {
  const { workspace_id: id, learner_id: learner, trajectory_id: trajectory } = link
  const context = learnerContext({ workspace: id, learner, trajectory })
  await setContext(trx, context)
  const place = await trx.selectFrom('workspace').select(['name', 'time_zone']).executeTakeFirstOrThrow()
  const found = await findLearner(trx, learner)
  if (found === undefined) throw new LearnerLinkError('link-unknown')
  const { language, address } = found.learner
  const listener = {
    language: of.lang === 'nl' || of.lang === 'en' ? of.lang : screenLanguage(language),
    address,
  }
  return {
    workspace: { id, name: place.name, timeZone: place.time_zone },
    ...{ ...found, context, listener, root: `/l/${of.token}`, now: of.deps.world.now() },
  }
}

const comingOf = (c: HonoContext, deps: OwnLearningDeps): Coming => ({
  ...{ deps, token: c.req.param('token') ?? '', lang: c.req.query('lang') },
})

/** Opens the pages of a request, in a transaction of its own. */
export function learnerOf<Result>(
  c: HonoContext,
  deps: OwnLearningDeps,
  work: (trx: Trx, page: OwnLearner) => Promise<Result>,
): Promise<Result> {
  return withLearnerLink(comingOf(c, deps), (trx, { link, page }) => {
    if (link.revoked_at !== null) throw new LearnerLinkError('link-revoked', page.listener)
    if (link.expires_at <= page.now) throw new LearnerLinkError('link-expired', page.listener)
    return work(trx, page)
  })
}

/** Whose link it is, whether or not it still opens anything: to renew it. */
export function linkOf<Result>(
  c: HonoContext,
  deps: OwnLearningDeps,
  work: (trx: Trx, found: { link: LearnerLinkRow; page: OwnLearner }) => Promise<Result>,
): Promise<Result> {
  return withLearnerLink(comingOf(c, deps), work)
}

/** Writes down what was done from a learner's own pages. */
export function noteLearner(
  trx: Trx,
  deps: Pick<OwnLearningDeps, 'world'>,
  of: { page: OwnLearner; action: AuditAction },
): Promise<void> {
  const { workspace, trajectory, learner, context } = of.page
  return record(trx, deps.world, {
    ...{ workspace: workspace.id, actor: actorText(context.actor), action: of.action, basis: 'own-link' },
    ...{ subject: { kind: 'trajectory', id: trajectory.id }, relation: null, person: learner.person_id },
  })
}

/** Sends one of her pages; one with another policy (a choice about consent) names it. */
export function sendLearner(
  c: HonoContext,
  page: string,
  of: { status?: Parameters<typeof sendHtml>[1]['status']; policy?: string } = {},
): Promise<Response> {
  return sendHtml(c, {
    page,
    status: of.status ?? 200,
    policy: of.policy ?? ownLearningPolicy,
    isTight: true,
  })
}

/** Whatever goes wrong becomes a page that a person understands. */
export async function answerLearner(
  c: HonoContext,
  deps: OwnLearningDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    return refuse(c, deps, thrown)
  }
}

function refuse(c: HonoContext, deps: OwnLearningDeps, thrown: unknown): Promise<Response> {
  const listener = (thrown instanceof LearnerLinkError ? thrown.listener : null) ?? unknownListener(c)
  const error = countedMiss(c, deps, toAppError(thrown))
  countRefusal(error.code)
  logRefusal(deps.log, error, c)
  const status = statusOf[error.code]
  sayWhenAgain(c, status)
  const root = `/l/${encodeURIComponent(c.req.param('token') ?? '')}`
  return sendLearner(c, nowherePage({ listener, workspace: null, root }, error.code), { status })
}

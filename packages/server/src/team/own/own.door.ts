import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
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
import { isOfFamily, openCircle } from '../circle.open.ts'
import { type CircleLinkRow, findLink } from '../circle.repository.ts'
import { nowherePage, ownCirclePolicy } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

/** What the pages of a circle by link need. */
export type OwnCircleDeps = ConsentDeps & {
  db: Db
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** A link that leads to no page, with whom one speaks as far as that is known. */
export class CircleLinkError extends AppError {
  readonly listener: Listener | null

  constructor(code: 'link-unknown' | 'link-expired' | 'link-revoked', listener: Listener | null = null) {
    super(code)
    this.listener = listener
  }
}

type Coming = { deps: OwnCircleDeps; token: string; lang: string | undefined }
type Found = { link: CircleLinkRow; page: OwnCircle }

/** Finds whose link it is, also of one that expired or ended; throws a `CircleLinkError` for one that is none. */
async function withCircleLink<Result>(
  of: Coming,
  work: (trx: Trx, found: Found) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new CircleLinkError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.deps.db, start, async (trx) => {
    const link = await findLink(trx, read.hash)
    if (link === undefined) throw new CircleLinkError('link-unknown')
    return work(trx, { link, page: await openPage(trx, of, link) })
  })
}

async function openPage(trx: Trx, of: Coming, link: CircleLinkRow): Promise<OwnCircle> {
  const { workspace_id: id, relation_id: relation, participant_id: participant } = link
  const context: Context = { workspace: id, actor: { participant }, relations: [relation] }
  await setContext(trx, context)
  const place = await trx.selectFrom('workspace').select(['name', 'time_zone']).executeTakeFirstOrThrow()
  const now = of.deps.world.now()
  const circle = await openCircle(trx, relation, { now, timeZone: place.time_zone })
  const self = circle.people.find((one) => one.participant_id === participant)
  if (self === undefined) throw new CircleLinkError('link-unknown')
  const { title } = await trx.selectFrom('relation').select('title').executeTakeFirstOrThrow()
  const isFamily = isOfFamily(circle, self)
  const { lang } = of
  const language = lang === 'nl' || lang === 'en' ? lang : screenLanguage(self.language)
  const page: OwnCircle = {
    workspace: { id, name: place.name, timeZone: place.time_zone },
    ...{ relation, title, circle, self, isFamily, root: `/n/${of.token}`, now },
    context: isFamily ? context : { ...context, purpose: 'professional' },
    listener: { language, address: self.address },
  }
  await setContext(trx, page.context)
  return page
}

const comingOf = (c: HonoContext, deps: OwnCircleDeps): Coming => ({
  ...{ deps, token: c.req.param('token') ?? '', lang: c.req.query('lang') },
})

/** Opens the pages of a request, in a transaction of its own. */
export function circleOf<Result>(
  c: HonoContext,
  deps: OwnCircleDeps,
  work: (trx: Trx, page: OwnCircle) => Promise<Result>,
): Promise<Result> {
  return withCircleLink(comingOf(c, deps), (trx, { link, page }) => {
    if (link.revoked_at !== null || page.self.left_at !== null)
      throw new CircleLinkError('link-revoked', page.listener)
    if (link.expires_at <= page.now) throw new CircleLinkError('link-expired', page.listener)
    return work(trx, page)
  })
}

/** Whose link it is, whether or not it still opens anything: to renew it. */
export function linkOf<Result>(
  c: HonoContext,
  deps: OwnCircleDeps,
  work: (trx: Trx, found: Found) => Promise<Result>,
): Promise<Result> {
  return withCircleLink(comingOf(c, deps), work)
}

/** Writes down what was done from somebody's own pages. */
export function noteInCircle(
  trx: Trx,
  deps: Pick<OwnCircleDeps, 'world'>,
  of: { page: OwnCircle; action: AuditAction; subject?: string },
): Promise<void> {
  const { workspace, relation, self, context } = of.page
  const subject = { kind: 'circle', id: of.subject ?? relation }
  return record(trx, deps.world, {
    ...{ workspace: workspace.id, actor: actorText(context.actor), action: of.action, basis: 'own-link' },
    ...{ subject, relation, person: self.person_id },
  })
}

/** Sends one of her pages; one with another policy names it. */
export function sendCircle(
  c: HonoContext,
  page: string,
  of: { status?: Parameters<typeof sendHtml>[1]['status']; policy?: string } = {},
): Promise<Response> {
  return sendHtml(c, {
    page,
    status: of.status ?? 200,
    policy: of.policy ?? ownCirclePolicy,
    isTight: true,
  })
}

/** Whatever goes wrong becomes a page that a person understands. */
export async function answerCircle(
  c: HonoContext,
  deps: OwnCircleDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    return refuse(c, deps, thrown)
  }
}

function refuse(c: HonoContext, deps: OwnCircleDeps, thrown: unknown): Promise<Response> {
  const listener = (thrown instanceof CircleLinkError ? thrown.listener : null) ?? unknownListener(c)
  const error = countedMiss(c, deps, toAppError(thrown))
  countRefusal(error.code)
  logRefusal(deps.log, error, c)
  const status = statusOf[error.code]
  sayWhenAgain(c, status)
  const root = `/n/${encodeURIComponent(c.req.param('token') ?? '')}`
  return sendCircle(c, nowherePage({ listener, workspace: null, root }, error), { status })
}

import type { AuditAction } from '@weerklank/core/audit/audit'
import { shareState } from '@weerklank/core/learning/portfolio'
import { AppError, type ErrorCode, errorTexts } from '@weerklank/core/shared/errors'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { record } from '../audit/audit.ts'
import { type Context, inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { toAppError } from '../http/failure.ts'
import { html } from '../http/html.ts'
import { readToken } from '../http/link-token.ts'
import type { Log } from '../http/log.ts'
import { countRefusal } from '../http/metrics.ts'
import { countedMiss, sayWhenAgain, unknownListener } from '../http/refusal.ts'
import { logRefusal } from '../http/server.ts'
import { statusOf } from '../http/status.ts'
import type { Db, Trx } from '../schema.ts'
import { sendLearner } from './own/own.door.ts'
import { learnerDocument } from './own/own.frame.ts'
import { peerWordsFor } from './peer.text.ts'
import { findShare, type ShareRow } from './portfolio.repository.ts'

/** What the page of whoever was asked needs. */
export type PeerDeps = {
  db: Db
  world: World
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** Somebody who came by a link of a learner: the transaction reaches what that link shows, and nothing else. */
export type Peer = {
  workspace: { id: WorkspaceId; name: string; timeZone: string }
  context: Context
  share: ShareRow
  listener: Listener
  /** `/e/<token>`. */
  root: string
  now: Instant
}

/** Opens the link of a request, in a transaction of its own. */
export async function peerOf<Result>(
  c: HonoContext,
  deps: PeerDeps,
  work: (trx: Trx, peer: Peer) => Promise<Result>,
): Promise<Result> {
  const token = c.req.param('token') ?? ''
  const read = readToken(token)
  if (read === null) throw new AppError('link-unknown')
  const context: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(deps.db, context, async (trx) => {
    const share = await findShare(trx, read.hash)
    if (share === undefined) throw new AppError('link-unknown')
    const now = deps.world.now()
    const { revoked_at: revokedAt, expires_at: expiresAt, answered_at: answeredAt } = share
    const state = shareState({ revokedAt, expiresAt, answeredAt }, now)
    if (state === 'revoked') throw new AppError('link-revoked')
    if (state === 'expired') throw new AppError('link-expired')
    const { name, time_zone: timeZone } = await trx
      .selectFrom('workspace')
      .select(['name', 'time_zone'])
      .executeTakeFirstOrThrow()
    const workspace = { id: read.workspace, name, timeZone }
    return work(trx, { workspace, context, share, listener: unknownListener(c), root: `/e/${token}`, now })
  })
}

/** Writes down what was done by a link of a learner; she reads it among who looked. */
export function notePeer(
  trx: Trx,
  deps: Pick<PeerDeps, 'world'>,
  { peer, action }: { peer: Peer; action: AuditAction },
): Promise<void> {
  const { workspace, share } = peer
  return record(trx, deps.world, {
    ...{ workspace: workspace.id, actor: 'link', action, basis: 'own-link', relation: null },
    ...{ subject: { kind: 'trajectory', id: share.trajectory_id }, person: share.person_id },
  })
}

/** Whatever goes wrong becomes a page that a person understands. */
export async function answerPeer(
  c: HonoContext,
  deps: PeerDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    const error = countedMiss(c, deps, toAppError(thrown))
    countRefusal(error.code)
    logRefusal(deps.log, error, c)
    const status = statusOf[error.code]
    sayWhenAgain(c, status)
    return sendLearner(c, nowhere(c, error.code), { status })
  }
}

function nowhere(c: HonoContext, code: ErrorCode): string {
  const listener = unknownListener(c)
  const words = peerWordsFor(listener)
  const root = `/e/${encodeURIComponent(c.req.param('token') ?? '')}`
  return learnerDocument(
    { listener, workspace: null, root },
    {
      title: words.nowhere,
      main: html`<h1>${words.nowhere}</h1><p>${errorTexts[code][listener.language]}</p><p>${words.ask}</p>`,
    },
  )
}

import { addDays } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { record } from '../audit/audit.ts'
import { actorText } from '../db/context.ts'
import { newPersonLink } from './consent.ts'
import { unlinkAccount } from './own-account.ts'
import { recordOn } from './own-page.deeds.ts'
import { answer, type OwnPageDeps, opened, sendOwn } from './own-page.door.ts'
import { nowherePage } from './own-page.home.ts'
import { LinkError, withLink } from './own-page.ts'
import { endLinks } from './person.repository.ts'

/** A link that expired can be renewed by who holds it for so many days more. */
const renewDays = 60

/** The link itself: a new one in its place, or none. */
export function serveOwnLinks(app: Hono, deps: OwnPageDeps): void {
  app.post('/p/:token/nieuw', (c) => answer(c, deps, () => renew(c, deps)))
  app.post('/p/:token/stop', (c) => answer(c, deps, () => stop(c, deps)))
}

async function renew(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const lang = c.req.query('lang')
  const of = { db: deps.db, deps, token: c.req.param('token') ?? '', lang }
  const path = await withLink(of, async (trx, { link, listener, workspace, context, family, now }) => {
    const isOver = addDays(link.expires_at, renewDays) <= now
    if (link.revoked_at !== null || isOver) throw new LinkError('link-revoked', listener)
    const person = family.person.id
    const made = await newPersonLink(trx, deps, { workspace: workspace.id, person })
    await endLinks(trx, { person, at: now, but: made.hash })
    await record(trx, deps.world, {
      ...{ workspace: workspace.id, actor: actorText(context.actor), action: 'own-page.linked' },
      ...{ subject: { kind: 'person', id: person }, relation: null, basis: 'own-link', person },
    })
    return `${made.path}?lang=${listener.language}&nieuw=1`
  })
  return c.redirect(path, 303)
}

async function stop(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const page = await opened(c, deps, async (trx, own) => {
    await endLinks(trx, { person: own.family.person.id, at: own.now })
    // An account that somebody else made with the link ends with it.
    await unlinkAccount(trx, own)
    await recordOn(trx, own, { action: 'own-page.unlinked' })
    const frame = { listener: own.listener, workspace: own.workspace.name, root: '' }
    return nowherePage(frame, { code: 'stopped' })
  })
  return sendOwn(c, page)
}

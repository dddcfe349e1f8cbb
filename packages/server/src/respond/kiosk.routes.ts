import { kioskSetUpHours, readKioskCode } from '@weerklank/core/access/kiosk'
import { invitationStatus } from '@weerklank/core/feedback/invitation'
import { sharedDeviceMinutes } from '@weerklank/core/feedback/shared-device'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { addMilliseconds, type Instant, localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import type { Selectable } from 'kysely'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { type Context, inContext, setContext } from '../db/context.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { insertToken } from '../feedback/feedback.repository.ts'
import { insertFormToken } from '../feedback/form-invitation.repository.ts'
import { readForm } from '../http/form-body.ts'
import { newLimiter } from '../http/limit.ts'
import { hashOfCode, newToken, readToken } from '../http/link-token.ts'
import { sendHtml } from '../http/page.ts'
import type { Db, Schema, Trx } from '../schema.ts'
import { findCheck } from './check.repository.ts'
import { withLink } from './check.ts'
import { forgetDevice } from './device.ts'
import { unmarkDevice } from './form/form.device.ts'
import { withFormLink } from './form/form.link.ts'
import { findAskedForm } from './form/form.repository.ts'
import { kioskOn, markKiosk, markOpen, openOn } from './kiosk.device.ts'
import { type KioskView, kioskPage, kioskPolicy } from './kiosk.page.ts'

type Deps = FeedbackDeps & { db: Db; countMiss: (c: HonoContext) => void }

/** One kiosk tries so many codes in so long; whoever stands there has one. */
const tries = { max: 12, windowMs: 5 * 60_000 }
const formSize = { bytes: 2_048, fields: 5 }

/** A device in a hall: a page with a field for a code, which opens one question and forgets it. Needs no script. */
export function serveKiosk(app: Hono, deps: Deps): void {
  const limit = newLimiter(tries, () => Date.parse(deps.world.now()))
  app.get('/kiosk', (c) => begin(c, deps))
  app.post('/kiosk', async (c) => {
    const kiosk = await kioskOf(c, deps)
    if (kiosk === null) return begin(c, deps)
    const typed = (await readForm(c, formSize)).find(([name]) => name === 'code')?.[1] ?? ''
    try {
      limit(kiosk.hash)
    } catch {
      return again(c, 'many')
    }
    const path = await exchange(deps, kiosk.workspace, typed)
    if (path === null) return again(c, 'wrong')
    await shut(c, deps)
    markOpen(c, deps.publicUrl, path)
    return c.redirect(path, 303)
  })
  app.get('/kiosk/:token', async (c) => {
    const found = await settingUp(c, deps, async (_trx, view) => view)
    return send(c, found ?? { kind: 'used' })
  })
  app.post('/kiosk/:token', async (c) => {
    const made = await settingUp(c, deps, (trx, { workspaceId }) => setUp(trx, deps, workspaceId))
    if (made === null) return send(c, { kind: 'used' })
    markKiosk(c, deps.publicUrl, made)
    return c.redirect('/kiosk', 303)
  })
}

/** To the beginning, with what was wrong: a page that is asked for again when somebody goes back sends nothing again. */
function again(c: HonoContext, problem: 'wrong' | 'many'): Response {
  return c.redirect(`/kiosk?fout=${problem}&lang=${languageOf(c)}`, 303)
}

/** The beginning: whoever was here before is gone from this device. */
async function begin(c: HonoContext, deps: Deps): Promise<Response> {
  const kiosk = await kioskOf(c, deps)
  if (kiosk === null) {
    if (kioskOn(c, deps.publicUrl) !== undefined) deps.countMiss(c)
    return send(c, { kind: 'none' })
  }
  await shut(c, deps)
  forgetDevice(c, deps)
  // All that pages kept here, and pages that are kept for going back.
  c.header('Clear-Site-Data', '"cache", "storage"')
  const wrong = c.req.query('fout')
  const problem = wrong === 'wrong' || wrong === 'many' ? wrong : null
  return send(c, { kind: 'start', workspace: kiosk.name, problem })
}

/** In the language that was chosen there, else the browser's. */
function languageOf(c: HonoContext): Language {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'nl'
  return /^en\b/i.test(asked) ? 'en' : 'nl'
}

function send(c: HonoContext, view: KioskView): Promise<Response> {
  return sendHtml(c, { page: kioskPage(view, languageOf(c)), status: 200, policy: kioskPolicy })
}

type Kiosk = { workspace: WorkspaceId; name: string; hash: string }

/** Which kiosk this device is, while it is one. */
async function kioskOf(c: HonoContext, { db, world, publicUrl }: Deps): Promise<Kiosk | null> {
  const read = readToken(kioskOn(c, publicUrl) ?? '')
  if (read === null) return null
  const context: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(db, context, async (trx) => {
    const row = await trx
      .selectFrom('kiosk')
      .innerJoin('workspace', 'workspace.workspace_id', 'kiosk.workspace_id')
      .select(['kiosk.id', 'last_used_on', 'workspace.name', 'time_zone'])
      .where('token_hash', '=', read.hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return null
    const today = localDay(world.now(), row.time_zone)
    if (row.last_used_on !== today)
      await trx.updateTable('kiosk').set({ last_used_on: today }).where('id', '=', row.id).execute()
    return { workspace: read.workspace, name: row.name, hash: read.hash }
  })
}

/** A link for the question or form of a code, which is gone with it. Null for a code that is wrong, over or used: nobody hears which. */
async function exchange(deps: Deps, workspace: WorkspaceId, typed: string): Promise<string | null> {
  const code = readKioskCode(typed)
  if (code === null) return null
  const hash = hashOfCode(workspace, code)
  const now = deps.world.now()
  return inContext(deps.db, { workspace, actor: 'link', relations: [], token: hash }, async (trx) => {
    const row = await trx
      .deleteFrom('kiosk_code')
      .where('token_hash', '=', hash)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined || row.expires_at <= now) return null
    const { relation_id, participant_id } = row
    await setContext(trx, { workspace, actor: { participant: participant_id }, relations: [relation_id] })
    return openAt(trx, row, now)
  })
}

/** A link to it that works here for a short while; null where it waits for no answer any more. */
async function openAt(trx: Trx, row: Selectable<Schema['kiosk_code']>, now: Instant): Promise<string | null> {
  const { workspace_id, relation_id, participant_id, invitation_id, form_invitation_id } = row
  const asked =
    invitation_id === null
      ? form_invitation_id && (await findAskedForm(trx, form_invitation_id, 'read'))
      : await findCheck(trx, invitation_id)
  if (!asked) return null
  const expires_at = addMilliseconds(now, sharedDeviceMinutes * 60_000)
  const facts = { expiresAt: expires_at, revokedAt: asked.revoked_at, answeredAt: asked.answered_at }
  if (invitationStatus(facts, now) !== 'open') return null
  const made = newToken(workspace_id)
  const link = {
    ...{ workspace_id, relation_id, participant_id, expires_at },
    token_hash: made.hash,
    way: 'kiosk',
  } as const
  if (invitation_id !== null) await insertToken(trx, { ...link, invitation_id })
  else if (form_invitation_id !== null) await insertFormToken(trx, { ...link, form_invitation_id })
  return `${invitation_id === null ? '/v' : '/f'}/${made.token}`
}

/** Shuts what was open here: going back leads to nothing of it. */
async function shut(c: HonoContext, deps: Deps): Promise<void> {
  const [, at = '', token = ''] = /^\/([fv])\/([\w-]+)$/.exec(openOn(c, deps.publicUrl) ?? '') ?? []
  markOpen(c, deps.publicUrl, null)
  if (token === '') return
  const now = deps.world.now()
  const over = { expires_at: now }
  const { db, world } = deps
  if (at === 'f') {
    await withLink({ db, deps, token }, async (trx, link) => {
      if (link.token.way !== 'kiosk' || link.token.expires_at <= now) return
      const { token_hash: hash } = link.token
      await trx.updateTable('invitation_token').set(over).where('token_hash', '=', hash).execute()
    }).catch(() => undefined)
    return
  }
  await withFormLink({ db, world, token }, async (trx, link) => {
    if (link.token.way !== 'kiosk') return
    unmarkDevice(c, deps.publicUrl, link.asked.id)
    const { token_hash: hash } = link.token
    if (link.token.expires_at > now)
      await trx.updateTable('form_token').set(over).where('token_hash', '=', hash).execute()
  }).catch(() => undefined)
}

type SettingUp = KioskView & { kind: 'set-up'; workspaceId: WorkspaceId }

/** Does something with a link to set a kiosk up that still works; null for one that does not. */
async function settingUp<Result>(
  c: HonoContext,
  deps: Deps,
  act: (trx: Trx, view: SettingUp) => Promise<Result>,
): Promise<Result | null> {
  const token = c.req.param('token') ?? ''
  const read = readToken(token)
  const found =
    read === null
      ? null
      : await inContext(
          deps.db,
          { workspace: read.workspace, actor: 'link', relations: [], token: read.hash },
          async (trx) => {
            const row = await trx
              .selectFrom('kiosk')
              .innerJoin('workspace', 'workspace.workspace_id', 'kiosk.workspace_id')
              .select('workspace.name')
              .where('setup_hash', '=', read.hash)
              .where('set_up_at', 'is', null)
              .where('revoked_at', 'is', null)
              .where('kiosk.created_at', '>', addMilliseconds(deps.world.now(), -kioskSetUpHours * 3_600_000))
              .forUpdate('kiosk')
              .executeTakeFirst()
            if (row === undefined) return null
            const view = { kind: 'set-up', workspace: row.name, action: `/kiosk/${token}` } as const
            return act(trx, { ...view, workspaceId: read.workspace })
          },
        )
  if (found === null) deps.countMiss(c)
  return found
}

/** Gives the device a secret of its own: the link that set it up opens nothing any more. */
async function setUp(trx: Trx, { world }: Deps, workspace: WorkspaceId): Promise<string> {
  const { token, hash } = newToken(workspace)
  const { id } = await trx
    .updateTable('kiosk')
    .set({ token_hash: hash, set_up_at: world.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const subject = { kind: 'kiosk', id }
  await writeRecords(trx, [
    recordOf(world, { workspace, actor: 'link', action: 'kiosk.set-up', subject, relation: null }),
  ])
  return token
}

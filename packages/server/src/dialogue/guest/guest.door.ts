import { guestMoment } from '@weerklank/core/dialogue/meeting'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { type Context, inContext, setContext } from '../../db/context.ts'
import type { World } from '../../deps.ts'
import { toAppError } from '../../http/failure.ts'
import { readToken } from '../../http/link-token.ts'
import type { Log } from '../../http/log.ts'
import { countRefusal } from '../../http/metrics.ts'
import { sendHtml } from '../../http/page.ts'
import { countedMiss, sayWhenAgain, unknownListener } from '../../http/refusal.ts'
import { logRefusal } from '../../http/server.ts'
import { statusOf } from '../../http/status.ts'
import type { Db, Trx } from '../../schema.ts'
import { type Opening, openingForGuest } from '../after.opening.ts'
import * as repository from '../meeting.repository.ts'
import { guestPolicy, nowherePage } from './guest.frame.ts'

/** What the pages of a place at a table need. */
export type GuestDoorDeps = {
  db: Db
  world: World
  publicUrl: string
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** A place at a table, opened by its link: the transaction reaches this meeting, as this place, and nothing else. */
export type Guest = {
  workspace: { id: WorkspaceId; name: string; timeZone: string }
  context: Context
  meeting: repository.MeetingRow
  place: repository.PlaceRow
  listener: Listener
  /** `/g/<token>`: every link of the page begins with it. */
  root: string
  now: Instant
}

/** A place at a meeting acts as a participant. */
export const asParticipant = (place: PlaceId): ParticipantId => place as string as ParticipantId

/** A link that leads to no table, with whom one speaks as far as that is known. */
export class GuestLinkError extends AppError {
  readonly listener: Listener | null

  constructor(code: 'link-unknown' | 'link-expired' | 'link-revoked', listener: Listener | null = null) {
    super(code)
    this.listener = listener
  }
}

/** Opens a link in a transaction of its own; throws a `GuestLinkError` for one that leads nowhere. */
export async function withGuest<Result>(
  of: { db: Db; world: World; token: string; lang: string | undefined },
  work: (trx: Trx, guest: Guest) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new GuestLinkError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.db, start, async (trx) => {
    const link = await repository.findLink(trx, read.hash)
    if (link === undefined) throw new GuestLinkError('link-unknown')
    const guest = await openPlace(trx, of, { workspace: read.workspace, link })
    if (link.revoked_at !== null || guest.place.left_at !== null) {
      throw new GuestLinkError('link-revoked', guest.listener)
    }
    if (link.expires_at <= guest.now) throw new GuestLinkError('link-expired', guest.listener)
    return work(trx, guest)
  })
}

async function openPlace(
  trx: Trx,
  of: { world: World; token: string; lang: string | undefined },
  { workspace: id, link }: { workspace: WorkspaceId; link: repository.LinkRow },
): Promise<Guest> {
  const actor = { participant: asParticipant(link.place_id) }
  const context: Context = { workspace: id, actor, relations: [], meetings: [link.meeting_id] }
  await setContext(trx, context)
  const { name, time_zone } = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone'])
    .executeTakeFirstOrThrow()
  const meeting = await repository.findMeeting(trx, link.meeting_id)
  const place = (await repository.placesOf(trx, [link.meeting_id])).find((row) => row.id === link.place_id)
  if (meeting === undefined || place === undefined) throw new GuestLinkError('link-unknown')
  return {
    workspace: { id, name, timeZone: time_zone },
    ...{ context, meeting, place },
    listener: listenerOf(place, of.lang),
    root: `/g/${of.token}`,
    now: of.world.now(),
  }
}

function listenerOf({ language, address }: repository.PlaceRow, lang: string | undefined): Listener {
  return { language: lang === 'nl' || lang === 'en' ? lang : screenLanguage(language), address }
}

/** Which of her pages is hers now. */
export const momentOf = ({ meeting }: Guest) => guestMoment(meeting.status)

const token = (c: HonoContext) => c.req.param('token') ?? ''

/** Opens the place of a request. */
export function guestOf<Result>(
  c: HonoContext,
  deps: GuestDoorDeps,
  work: (trx: Trx, guest: Guest) => Promise<Result>,
): Promise<Result> {
  return withGuest({ db: deps.db, world: deps.world, token: token(c), lang: c.req.query('lang') }, work)
}

/** Sends a page of a place at a table; one with a policy of its own (a script) names it. */
export function sendGuest(
  c: HonoContext,
  page: string,
  of: { status?: Parameters<typeof sendHtml>[1]['status']; policy?: string } = {},
): Promise<Response> {
  return sendHtml(c, { page, status: of.status ?? 200, policy: of.policy ?? guestPolicy, isTight: true })
}

/** Leads elsewhere after a post: what was done is stored, and a reload does nothing again. */
export class GuestRedirect {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }
}

/** What the meeting of a guest begins with, until it is over; the context is as it was afterwards. */
export async function openingAt(trx: Trx, { context, meeting, place }: Guest): Promise<Opening> {
  if (meeting.status !== 'planned' && meeting.status !== 'live') return { agreements: [], topics: [] }
  const all = await repository.placesOf(trx, [meeting.id])
  const places = all.filter((one) => one.left_at === null)
  return openingForGuest(trx, { context, meeting, places, person: place.person_id })
}

/** Whatever goes wrong becomes a page that a person understands. */
export async function answerGuest(
  c: HonoContext,
  deps: GuestDoorDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    if (thrown instanceof GuestRedirect) return c.redirect(thrown.path, 303)
    return refuse(c, deps, thrown)
  }
}

function refuse(c: HonoContext, deps: GuestDoorDeps, thrown: unknown): Promise<Response> {
  const listener = (thrown instanceof GuestLinkError ? thrown.listener : null) ?? unknownListener(c)
  const error = countedMiss(c, deps, toAppError(thrown))
  countRefusal(error.code)
  logRefusal(deps.log, error, c)
  const status = statusOf[error.code]
  sayWhenAgain(c, status)
  return sendGuest(c, nowherePage({ listener, workspace: null, root: `/g/${token(c)}` }, error.code), {
    status,
  })
}

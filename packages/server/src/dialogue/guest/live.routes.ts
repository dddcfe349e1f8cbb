import { liveCommand } from '@weerklank/core/dialogue/live.commands'
import { liveContribution } from '@weerklank/core/dialogue/live.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Hono, Context as HonoContext } from 'hono'
import { eventStream } from '../../http/event-stream.ts'
import type { Announce } from '../../http/events.ts'
import { readForm } from '../../http/form-body.ts'
import { hashOf } from '../../http/link-token.ts'
import type { Trx } from '../../schema.ts'
import { type Asked, type Asking, commandLive, viewLive, writeLiveText } from '../live.ts'
import type { LiveTables } from '../live.watch.ts'
import {
  answerGuest,
  type Guest,
  type GuestDoorDeps,
  GuestRedirect,
  guestOf,
  openingAt,
  sendGuest,
} from './guest.door.ts'
import { to } from './guest.frame.ts'
import { type GuestLive, guestLivePage, guestLivePolicy } from './live.page.ts'
import { openingPart } from './opening.part.ts'

export type GuestLiveDeps = GuestDoorDeps & { announce: Announce; tables: LiveTables; stopping: AbortSignal }

/** The longest text in emoji, percent-encoded. */
const formSize = { bytes: 512 * 1024, fields: 20 }

/** A meeting while it is held, for who came by a link: a page, a post, and the line that tells on. */
export function serveGuestLive(app: Hono, deps: GuestLiveDeps): void {
  app.get('/g/:token/live', (c) => answerGuest(c, deps, () => show(c, deps)))
  app.post('/g/:token/live', (c) => answerGuest(c, deps, () => act(c, deps)))
  app.get('/g/:token/live/events', (c) => answerGuest(c, deps, () => listen(c, deps)))
}

function askOf({ workspace, meeting, context, place }: Guest): Asking {
  return { workspace: workspace.id, meeting: meeting.id, context, place: place.id }
}

/** Whoever opens the page is here from then on. */
async function show(c: HonoContext, deps: GuestLiveDeps): Promise<Response> {
  const { page, told, guest } = await guestOf(c, deps, async (trx, guest) => {
    const ask = askOf(guest)
    const command = { do: 'arrive' as const, id: deps.world.newId<string>() }
    const came = await commandLive(trx, deps.world, { ...ask, command })
    return { page: await pageOf(trx, deps, guest), told: came.isTold, guest }
  })
  if (told) tell(deps, guest)
  return sendGuest(c, guestLivePage(page), { policy: guestLivePolicy })
}

async function pageOf(trx: Trx, deps: GuestLiveDeps, guest: Guest): Promise<GuestLive> {
  const { listener, workspace, root, meeting } = guest
  const view = await viewLive(trx, deps.world, askOf(guest))
  const isBeginning = view === null || view.room.step.at === 1
  return {
    ...{ listener: { ...listener, language: screenLanguage(listener.language) }, root },
    ...{ workspace: workspace.name, timeZone: workspace.timeZone, title: meeting.title },
    view,
    opening: isBeginning ? openingPart(await openingAt(trx, guest), listener) : null,
    nextId: crypto.randomUUID(),
  }
}

function tell(deps: GuestLiveDeps, { workspace, meeting }: Guest): void {
  deps.announce({ workspace: workspace.id, meeting: meeting.id })
}

/** By a script what became of it; by a form the page again, so that a reload does nothing twice. */
async function act(c: HonoContext, deps: GuestLiveDeps): Promise<Response> {
  const fields = Object.fromEntries(await readForm(c, formSize))
  const { asked, guest } = await guestOf(c, deps, async (trx, guest) => ({
    asked: await doAs(trx, deps, { ...askOf(guest), fields }),
    guest,
  }))
  if (asked.isTold) tell(deps, guest)
  if (/application\/json/.test(c.req.header('accept') ?? '')) return c.json(asked.answer)
  throw new GuestRedirect(to(guest, fields.do === 'leave' ? '' : '/live'))
}

type Fields = Readonly<Record<string, string>>

async function doAs(
  trx: Trx,
  { world }: GuestLiveDeps,
  { fields, ...ask }: Asking & { fields: Fields },
): Promise<Asked> {
  const { id, step, round = '', body } = fields
  // A button says what it does and how in one word, a script in two.
  const [deed = '', how] = (fields.do ?? '').split('-')
  if (deed === 'write') {
    const text = liveContribution.safeParse({ id, step, round: Number(round), body })
    if (!text.success) throw new AppError('invalid-input')
    return writeLiveText(trx, world, { ...ask, text: text.data })
  }
  const is = (how ?? fields.is) === 'true'
  const asked = { do: deed, id, step, round: Number(round), is, turn: ask.place }
  const command = liveCommand.safeParse(asked)
  if (!command.success || !ofGuests.includes(command.data.do)) throw new AppError('invalid-input')
  return commandLive(trx, world, { ...ask, command: command.data })
}

/** What the page of a guest can ask; leading is done by who signed in. */
const ofGuests: readonly string[] = ['arrive', 'leave', 'raise', 'pass', 'spoke', 'ready']

async function listen(c: HonoContext, deps: GuestLiveDeps): Promise<Response> {
  const guest = await guestOf(c, deps, async (_, found) => found)
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
  const watcher = { place: guest.place.id, by: { link: hashOf(c.req.param('token') ?? '') } }
  const of = { workspace: guest.workspace.id, meeting: guest.meeting.id }
  return eventStream(
    c,
    (send, end) => deps.tables.watch(of, { ...watcher, isStill: async () => true, send, end }),
    deps.stopping,
  )
}

import type { LiveEvent } from '@weerklank/core/dialogue/live.contract'
import type { LivePlace, LiveState } from '@weerklank/core/dialogue/live.state'
import { ownOf, roomOf, type SeatedPlace } from '@weerklank/core/dialogue/live.view'
import type { MeetingId, MemberId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { eventBytes, type Send } from '../http/event-stream.ts'
import type { EventHub } from '../http/events.ts'
import type { Log } from '../http/log.ts'
import type { Db } from '../schema.ts'
import { asProgram, endedAmong, linksStill, stateOf } from './live.repository.ts'
import { seated } from './live.ts'
import { wallOf } from './live.wall.ts'
import { findMeeting, placesOf } from './meeting.repository.ts'

/** An open screen at a table: as whom it looks on, and how it is told. */
export type Watcher = {
  place: PlaceId
  by: { member: MemberId } | { link: string }
  /** Whether she is still signed in, for who signed in; asked now and then. */
  isStill: () => Promise<boolean>
  send: Send
  end: () => void
}

type Deps = { db: Db; world: World; hub: EventHub; log: Log }

/** The tables that screens of this process look on at. */
export type LiveTables = {
  /** Tells a screen what is, and from then on what becomes. Gives the way to stop. */
  watch: (of: { workspace: WorkspaceId; meeting: MeetingId }, watcher: Watcher) => () => void
}

/** Made once per process: each change is read once for all who look on, and told to each as far as she may know it. */
export function newLiveTables(deps: Deps): LiveTables {
  const tables = new Map<MeetingId, Table>()
  return {
    watch: (of, watcher) => {
      const table = tables.get(of.meeting) ?? new Table(deps, of, () => tables.delete(of.meeting))
      tables.set(of.meeting, table)
      return table.join(watcher)
    },
  }
}

/** How long it is taken that somebody is still signed in. Whether she belongs to the table is looked up each time. */
const signedInMs = 5_000

type Screen = {
  watcher: Watcher
  /** On its way to a slow reader: meanwhile only the newest waits. */
  isBusy: boolean
  waiting: Uint8Array | null
  askedAt: number
}

class Table {
  readonly #deps: Deps
  readonly #of: { workspace: WorkspaceId; meeting: MeetingId }
  readonly #gone: () => void
  readonly #stop: () => void
  readonly #screens = new Set<Screen>()
  #isReading = false
  #isStale = false

  constructor(deps: Deps, of: { workspace: WorkspaceId; meeting: MeetingId }, gone: () => void) {
    this.#deps = deps
    this.#of = of
    this.#gone = gone
    this.#stop = deps.hub.subscribeMeeting(of.meeting, () => void this.#tellAll())
  }

  join(watcher: Watcher): () => void {
    const screen: Screen = { watcher, isBusy: false, waiting: null, askedAt: millis(this.#deps.world.now()) }
    this.#screens.add(screen)
    void this.#tellAll()
    return () => {
      this.#screens.delete(screen)
      if (this.#screens.size > 0) return
      this.#stop()
      this.#gone()
    }
  }

  /** What changes while it is being read is read once more afterwards, however much it was. */
  async #tellAll(): Promise<void> {
    if (this.#isReading) {
      this.#isStale = true
      return
    }
    this.#isReading = true
    try {
      do {
        this.#isStale = false
        await this.#readAndTell()
      } while (this.#isStale)
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'A meeting could not be told to the screens that look on')
    } finally {
      this.#isReading = false
    }
  }

  async #readAndTell(): Promise<void> {
    const screens = [...this.#screens]
    const seen = await readTable(this.#deps, this.#of, screens)
    if (seen === null) return
    // The same for all, so written once: what differs is a short end.
    const same = eventStart(seen)
    for (const screen of screens) {
      const by = seen.allowed.get(screen)
      if (by === undefined) screen.watcher.end()
      else
        this.#tell(
          screen,
          Buffer.concat([same, Buffer.from(`,"own":${JSON.stringify(seen.ownOf(by))}}\n\n`)]),
        )
    }
  }

  #tell(screen: Screen, data: Uint8Array): void {
    if (screen.isBusy) screen.waiting = data
    else void this.#send(screen, data)
  }

  async #send(screen: Screen, data: Uint8Array): Promise<void> {
    screen.isBusy = true
    try {
      if (await this.#isSignedIn(screen)) await screen.watcher.send('live', data)
      else screen.watcher.end()
    } catch {
      screen.watcher.end()
    }
    screen.isBusy = false
    const { waiting } = screen
    screen.waiting = null
    if (waiting !== null && this.#screens.has(screen)) void this.#send(screen, waiting)
  }

  async #isSignedIn(screen: Screen): Promise<boolean> {
    const now = millis(this.#deps.world.now())
    if ('link' in screen.watcher.by || now - screen.askedAt < signedInMs) return true
    screen.askedAt = now
    return screen.watcher.isStill()
  }
}

/** A `live` event without what differs for each reader, with which it ends. */
function eventStart({ room, wall }: Pick<LiveEvent, 'room' | 'wall'>): Uint8Array {
  const whole = eventBytes('live', JSON.stringify({ room, wall }))
  // Without the closing brace and the empty line.
  return whole.subarray(0, -3)
}

type Seen = Pick<LiveEvent, 'room' | 'wall'> & {
  /** As whom each screen still looks on; who may no more is absent. */
  allowed: ReadonlyMap<Screen, SeatedPlace>
  ownOf: (by: LivePlace) => LiveEvent['own']
}

/** One look at the table for all its screens: what is, and who of them still belongs to it. */
function readTable(
  deps: Deps,
  of: { workspace: WorkspaceId; meeting: MeetingId },
  screens: readonly Screen[],
): Promise<Seen | null> {
  return inContext(deps.db, asProgram(of), async (trx) => {
    const now = deps.world.now()
    const row = await findMeeting(trx, of.meeting)
    const state = row === undefined ? null : stateOf(row)
    if (row === undefined || state === null) return null
    const rows = await placesOf(trx, [of.meeting])
    const members = screens.flatMap(({ watcher: { by } }) => ('member' in by ? [by.member] : []))
    const hashes = screens.flatMap(({ watcher: { by } }) => ('link' in by ? [by.link] : []))
    const ended = members.length === 0 ? new Set() : await endedAmong(trx, members)
    const links = hashes.length === 0 ? new Set() : await linksStill(trx, { ...of, hashes, now })
    const table = seated(rows)
    const allowed = new Map<Screen, SeatedPlace>()
    for (const screen of screens) {
      const { by, place } = screen.watcher
      const isStill =
        'link' in by ? links.has(by.link) : row.member_ids.includes(by.member) && !ended.has(by.member)
      const at = table.find(({ id }) => id === place)
      if (isStill && at !== undefined) allowed.set(screen, at)
    }
    const wall = await wallOf(trx, of.meeting, state)
    return { ...shownAt(state, table, now), wall, allowed }
  })
}

function shownAt(
  state: LiveState,
  table: readonly SeatedPlace[],
  now: Instant,
): Pick<Seen, 'room' | 'ownOf'> {
  return {
    room: roomOf(state, table, now),
    ownOf: (by) => ownOf(state, { by, places: table, now }),
  }
}

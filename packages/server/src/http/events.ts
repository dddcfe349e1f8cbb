import { randomUUID } from 'node:crypto'
import type { MeetingId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import pg from 'pg'
import type { Log } from './log.ts'

/** Something in a relation changed: which, never what. */
export type Change = { workspace: WorkspaceId; relation: RelationId }

/** A meeting that is held now goes on: which, never how. */
export type MeetingChange = { workspace: WorkspaceId; meeting: MeetingId }

/** As it goes between processes: what its own screens heard already says from which process it is. */
type Told = (Change | MeetingChange) & { from?: string }

/** Tells open screens of a change. Called after the transaction is stored. */
export type Announce = (change: Change | MeetingChange) => void

export type EventHub = {
  announce: Announce
  /** Hears of changes in a workspace, also those made by other processes. Gives the way to stop. */
  subscribe: (workspace: WorkspaceId, hear: (change: Change) => void) => () => void
  /** Hears that one meeting went on, also where another process led it on. Gives the way to stop. */
  subscribeMeeting: (meeting: MeetingId, hear: () => void) => () => void
  close: () => Promise<void>
}

const channel = 'weerklank_change'
// A NOTIFY inside the transaction of an answer would make all commits wait for each other (PostgreSQL holds one lock for
// it until the commit is on disk), so it follows shortly after, and several changes go in one statement. A change lost in
// a crash is seen when the screen reconnects: it then loads anew.
const gatherMs = 40
const reconnectMs = 1_000

/** Changes between the processes that serve one database, through LISTEN and NOTIFY. */
export async function openEventHub(of: {
  settings: pg.ClientConfig
  pool: Pick<pg.Pool, 'query'>
  log: Log
}): Promise<EventHub> {
  const self = randomUUID().slice(0, 8)
  const hearers = new Map<WorkspaceId, Set<(change: Change) => void>>()
  const tables = new Map<MeetingId, Set<() => void>>()
  const tell = (change: Change | MeetingChange) => {
    if ('meeting' in change) for (const hear of tables.get(change.meeting) ?? []) hear()
    else for (const hear of hearers.get(change.workspace) ?? []) hear(change)
  }
  const listening = listen(of, (text) => {
    for (const { from, ...change } of JSON.parse(text) as Told[]) if (from !== self) tell(change as Change)
  })
  const outbox = gather(async (changes) => {
    try {
      await of.pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(changes)])
    } catch (error) {
      of.log.warn({ err: error }, 'A change could not be told to open screens')
      changes.forEach(tell)
    }
  })
  await listening.ready
  return {
    announce: (change) => {
      if ('relation' in change) return outbox.add(change)
      // At a table one waits for each other: whoever looks on at this process hears at once, others a moment later.
      tell(change)
      outbox.add({ ...change, from: self })
    },
    subscribe: (workspace, hear) => subscribe(hearers, workspace, hear),
    subscribeMeeting: (meeting, hear) => subscribe(tables, meeting, hear),
    close: async () => {
      await outbox.flush()
      await listening.stop()
    },
  }
}

function subscribe<Of, Hear>(hearers: Map<Of, Set<Hear>>, of: Of, hear: Hear): () => void {
  const own = hearers.get(of) ?? new Set()
  hearers.set(of, own.add(hear))
  return () => {
    own.delete(hear)
    if (own.size === 0 && hearers.get(of) === own) hearers.delete(of)
  }
}

// PostgreSQL takes messages of less than 8,000 bytes; a change with its comma is at most 120.
const changesPerMessage = 60

/** Collects changes for a moment and sends each once. */
function gather(send: (changes: Told[]) => Promise<void>) {
  let waiting = new Map<string, Told>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const changes = [...waiting.values()]
    waiting = new Map()
    for (let i = 0; i < changes.length; i += changesPerMessage) {
      await send(changes.slice(i, i + changesPerMessage))
    }
  }
  const add = (change: Told) => {
    waiting.set(`${change.workspace} ${'meeting' in change ? change.meeting : change.relation}`, change)
    timer ??= setTimeout(() => void flush(), gatherMs)
  }
  return { add, flush }
}

function listen(of: { settings: pg.ClientConfig; log: Log }, hear: (text: string) => void) {
  let client: pg.Client | undefined
  let stopped = false
  const connect = async (): Promise<void> => {
    client = new pg.Client({ ...of.settings, application_name: 'weerklank events' })
    client.on('notification', (message) => hear(message.payload ?? '[]'))
    client.on('error', () => retry())
    client.on('end', () => retry())
    await client.connect()
    await client.query(`listen ${channel}`)
  }
  let retrying: NodeJS.Timeout | undefined
  const retry = () => {
    if (stopped || retrying !== undefined) return
    retrying = setTimeout(() => {
      retrying = undefined
      connect().catch((error) => {
        of.log.warn({ err: error }, 'The line for changes is down; trying again')
        retry()
      })
    }, reconnectMs)
  }
  const stop = async () => {
    stopped = true
    clearTimeout(retrying)
    await client?.end().catch(() => {})
  }
  return { ready: connect(), stop }
}

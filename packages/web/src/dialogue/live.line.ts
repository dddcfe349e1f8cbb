import type { LiveCommand } from '@weerklank/core/dialogue/live.commands'
import type {
  LiveAnswer,
  LiveContribution,
  LiveEvent,
  LiveView,
  liveEndpoints,
} from '@weerklank/core/dialogue/live.contract'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'

type Endpoints = typeof liveEndpoints

/** What the screen knows: the meeting as it was last told, and how the line to it is. */
export type LiveSeen = {
  /** Undefined until it is known; null: not begun. */
  view: LiveView | null | undefined
  /** The device's own running time (ms) at which `view` came: times left count from there, whatever its clock says. */
  at: number
  isConnected: boolean
  /** How many texts still have to arrive. */
  waiting: number
  /** Why the last thing that was asked was not done. */
  refused: string | null
  error: Error | null
}

export type WrittenText = Omit<LiveContribution, 'id'> & { id: string }

/** A command without its id, which the line gives it. */
export type LiveAsk = { do: LiveCommand['do']; [more: string]: unknown }

const firstPause = 1_000
const longestPause = 8_000
const heartbeatMs = 30_000

/**
 * The line between this device and a meeting: hears what becomes of it, asks things of it, and keeps what was written until
 * the server has it, also over a reload. Whatever is sent may be sent again: the server knows it by its id.
 */
export class LiveLine {
  #seen: LiveSeen = { view: undefined, at: 0, isConnected: false, waiting: 0, refused: null, error: null }
  readonly #meeting: string
  readonly #store: string
  readonly #hearers = new Set<() => void>()
  #queue: WrittenText[] = []
  #isSending = false
  #pause = firstPause
  #source: EventSource | undefined
  #timers: ReturnType<typeof setTimeout>[] = []

  constructor(meeting: string) {
    this.#meeting = meeting
    this.#store = `weerklank.live.${meeting}`
    this.#queue = stored(this.#store)
    this.#seen = { ...this.#seen, waiting: this.#queue.length }
  }

  readonly seen = (): LiveSeen => this.#seen

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear)
    return () => this.#hearers.delete(hear)
  }

  /** Opens the line until the returned function is called. */
  open(): () => void {
    const wake = () => {
      if (!document.hidden) this.#connect()
    }
    const online = () => void this.#flush()
    document.addEventListener('visibilitychange', wake)
    addEventListener('online', online)
    const beat = setInterval(() => this.#beat(), heartbeatMs)
    void this.look().then(() => this.ask({ do: 'arrive' }))
    this.#connect()
    void this.#flush()
    return () => {
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', online)
      clearInterval(beat)
      for (const timer of this.#timers) clearTimeout(timer)
      this.#source?.close()
    }
  }

  /** Asks how it is now. */
  async look(): Promise<void> {
    try {
      const view = await call<Endpoints['live']>('GET', '/api/meetings/:meeting/live', {
        params: this.#params(),
      })
      this.#now({ view, at: performance.now(), error: null })
    } catch (error) {
      this.#now({ error: error as Error })
    }
  }

  async begin(): Promise<void> {
    const sent = { params: this.#params(), body: {} }
    const answer = await this.#try(() =>
      call<Endpoints['begin']>('POST', '/api/meetings/:meeting/live', sent),
    )
    this.#now({ refused: answer.reason })
    await this.look()
    await this.ask({ do: 'arrive' })
  }

  /** Asks something of the meeting; a broken line is tried again, with the same id. */
  async ask(asked: LiveAsk): Promise<void> {
    if (!this.#seen.view) return
    const command = { id: newId(), ...asked } as unknown as LiveCommand
    const sent = { params: this.#params(), body: { command } }
    const answer = await this.#try(() =>
      call<Endpoints['command']>('POST', '/api/meetings/:meeting/live/commands', sent),
    )
    if (asked.do !== 'arrive' && asked.do !== 'here') this.#now({ refused: answer.reason })
  }

  /** Keeps what was written, and sends it now or when there is a line again. */
  write(text: Omit<WrittenText, 'id'>): void {
    this.#queue.push({ ...text, id: newId() })
    this.#keep()
    void this.#flush()
  }

  async #try(send: () => Promise<LiveAnswer>): Promise<LiveAnswer> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        return await send()
      } catch (error) {
        if (!isPassing(error))
          return { done: false, reason: error instanceof ApiError ? error.code : 'internal' }
        await new Promise((resolve) => this.#timers.push(setTimeout(resolve, pause)))
      }
    }
  }

  async #flush(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    for (let [first] = this.#queue; first !== undefined; [first] = this.#queue) {
      const text = first
      const sent = { params: this.#params(), body: text as LiveContribution }
      const answer = await this.#try(() =>
        call<Endpoints['write']>('POST', '/api/meetings/:meeting/live/texts', sent),
      )
      this.#queue.shift()
      this.#keep()
      this.#written(text, answer)
    }
    this.#isSending = false
  }

  /** What one wrote with a name is shown to oneself at once; without one nobody knows whose it is, not even this screen. */
  #written(text: WrittenText, answer: LiveAnswer): void {
    const { view } = this.#seen
    const step = view?.room.steps.find(({ key }) => key === text.step)
    const isHers = step?.isAnonymous === false && step.input !== 'vote' && text.as === undefined
    if (!view || !answer.done || !isHers) {
      this.#now({ refused: answer.reason })
      return
    }
    const { id, round, body } = text as LiveContribution
    const written = [
      ...view.written.filter((one) => one.id !== id),
      { id, place: view.own.place, round, body },
    ]
    this.#now({ refused: null, view: { ...view, written } })
  }

  #connect(): void {
    this.#source?.close()
    const source = new EventSource(`/api/meetings/${this.#meeting}/live/events`)
    this.#source = source
    source.addEventListener('open', () => {
      this.#pause = firstPause
      this.#now({ isConnected: true })
      void this.#flush()
    })
    source.addEventListener('live', (event) => this.#hear(JSON.parse(String(event.data)) as LiveEvent))
    source.addEventListener('error', () => {
      this.#now({ isConnected: false })
      // EventSource tries again by itself after a broken line, and gives up after a refusal.
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return
      this.#timers.push(setTimeout(() => this.#connect(), this.#pause))
      this.#pause = Math.min(this.#pause * 2, longestPause)
    })
  }

  #hear(event: LiveEvent): void {
    const { view } = this.#seen
    if (!view) {
      // It has just begun: what is one's own is asked once.
      void this.look().then(() => this.ask({ do: 'arrive' }))
      return
    }
    if (event.room.version < view.room.version) return
    const isSame =
      event.room.step.key === view.room.step.key && event.room.step.round === view.room.step.round
    this.#now({ view: { ...view, ...event, written: isSame ? view.written : [] }, at: performance.now() })
  }

  /** Whoever leads is known to be here, so that nobody takes over from her. */
  #beat(): void {
    const { view } = this.#seen
    if (view && !view.room.isOver && view.room.leads === view.own.place) void this.ask({ do: 'here' })
  }

  #params() {
    return { meeting: this.#meeting as never }
  }

  #keep(): void {
    try {
      if (this.#queue.length === 0) localStorage.removeItem(this.#store)
      else localStorage.setItem(this.#store, JSON.stringify(this.#queue))
    } catch {
      // A browser without storage keeps it as long as the page is open.
    }
    this.#now({ waiting: this.#queue.length })
  }

  #now(change: Partial<LiveSeen>): void {
    this.#seen = { ...this.#seen, ...change }
    for (const hear of this.#hearers) hear()
  }
}

/** Whether it may be otherwise in a moment: no line, a server that starts, too much at once. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiError && ['unavailable', 'internal', 'too-many'].includes(error.code)
}

function stored(name: string): WrittenText[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(read) ? (read as WrittenText[]) : []
  } catch {
    return []
  }
}

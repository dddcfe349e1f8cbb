/** How many steps can be undone. */
const stepsAtMost = 200

export type KeptDraftState<Body, Kept> = {
  now: Body
  past: readonly Body[]
  future: readonly Body[]
  /** What the server has of it, as far as this screen knows. */
  kept: Kept
  phase: 'kept' | 'waiting' | 'saving' | 'failed' | 'conflict'
  error: Error | null
  /** How it is now where somebody else was first, once that was read. */
  theirs: Kept | null
}

/**
 * Something that is changed on the screen: each change is kept by itself after a moment's rest, and can be undone. Where
 * somebody else was first, nothing is sent any more until she has chosen; her own work stays as it is.
 */
export abstract class KeptDraft<Body, Kept> {
  #state: KeptDraftState<Body, Kept>
  #lastKey = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | null = null
  readonly #listeners = new Set<() => void>()
  readonly #restMs: number

  constructor(first: { kept: Kept; body: Body }, restMs = 700) {
    this.#restMs = restMs
    const { kept, body: now } = first
    this.#state = { now, past: [], future: [], kept, phase: 'kept', error: null, theirs: null }
  }

  protected abstract bodyOf(kept: Kept): Body
  /** Sends a body over what is kept; gives what is kept then, with this very body in it: so one sees whether something came after. */
  protected abstract save(body: Body, over: Kept): Promise<Kept>
  /** What becomes of the state when sending failed. */
  protected abstract failed(error: Error): Promise<Partial<KeptDraftState<Body, Kept>>>

  state = (): KeptDraftState<Body, Kept> => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes with the same key, as letters of one field, are one step to undo. */
  protected goTo(now: Body, key: string): void {
    const { now: before, past } = this.#state
    const isSameStep = key !== '' && key === this.#lastKey && past.length > 0
    this.#go({ now, past: isSameStep ? past : [...past, before].slice(-stepsAtMost), future: [] }, key)
  }

  undo = (): void => {
    const { past, now, future } = this.#state
    const before = past.at(-1)
    if (before !== undefined) this.#go({ now: before, past: past.slice(0, -1), future: [now, ...future] })
  }

  redo = (): void => {
    const { past, now, future } = this.#state
    const [next, ...rest] = future
    if (next !== undefined) this.#go({ now: next, past: [...past, now], future: rest })
  }

  /** Goes on with what the other made; undo brings one's own back. */
  protected take(kept: Kept): void {
    const { now, past } = this.#state
    this.#lastKey = ''
    this.#put({
      ...{ now: this.bodyOf(kept), past: [...past, now], future: [] },
      ...{ kept, theirs: null, phase: 'kept', error: null },
    })
  }

  /** Sends what is not kept yet; null where that did not succeed. */
  flush = async (): Promise<Kept | null> => {
    clearTimeout(this.#timer)
    for (;;) {
      const { now, kept, phase } = this.#state
      if (this.#sending !== null) await this.#sending
      else if (phase === 'conflict') return null
      else if (now === this.bodyOf(kept)) return kept
      else {
        this.#sending = this.#send()
        await this.#sending
        this.#sending = null
        if (this.#state.phase === 'failed') return null
      }
    }
  }

  #put(change: Partial<KeptDraftState<Body, Kept>>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #go(to: Pick<KeptDraftState<Body, Kept>, 'now' | 'past' | 'future'>, key = '') {
    this.#lastKey = key
    const isOpen = this.#state.phase !== 'conflict'
    this.#put({ ...to, ...(isOpen && { phase: 'waiting', error: null }) })
    clearTimeout(this.#timer)
    if (isOpen) this.#timer = setTimeout(() => void this.flush(), this.#restMs)
  }

  async #send() {
    const { now, kept: over } = this.#state
    this.#put({ phase: 'saving', error: null })
    try {
      const kept = await this.save(now, over)
      this.#put({ kept, phase: this.#state.now === now ? 'kept' : 'waiting' })
    } catch (error) {
      this.#put(await this.failed(error instanceof Error ? error : new Error(String(error))))
    }
  }
}

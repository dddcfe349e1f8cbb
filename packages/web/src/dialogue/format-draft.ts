import { changeFormat, type FormatDeed, type FormatRefusal } from '@weerklank/core/dialogue/format.change'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { ApiError } from '../api/api-error.ts'

type Body = ShownFormat['format']

/** How many steps can be undone. */
const stepsAtMost = 200

export type FormatDraftState = {
  now: Body
  past: readonly Body[]
  future: readonly Body[]
  /** What the server has of it, as far as this screen knows. */
  kept: ShownFormat
  phase: 'kept' | 'waiting' | 'saving' | 'failed' | 'conflict'
  error: Error | null
}

export type FormatDoor = {
  save: (body: { body: Body; revision: number }) => Promise<ShownFormat>
  read: () => Promise<ShownFormat>
}

/**
 * An own format while it is changed: each change is kept by itself after a moment's rest, and can be undone. Where somebody
 * else was first nothing is sent any more until she has chosen; her own work stays as it is.
 */
export class FormatDraft {
  #state: FormatDraftState
  #lastKey = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | null = null
  readonly #listeners = new Set<() => void>()
  readonly #door: FormatDoor
  readonly #restMs: number

  constructor(first: ShownFormat, door: FormatDoor, restMs = 700) {
    this.#door = door
    this.#restMs = restMs
    this.#state = { now: first.format, past: [], future: [], kept: first, phase: 'kept', error: null }
  }

  state = (): FormatDraftState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Does a deed, or says why not. Deeds with the same key, as letters of one field, are one step to undo. */
  change = (deed: FormatDeed, key = ''): FormatRefusal | null => {
    const { now: before, past } = this.#state
    const change = changeFormat(before, deed)
    if ('refused' in change) return change.refused
    const isSameStep = key !== '' && key === this.#lastKey && past.length > 0
    const now = change.format as Body
    this.#go({ now, past: isSameStep ? past : [...past, before].slice(-stepsAtMost), future: [] }, key)
    return null
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
  takeTheirs = async (): Promise<void> => {
    const theirs = await this.#door.read()
    const { now, past } = this.#state
    this.#lastKey = ''
    const state = { now: theirs.format, past: [...past, now], future: [], kept: theirs }
    this.#put({ ...state, phase: 'kept', error: null })
  }

  /** Sends what is not kept yet; null where that did not succeed. */
  flush = async (): Promise<ShownFormat | null> => {
    clearTimeout(this.#timer)
    for (;;) {
      const { now, kept, phase } = this.#state
      if (this.#sending !== null) await this.#sending
      else if (phase === 'conflict') return null
      else if (now === kept.format) return kept
      else {
        this.#sending = this.#send()
        await this.#sending
        this.#sending = null
        if (this.#state.phase === 'failed') return null
      }
    }
  }

  #put(change: Partial<FormatDraftState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #go(to: Pick<FormatDraftState, 'now' | 'past' | 'future'>, key = '') {
    this.#lastKey = key
    const isOpen = this.#state.phase !== 'conflict'
    this.#put({ ...to, ...(isOpen && { phase: 'waiting', error: null }) })
    clearTimeout(this.#timer)
    if (isOpen) this.#timer = setTimeout(() => void this.flush(), this.#restMs)
  }

  async #send() {
    const { now: body, kept } = this.#state
    this.#put({ phase: 'saving', error: null })
    try {
      const saved = await this.#door.save({ body, revision: kept.own?.revision ?? 1 })
      // The same object, so that one sees whether something came after it.
      this.#put({
        kept: { ...saved, format: body },
        phase: this.#state.now === body ? 'kept' : 'waiting',
      })
    } catch (error) {
      const isConflict = error instanceof ApiError && error.code === 'conflict'
      const cause = error instanceof Error ? error : new Error(String(error))
      this.#put(isConflict ? { phase: 'conflict', error: null } : { phase: 'failed', error: cause })
    }
  }
}

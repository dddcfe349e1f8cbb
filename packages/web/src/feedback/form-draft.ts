import type { FormModel } from '@weerklank/core/feedback/form'
import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import { isConflict } from './form-conflict.ts'

/** How many steps can be undone. */
const stepsAtMost = 200

export type DraftState = {
  now: FormModel
  past: readonly FormModel[]
  future: readonly FormModel[]
  /** What the server has of it, as far as this screen knows. */
  kept: BuiltForm
  phase: 'kept' | 'waiting' | 'saving' | 'failed' | 'conflict'
  error: Error | null
  /** How the form is now, where somebody else changed it in the meantime. */
  theirs: BuiltForm | null
}

export type DraftDoor = {
  save: (body: { model: FormModel; revision: number }) => Promise<BuiltForm>
  read: () => Promise<BuiltForm>
}

/**
 * A form that somebody builds on: each change is kept by itself after a moment's rest, and can be undone. Where somebody
 * else was first, nothing is sent any more until she has chosen; her own work stays as it is.
 */
export class FormDraft {
  #state: DraftState
  #lastKey = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | null = null
  readonly #listeners = new Set<() => void>()
  readonly #door: DraftDoor
  readonly #restMs: number

  constructor(first: BuiltForm, door: DraftDoor, restMs = 700) {
    this.#door = door
    this.#restMs = restMs
    this.#state = {
      ...{ now: first.model, past: [], future: [], kept: first, phase: 'kept' },
      ...{ error: null, theirs: null },
    }
  }

  state = (): DraftState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes with the same key, as letters of one field, are one step to undo. */
  change = (make: (form: FormModel) => FormModel, key = ''): void => {
    const { now: before, past } = this.#state
    const now = make(before)
    if (now === before) return
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
  takeTheirs = (): void => {
    const { theirs, now, past } = this.#state
    if (theirs === null) return
    this.#lastKey = ''
    this.#put({
      ...{ now: theirs.model, past: [...past, now], future: [] },
      ...{ kept: theirs, theirs: null, phase: 'kept', error: null },
    })
  }

  /** Sends what is not kept yet; null where that did not succeed. */
  flush = async (): Promise<BuiltForm | null> => {
    clearTimeout(this.#timer)
    for (;;) {
      const { theirs, now, kept } = this.#state
      if (this.#sending !== null) await this.#sending
      else if (theirs !== null) return null
      else if (now === kept.model) return kept
      else {
        this.#sending = this.#send()
        await this.#sending
        this.#sending = null
        if (this.#state.phase === 'failed') return null
      }
    }
  }

  #put(change: Partial<DraftState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #go(to: Pick<DraftState, 'now' | 'past' | 'future'>, key = '') {
    this.#lastKey = key
    const isOpen = this.#state.theirs === null
    this.#put({ ...to, ...(isOpen && { phase: 'waiting', error: null }) })
    clearTimeout(this.#timer)
    if (isOpen) this.#timer = setTimeout(() => void this.flush(), this.#restMs)
  }

  async #send() {
    const { now: model, kept } = this.#state
    this.#put({ phase: 'saving', error: null })
    try {
      const saved = await this.#door.save({ model, revision: kept.revision })
      // The same object, so that one sees whether something came after it.
      this.#put({ kept: { ...saved, model }, phase: this.#state.now === model ? 'kept' : 'waiting' })
    } catch (error) {
      await this.#fail(error instanceof Error ? error : new Error(String(error)))
    }
  }

  async #fail(error: Error) {
    if (!isConflict(error)) return this.#put({ phase: 'failed', error })
    try {
      this.#put({ theirs: await this.#door.read(), phase: 'conflict', error: null })
    } catch {
      this.#put({ phase: 'failed', error })
    }
  }
}

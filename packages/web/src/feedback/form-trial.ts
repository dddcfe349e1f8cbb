import type { ReadingLevel } from '@weerklank/core/consent/consent'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { Tried, TryBody } from '@weerklank/core/feedback/form-build.contract'
import type { AddressForm } from '@weerklank/core/shared/language'

/** As whom one looks at which version. */
export type Looking = { version: number; language: string; level: ReadingLevel; address: AddressForm }

/** What the page in the frame tells (server: respond/browser/try.js). */
export type Told = { kind: string; value: string; fields: readonly (readonly [string, string])[] }

export type TrialState = {
  looking: Looking
  /** What came of the last step; null before the first. */
  tried: Tried | null
  /** For the frame; after a step of hers the eye goes to its top. */
  page: { html: string; isStep: boolean } | null
  isBusy: boolean
  error: Error | null
}

type Step = { kind: 'draw' | 'keep' | 'step'; make: () => TryBody }

/** A form that is tried out: what was filled in is kept here, for as long as the page is open, and nowhere else. */
export class FormTrial {
  #state: TrialState
  #answers: FormAnswers | null = null
  #unread: Tried['unread'] = {}
  #place: Pick<Tried, 'at' | 'part'> = { at: 'part', part: 0 }
  #isReady = false
  #next: Step | null = null
  readonly #listeners = new Set<() => void>()
  readonly #door: (body: TryBody) => Promise<Tried>

  constructor(looking: Looking, door: (body: TryBody) => Promise<Tried>) {
    this.#door = door
    this.#state = { looking, tried: null, page: null, isBusy: false, error: null }
  }

  state = (): TrialState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Draws the page as somebody else, or anew after the form changed. What was filled in stays. */
  look = (as: Partial<Looking>): void => {
    this.#put({ looking: { ...this.#state.looking, ...as } })
    this.#draw()
  }

  restart = (): void => {
    this.#answers = null
    this.#unread = {}
    this.#place = { at: 'part', part: 0 }
    this.#draw()
  }

  /** What was done on the page in the frame. */
  hear = ({ kind, value, fields }: Told): void => {
    if (kind === 'ready') {
      this.#isReady = true
      this.#draw()
    } else if (kind === 'link') this.#follow(value)
    else {
      const deed = kind === 'keep' ? 'bewaar' : value
      const posted = [...fields, ['ga', deed] as const].map(([name, said]): [string, string] => [name, said])
      this.#ask({
        kind: kind === 'keep' ? 'keep' : 'step',
        make: () => ({ ...this.#body(), fields: posted }),
      })
    }
  }

  /** A link of the page leads to a part of it, to looking it over, or to another language. */
  #follow(address: string) {
    const query = new URLSearchParams(address.split('?')[1]?.split('#')[0] ?? '')
    const [part, language] = [query.get('deel'), query.get('lang')]
    if (language !== null) this.#put({ looking: { ...this.#state.looking, language } })
    if (part === 'kijk') this.#place = { at: 'review', part: this.#place.part }
    else if (part !== null && /^\d{1,6}$/.test(part) && this.#place.at !== 'sent')
      this.#place = { at: 'part', part: Math.max(0, Number(part) - 1) }
    this.#ask({ kind: 'step', make: () => this.#body() })
  }

  #draw() {
    if (this.#isReady) this.#ask({ kind: 'draw', make: () => this.#body() })
  }

  #body(): TryBody {
    const { looking } = this.#state
    return { ...looking, answers: this.#answers, unread: this.#unread, ...this.#place }
  }

  /** One at a time. Of what waits only the last counts, and what is only kept gives way to a step. */
  #ask(step: Step) {
    if (this.#state.isBusy) {
      if (this.#next === null || step.kind !== 'keep') this.#next = step
      return
    }
    void this.#send(step)
  }

  async #send({ kind, make }: Step) {
    this.#put({ isBusy: true, error: null })
    try {
      const tried = await this.#door(make())
      const { answers, unread, at, part, page } = tried
      this.#answers = answers
      this.#unread = unread
      this.#place = { at, part }
      const drawn = page === null ? this.#state.page : { html: page, isStep: kind === 'step' }
      this.#put({ isBusy: false, tried, page: drawn })
    } catch (thrown) {
      this.#put({ isBusy: false, error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
    }
    const next = this.#next
    this.#next = null
    if (next !== null) this.#ask(next)
  }

  #put(change: Partial<TrialState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** What a message of the frame tells; null where it is none of ours. */
export function toldIn(data: unknown): Told | null {
  const told = typeof data === 'object' && data !== null ? (data as { weerklank?: unknown }).weerklank : null
  if (typeof told !== 'object' || told === null) return null
  const { kind, value, fields } = told as Partial<Told>
  if (typeof kind !== 'string' || typeof value !== 'string' || !Array.isArray(fields)) return null
  return { kind, value, fields }
}

import { changeFormat, type FormatDeed, type FormatRefusal } from '@weerklank/core/dialogue/format.change'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { isConflict } from '../api/is-conflict.ts'
import { KeptDraft, type KeptDraftState } from '../ui/kept-draft.ts'

type Body = ShownFormat['format']
export type FormatDraftState = KeptDraftState<Body, ShownFormat>

export type FormatDoor = {
  save: (body: { body: Body; revision: number }) => Promise<ShownFormat>
  read: () => Promise<ShownFormat>
}

/** An own format while it is changed. */
export class FormatDraft extends KeptDraft<Body, ShownFormat> {
  readonly #door: FormatDoor

  constructor(first: ShownFormat, door: FormatDoor, restMs?: number) {
    super({ kept: first, body: first.format }, restMs)
    this.#door = door
  }

  /** Does a deed, or says why not. */
  change = (deed: FormatDeed, key = ''): FormatRefusal | null => {
    const change = changeFormat(this.state().now, deed)
    if ('refused' in change) return change.refused
    this.goTo(change.format as Body, key)
    return null
  }

  takeTheirs = async (): Promise<void> => this.take(await this.#door.read())

  protected bodyOf({ format }: ShownFormat): Body {
    return format
  }

  protected async save(body: Body, { own }: ShownFormat): Promise<ShownFormat> {
    return { ...(await this.#door.save({ body, revision: own?.revision ?? 1 })), format: body }
  }

  protected async failed(error: Error): Promise<Partial<FormatDraftState>> {
    return isConflict(error) ? { phase: 'conflict', error: null } : { phase: 'failed', error }
  }
}

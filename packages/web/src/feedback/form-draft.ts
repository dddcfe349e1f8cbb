import type { FormModel } from '@weerklank/core/feedback/form'
import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import { isConflict } from '../api/is-conflict.ts'
import { KeptDraft, type KeptDraftState } from '../ui/kept-draft.ts'

export type DraftState = KeptDraftState<FormModel, BuiltForm>

export type DraftDoor = {
  save: (body: { model: FormModel; revision: number }) => Promise<BuiltForm>
  read: () => Promise<BuiltForm>
}

/** A form that somebody builds on. Where somebody else was first, theirs is read at once, to be laid beside hers. */
export class FormDraft extends KeptDraft<FormModel, BuiltForm> {
  readonly #door: DraftDoor

  constructor(first: BuiltForm, door: DraftDoor, restMs?: number) {
    super({ kept: first, body: first.model }, restMs)
    this.#door = door
  }

  change = (make: (form: FormModel) => FormModel, key = ''): void => {
    const { now: before } = this.state()
    const now = make(before)
    if (now !== before) this.goTo(now, key)
  }

  takeTheirs = (): void => {
    const { theirs } = this.state()
    if (theirs !== null) this.take(theirs)
  }

  protected bodyOf({ model }: BuiltForm): FormModel {
    return model
  }

  protected async save(model: FormModel, { revision }: BuiltForm): Promise<BuiltForm> {
    return { ...(await this.#door.save({ model, revision })), model }
  }

  protected async failed(error: Error): Promise<Partial<DraftState>> {
    if (!isConflict(error)) return { phase: 'failed', error }
    try {
      return { theirs: await this.#door.read(), phase: 'conflict', error: null }
    } catch {
      return { phase: 'failed', error }
    }
  }
}

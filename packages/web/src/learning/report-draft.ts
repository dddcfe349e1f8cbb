import type { ReportDraft as Body } from '@weerklank/core/learning/report'
import type { KeptReport } from '@weerklank/core/learning/report.contract'
import { isConflict } from '../api/is-conflict.ts'
import { KeptDraft, type KeptDraftState } from '../ui/kept-draft.ts'

/** What is kept, with the very words that one sees: so one knows whether something came after. */
export type KeptBody = { body: Body; version: number }
export type ReportDraftState = KeptDraftState<Body, KeptBody>

export type ReportDoor = {
  save: (body: KeptReport) => Promise<KeptReport>
  read: () => Promise<KeptReport>
  /** Something was kept: what is read from it may be other now. */
  kept: () => void
}

/** The report of a trajectory while one writes it: kept by itself, a step back at a time. */
export class ReportDraft extends KeptDraft<Body, KeptBody> {
  readonly #door: ReportDoor

  constructor(first: KeptReport, door: ReportDoor, restMs?: number) {
    const kept = bodyIn(first)
    super({ kept, body: kept.body }, restMs)
    this.#door = door
  }

  change = (body: Body, key = ''): void => this.goTo(body, key)

  takeTheirs = async (): Promise<void> => this.take(bodyIn(await this.#door.read()))

  protected bodyOf({ body }: KeptBody): Body {
    return body
  }

  protected async save(body: Body, over: KeptBody): Promise<KeptBody> {
    const { version } = await this.#door.save({ ...body, version: over.version })
    this.#door.kept()
    return { body, version }
  }

  protected async failed(error: Error): Promise<Partial<ReportDraftState>> {
    return isConflict(error) ? { phase: 'conflict', error: null } : { phase: 'failed', error }
  }
}

function bodyIn({ title, parts, version }: KeptReport): KeptBody {
  return { body: { title, parts }, version }
}

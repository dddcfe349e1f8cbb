import { isSupervised } from '@weerklank/core/feedback/supervision'
import type {
  SharedWithMe,
  SupervisedCase,
  SupervisionShare,
} from '@weerklank/core/feedback/supervision.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type { Instant } from '@weerklank/core/shared/time'
import { presentResponse, presentSignals } from './feedback.presenter.ts'
import type { ShownResponse, SignalRow } from './feedback.repository.ts'
import type { RuptureWithSteps } from './rupture.repository.ts'
import { type ShareRow, timesOf } from './supervision.repository.ts'

/** A share as those who take part read it. */
export function presentShare(row: ShareRow, now: Instant): SupervisionShare {
  const end = row.ended_at !== null && row.ended_at < row.ends_at ? row.ended_at : row.ends_at
  return {
    ...{ id: row.id, supervisor: row.supervisor, from: row.sharer, question: row.question },
    ...{ sharedAt: row.shared_at, endsAt: end, open: isSupervised(timesOf(row), now) },
  }
}

/** A share as the supervisor reads it. */
export function presentShared(row: ShareRow, title: string): SharedWithMe {
  const { id, sharer: from, question, shared_at: sharedAt, ends_at: endsAt } = row
  return { id, title, from, question, sharedAt, endsAt }
}

/** Who takes part, without what else is known of her. */
export function presentSupervisedPerson({ id, name, voice, active }: Participant) {
  return { id, name, voice, active }
}

/** An answer without what was written to it: that was said to those who work with her. */
export function presentSupervisedResponse(row: ShownResponse): SupervisedCase['responses'][number] {
  const { id, participant, instrument, instrumentVersion, answers, answeredAt } = presentResponse(row)
  return { id, participant, instrument, instrumentVersion, answers, answeredAt }
}

/** Signals without what was said when they were talked about. */
export function presentSupervisedSignals(rows: readonly SignalRow[]): SupervisedCase['signals'] {
  return presentSignals(rows).map(({ note: _, ...rest }) => rest)
}

/** Strain that was shared, as the colleague who noticed it wrote it down. */
export function presentSupervisedRupture(row: RuptureWithSteps): SupervisedCase['ruptures'][number] {
  return {
    ...{ id: row.id, participant: row.participant_id, kind: row.kind, markers: row.markers },
    ...{ salience: row.salience, text: row.body, noticedAt: row.noticed_at, reviewOn: row.review_on },
    ...{ outcome: row.outcome, closedAt: row.closed_at },
    steps: row.steps.map(({ step, state, body: text, at }) => ({ step, state, text, at })),
  }
}

import type { SupervisedCase } from '@weerklank/core/feedback/supervision.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentAgreement } from './feedback.presenter.ts'
import { agreementsOf, responsesOf, signalsOf } from './feedback.repository.ts'
import { rupturesOf } from './rupture.repository.ts'
import {
  presentShared,
  presentSupervisedPerson,
  presentSupervisedResponse,
  presentSupervisedRupture,
  presentSupervisedSignals,
} from './supervision.presenter.ts'
import type { ShareRow } from './supervision.repository.ts'

/** What is shared, in a context that reaches it by the share alone: what may not be seen, the database leaves out. */
export async function loadCase(trx: Trx, deps: FeedbackDeps, share: ShareRow): Promise<SupervisedCase> {
  const relation = share.relation_id
  const row = await trx
    .selectFrom('relation')
    .select(['title', 'kind', 'context', 'situation', 'purpose', 'started_at'])
    .where('id', '=', relation)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  const [people, responses, signals, agreements, ruptures] = await Promise.all([
    peopleOf(trx, [relation]),
    responsesOf(trx, [relation]),
    signalsOf(trx, [relation], 'all'),
    agreementsOf(trx, [relation]),
    rupturesOf(trx, [relation]),
  ])
  const { title, kind, context, situation, purpose, started_at: startedAt } = row
  const { contactCheck, instruments } = deps.content
  const used = new Set(responses.map((one) => `${one.instrument_id}@${one.instrument_version}`))
  return {
    share: presentShared(share, title),
    relation: { kind, context, situation, purpose, startedAt },
    people: (people.get(relation) ?? []).map(presentSupervisedPerson),
    instruments: [...new Set([contactCheck, ...[...used].flatMap((key) => instruments.get(key) ?? [])])],
    responses: responses.map(presentSupervisedResponse),
    signals: presentSupervisedSignals(signals),
    agreements: agreements.map(presentAgreement),
    ruptures: ruptures.map(presentSupervisedRupture),
  }
}

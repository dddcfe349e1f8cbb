import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import { ruptureOpenSignal } from '@weerklank/core/feedback/signal.log'
import type { MemberId, RelationId, RuptureId, SignalId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type MemberSession, tellOfSignal } from '../access/access.ts'
import { record, recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { closeSignals, insertSignals, refreshAttention, signalsOf } from './feedback.repository.ts'
import { type RuptureWithSteps, rupturesOf } from './rupture.repository.ts'

/** When something was last done about it. */
function lastStepAt({ noticed_at, steps }: RuptureWithSteps): Instant {
  return [noticed_at, ...steps.map(({ at }) => at)].toSorted().at(-1) ?? noticed_at
}

/**
 * R9: opens a signal for each shared rupture in which nothing happened for long; once per silence. One that its author kept to
 * herself raises none: signals are seen by everybody who takes part. Gives how many are new.
 */
export async function openLongRuptures(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; relation: RelationId },
): Promise<number> {
  const now = world.now()
  let opened = 0
  for (const row of await rupturesOf(trx, [of.relation])) {
    if (row.shared_at === null) continue
    const since = lastStepAt(row)
    const [finding] = ruptureOpenSignal({ id: row.id, openedAt: since, closedAt: row.closed_at }, now)
    if (finding === undefined) continue
    const id = world.newId<SignalId>()
    const signal = { id, finding: JSON.stringify(finding), rule: finding.rule, opened_at: now }
    const place = { workspace_id: of.workspace, relation_id: of.relation, participant_id: row.participant_id }
    const open = { response_id: null, outcome: null, closed_at: null, closed_by: null, note: '' }
    const isNew = await insertSignals(trx, [{ ...place, ...signal, ...open, occasion: `${row.id} ${since}` }])
    if (isNew === 0) continue
    opened += 1
    await tellOfSignal(trx, { ...of, signal: id, at: now })
    const line = { workspace: of.workspace, actor: 'system', relation: of.relation }
    await record(trx, world, { ...line, action: 'signal.opened', subject: { kind: 'signal', id } })
  }
  if (opened > 0) await refreshAttention(trx, of.relation)
  return opened
}

type Closing = { session: MemberSession; relation: RelationId; outcome: SignalOutcome }

/** Closes signals of the relation in the name of whoever acts; those that are closed already stay as they are. */
export async function settleSignals(
  trx: Trx,
  world: World,
  of: Closing & { signals: readonly SignalId[] },
): Promise<void> {
  const { session, relation, outcome } = of
  if (of.signals.length === 0) return
  const by: MemberId = session.member.id
  await closeSignals(trx, { relation, signals: of.signals }, { outcome, at: world.now(), by, note: '' })
  await refreshAttention(trx, relation)
  for (const subject of of.signals) {
    await recordDeed(trx, world, { session, relation, action: 'signal.closed', subject })
  }
}

/** The open signals that say of this rupture that it lies open. */
export async function openSignalsOf(trx: Trx, relation: RelationId, rupture: RuptureId): Promise<SignalId[]> {
  const open = await signalsOf(trx, [relation], 'open')
  return open.flatMap(({ id, finding }) =>
    finding.rule === 'rupture-open' && finding.rupture === rupture ? [id] : [],
  )
}

import type { NudgeAnchor } from '@weerklank/core/learning/nudge'
import type { NudgeFrom } from '@weerklank/core/learning/nudge.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { NudgeId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import type { NudgeDeps } from './nudge.deps.ts'
import { type Dates, insertNudge } from './nudge.repository.ts'

type Planning = { deps: Pick<NudgeDeps, 'world' | 'nudges'>; dates: Dates }

/** The standard plan, from what this trajectory has: what hangs on a moment that is not there is left out. */
export async function insertStandard(
  trx: Trx,
  session: MemberSession,
  { deps, dates }: Planning,
): Promise<void> {
  for (const { card, anchor, days, on } of deps.nudges.plan) {
    const moment = momentFor(anchor, dates)
    if (moment === undefined && anchor !== 'goals') continue
    const from: NudgeFrom = moment === undefined ? { kind: 'start' } : { kind: 'moment', id: moment.id }
    const id = deps.world.newId<NudgeId>()
    await insertOne(trx, session, { deps, dates, id, card, from, offsetDays: days, url: '', isOn: on })
  }
}

/** Where nothing is called closing, looking back with one's buddy is the last that is asked. */
function momentFor(anchor: NudgeAnchor, { moments }: Dates) {
  const found = moments.find(({ kind }) => kind === anchor)
  return found ?? (anchor === 'closing' ? moments.findLast(({ kind }) => kind === 'buddy') : undefined)
}

type One = Planning & {
  id: NudgeId
  card: string
  from: NudgeFrom
  offsetDays: number
  url: string
  isOn?: boolean
}

/** Puts a card on the plan. One that is not there, or hangs on something else than this trajectory has, is refused. */
export async function insertOne(trx: Trx, session: MemberSession, of: One): Promise<void> {
  const { deps, dates, from } = of
  const card = deps.nudges.cards.find(({ key }) => key === of.card)
  const isThere =
    from.kind === 'start' ||
    (from.kind === 'event' ? dates.events : dates.moments).some(({ id }) => id === from.id)
  if (card === undefined || !isThere) throw new AppError('conflict')
  // A reminder of a moment without one would go to everybody for ever.
  if (card.kind === 'moment' && from.kind !== 'moment')
    throw new AppError('invalid-input', { fields: { from: 'moment' } })
  await insertNudge(trx, {
    ...{ workspace_id: session.workspace.id, id: of.id, trajectory_id: dates.trajectory.id },
    ...{ kind: card.kind, card_key: card.key, title: '', body: '', url: of.url },
    ...{ event_id: from.kind === 'event' ? from.id : null },
    ...{ moment_id: from.kind === 'moment' ? from.id : null, offset_days: of.offsetDays, fixed_on: null },
    ...{ is_on: of.isOn ?? true, changed_by: session.member.id, changed_at: deps.world.now(), version: 1 },
  })
}

import { coverageDays, coverageOf, daysUnseen, isUnseen } from '@weerklank/core/feedback/caseload'
import { type CaseloadLine, caseloadEndpoints } from '@weerklank/core/feedback/caseload.contract'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveOverRelations } from '../access/access.ts'
import { recordOver } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { countContacts, type OwnRelation, ownCaseload } from './caseload.repository.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentSignals } from './feedback.presenter.ts'
import { signalsOf } from './feedback.repository.ts'
import { nextContacts } from './overview.repository.ts'

const pageSize = 50

/** One's own caseload. There is no way to ask for that of somebody else. */
export function serveCaseload(to: MemberApi, deps: FeedbackDeps): void {
  const { world, content } = deps
  const items = [...content.instruments.values(), content.contactCheck].flatMap((one) => one.items)
  const itemLabels = Object.fromEntries(items.map((item) => [item.id, item.label]))
  serveOverRelations(to, caseloadEndpoints.caseload, async (session, { query }, trx) => {
    const now = world.now()
    const { from } = query
    const { page, ...counts } = await ownCaseload(trx, session.context, { now, from, size: pageSize })
    const relations = await linesOf(trx, session, { page, now })
    // With nothing left in reach: each row that is written looks through the whole of it.
    await setContext(trx, session.context)
    const shown = relations.map(({ id }) => id)
    await recordOver(trx, world, { session, action: 'relation.listed', relations: shown })
    const end = from + page.length
    return {
      ...{ relations, ...counts, itemLabels },
      next: page.length > 0 && end < counts.total ? end : null,
    }
  })
  serveOverRelations(to, caseloadEndpoints.coverage, async (session, _input, trx) => {
    const now = world.now()
    const between = { from: addDays(now, -coverageDays), to: now }
    const counted = await countContacts(trx, session.context, between)
    await recordOver(trx, world, { session, action: 'relation.listed', relations: [] })
    return { ...coverageOf(counted), days: coverageDays }
  })
}

async function linesOf(
  trx: Trx,
  session: MemberSession,
  { page, now }: { page: readonly OwnRelation[]; now: Instant },
): Promise<CaseloadLine[]> {
  const ids = page.map(({ id }) => id)
  const [people, signals, next] = await Promise.all([
    peopleOf(trx, ids),
    signalsOf(trx, ids, 'open'),
    nextContacts(trx, ids, now),
  ])
  return page.map((one) => ({
    ...{ id: one.id, title: one.title, lastContactAt: one.lastContactAt },
    participants: (people.get(one.id) ?? [])
      .filter((person) => person.active && person.member !== session.member.id)
      .map(({ id, name, voice }) => ({ id, name, voice })),
    signals: presentSignals(signals.filter((signal) => signal.relation_id === one.id)),
    nextContactAt: next.get(one.id) ?? null,
    ...{ unseenDays: daysUnseen(one, now), isUnseen: isUnseen(one, now) },
  }))
}

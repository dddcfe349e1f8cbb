import { millis } from '../shared/time.ts'
import type { MonitorInput, MonitorLearner, MonitorMoment } from './monitor.input.ts'
import type { CompletenessRow, MonitorColumn } from './monitor.shape.ts'
import { dayLater, daysApart } from './trajectory.plan.ts'

/** The moments that belong in the tables: why somebody left is asked of those who left, so it is missing of nobody. */
export function shownMoments(moments: readonly MonitorMoment[]): MonitorMoment[] {
  return moments.filter(({ kind }) => kind !== 'exit')
}

/**
 * The columns of the completeness table. A moment that comes whole months after the one before says so; else in whole weeks;
 * else nothing.
 */
export function columnsOf(moments: readonly MonitorMoment[]): MonitorColumn[] {
  return shownMoments(moments).map(({ key, kind, title, opensOn }, index, all) => {
    const before = all[index - 1]
    const interval = before === undefined ? null : intervalOf(before.opensOn, opensOn)
    return {
      ...{ key, kind, title },
      interval: interval === null || before === undefined ? null : { ...interval, after: before.key },
    }
  })
}

function intervalOf(
  from: string,
  to: string,
): Pick<NonNullable<MonitorColumn['interval']>, 'unit' | 'count'> | null {
  if (millis(to) <= millis(from)) return null
  const [year = 0, month = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  const months = (toYear - year) * 12 + toMonth - month
  if (months > 0 && dayLater(from, { months }) === to) return { unit: 'months', count: months }
  const days = daysApart(from, to)
  return days % 7 === 0 ? { unit: 'weeks', count: days / 7 } : null
}

/** Who is there and what came in of whom, in the order of their numbers. It says whether something came, never what. */
export function completenessOf({ moments, learners }: MonitorInput): CompletenessRow[] {
  const columns = shownMoments(moments)
  return byNumber(learners).map((learner) => ({
    learner: learner.number,
    hasConsent: learner.hasConsent,
    cells: columns.map((moment) => cellOf(learner, moment)),
  }))
}

function cellOf(learner: MonitorLearner, { key, kind }: MonitorMoment): CompletenessRow['cells'][number] {
  const receipt = learner.receipts.find(({ moment }) => moment === key)
  if (receipt !== undefined) return kind === 'buddy' && receipt.way === 'mail' ? 'mail' : 'came-in'
  return learner.hasStopped ? 'stopped' : 'none'
}

/** In the order of their numbers. */
export function byNumber<One extends { readonly number: number }>(learners: readonly One[]): One[] {
  return learners.toSorted((a, b) => a.number - b.number)
}

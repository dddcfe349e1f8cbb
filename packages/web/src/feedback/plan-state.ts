import type { CheckPlan } from '@weerklank/core/feedback/plan.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { dayAlone } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import type { planText } from './plan.text.ts'

type Of = {
  plans: readonly CheckPlan[]
  people: readonly Pick<Participant, 'id' | 'name'>[]
  seen: Seen
  text: (typeof planText)['nl']
}

/** In one line who is asked by itself and when next; what somebody chose herself stands in it too. */
export function plansState({ plans, people, seen, text: { state } }: Of): string {
  const nameOf = ({ participant }: CheckPlan) => people.find(({ id }) => id === participant)?.name ?? ''
  const set = plans.filter((plan) => plan.rhythm !== 'none' && !plan.refuses && nameOf(plan) !== '')
  const stopped = set.filter(({ stoppedAt }) => stoppedAt !== null)
  const paused = set.filter((plan) => !stopped.includes(plan) && isPaused(plan, seen))
  const asked = set.filter((plan) => !stopped.includes(plan) && !paused.includes(plan))
  const [first] = asked
  const how = first === undefined ? '' : howOften(first, state)
  const who = first && (asked.length === 1 ? state.one(nameOf(first), how) : state.more(asked.length))
  const next = asked.flatMap(({ nextAt }) => nextAt ?? []).toSorted()[0]
  const parts = [
    ...(who === undefined ? [] : [who]),
    ...(next === undefined ? [] : [state.next(dayAlone(next, seen))]),
    ...paused.map((plan) => state.paused(nameOf(plan), dayAlone(plan.pausedUntil ?? seen.now, seen))),
    ...stopped.map((plan) => state.stopped(nameOf(plan))),
  ]
  return parts.length === 0 ? state.none : `${parts.join(', ')}.`
}

function howOften(plan: CheckPlan, state: Of['text']['state']): string {
  if (plan.rhythm === 'weeks') return state.weeks(plan.everyWeeks)
  return plan.rhythm === 'days' ? state.days(plan.everyDays ?? 1) : state.afterContact
}

const isPaused = ({ pausedUntil }: CheckPlan, { now }: Seen) => pausedUntil !== null && pausedUntil > now

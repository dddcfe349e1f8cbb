import {
  consented,
  goalLinesOf,
  goalsOf,
  mentionsOf,
  pairsThatUsedACheck,
  respondentsAt,
  reviewsOf,
  saidYes,
} from './monitor.answers.ts'
import { buddyEvaluationOf, buddyRowsOf, pairsOf, registered } from './monitor.buddies.ts'
import { byFunctionOf } from './monitor.groups.ts'
import type { MonitorInput } from './monitor.input.ts'
import type { Monitor } from './monitor.shape.ts'
import { columnsOf, completenessOf, shownMoments } from './monitor.table.ts'

/**
 * All numbers and tables of a monitor (domain.md §1.6). Whatever comes in, content of people without consent is in no number: it is
 * left out here once more. The register counts everybody, and says so with each number.
 */
export function monitorOf(given: MonitorInput): Monitor {
  const input = onlyConsented(given)
  const buddies = buddyRowsOf(input)
  return {
    columns: columnsOf(input.moments),
    completeness: completenessOf(input),
    buddies,
    people: peopleOf(input),
    functions: functionsOf(input),
    goals: goalsOf(input),
    goalLines: goalLinesOf(input),
    respondents: shownMoments(input.moments).map(({ key }) => ({
      moment: key,
      count: consented(respondentsAt(input, key).length),
    })),
    reviews: reviewsOf(input),
    byFunction: byFunctionOf(input),
    mentions: { three: mentionsOf(input, 'three'), two: mentionsOf(input, 'two') },
    pairs: pairsOf(input),
    buddyEvaluation: buddyEvaluationOf(buddies),
    externalAddedValue: consented(saidYes(input, 'external-value').length),
    checkUsingPairs: pairsThatUsedACheck(input),
    lectureSurvey: input.lectureSurvey === null ? null : { value: input.lectureSurvey, source: 'anonymous' },
  }
}

function onlyConsented(given: MonitorInput): MonitorInput {
  const yes = new Set(given.learners.filter(({ hasConsent }) => hasConsent).map(({ number }) => number))
  const isTheirs = ({ learner }: { learner: number }) => yes.has(learner)
  return {
    ...given,
    goals: given.goals.filter(isTheirs),
    answers: given.answers.filter(isTheirs),
    mentions: given.mentions.filter(isTheirs),
  }
}

/**
 * Who takes part, and of whom there is how much. Complete: she consents, goes on, and of each moment something of hers is kept, by
 * mail as well; incomplete: of one at least, not of all. Used: both.
 */
function peopleOf({ learners, moments }: MonitorInput): Monitor['people'] {
  const asked = shownMoments(moments).map(({ key }) => key)
  const going = learners.filter(({ hasConsent, hasStopped }) => hasConsent && !hasStopped)
  const kept = going.map(
    ({ receipts }) =>
      asked.filter((key) => receipts.some(({ moment, isKept }) => isKept && moment === key)).length,
  )
  const complete = kept.filter((amount) => amount > 0 && amount === asked.length).length
  const used = kept.filter((amount) => amount > 0).length
  return {
    participants: registered(learners.length),
    stopped: registered(learners.filter(({ hasStopped }) => hasStopped).length),
    withoutConsent: registered(learners.filter(({ hasConsent }) => !hasConsent).length),
    complete: consented(complete),
    incomplete: consented(used - complete),
    used: consented(used),
  }
}

/** As it was told of all together, else counted; the greatest first, equal ones by name. Not told of somebody: under ''. */
function functionsOf({ functions, learners }: MonitorInput): Monitor['functions'] {
  const counts = new Map(Object.entries(functions ?? {}))
  if (functions === null)
    for (const learner of learners) counts.set(learner.function, (counts.get(learner.function) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, count: registered(value) }))
}

import type { MonitorInput } from './monitor.input.ts'
import type { TrajectoryPlan } from './trajectory-file.plan.ts'

/** What is kept of a file, as the store would give it to the monitor. */
export function asStored(plan: TrajectoryPlan): MonitorInput {
  return {
    moments: plan.moments.map((moment) => ({ ...moment, title: moment.key })),
    learners: plan.learners.map(({ consent, status, ...learner }) => ({
      ...learner,
      ...{ hasConsent: consent === 'given', hasStopped: status === 'stopped' },
    })),
    goals: plan.goals.map(({ learner, moment, text, isChange, reason }, index) => {
      const before = plan.goals.findIndex((one) => one.learner === learner && one.moment === 'T1')
      const isReplaced = moment === 'T1' && plan.goals.some((one) => one.learner === learner && one.isChange)
      const replaces = isChange && before >= 0 ? String(before) : null
      return { learner, id: String(index), text, reason, replaces, isCurrent: !isReplaced }
    }),
    ...{ pairs: plan.pairs, answers: plan.answers, mentions: plan.mentions },
    ...{ functions: plan.functions, lectureSurvey: plan.lectureSurvey },
  }
}

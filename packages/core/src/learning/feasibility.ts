import { allowed, type Decision, refused } from '../shared/decision.ts'

/** How a measure among clients is meant: after each contact, at some moments of the trajectory, or one time. */
export const measureRhythms = ['each-contact', 'several-moments', 'once'] as const
export type MeasureRhythm = (typeof measureRhythms)[number]

/** Of whom it is asked. */
export const measuredPeople = ['clients', 'parents'] as const
export type MeasuredPeople = (typeof measuredPeople)[number]

/** How often a learner sees the same client: the questions of the feasibility check (domain.md §1.4). */
export const meetings = ['none', 'once', 'few', 'many'] as const
/** How far the work with most of them is. */
export const stages = ['beginning', 'underway'] as const
/** How often she talks with parents. */
export const parentContacts = ['seldom', 'often'] as const

/** What one learner said of her work: a fact for the plan, no content of hers. */
export type FeasibilityAnswer = {
  meetings: (typeof meetings)[number]
  /** Null: she sees no clients. */
  stage: (typeof stages)[number] | null
  parents: (typeof parentContacts)[number] | null
}

/** Why a measure does not fit somebody's work. */
export const obstacles = ['no-clients', 'seen-once', 'too-early', 'few-parents'] as const
export type Obstacle = (typeof obstacles)[number]

export type Measure = { rhythm: MeasureRhythm; people: MeasuredPeople }

/** What stands in the way of a measure in one learner's work; nothing when it fits. */
export function obstaclesFor({ rhythm, people }: Measure, answer: FeasibilityAnswer): Obstacle[] {
  if (answer.meetings === 'none') return ['no-clients']
  const isRepeated = rhythm !== 'once'
  return [
    ...(isRepeated && answer.meetings === 'once' ? (['seen-once'] as const) : []),
    ...(isRepeated && answer.stage === 'beginning' ? (['too-early'] as const) : []),
    ...(people === 'parents' && answer.parents === 'seldom' ? (['few-parents'] as const) : []),
  ]
}

/** `unknown`: too few said how it is. Counts are people. */
export type Feasibility = {
  asked: number
  answered: number
  /** How many can use it in their work. */
  fits: number
  /** How many of those who answered see clients at all. */
  seeClients: number
  obstacles: readonly { obstacle: Obstacle; people: number }[]
  outcome: 'unknown' | 'most' | 'some' | 'none'
}

/** What the learners' answers say about a measure: of those who see clients, whether it fits most, some or none. */
export function feasibilityOf(
  measure: Measure,
  of: { asked: number; answers: readonly FeasibilityAnswer[] },
): Feasibility {
  const found = of.answers.map((answer) => obstaclesFor(measure, answer))
  const seeClients = found.filter((all) => !all.includes('no-clients')).length
  const fits = found.filter((all) => all.length === 0).length
  return {
    ...{ asked: of.asked, answered: of.answers.length, fits, seeClients },
    obstacles: obstacles
      .map((obstacle) => ({ obstacle, people: found.filter((all) => all.includes(obstacle)).length }))
      .filter(({ people }) => people > 0),
    outcome: outcomeOf({ asked: of.asked, answered: of.answers.length, fits, seeClients }),
  }
}

function outcomeOf(of: { asked: number; answered: number; fits: number; seeClients: number }) {
  // With less than half one would plan for people of whom one knows nothing.
  if (of.answered === 0 || of.answered * 2 < of.asked) return 'unknown'
  if (of.fits === 0) return 'none'
  return of.fits * 3 >= of.seeClients * 2 ? 'most' : 'some'
}

/** What one may try instead, or how to go on; each has its sentence (feasibility.words.ts). */
export const advices = [
  'ask-first',
  'go',
  'only-who-can',
  'one-contact',
  'wait',
  'ask-in-talk',
  'drop',
] as const
export type Advice = (typeof advices)[number]

/** What is advised, most important first; never empty. */
export function adviceFor(found: Feasibility): Advice[] {
  if (found.outcome === 'unknown') return ['ask-first']
  if (found.outcome === 'most') return ['go']
  const stands = (obstacle: Obstacle) => found.obstacles.some((one) => one.obstacle === obstacle)
  return [
    ...(found.outcome === 'some' ? (['only-who-can'] as const) : []),
    ...(stands('seen-once') ? (['one-contact'] as const) : []),
    ...(stands('too-early') ? (['wait'] as const) : []),
    ...(stands('few-parents') ? (['ask-in-talk'] as const) : []),
    ...(found.outcome === 'none' ? (['drop'] as const) : []),
  ]
}

/** Whether a measure may be planned: after people said how it is, and against the advice only with a reason in words. */
export function mayPlanMeasure(
  found: Feasibility,
  reason: string,
): Decision<'too-few-answers' | 'reason-needed'> {
  if (found.outcome === 'unknown') return refused('too-few-answers')
  if (found.outcome === 'none' && reason.trim() === '') return refused('reason-needed')
  return allowed
}

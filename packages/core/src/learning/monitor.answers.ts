import { type CountedMention, countMentions, type LevelView } from './mention.ts'
import { answerScales, type goalKeptAnswers } from './moment-form.ts'
import { registered } from './monitor.buddies.ts'
import type { MonitorGoal, MonitorInput, MonitorMention, MonitorPair } from './monitor.input.ts'
import type {
  Answered,
  Counted,
  GoalLine,
  Monitor,
  MonitorGoals,
  MonitorMentionLine,
  MonitorReview,
} from './monitor.shape.ts'

/** A number of the content of people who consent. */
export function consented(value: number): Counted {
  return { value, source: 'consented' }
}

/** Whose content of a moment is kept, and may be used. */
export function respondentsAt({ learners }: MonitorInput, moment: string): number[] {
  return learners
    .filter(({ hasConsent }) => hasConsent)
    .filter(({ receipts }) => receipts.some((one) => one.moment === moment && one.isKept))
    .map(({ number }) => number)
}

/** What people said at each moment that looks back, of all who handed something in then. */
export function reviewsOf(input: MonitorInput): MonitorReview[] {
  return input.moments
    .filter(({ kind }) => kind === 'review')
    .map(({ key: moment }) => {
      const people = respondentsAt(input, moment)
      const of = (item: string, scale: readonly string[]) =>
        answeredOf(input, { moment, people, item, scale })
      return {
        ...{ moment, respondents: consented(people.length) },
        applied: of('applied', answerScales.three),
        attained: of('attained', answerScales.three),
        noticed: of('noticed', answerScales.noticed),
      }
    })
}

type Question = { moment: string; item: string; scale: readonly string[] }

/**
 * The answer of each person as its place on the scale: who answers for several goals counts where one of them came furthest.
 */
export function furthestAnswers(
  { answers }: MonitorInput,
  { moment, item, scale }: Question,
): ReadonlyMap<number, number> {
  const furthest = new Map<number, number>()
  for (const answer of answers) {
    const place = scale.indexOf(answer.choice)
    if (answer.moment !== moment || answer.item !== item || place < 0) continue
    furthest.set(answer.learner, Math.max(place, furthest.get(answer.learner) ?? 0))
  }
  return furthest
}

function answeredOf(input: MonitorInput, of: Question & { people: readonly number[] }): Answered {
  const furthest = furthestAnswers(input, of)
  const places = of.people.map((person) => furthest.get(person))
  return {
    answers: of.scale.map((answer, place) => ({
      answer,
      count: consented(places.filter((at) => at === place).length),
    })),
    none: consented(places.filter((at) => at === undefined).length),
  }
}

/**
 * Who wrote a goal and when, by the register; and how many kept or changed it, by what is kept. The second can be counted over all
 * of the first only when everybody's answer is kept: if not, it is told as not reproducible, and of how many it is.
 */
export function goalsOf(input: MonitorInput): MonitorGoals {
  const keysOf = (kind: string) => input.moments.filter((one) => one.kind === kind).map(({ key }) => key)
  const [first, later] = [keysOf('goals'), keysOf('review')]
  const cameIn = (among: readonly string[]) => (learner: MonitorInput['learners'][number]) =>
    learner.receipts.some(({ moment }) => among.includes(moment))
  const isKept = (among: readonly string[]) => (learner: MonitorInput['learners'][number]) =>
    learner.hasConsent && learner.receipts.some(({ moment, isKept }) => isKept && among.includes(moment))
  const any = input.learners.filter(cameIn([...first, ...later]))
  const both = any.filter(cameIn(first)).filter(cameIn(later))
  const stored = both.filter(isKept(first)).filter(isKept(later))
  const keptBy = keptByAll(input)
  const said = stored.map(({ number }) => keptBy.get(number) ?? null)
  const told = said.filter((one) => one !== null).length
  const of = (wanted: (typeof goalKeptAnswers)[number]) => ({
    value: told === 0 ? null : said.filter((one) => one === wanted).length,
    source: 'consented' as const,
    isReproducible: told === both.length,
  })
  return {
    registered: { ...registered(any.length), withoutConsent: any.filter((one) => !one.hasConsent).length },
    both: { ...registered(both.length), consented: both.filter(({ hasConsent }) => hasConsent).length },
    onlyT2: registered(any.filter(cameIn(later)).filter((one) => !cameIn(first)(one)).length),
    ...{ same: of('same'), changed: of('changed') },
    stored: { n: stored.length, none: stored.length - told },
  }
}

/** What people said of their goal at the last moment that asked each of them; changed where one of several was. */
function keptByAll({ moments, answers }: MonitorInput): ReadonlyMap<number, 'same' | 'changed'> {
  const order = new Map(moments.map(({ key }, place) => [key, place]))
  const last = new Map<number, { place: number; kept: 'same' | 'changed' }>()
  for (const { learner, moment, item, choice } of answers) {
    if (item !== 'goal-kept' || (choice !== 'same' && choice !== 'changed')) continue
    const [place, before] = [order.get(moment) ?? 0, last.get(learner)]
    if (before === undefined || place > before.place) last.set(learner, { place, kept: choice })
    else if (place === before.place && choice === 'changed') before.kept = choice
  }
  return new Map([...last].map(([learner, { kept }]) => [learner, kept]))
}

/** One line per goal of those who consent, or per person where her words are not kept; in the order of their numbers. */
export function goalLinesOf(input: MonitorInput): GoalLine[] {
  const keptBy = keptByAll(input)
  const goals = new Map<number, MonitorGoal[]>()
  for (const goal of input.goals) goals.set(goal.learner, [...(goals.get(goal.learner) ?? []), goal])
  return input.learners
    .filter(({ hasConsent }) => hasConsent)
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number }) =>
      linesOf(number, { own: goals.get(number) ?? [], said: keptBy.get(number) ?? null }),
    )
}

type Own = { own: readonly MonitorGoal[]; said: GoalLine['kept'] }

function linesOf(learner: number, { own, said }: Own): GoalLine[] {
  if (own.length === 0) return said === null ? [] : [{ learner, kept: said, words: null }]
  const current = own.filter(({ isCurrent }) => isCurrent)
  return current.map(({ text, reason, replaces }) => {
    const before = own.find(({ id }) => id === replaces)?.text ?? null
    const isOnly = current.length === 1
    const kept = replaces !== null ? 'changed' : isOnly || said === 'same' ? said : null
    return { learner, kept, words: { before, now: text, reason } }
  })
}

/** What hinders and helps, per level and over time: how many people named it at each moment. */
export function mentionsOf(input: MonitorInput, view: LevelView): MonitorMentionLine[] {
  const lines = new Map<string, MonitorMentionLine>()
  for (const { key: moment } of input.moments) {
    const people = new Set(respondentsAt(input, moment))
    const here = input.mentions.filter((one) => one.moment === moment && people.has(one.learner))
    for (const { kind, level, code, body, people: named } of countMentions(here.map(asCounted), view)) {
      const key = `${kind} ${level} ${code ?? ''} ${body.toLocaleLowerCase('nl')}`
      const line = lines.get(key) ?? { kind, level, code, body, people: [] }
      line.people.push({ moment, count: consented(named) })
      lines.set(key, line)
    }
  }
  return [...lines.values()]
}

const asCounted = ({ learner, kind, level, code, body }: MonitorMention): CountedMention<number> => ({
  ...{ learner, kind, level, code, body },
})

/** How many people answered yes, at whichever moment it was asked. */
export function saidYes(input: MonitorInput, item: string): number[] {
  const { answers, learners } = input
  const yes = new Set(
    answers.filter((one) => one.item === item && one.choice === 'ja').map(({ learner }) => learner),
  )
  return learners.filter((one) => one.hasConsent && yes.has(one.number)).map(({ number }) => number)
}

/** How many pairs used a check or questionnaire together, by the word of one of them at least. */
export function pairsThatUsedACheck(input: MonitorInput): Monitor['checkUsingPairs'] {
  const yes = new Set(saidYes(input, 'check-used'))
  const used = ({ members }: MonitorPair) => members.some((member) => yes.has(member))
  return consented(input.pairs.filter(used).length)
}

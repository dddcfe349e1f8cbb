import type { Answered, Counted, Monitor, MonitorGoals, MonitorMentionLine } from './monitor.shape.ts'
import { buddyTable, completenessTable, goalsCaution, monitorCaution } from './monitor.words.ts'

type Known = { id: string; title: string }

/** What a code of the codebook is called, in Dutch. */
export type NamesOfCodes = (code: string) => string

/**
 * A monitor as data for programs, with the two tables in Dutch as they stand in a report. Every number says where it comes from.
 * Answers are spelled as in the file format of trajectories (`een_beetje`). It holds no words of anybody.
 */
export function monitorAsData(monitor: Monitor, of: { trajectory: Known; nameOf: NamesOfCodes }) {
  const [first, second] = [completenessTable(monitor, 'nl'), buddyTable(monitor, 'nl')]
  const { people, goals, pairs, buddyEvaluation, externalAddedValue, checkUsingPairs, lectureSurvey } =
    monitor
  // Of several moments that look back the last at which somebody did.
  const review =
    monitor.reviews.findLast(({ respondents }) => respondents.value > 0) ?? monitor.reviews.at(-1)
  const mentioned = (kind: MonitorMentionLine['kind']) => mentionsAsData(monitor, { kind, nameOf: of.nameOf })
  return {
    version: 1,
    trajectory: of.trajectory,
    caution: monitorCaution(monitor, 'nl'),
    headings: { table1: first.heading, table2: second.heading },
    ...{ table1: first.rows, table2: second.rows },
    ...people,
    goals: goalsAsData(monitor, goals),
    respondents: Object.fromEntries(monitor.respondents.map(({ moment, count }) => [moment, count])),
    applied: answersAsData(review?.applied),
    attained: answersAsData(review?.attained),
    noticed: answersAsData(review?.noticed),
    reviews: Object.fromEntries(
      monitor.reviews.map(({ moment, applied, attained, noticed }) => [
        moment,
        {
          applied: answersAsData(applied),
          attained: answersAsData(attained),
          noticed: answersAsData(noticed),
        },
      ]),
    ),
    ...{ barriers: mentioned('barrier'), resources: mentioned('resource') },
    ...{ pairs, buddyEvaluation, externalAddedValue, checkUsingPairs },
    functions: Object.fromEntries(monitor.functions.map(({ name, count }) => [name, count])),
    lectureSurvey: lectureSurvey === null ? null : { ...lectureSurvey, linkable: false },
  }
}

function answersAsData(answered: Answered | undefined): Record<string, Counted> {
  if (answered === undefined) return {}
  return {
    ...Object.fromEntries(answered.answers.map(({ answer, count }) => [answer.replaceAll('-', '_'), count])),
    none: answered.none,
  }
}

function goalsAsData(monitor: Monitor, { registered, both, onlyT2, same, changed, stored }: MonitorGoals) {
  const why = goalsCaution(monitor, 'nl')
  const kept = ({ value, source, isReproducible }: MonitorGoals['same']) => ({
    ...{ value, source, reproducible: isReproducible },
    ...(why !== null && { why, stored: { n: stored.n, value, none: stored.none } }),
  })
  return { registered, both, onlyT2, same: kept(same), changed: kept(changed) }
}

/** Per level, then per moment, then per code; team and organisation together beside them. Words of one's own are one count. */
function mentionsAsData(
  { columns, mentions }: Monitor,
  { kind, nameOf }: { kind: MonitorMentionLine['kind']; nameOf: NamesOfCodes },
) {
  const levels = ['person', 'team', 'organisation', 'team-organisation'] as const
  const lines = [...mentions.three, ...mentions.two.filter(({ level }) => level === 'team-organisation')]
  const at = (level: string, moment: string) =>
    lines.flatMap((line) => {
      const found = line.people.find((one) => one.moment === moment)
      if (line.kind !== kind || line.level !== level || line.code === null || found === undefined) return []
      return [[line.code, { name: nameOf(line.code), ...found.count }] as const]
    })
  return Object.fromEntries(
    levels.map((level) => [
      level,
      Object.fromEntries(columns.map(({ key }) => [key, Object.fromEntries(at(level, key))])),
    ]),
  )
}

import { datesOf, type FileDates, isDay, momentKeys } from './trajectory-file.dates.ts'
import {
  type FileFinding,
  type FileFindingCode,
  type FileProblem,
  type FileProblemCode,
  placeText,
} from './trajectory-file.problems.ts'
import type { FileAnswers, FileParticipant, TrajectoryFile } from './trajectory-file.ts'

type Path = readonly PropertyKey[]
type Notes = {
  problem: (path: Path, code: FileProblemCode, ...told: (string | number)[]) => void
  finding: (path: Path, code: FileFindingCode, ...told: (string | number)[]) => void
}

/** Holds the parts of a file against each other; `lineOf` says where something stands. */
export function checkFile(
  file: TrajectoryFile,
  lineOf: (path: Path) => number,
): { problems: FileProblem[]; findings: FileFinding[] } {
  const problems: FileProblem[] = []
  const findings: FileFinding[] = []
  const note = <Code>(path: Path, code: Code, told: readonly (string | number)[]) => ({
    ...{ line: lineOf(path), place: placeText(path), code, told: told.map(String) },
  })
  const notes: Notes = {
    problem: (path, code, ...told) => problems.push(note(path, code, told)),
    finding: (path, code, ...told) => findings.push(note(path, code, told)),
  }
  const dates = datesOf(file)
  checkTrajectory(file, dates, notes)
  for (const [index, one] of file.participants.entries()) checkParticipant(one, { file, dates, index, notes })
  checkPairs(file, notes)
  checkForms(file, notes)
  checkLists(file, notes)
  return { problems, findings }
}

function checkTrajectory({ trajectory, ...file }: TrajectoryFile, dates: FileDates, notes: Notes): void {
  const { start, end } = trajectory
  if (!isDay(dates.T1)) notes.problem(['trajectory', 'start'], 'no-such-day', start)
  else if (end !== undefined && end < dates.T3)
    notes.problem(['trajectory', 'end'], 'out-of-order', `end (${end})`, `T3 (${dates.T3})`)
  if (file.anonymousLectureSurvey?.linkable === true)
    notes.problem(['anonymousLectureSurvey', 'linkable'], 'linkable')
  const sum = Object.values(file.functionCounts ?? {}).reduce((all, one) => all + one, 0)
  if (file.functionCounts !== undefined && sum !== file.participants.length)
    notes.finding(['functionCounts'], 'functions-differ', sum, file.participants.length)
}

type Of = { file: TrajectoryFile; dates: FileDates; index: number; notes: Notes }

function checkParticipant(one: FileParticipant, { file, dates, index, notes }: Of): void {
  const at = (field: string): Path => ['participants', index, field]
  if (file.participants.findIndex(({ pp }) => pp === one.pp) < index)
    notes.problem(at('pp'), 'participant-twice', one.pp)
  checkOrder(one, { dates, at, notes })
  const gone = [one.t1, one.t2, one.buddyEval].map((cell) => cell === 'gestopt')
  const isBack = gone.some((left, place) => left && gone[place + 1] === false)
  if (gone.includes(true) && (one.status !== 'stopped' || isBack))
    notes.problem(at('status'), 'stopped-contradicts', one.pp)
  if (one.stoppedOn !== undefined && one.status !== 'stopped')
    notes.problem(at('stoppedOn'), 'stopped-contradicts', one.pp)
  const { consent, consentOn, withdrawnOn } = one
  if (!consent && consentOn !== undefined && withdrawnOn === undefined)
    notes.problem(at('consentOn'), 'consent-contradicts', one.pp)
  tellConsent(one, { dates, at, notes })
}

type Here = { dates: FileDates; at: (field: string) => Path; notes: Notes }

/** When things came in, and when she consented and stopped: later is later. */
function checkOrder(one: FileParticipant, { dates, at, notes }: Here): void {
  const after = (later: keyof FileParticipant, earlier: keyof FileParticipant | null) => {
    const [day, other] = [one[later], earlier === null ? dates.T1 : one[earlier]]
    if (typeof day !== 'string' || typeof other !== 'string' || day >= other) return
    notes.problem(at(later), 'out-of-order', `${later} (${day})`, `${earlier ?? 'T1'} (${other})`)
  }
  after('t1On', null)
  after('stoppedOn', null)
  after('t2On', one.t1On === undefined ? null : 't1On')
  after('buddyEvalOn', one.t2On !== undefined ? 't2On' : one.t1On === undefined ? null : 't1On')
  after('withdrawnOn', 'consentOn')
}

function tellConsent(one: FileParticipant, { dates, at, notes }: Here): void {
  const cameIn = momentKeys.filter((key) => dates.receivedOn(one, key) !== null)
  if (one.withdrawnOn !== undefined) {
    notes.finding(at('withdrawnOn'), 'withdrawn', one.pp, one.withdrawnOn)
  } else if (!one.consent) {
    if (cameIn.length > 0) notes.finding(at('consent'), 'no-consent', one.pp)
  } else {
    const early = cameIn.filter((key) => !dates.isKept(one, key))
    if (early.length > 0)
      notes.finding(at('consentOn'), 'consent-late', one.pp, one.consentOn ?? '', early.join(', '))
  }
}

function checkPairs({ pairs = [], participants }: TrajectoryFile, { problem }: Notes): void {
  const known = new Set(participants.map(({ pp }) => pp))
  const seen = new Set<number>()
  pairs.forEach(({ members }, index) => {
    const path = ['pairs', index, 'members']
    if (members.length < 2 || members.length > 3) problem(path, 'pair-size', members.length)
    members.forEach((member, place) => {
      if (!known.has(member)) problem([...path, place], 'unknown-participant', member)
      if (members.indexOf(member) < place) problem([...path, place], 'pair-with-herself', member)
      else if (seen.has(member)) problem([...path, place], 'in-two-pairs', member)
    })
    for (const member of members) seen.add(member)
  })
}

/** Forms of who is not there or handed in none, and forms that came in twice, from a phone and on paper. */
function checkForms(file: TrajectoryFile, notes: Notes): void {
  const { goals = [], t2Answers = [] } = file
  const people = new Map(file.participants.map((one) => [one.pp, one]))
  const of = (path: Path, pp: number, moment: 'T1' | 'T2') => {
    const one = people.get(pp)
    if (one === undefined) notes.problem([...path, 'pp'], 'unknown-participant', pp)
    else if ((moment === 'T1' ? one.t1 : one.t2) !== 'ja')
      notes.problem(path, 'answers-without-form', pp, moment.toLowerCase())
  }
  goals.forEach((one, index) => {
    of(['goals', index], one.pp, one.moment)
    const first = goals.findIndex(({ pp, moment }) => pp === one.pp && moment === one.moment)
    const before = goals[first]
    if (first < index && before !== undefined) twice(['goals', index], { one, before }, notes)
  })
  t2Answers.forEach((one, index) => {
    of(['t2Answers', index], one.pp, 'T2')
    const first = t2Answers.findIndex(({ pp }) => pp === one.pp)
    const before = t2Answers[first]
    if (first < index && before !== undefined) twice(['t2Answers', index], { one, before }, notes)
  })
}

type Form = { pp: number; way?: FileAnswers['way'] }

function twice<One extends Form>(path: Path, { one, before }: { one: One; before: One }, notes: Notes): void {
  const { way: here = '?', ...now } = one
  const { way: there = '?', ...then } = before
  const first = new Map<string, unknown>(Object.entries(then))
  const other = Object.entries(now).filter(([key, value]) => value !== first.get(key))
  const dropped = [...first.keys()].filter((key) => !Object.hasOwn(now, key))
  const ways = `${there}, ${here}`
  const different = [...other.map(([key, value]) => `${key}: ${first.get(key)} / ${value}`), ...dropped]
  if (different.length === 0) notes.finding(path, 'handed-in-twice', one.pp, ways)
  else notes.problem(path, 'handed-in-different', one.pp, ways, different.join('; '))
}

function checkLists(file: TrajectoryFile, { problem }: Notes): void {
  const people = new Map(file.participants.map((one) => [one.pp, one]))
  for (const field of ['externalAddedValue', 'srsUsingPair'] as const) {
    file[field]?.forEach((pp, index) => {
      const one = people.get(pp)
      if (one === undefined) problem([field, index], 'unknown-participant', pp)
      else if (one.buddyEval === 'nee' || one.buddyEval === 'gestopt')
        problem([field, index], 'answers-without-form', pp, 'buddyEval')
    })
  }
  const couple = file.srsUsingPair ?? []
  const isPair = (file.pairs ?? []).some(
    ({ members }) => members.length === couple.length && couple.every((pp) => members.includes(pp)),
  )
  if (couple.length > 0 && !isPair) problem(['srsUsingPair'], 'not-a-pair', couple.join(', '))
}

import type { RunChartAnnotation, RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { scoreOfPoint } from '@weerklank/core/charts/run-chart-input'
import { runChartSentence } from '@weerklank/core/charts/run-chart-words'
import { type Check, checksOf } from '@weerklank/core/feedback/check-answer'
import { withFacts } from '@weerklank/core/feedback/check-facts'
import { itemLines } from '@weerklank/core/feedback/check-items'
import { startInWords } from '@weerklank/core/feedback/check-lines'
import { type OwnLine, ownLines } from '@weerklank/core/feedback/check-own-lines'
import { checkSeries } from '@weerklank/core/feedback/check-series'
import type { Agreement } from '@weerklank/core/feedback/feedback.contract'
import type { ReportLevel } from '@weerklank/core/feedback/relation-report'
import { ruptureOutcomeWord } from '@weerklank/core/feedback/rupture.words'
import type { SignalRule } from '@weerklank/core/feedback/signal'
import { echoWord, outcomeWord, ruleName } from '@weerklank/core/feedback/signal.words'
import { fill, type Listener, say } from '@weerklank/core/shared/spoken'
import { dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import type { ReportAgreement, ReportDrawing, ReportLine, ReportParts } from './relation-report.parts.ts'
import type { ReportSource, ReportWish } from './relation-report.read.ts'
import { type ReportWords, reportWordsFor } from './relation-report.text.ts'

export type ReportFrame = {
  listener: Listener
  workspace: string
  timeZone: string
  made: Instant
  wish: ReportWish
}

/** The own challenge is its author's alone; strain has a place of its own here, and tells only how it ended. */
const neverTold: ReadonlySet<SignalRule> = new Set(['own-challenge', 'rupture-open'])
/** A silence is told in the file, and explained to nobody. */
const notToHer: ReadonlySet<SignalRule> = new Set(['no-check'])

type In = { source: ReportSource; frame: ReportFrame; words: ReportWords; dayOf: (at: Instant) => string }

/** What stands in a report of one collaboration, in words. */
export function relationReport(source: ReportSource, frame: ReportFrame): ReportParts {
  const { listener, workspace, timeZone, made, wish } = frame
  const words = reportWordsFor(listener)
  const dayOf = dayIn(frame)
  const one: In = { source, frame, words, dayOf }
  const isFile = wish.level === 'file'
  const notes = (kind: 'helps' | 'hinders') =>
    source.notes.flatMap((note) => (note.kind === kind ? note.body : []))
  return {
    ...{ listener, workspace, timeZone, made },
    title: isFile ? words.titleFile : fill(words.titleClient, { name: source.people[0]?.name ?? '' }),
    about: [fill(words.about, { title: source.title, workspace, day: dayOf(made) }), ...periodOf(one)],
    caution: [words.caution, ...(isFile ? [words.withheld] : [])],
    parts: [{ heading: null, lines: linesOf(one), drawings: drawingsOf(one), agreements: agreementsOf(one) }],
    helps: notes('helps'),
    hinders: notes('hinders'),
    talked: talkedOf(one),
    repairs: repairsOf(one),
  }
}

/** A day with its year: paper is read later. */
export function dayIn({
  listener,
  timeZone,
}: Pick<ReportFrame, 'listener' | 'timeZone'>): (at: Instant) => string {
  return (at) => `${dayMonth(at, listener.language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}`
}

function periodOf({ frame: { wish }, words, dayOf }: In): string[] {
  // Noon: the same day in every zone that people live in.
  const days = {
    from: wish.from && dayOf(`${wish.from}T12:00:00.000Z`),
    until: wish.until && dayOf(`${wish.until}T12:00:00.000Z`),
  }
  if (days.from && days.until) return [fill(words.periodBoth, { from: days.from, until: days.until })]
  if (days.from) return [fill(words.periodFrom, { from: days.from })]
  return days.until ? [fill(words.periodUntil, { until: days.until })] : []
}

const isIn = ({ source }: In, at: Instant) =>
  (source.from === null || Date.parse(at) >= Date.parse(source.from)) &&
  Date.parse(at) <= Date.parse(source.until)

function linesOf(one: In): ReportLine[] {
  const { source } = one
  return source.people.flatMap((person) => {
    if (checksOf(source.feedback, { participant: person.id, timeZone: one.frame.timeZone }).length === 0)
      return []
    const whole = { ...source.feedback, signals: [], openers: [] }
    return ownLines(whole, person.id).flatMap((line) => lineOf(one, line, person) ?? [])
  })
}

type Person = ReportSource['people'][number]

/** The start is that of the whole line, also where only a later part of it is shown. */
function lineOf(one: In, line: OwnLine, person: Person): ReportLine | null {
  const { frame, words } = one
  const { instrument, feedback } = line
  const checks = checksOf(feedback, { participant: person.id, timeZone: frame.timeZone })
  if (instrument === undefined || checks.length === 0) return null
  const isFile = frame.wish.level === 'file'
  const { language } = frame.listener
  const seen = { language, timeZone: frame.timeZone, today: localDay(frame.made, frame.timeZone) }
  const told = withFacts(seriesOf(one, { line, checks, person, seen }), {
    ...{ instrument, withLimits: false },
    words: levelWords(words),
  })
  const series = inPeriod(one, told.series)
  const personName = isFile ? person.name : words.you
  const given = series.points.filter((point) => scoreOfPoint(point) !== null)
  if (series.points.length === 0) return null
  const within = checks.filter(({ at }) => isIn(one, at))
  const check = instrument.name[language]
  return {
    name: isFile ? fill(words.line, { name: person.name, check }) : check,
    series,
    sentence: runChartSentence({ ...series, personName }),
    start: given.length === 0 ? null : startInWords(told.facts, language),
    items: dated(itemLines({ instruments: feedback.instruments, checks: within, seen }), within, one),
    itemBelow: isFile ? instrument.signals.itemBelow.value : null,
    caution: say(instrument.caution, frame.listener),
  }
}

type Drawing = {
  line: OwnLine
  checks: readonly Check[]
  person: Person
  seen: { language: 'nl' | 'en'; timeZone: string; today: string }
}

function seriesOf(one: In, { line, checks, person, seen }: Drawing): RunChartSeries {
  const { words, source, frame, dayOf } = one
  const isFile = frame.wish.level === 'file'
  const series = checkSeries({
    ...{ feedback: line.feedback, checks, seen },
    happenings: source.ruptures
      .filter((row) => row.participant_id === person.id)
      .flatMap((row) => strainOf(one, row)),
    words: {
      cutoff: (value) => fill(words.cutoff, { value }),
      ...{
        missed: words.missed,
        tooLittle: words.tooLittle,
        agreement: words.agreement,
        changed: words.changed,
      },
    },
  })
  const preposition = frame.listener.language === 'nl' ? 'op' : 'on'
  // On paper there is no yesterday.
  const points = series.points.map((point) => ({ ...point, when: `${preposition} ${dayOf(point.at)}` }))
  // To herself nobody weighs her scores.
  return { ...series, points, cutoff: isFile ? series.cutoff : null }
}

function strainOf({ words, dayOf }: In, row: ReportSource['ruptures'][number]): RunChartAnnotation[] {
  const isRepaired = row.outcome === 'solved' || row.outcome === 'partly'
  if (row.closed_at === null || row.outcome === null) return []
  const began = {
    at: row.noticed_at,
    label: words.strain,
    dateLabel: dayOf(row.noticed_at),
    kind: 'rupture' as const,
  }
  const ended = {
    at: row.closed_at,
    label: words.repaired,
    dateLabel: dayOf(row.closed_at),
    kind: 'repair' as const,
  }
  return isRepaired ? [began, ended] : [began]
}

function inPeriod(one: In, series: RunChartSeries): RunChartSeries {
  return {
    ...series,
    points: withYears(
      one,
      series.points.filter(({ at }) => isIn(one, at)),
    ),
    annotations: series.annotations.filter(({ at }) => isIn(one, at)),
  }
}

/** Over several years a day alone says too little below the line. */
function withYears({ frame }: In, points: RunChartSeries['points']): RunChartSeries['points'] {
  const yearOf = (at: Instant) => localDay(at, frame.timeZone).slice(0, 4)
  const years = new Set(points.map(({ at }) => yearOf(at)))
  return years.size < 2
    ? points
    : points.map((point) => ({ ...point, label: `${point.label} ${yearOf(point.at)}` }))
}

function dated(
  items: ReturnType<typeof itemLines>,
  checks: readonly Check[],
  { dayOf }: In,
): ReportLine['items'] {
  if (items === null) return null
  const { lines, instrument } = items
  const ofIt = checks.filter(({ response }) => response === null || response.instrument === instrument.id)
  const days = ofIt.map(({ at }) => dayOf(at))
  return { lines, dates: days, days }
}

function levelWords(words: ReportWords) {
  return {
    start: (level: string) => fill(words.start, { level }),
    startOfThree: (level: string) => fill(words.startOfThree, { level }),
    above: (level: string) => level,
    under: (level: string) => level,
  }
}

function drawingsOf(one: In): ReportDrawing[] {
  const { source, words, frame, dayOf } = one
  return source.feedback.responses
    .flatMap(({ drawing: path, participant, answeredAt: at }) => {
      if (path === undefined || !isIn(one, at)) return []
      const name = source.people.find(({ id }) => id === participant)?.name ?? ''
      const line = frame.wish.level === 'file' ? words.drawnBy : words.drawnOn
      return [{ at, path, told: fill(line, { name, day: dayOf(at) }) }]
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ path, told }) => ({ path, told }))
}

function agreementsOf(one: In): ReportAgreement[] {
  return one.source.feedback.agreements
    .filter(({ madeAt, echoes }) => isIn(one, madeAt) || echoes.some(({ at }) => isIn(one, at)))
    .map((made) => agreementIn(made, one))
}

function agreementIn(
  { text, madeAt, echoes, state }: Agreement,
  { words, dayOf, frame }: In,
): ReportAgreement {
  const answers = echoes.map(({ answer, at }) =>
    fill(words.cameBack, { answer: echoWord(answer, frame.listener.language), day: dayOf(at) }),
  )
  const told = answers.length === 0 && state !== 'ended' ? [words.notAsked] : answers
  const ended = state === 'ended' ? [words.ended] : []
  return { text: `“${text}”`, told: [fill(words.madeOn, { day: dayOf(madeAt) }), ...told, ...ended] }
}

function talkedOf(one: In): string[] {
  const { source, frame, words, dayOf } = one
  const { language } = frame.listener
  const level: ReportLevel = frame.wish.level
  const lines = source.signals.flatMap(({ rule, outcome, closed_at: at }) => {
    if (outcome === null || at === null || outcome === 'not-applicable' || !isIn(one, at)) return []
    if (neverTold.has(rule) || (level === 'client' && notToHer.has(rule))) return []
    const said = { what: ruleName(rule, language), day: dayOf(at), outcome: outcomeWord(outcome, language) }
    return [fill(words.talkedOn, said)]
  })
  return [...new Set(lines)]
}

/** Only how it ended, of what was shared. */
function repairsOf(one: In): string[] {
  const { source, frame, words, dayOf } = one
  return source.ruptures.flatMap(({ outcome, closed_at: at, participant_id: id }) => {
    if (outcome === null || at === null || !isIn(one, at)) return []
    const name = source.people.find((person) => person.id === id)?.name ?? ''
    const said = { name, day: dayOf(at), outcome: ruptureOutcomeWord(outcome, frame.listener.language) }
    return [fill(frame.wish.level === 'file' ? words.repairWith : words.repairOn, said)]
  })
}

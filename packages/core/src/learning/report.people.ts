/** The sections of a report about who took part and how it went: from the register, which holds no content. */
import { fill } from '../shared/spoken.ts'
import { buddyTable, completenessTable } from './monitor.words.ts'
import { counted, dayWords, said, table } from './report.blocks.ts'
import type { ReportFacts, ReportLearner, ReportMoment } from './report.facts.ts'
import type { ReportBlock } from './report.shape.ts'
import { reportWords } from './report.words.ts'
import { exitTalks, receiptWays, stopReasons } from './trajectory.ts'

const text = (value: number) => String(value)

export function whySection({ purpose, startsOn, events, learners, language }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const day = dayWords(startsOn, language)
  const began = fill(learners.length === 1 ? words.beganOne : words.began, { day, n: text(learners.length) })
  return [
    ...(purpose === '' ? [said(words.noPurpose)] : purpose.split(/\n+/).map((line) => said(line))),
    counted(began, 'register', null),
    ...(events.length === 0
      ? []
      : [{ kind: 'list' as const, items: events.map((one) => eventLine(one, language)) }]),
  ]
}

function eventLine({ title, on, isOpen }: ReportFacts['events'][number], language: ReportFacts['language']) {
  const words = reportWords[language]
  return fill(isOpen ? words.eventOpen : words.event, { day: dayWords(on, language), title })
}

/** From what really happened: moments with their windows, what came in and how, consent, who stopped, what was left out. */
export function methodSection(facts: ReportFacts): ReportBlock[] {
  const { language, learners, moments } = facts
  const words = reportWords[language]
  const consented = learners.filter(({ hasConsent }) => hasConsent).length
  const receipts = learners.flatMap((one) => one.receipts)
  const lost = receipts.filter(({ isDiscarded }) => isDiscarded).length
  const stopped = learners.filter(({ hasStopped }) => hasStopped).length
  const all = text(learners.length)
  const stop = stopped === 0 ? words.stoppedNone : stopped === 1 ? words.stoppedInOne : words.stoppedIn
  return [
    { kind: 'list', items: moments.map((moment) => momentLine(facts, moment)) },
    counted(fill(words.consent, { yes: text(consented), n: all }), 'register', learners.length),
    ...(lost === 0
      ? []
      : [
          counted(
            fill(lost === 1 ? words.discardedOne : words.discarded, { n: text(lost) }),
            'register',
            null,
          ),
        ]),
    counted(fill(stop, { n: text(stopped), all }), 'register', learners.length),
    { kind: 'list', items: [words.howCounted, words.howCoded, words.howQuoted, words.howNamed] },
  ]
}

function momentLine({ language, learners, today }: ReportFacts, moment: ReportMoment): string {
  const words = reportWords[language]
  const { key, kind } = moment
  // Whoever stops is asked at no moment of the trajectory: its name is enough.
  const title = kind === 'exit' ? moment.title : `${key}, ${moment.title}`
  const of = {
    title,
    from: dayWords(moment.opensOn, language),
    until: dayWords(moment.closesOn, language),
  }
  const came = learners.flatMap(({ receipts }) => receipts.filter((one) => one.moment === key))
  if (came.length === 0) return fill(moment.opensOn > today ? words.momentAhead : words.momentNone, of)
  const ways = receiptWays.flatMap((way) => {
    const n = came.filter((one) => one.way === way).length
    return n === 0 ? [] : [fill(words.way, { n: text(n), way: words.ways[way] })]
  })
  const line = came.length === 1 ? words.momentCameOne : words.momentCame
  return fill(line, { ...of, n: text(came.length), ways: ways.join(', ') })
}

export function responseSection({ language, monitor, learners, voices }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  if (learners.length === 0) return [said(words.nobody)]
  const { people, functions, respondents } = monitor
  const n = people.participants.value
  const row = (name: string, count: number) => [name, text(count)]
  return [
    counted(
      fill(words.participants, {
        ...{ n: text(n), stopped: text(people.stopped.value), without: text(people.withoutConsent.value) },
      }),
      ...(['register', n] as const),
    ),
    counted(
      fill(words.used, {
        ...{ used: text(people.used.value), n: text(n) },
        ...{ complete: text(people.complete.value), incomplete: text(people.incomplete.value) },
      }),
      ...(['consented', people.used.value] as const),
    ),
    table({
      ...{ caption: words.functions, heading: [words.function, words.people], source: 'register', n },
      rows: functions.map(({ name, count }) => row(name === '' ? words.unsaid : name, count.value)),
    }),
    ...(voices.length < 2
      ? []
      : [counted(voices.map(({ name, people }) => `${name}: ${people}`).join(' · '), 'register', n)]),
    table({
      ...{ caption: words.respondents, heading: [words.moment, words.people], source: 'consented', n: null },
      rows: respondents.map(({ moment, count }) => [moment, text(count.value)]),
    }),
  ]
}

export function completenessSection({ language, monitor }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  return [
    table({
      ...completenessTable(monitor, language),
      ...{ caption: words.completenessTable, note: words.completenessNote },
      ...{ source: 'register', n: monitor.people.participants.value },
    }),
  ]
}

export function buddySection({ language, monitor }: ReportFacts): ReportBlock[] {
  const n = monitor.people.participants.value
  const caption = reportWords[language].buddyTable
  return [table({ ...buddyTable(monitor, language), ...{ caption, source: 'register', n } })]
}

export function exchangeSection({ language, monitor }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const { pairs, buddyEvaluation, externalAddedValue, checkUsingPairs, people } = monitor
  return [
    counted(
      fill(words.pairs, {
        ...{ formed: text(pairs.formed.value), stopped: text(pairs.memberStopped.value) },
        ...{ without: text(pairs.withoutConsent.value), full: text(pairs.full.value) },
      }),
      ...(['register', pairs.formed.value] as const),
    ),
    counted(fill(words.exchanged, { n: text(pairs.exchangedBetween.value) }), 'register', pairs.formed.value),
    counted(
      fill(words.evaluated, {
        ...{ talk: text(buddyEvaluation.talk.value), mail: text(buddyEvaluation.mail.value) },
        none: text(buddyEvaluation.none.value),
      }),
      ...(['register', people.participants.value] as const),
    ),
    counted(fill(words.external, { n: text(externalAddedValue.value) }), 'consented', null),
    counted(fill(words.check, { n: text(checkUsingPairs.value) }), 'consented', null),
  ]
}

/** Why people stopped and whether there was a talk, from the register; her own words only as a quote that she approved. */
export function stoppedSection(facts: ReportFacts): ReportBlock[] {
  const { language, learners, answers } = facts
  const words = reportWords[language]
  const stopped = learners.filter(({ hasStopped }) => hasStopped)
  const n = stopped.length
  if (n === 0) return [said(words.stoppedNone)]
  const wrote = new Set(answers.filter(({ item }) => item === 'why-left').map(({ learner }) => learner)).size
  return [
    table({
      ...{ caption: words.stoppedTable, heading: [words.stoppedReason, words.people], source: 'register', n },
      rows: tally(stopped, stopReasons, (one) => one.stopReason ?? 'unsaid').map(([reason, count]) => [
        words.reasons[reason],
        text(count),
      ]),
    }),
    table({
      ...{ caption: words.exitTable, heading: [words.exitTalk, words.people], source: 'register', n },
      rows: tally(stopped, exitTalks, (one) => one.exitTalk).map(([talk, count]) => [
        words.talks[talk],
        text(count),
      ]),
    }),
    counted(fill(words.exitWritten, { n: text(wrote) }), 'consented', null),
  ]
}

function tally<Key extends string>(
  learners: readonly ReportLearner[],
  keys: readonly Key[],
  keyOf: (one: ReportLearner) => Key,
): [Key, number][] {
  return keys.flatMap((key): [Key, number][] => {
    const count = learners.filter((one) => keyOf(one) === key).length
    return count === 0 ? [] : [[key, count]]
  })
}

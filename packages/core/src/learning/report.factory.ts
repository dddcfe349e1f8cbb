import type { MonitorAnswer, MonitorInput, MonitorLearner, MonitorMention } from './monitor.input.ts'
import { monitorOf } from './monitor.ts'
import type { ReportAnswer, ReportFacts, ReportLearner } from './report.facts.ts'
import { surveyOutcome } from './survey.ts'

export type MadeLearner = {
  number: number
  hasConsent: boolean
  hasStopped: boolean
  function: string
  /** Moments of which something came in. */
  came: readonly string[]
  answers: Readonly<Record<string, string>>
  /** A tip in her own words; empty: none. */
  tip: string
}

export const madeMoments = [
  { key: 'T1', kind: 'goals', title: 'Leerdoelen', opensOn: '2022-10-04', closesOn: '2022-10-18' },
  { key: 'T2', kind: 'review', title: 'Terugkijken', opensOn: '2022-11-15', closesOn: '2022-11-29' },
  { key: 'T3', kind: 'buddy', title: 'Maatje', opensOn: '2023-01-15', closesOn: '2023-01-29' },
] as const

/** The facts of a report about these people; nobody without consent has content in it, as the database gives it. */
export function makeReportFacts(
  people: readonly MadeLearner[],
  more: Partial<ReportFacts> = {},
): ReportFacts {
  const shared = people.filter(({ hasConsent }) => hasConsent)
  const answers = shared.flatMap((one) =>
    one.came.includes('T2')
      ? Object.entries(one.answers).map(([item, choice]): MonitorAnswer & ReportAnswer => ({
          ...{ learner: one.number, moment: 'T2', item, choice, body: '' },
        }))
      : [],
  )
  const tips = shared.flatMap(({ number: learner, came, tip: body }): ReportAnswer[] =>
    tip(body) && came.includes('T3') ? [{ learner, moment: 'T3', item: 'tips', choice: null, body }] : [],
  )
  return {
    ...{ language: 'nl', workspace: 'Oever', today: '2023-03-01', title: 'Gelijkwaardig Samenwerken' },
    ...{ purpose: 'Samen leren met ouders.', startsOn: '2022-09-06', moments: madeMoments },
    events: [{ title: 'Lezing', on: '2022-09-06', isOpen: true }],
    learners: people.map(registerOf),
    voices: [{ name: 'begeleider', people: people.length }],
    monitor: monitorOf(inputOf(people, answers)),
    ...{ answers: [...answers, ...tips], quotes: [], quotesWaiting: 0 },
    survey: surveyOutcome([
      { event: 'lecture', title: 'Lezing', n: 9, usedElsewhere: true, tallies: {}, words: {} },
    ]),
    codeNames: new Map([['work-pressure', 'Werkdruk of tijd']]),
    ...more,
  }
}

const tip = (body: string) => body !== ''

function registerOf(one: MadeLearner): ReportLearner {
  return {
    ...{ number: one.number, voice: 'professional', function: one.function },
    ...{ hasConsent: one.hasConsent, hasStopped: one.hasStopped },
    ...{ stopReason: one.hasStopped ? 'expectation' : null, exitTalk: one.hasStopped ? 'held' : 'none' },
    receipts: one.came.map((moment) => ({ moment, way: 'paper', isDiscarded: !one.hasConsent })),
  }
}

function inputOf(people: readonly MadeLearner[], answers: readonly MonitorAnswer[]): MonitorInput {
  return {
    ...{ moments: madeMoments, functions: null, lectureSurvey: 9, goals: [], answers },
    learners: people.map(
      ({ came, ...one }): MonitorLearner => ({
        ...{
          number: one.number,
          hasConsent: one.hasConsent,
          hasStopped: one.hasStopped,
          function: one.function,
        },
        receipts: came.map((moment) => ({ moment, way: 'paper', isKept: one.hasConsent })),
      }),
    ),
    pairs: people.flatMap(({ number }, at) =>
      at % 2 === 1 ? [{ members: [people[at - 1]?.number ?? 0, number], hasMet: at % 4 === 1 }] : [],
    ),
    mentions: people.flatMap(({ number: learner, hasConsent, came }): MonitorMention[] =>
      hasConsent && came.includes('T2')
        ? [{ learner, moment: 'T2', kind: 'barrier', level: 'team', code: 'work-pressure', body: '' }]
        : [],
    ),
  }
}

/** The people of domain.md §1.6: two who stopped, two without consent, four complete, two incomplete. */
export function tenPeople(): MadeLearner[] {
  const came: Readonly<Record<number, readonly string[]>> = {
    ...{ 4: ['T1', 'T2', 'T3'], 5: ['T3'], 6: ['T1', 'T2', 'T3'], 7: ['T1', 'T2', 'T3'] },
    ...{ 8: ['T1', 'T2', 'T3'], 9: ['T1', 'T2'], 10: ['T2', 'T3'] },
  }
  return Array.from({ length: 10 }, (_, at) => {
    const number = at + 1
    return {
      ...{ number, hasConsent: ![1, 9].includes(number), hasStopped: [2, 3].includes(number) },
      ...{ function: number < 5 ? 'Jeugd- en Gezinswerker' : `Functie ${number}`, came: came[number] ?? [] },
      answers: { applied: [8, 10].includes(number) ? 'enigszins' : 'ja' },
      tip: number === 6 ? 'Meer tijd om te oefenen.' : '',
    }
  })
}

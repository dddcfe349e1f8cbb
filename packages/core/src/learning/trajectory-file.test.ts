import { describe, expect, test } from 'vitest'
import { placesIn } from './trajectory-file.lines.ts'
import { planOf, type TrajectoryPlan } from './trajectory-file.plan.ts'
import { fileNoteText } from './trajectory-file.problems.ts'
import { readTrajectoryFile } from './trajectory-file.read.ts'

const person = (pp: number, more: object = {}) => ({
  ...{ pp, consent: true, status: 'active', t1: 'ja', t2: 'ja', buddyEval: 'ja' },
  ...more,
})
const form = (pp: number, more: object = {}) => ({
  ...{ pp, applied: 'ja', goalAttained: null, changeNoticed: 'een_beetje', barrierWorkloadTime: true },
  ...more,
})
const base = {
  trajectory: { name: 'Samen', start: '2022-09', t1ToT2Weeks: 6, t2ToT3Months: 2 },
  participants: [person(1), person(2), person(3)],
  pairs: [{ members: [1, 2] }],
}

/** One field a line, as people read a file; everything that is said of it, in Dutch. */
function said(file: object): string[] {
  const read = readTrajectoryFile(JSON.stringify(file, null, 1))
  const notes = 'problems' in read ? read.problems : read.findings
  return notes.map((note) => fileNoteText(note, 'nl'))
}

function planned(file: object): TrajectoryPlan {
  const read = readTrajectoryFile(JSON.stringify(file))
  if ('problems' in read) throw new Error(read.problems.map((one) => fileNoteText(one, 'en')).join('\n'))
  return planOf(read.file)
}

const people = (...participants: object[]) => ({ ...base, participants, pairs: [] })

test('the smallest file is read without a word', () => expect(said(base)).toEqual([]))

test.each<[string, object, string[]]>([
  [
    'unknown statuses, all at once',
    people(person(1, { status: 'weg' }), person(2, { t1: 'misschien', buddyEval: 'via_mail' })),
    [
      'regel 12, participants[0].status: “weg” kennen we niet. Kies uit: active, stopped, completed.',
      'regel 21, participants[1].t1: “misschien” kennen we niet. Kies uit: ja, nee, gestopt.',
      'regel 23, participants[1].buddyEval: “via_mail” kennen we niet. Kies uit: ja, nee, gestopt, via_mail_enkele_reflecties.',
    ],
  ],
  [
    'somebody twice',
    people(person(4), person(4)),
    ['regel 18, participants[1].pp: deelnemer 4 staat er twee keer in.'],
  ],
  [
    'a pair with somebody missing, and one with somebody unknown',
    { ...base, pairs: [{ members: [1] }, { members: [2, 11] }, { members: [2, 3] }] },
    [
      'regel 36, pairs[0].members: een duo heeft twee of drie mensen, hier 1. Er ontbreekt iemand of er staat iemand te veel.',
      'regel 43, pairs[1].members[1]: deelnemer 11 staat niet bij de deelnemers.',
      'regel 48, pairs[2].members[0]: deelnemer 2 staat ook in een ander duo.',
    ],
  ],
  [
    'somebody paired with herself',
    { ...base, pairs: [{ members: [1, 1] }] },
    ['regel 38, pairs[0].members[1]: deelnemer 1 staat hier twee keer in hetzelfde duo.'],
  ],
  [
    'dates out of order',
    {
      ...people(
        person(1, { t1On: '2022-12-01', t2On: '2022-10-01' }),
        person(2, { consentOn: '2022-10-01', withdrawnOn: '2022-09-20' }),
      ),
      trajectory: { ...base.trajectory, end: '2022-10-01' },
    },
    [
      'regel 7, trajectory.end: end (2022-10-01) ligt voor T3 (2022-12-13). Zet de data in volgorde.',
      'regel 18, participants[0].t2On: t2On (2022-10-01) ligt voor t1On (2022-12-01). Zet de data in volgorde.',
      'regel 28, participants[1].withdrawnOn: withdrawnOn (2022-09-20) ligt voor consentOn (2022-10-01). Zet de data in volgorde.',
    ],
  ],
  [
    'a day that is none, and a moment before the one before it',
    { ...base, trajectory: { ...base.trajectory, start: '2022-09-31', t1ToT2Weeks: -6 } },
    ['regel 5, trajectory.t1ToT2Weeks: “-6” kan hier niet staan.'],
  ],
  [
    'the status and the moments contradict each other',
    people(person(1, { t2: 'gestopt' }), person(2, { status: 'stopped', t1: 'gestopt' })),
    [
      'regel 12, participants[0].status: deelnemer 1: de status en “gestopt” spreken elkaar tegen.',
      'regel 20, participants[1].status: deelnemer 2: de status en “gestopt” spreken elkaar tegen.',
    ],
  ],
  [
    'a form that came in twice and differs',
    {
      ...base,
      t2Answers_synthetic: [form(1, { way: 'phone' }), form(1, { way: 'paper', applied: 'nee' })],
    },
    [
      'regel 51, t2Answers[1]: het formulier van deelnemer 1 kwam twee keer binnen (phone, paper) en verschilt: applied: ja / nee. Kies er één.',
    ],
  ],
  [
    'a goal that came in twice and differs',
    {
      ...base,
      goals: [
        { pp: 1, moment: 'T1', text: 'Ik wil leren luisteren', way: 'phone' },
        { pp: 1, moment: 'T1', text: 'Ik wil leren wachten', way: 'paper' },
      ],
    },
    [
      'regel 49, goals[1]: het formulier van deelnemer 1 kwam twee keer binnen (phone, paper) en verschilt: text: Ik wil leren luisteren / Ik wil leren wachten. Kies er één.',
    ],
  ],
  [
    'answers of somebody who handed nothing in, or is not there',
    {
      ...people(person(1, { t2: 'nee', buddyEval: 'nee' })),
      t2Answers: [form(1), form(9)],
      externalAddedValue: [1],
      srsUsingPair: [1],
    },
    [
      'regel 20, t2Answers[0]: van deelnemer 1 is hier iets ingevuld, maar t2 staat niet op “ja”.',
      'regel 28, t2Answers[1].pp: deelnemer 9 staat niet bij de deelnemers.',
      'regel 36, externalAddedValue[0]: van deelnemer 1 is hier iets ingevuld, maar buddyEval staat niet op “ja”.',
      'regel 38, srsUsingPair: deelnemers 1 zijn samen geen duo.',
      'regel 39, srsUsingPair[0]: van deelnemer 1 is hier iets ingevuld, maar buddyEval staat niet op “ja”.',
    ],
  ],
  [
    'an unknown field and an unknown version',
    { ...base, version: 2, anonymousLectureSurvey: { professionalsUsed: 9, linkable: false }, names: [] },
    [
      'regel 42, version: versie 2 kennen we niet. Dit programma leest versie 1.',
      'regel 47, names: het veld “names” kennen we niet.',
    ],
  ],
  [
    'a survey whose answers could be linked to people',
    { ...base, anonymousLectureSurvey: { professionalsUsed: 9, linkable: true } },
    [
      'regel 44, anonymousLectureSurvey.linkable: deze vragenlijst is anoniem. “linkable” kan dus alleen false zijn.',
    ],
  ],
  [
    'nothing that is needed',
    { pairs: [] },
    ['regel 1, trajectory: dit veld ontbreekt.', 'regel 1, participants: dit veld ontbreekt.'],
  ],
])('%s: refused, line by line', (_, file, lines) => {
  expect('problems' in readTrajectoryFile(JSON.stringify(file))).toBe(true)
  expect(said(file)).toEqual(lines)
})

test('what is no JSON, and a field that stands twice, say where', () => {
  const broken = (text: string) => {
    const read = readTrajectoryFile(text)
    return 'problems' in read ? read.problems.map((one) => fileNoteText(one, 'nl')) : []
  }
  expect(broken('{\n "a": 1,\n}')).toEqual(['regel 3: hier is het bestand stuk. Het is geen JSON.'])
  expect(broken('')).toEqual(['regel 1: hier is het bestand stuk. Het is geen JSON.'])
  expect(broken('[]')).toEqual(['regel 1: “[]” kan hier niet staan.'])
  const text = JSON.stringify(base, null, 1).replace('"pp": 1,', '"pp": 1,\n"pp": 2,')
  expect(broken(text)).toContain('regel 11, participants.0.pp: dit veld staat er twee keer. Haal er één weg.')
})

test('lines are found under every way of writing', () => {
  const { lineOf } = placesIn('{"a": [1,\n{"b\\"}": {}}], \n"c":\n"{,"}')
  expect([lineOf(['a', 0]), lineOf(['a', 1, 'b"}']), lineOf(['c']), lineOf(['d'])]).toEqual([1, 2, 3, 1])
})

describe('consent', () => {
  const goal = (pp: number) => ({ pp, moment: 'T1', text: 'Ik wil leren luisteren' })
  const of = (more: object) => ({
    ...base,
    participants: [person(1, more), person(2), person(3)],
    goals: [goal(1)],
    t2Answers: [form(1)],
    externalAddedValue: [1],
  })

  test('without it only that something came in is kept', () => {
    const file = of({ consent: false })
    const { learners, goals, answers, mentions } = planned(file)
    expect(learners[0]).toMatchObject({
      consent: 'none',
      receipts: [{ isKept: false }, { isKept: false }, { isKept: false }],
    })
    expect([goals, answers, mentions]).toEqual([[], [], []])
    expect(said(file)).toEqual([
      'regel 11, participants[0].consent: deelnemer 1 gaf geen toestemming. Bewaard is dát er iets binnenkwam, niet wat.',
    ])
  })

  test('given late: what came in before is not kept, what came later is', () => {
    const file = of({ consentOn: '2022-10-01' })
    const { learners, goals, answers } = planned(file)
    expect(learners[0]?.receipts.map(({ isKept }) => isKept)).toEqual([false, true, true])
    expect([goals.length, answers.length]).toEqual([0, 3])
    expect(said(file)).toEqual([
      'regel 16, participants[0].consentOn: deelnemer 1 gaf toestemming op 2022-10-01. Wat eerder binnenkwam (T1) is niet bewaard.',
    ])
  })

  test('withdrawn between T1 and T2: no content at all', () => {
    const file = of({ consentOn: '2022-08-31', withdrawnOn: '2022-09-20' })
    const { learners, goals, answers, mentions } = planned(file)
    expect(learners[0]).toMatchObject({ consent: 'withdrawn' })
    expect(learners[0]?.receipts.some(({ isKept }) => isKept)).toBe(false)
    expect([goals, answers, mentions]).toEqual([[], [], []])
    expect(said(file)).toEqual([
      'regel 17, participants[0].withdrawnOn: deelnemer 1 trok de toestemming in op 2022-09-20. Er is geen inhoud bewaard.',
    ])
  })
})

test('a form that came in twice alike counts once, and says so', () => {
  const file = { ...base, t2Answers: [form(1, { way: 'phone' }), form(1, { way: 'paper' })] }
  expect(said(file)).toEqual([
    'regel 51, t2Answers[1]: het formulier van deelnemer 1 kwam twee keer binnen (phone, paper) met dezelfde antwoorden. Het telt één keer.',
  ])
  expect(planned(file).mentions).toHaveLength(1)
})

test('functions that do not add up are told, and kept as they stand', () => {
  const file = { ...base, functionCounts: { ouder: 1 } }
  expect(said(file)).toEqual(['regel 42, functionCounts: de functies tellen samen 1, er zijn 3 deelnemers.'])
  expect(planned(file).functions).toEqual({ ouder: 1 })
})

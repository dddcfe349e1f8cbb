import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { MonitorInput } from './monitor.input.ts'
import { monitorAsData } from './monitor.print.ts'
import { monitorOf } from './monitor.ts'
import {
  buddyTable,
  completenessTable,
  explanationWord,
  goalsCaution,
  monitorCaution,
} from './monitor.words.ts'
import { asStored } from './trajectory-file.fixture.ts'
import { planOf } from './trajectory-file.plan.ts'
import { readTrajectoryFile } from './trajectory-file.read.ts'

const fixture = new URL('../../../../../shared/fixtures/monitor.json', import.meta.url)
if (!existsSync(fixture)) {
  throw new Error('The trajectory to count is not here: put shared/fixtures/monitor.json beside the project.')
}
const read = readTrajectoryFile(readFileSync(fixture, 'utf8'))
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const plan = planOf(read.file)
const input = asStored(plan)
const monitor = monitorOf(input)
const data = monitorAsData(monitor, { trajectory: { id: 'x', title: plan.title }, nameOf: (code) => code })
const register = (value: number) => ({ value, source: 'register' })
const consented = (value: number) => ({ value, source: 'consented' })
const scale = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, consented(value)]))
const { people, goals, pairs } = monitor

// domain.md §1.6, "Oracle": each row with what it says there.
test.each<[string, unknown, unknown]>([
  ['O1 participants', people.participants, register(10)],
  ['O1 stopped', people.stopped, register(2)],
  ['O1 without consent', people.withoutConsent, register(2)],
  ['O2 complete', people.complete, consented(4)],
  ['O3 incomplete', people.incomplete, consented(2)],
  ['O4 used', people.used, consented(6)],
  [
    'O5 they are everybody, once',
    people.withoutConsent.value + people.stopped.value + people.used.value,
    people.participants.value,
  ],
  ['O6 a goal, one of them without consent', goals.registered, { ...register(6), withoutConsent: 1 }],
  ['O7 goals at both, four with consent', goals.both, { ...register(5), consented: 4 }],
  ['O8 only T2', goals.onlyT2, register(1)],
  ['O9 same: not from what is kept', goals.same, { value: null, source: 'consented', isReproducible: false }],
  ['O9 changed', goals.changed, { value: null, source: 'consented', isReproducible: false }],
  ['O9 the variant of what is kept', goals.stored, { n: 4, none: 4 }],
  ['O10 respondents T1', data.respondents.T1, consented(4)],
  ['O11 respondents T2', data.respondents.T2, consented(5)],
  ['O12 applied', data.applied, scale({ nee: 0, enigszins: 2, ja: 3, none: 0 })],
  ['O13 attained', data.attained, scale({ nee: 1, enigszins: 3, ja: 0, none: 1 })],
  [
    'O14 noticed',
    data.noticed,
    scale({ helemaal_niet: 0, een_beetje: 1, enigszins: 2, grotendeels: 1, helemaal: 0, none: 1 }),
  ],
  [
    'O15 workload in team or organisation',
    data.barriers['team-organisation']?.T2,
    { workload: { name: 'workload', ...consented(5) } },
  ],
  ['O16 pairs', pairs.formed, register(5)],
  ['O17 pairs of which one stopped', pairs.memberStopped, register(2)],
  ['O18 pairs without consent', pairs.withoutConsent, register(1)],
  ['O19 whole pairs', pairs.full, register(2)],
  ['O20 pairs that met in between', pairs.exchangedBetween, register(2)],
  ['O21 buddy evaluation', data.buddyEvaluation, { talk: register(5), mail: register(1), none: register(4) }],
  ['O22 value of somebody from outside', monitor.externalAddedValue, consented(3)],
  ['O22 a pair that used a check', monitor.checkUsingPairs, consented(1)],
  ['O23 functions', data.functions.buurtteamwerker, register(4)],
  [
    'O23 functions together',
    monitor.functions.map(({ count }) => count.value).reduce((sum, one) => sum + one, 0),
    10,
  ],
  ['O24 lecture survey', data.lectureSurvey, { value: 9, source: 'anonymous', linkable: false }],
])('%s', (_, found, expected) => expect(found).toEqual(expected))

test('table 1, as it is printed', () => {
  const { heading, rows } = completenessTable(monitor, 'nl')
  expect(heading.join(' | ')).toBe(
    'Deelnemer | Toestemmingsverklaring | Leerdoelen T1 | Leerdoelen T2 (6 weken na T1) | Buddy evaluatie (2 maanden na T2)',
  )
  expect(rows.map((row) => row.join(' '))).toEqual([
    '1 Nee Nee Nee Nee',
    '2 Ja Gestopt Gestopt Gestopt',
    '3 Ja Gestopt Gestopt Gestopt',
    '4 Ja Ja Ja Ja',
    '5 Ja Nee Nee Ja',
    '6 Ja Ja Ja Ja',
    '7 Ja Ja Ja Via mail enkele reflecties',
    '8 Ja Ja Ja Ja',
    '9 Nee Ja Ja Nee',
    '10 Ja Nee Ja Ja',
  ])
  expect(data.table1).toEqual(rows)
})

test('table 2, as it is printed', () => {
  const { heading, rows } = buddyTable(monitor, 'nl')
  expect(heading).toEqual(['Proefpersoon nr.', 'Buddy evaluatie', 'Toelichting'])
  expect(rows).toEqual([
    ['1', 'Nee', 'Geen toestemming'],
    ['2', 'Nee', 'Gestopt'],
    ['3', 'Nee', 'Gestopt'],
    ['4', 'Ja', ''],
    ['5', 'Ja', ''],
    ['6', 'Ja', 'Niet tussentijds uitgewisseld'],
    ['7', 'Via email enkele reflecties', 'Buddy met pp 2 wel met elkaar gesproken, niet met onderzoeker.'],
    ['8', 'Ja', 'Niet tussentijds uitgewisseld'],
    ['9', 'Nee', 'Buddy met pp 1 (en zelf ook geen toestemming gegeven)'],
    ['10', 'Ja', 'Buddy met pp 3 (geen buddy gesprek met elkaar gehad)'],
  ])
  expect(data.table2).toEqual(rows)
})

test('who is in which number, of pairs and of buddies, is as the source has it', () => {
  expect(monitor.completeness.filter(({ hasConsent }) => !hasConsent).map(({ learner }) => learner)).toEqual([
    1, 9,
  ])
  expect(
    monitor.buddies.filter(({ evaluation }) => evaluation === 'talk').map(({ learner }) => learner),
  ).toEqual([4, 5, 6, 8, 10])
})

describe('explanations of other trajectories', () => {
  type Said = { consent?: boolean; stopped?: boolean; way?: 'talk' | 'mail' }
  function explain(people: Said[], pairs: MonitorInput['pairs']): string[] {
    const made = monitorOf({
      ...{
        moments: input.moments,
        goals: [],
        answers: [],
        mentions: [],
        functions: null,
        lectureSurvey: null,
      },
      learners: people.map(({ consent = true, stopped = false, way }, index) => ({
        ...{ number: index + 1, hasConsent: consent, hasStopped: stopped, function: '' },
        receipts: way === undefined ? [] : [{ moment: 'T3', way, isKept: consent }],
      })),
      pairs,
    })
    return made.buddies.map(({ why }) => explanationWord(why, 'nl'))
  }
  const pair = (hasMet: boolean | null, ...members: number[]) => ({ members, hasMet })

  test.each<[string, Said[], MonitorInput['pairs'], string[]]>([
    ['only one of two consents', [{ consent: false }, {}], [pair(true, 1, 2)], ['Geen toestemming', '']],
    [
      'three buddies, none consents',
      [{ consent: false }, { consent: false }, { consent: false }],
      [pair(null, 1, 2, 3)],
      [
        'Geen toestemming',
        'Buddy met pp 1 (en zelf ook geen toestemming gegeven)',
        'Buddy met pp 1 en pp 2 (en zelf ook geen toestemming gegeven)',
      ],
    ],
    ['she stopped and does not consent', [{ consent: false, stopped: true }], [], ['Geen toestemming']],
    [
      'the buddy stopped, and nobody said whether they met',
      [{ stopped: true }, {}],
      [pair(null, 1, 2)],
      ['Gestopt', 'Buddy met pp 1 (gestopt)'],
    ],
    [
      'they met, and she talked it over',
      [{ stopped: true }, { way: 'talk' }],
      [pair(true, 1, 2)],
      ['Gestopt', 'Buddy met pp 1 wel met elkaar gesproken.'],
    ],
    [
      'paired again after the buddy stopped: the new pair counts',
      [{ stopped: true }, {}, {}],
      [pair(true, 1, 2), pair(false, 2, 3)],
      ['Gestopt', 'Niet tussentijds uitgewisseld', 'Niet tussentijds uitgewisseld'],
    ],
    ['without a buddy', [{}], [], ['']],
  ])('%s', (_, people, pairs, expected) => expect(explain(people, pairs)).toEqual(expected))
})

test('it says by itself of how few people it is, and why a number is not there', () => {
  expect(monitorCaution(monitor, 'nl')).toBe(
    'Het gaat over vier tot zes mensen. Daarom staan er aantallen, geen procenten. Ze zeggen niets over andere groepen.',
  )
  expect(goalsCaution(monitor, 'nl')).toBe(
    'Volgens het register schreven vijf mensen op beide momenten een leerdoel. Van één is de inhoud niet bewaard: er was geen toestemming. Van de andere vier is niet bewaard of het doel gelijk bleef. Het getal over iedereen is dus niet na te rekenen uit wat bewaard is.',
  )
  expect(data.goals.same).toMatchObject({
    value: null,
    reproducible: false,
    stored: { n: 4, value: null, none: 4 },
  })
})

test('what is kept of four of five is told of four', () => {
  const said = ['same', 'same', 'changed', 'same'].map((choice, index) => ({
    ...{ learner: [4, 6, 7, 8][index] ?? 0, moment: 'T2', item: 'goal-kept', choice },
  }))
  const { same, changed, stored } = monitorOf({ ...input, answers: [...input.answers, ...said] }).goals
  expect([same.value, changed.value, same.isReproducible, stored]).toEqual([3, 1, false, { n: 4, none: 0 }])
})

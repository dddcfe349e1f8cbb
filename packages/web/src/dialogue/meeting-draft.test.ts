import { expect, test } from 'vitest'
import {
  type MeetingDraft,
  newDraft,
  nextRole,
  questionsOf,
  readDraft,
  type SeatDraft,
} from './meeting-draft.ts'

const noor: SeatDraft = {
  ...{ id: 'noor', name: 'Noor', voice: 'professional', role: 'facilitator' },
  ...{ member: 'm', participant: null, bornOn: '', parents: [] },
}
const of = { timeZone: 'Europe/Amsterdam', now: '2026-11-22T09:00:00.000Z', language: 'nl' as const }
const draft = (change: Partial<MeetingDraft> = {}): MeetingDraft => ({
  ...newDraft({
    relation: null,
    seat: noor,
    shadow: 'Wie stond er buiten?',
    questions: ['Wat was waardevol?'],
  }),
  ...{ format: 'open-dialogue', title: 'Rond Sem', day: '2026-11-24', time: '09:30' },
  ...change,
})

test('a whole draft is read in the zone of the workspace', () => {
  const made = readDraft(draft({ themes: ' vertrouwen \n\n tempo' }), of)
  expect('read' in made && made.read.plan).toMatchObject({
    plannedAt: '2026-11-24T08:30:00.000Z',
    themes: ['vertrouwen', 'tempo'],
    questions: [{ key: 'q-1', text: 'Wat was waardevol?' }],
    warmUp: null,
  })
})

test.each([
  ['a day that was', { day: '2026-11-20' }, { day: 'in-the-past' }],
  ['a time that the clock skips', { day: '2027-03-28', time: '02:30' }, { time: 'skipped' }],
  ['no time', { time: '' }, { time: 'time' }],
  ['an address that is none', { videoUrl: 'javascript:alert(1)' }, { videoUrl: 'videoUrl' }],
  ['no question for the shadow side', { shadow: '  ' }, { shadow: 'shadow' }],
  [
    'a youth of whom nobody knows the age',
    { seats: [noor, { ...noor, id: 'sem', member: null, voice: 'youth' }] },
    { sem: 'bornOn' },
  ],
] as [string, Partial<MeetingDraft>, object][])('%s is told at its field', (_, change, problems) => {
  expect(readDraft(draft(change), of)).toEqual({ problems })
})

test('a question keeps its key while its words stay; another one gets a key of its own', () => {
  const before = [
    { key: 'valuable', text: 'Wat was waardevol?' },
    { key: 'q-1', text: 'Wat kostte het?' },
  ]
  expect(questionsOf('Wat kostte het?\nWat nog?', before)).toEqual([
    before[1],
    { key: 'q-2', text: 'Wat nog?' },
  ])
})

test('a colleague gets the role that is still needed, a client and her people take part', () => {
  const roles = [
    { role: 'facilitator' as const, min: 1, max: 1 },
    { role: 'host' as const, min: 1, max: 2 },
    { role: 'participant' as const, min: 0, max: 9 },
  ]
  const colleague = { voice: 'colleague' as const, isColleague: true }
  expect(nextRole(roles, [noor], colleague)).toBe('host')
  expect(nextRole(roles, [noor, { role: 'host' }], colleague)).toBe('participant')
  expect(nextRole(roles, [noor], { voice: 'kin', isColleague: false })).toBe('participant')
  const withClient = [...roles, { role: 'client' as const, min: 1, max: 3 }]
  expect(nextRole(withClient, [noor], { voice: 'youth', isColleague: false })).toBe('client')
})

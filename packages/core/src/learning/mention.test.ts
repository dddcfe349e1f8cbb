import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startingCodebook } from '../analysis/starting-codebook.ts'
import { levelIn } from './mention.levels.ts'
import {
  type CountedMention,
  countMentions,
  mentionKinds,
  mentionLevels,
  mentionLines,
  offeredCodes,
  onceEach,
} from './mention.ts'

const file = new URL('../../../../content/codebooks/barriers-resources.json', import.meta.url)
const book = startingCodebook.parse(JSON.parse(readFileSync(file, 'utf8')))

function workload(learner: number, level: CountedMention<number>['level']): CountedMention<number> {
  return { learner, kind: 'barrier', level, code: 'workload', body: '' }
}

describe('countMentions', () => {
  test('work pressure stands under the level at which it was named, not under one of its own', () => {
    const counts = countMentions(
      [workload(4, 'person'), workload(6, 'team'), workload(4, 'organisation')],
      'three',
    )
    expect(counts.map(({ level, people }) => [level, people])).toEqual([
      ['person', 1],
      ['team', 1],
      ['organisation', 1],
    ])
  })

  test('seen together, team and organisation count each person once', () => {
    const named = [workload(4, 'team'), workload(4, 'organisation'), workload(6, 'organisation')]
    expect(countMentions(named, 'two')).toEqual([
      { kind: 'barrier', level: 'team-organisation', code: 'workload', body: '', people: 2 },
    ])
  })

  test('words of one’s own count together when they are the same, capitals aside', () => {
    const named = ['Wachtlijsten', 'wachtlijsten', 'Wachtlijst'].map((body, learner) => ({
      ...{ learner, kind: 'barrier' as const, level: 'team' as const, code: null, body },
    }))
    expect(countMentions(named, 'three').map(({ body, people }) => [body, people])).toEqual([
      ['Wachtlijsten', 2],
      ['Wachtlijst', 1],
    ])
  })

  const mention = fc.record({
    learner: fc.nat(9),
    kind: fc.constantFrom(...mentionKinds),
    level: fc.constantFrom(...mentionLevels),
    code: fc.constantFrom('workload', 'fear', null),
    body: fc.constantFrom('tijd', 'rust'),
  })

  test('never counts more people than there are, nor fewer together than on the fullest of the two levels', () => {
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 40 }), (mentions) => {
        const people = new Set(mentions.map(({ learner }) => learner)).size
        const three = countMentions(mentions, 'three')
        for (const one of countMentions(mentions, 'two')) {
          const parts = three.filter(
            (part) =>
              part.kind === one.kind &&
              part.code === one.code &&
              part.body === one.body &&
              mentionLevels.some((level) => level === part.level && levelIn('two', level) === one.level),
          )
          expect(one.people).toBeLessThanOrEqual(people)
          expect(one.people).toBeGreaterThanOrEqual(Math.max(...parts.map((part) => part.people)))
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('one thing on one level is one mention; on two levels it is two', () => {
  const named = onceEach([
    { level: 'team', code: 'workload' },
    { level: 'person', code: 'workload' },
    { level: 'team', code: 'workload' },
    { level: 'team', body: 'Tijd' },
    { level: 'team', body: 'tijd' },
  ])
  expect(named).toHaveLength(3)
})

test('each line that somebody types is a mention', () => {
  expect(mentionLines(' wachtlijsten \r\n\n tijd\n')).toEqual(['wachtlijsten', 'tijd'])
})

test('each level offers every code of its kind: the ones that stand under it first', () => {
  const person = offeredCodes(book, { kind: 'barrier', level: 'person' })
  expect(person.near.map(({ key }) => key)).toEqual(['fear', 'judging', 'patience'])
  expect(person.far.map(({ key }) => key)).toContain('workload')
  for (const kind of mentionKinds) {
    const all = mentionLevels.map((level) => offeredCodes(book, { kind, level }))
    const keys = all.map(({ near, far }) => [...near, ...far].map(({ key }) => key).sort())
    expect(keys[1]).toEqual(keys[0])
    expect(keys[2]).toEqual(keys[0])
    expect(keys[0]?.length).toBeGreaterThan(5)
  }
})

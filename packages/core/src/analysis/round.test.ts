import { expect, test } from 'vitest'
import { mayOpenRound, maySayReady, mayStartRound, type RoundFacts } from './round.ts'

const round: RoundFacts = {
  coders: ['ana', 'bo'],
  ready: ['ana'],
  startedBy: 'cas',
  openedAt: null,
  members: ['ana', 'bo', 'cas', 'dee'],
}
const verdict = (decision: { allowed: boolean; reason?: string }) => decision.reason ?? decision.allowed

test.each<[string, Partial<RoundFacts>, string | boolean]>([
  ['cas', {}, true],
  ['ana', {}, 'not-ready'],
  ['ana', { ready: ['bo', 'ana'] }, true],
  ['eva', { ready: ['bo', 'ana'] }, 'not-in-round'],
  ['eva', { members: ['ana', 'bo', 'dee'] }, 'not-in-round'],
  ['dee', { members: ['ana', 'bo', 'dee'] }, true],
  ['cas', { openedAt: '2026-03-01T09:00:00Z' }, 'open'],
])('whether %s may open it with %j: %s', (member, more, answer) => {
  expect(verdict(mayOpenRound({ ...round, ...more }, member))).toBe(answer)
})

test('only a coder says that she is done, while it is blind', () => {
  expect(verdict(maySayReady(round, 'bo'))).toBe(true)
  expect(verdict(maySayReady(round, 'cas'))).toBe('not-in-round')
  expect(verdict(maySayReady({ ...round, openedAt: '2026-03-01T09:00:00Z' }, 'bo'))).toBe('open')
})

test.each<[string, { coders: string[]; documents: string[] }, string | boolean]>([
  ['two coders and an own document', { coders: ['ana', 'bo'], documents: ['d1'] }, true],
  ['one coder twice', { coders: ['ana', 'ana'], documents: ['d1'] }, 'too-few'],
  ['somebody who does not work on it', { coders: ['ana', 'eva'], documents: ['d1'] }, 'not-working-on-it'],
  ['a document of another analysis', { coders: ['ana', 'bo'], documents: ['d9'] }, 'unknown-document'],
  ['a document that is in a round', { coders: ['ana', 'bo'], documents: ['d1', 'd2'] }, 'in-a-round'],
])('beginning a round with %s', (_, input, answer) => {
  const around = { members: ['ana', 'bo', 'cas'], documents: ['d1', 'd2'], sealed: ['d2'] }
  expect(verdict(mayStartRound(input, around))).toBe(answer)
})

import { ownChallenges } from './own-challenge.ts'
import type { SignalSubject } from './signal.sentences.ts'
import type { SignalFinding } from './signal.ts'

export const lina: SignalSubject = {
  language: 'nl',
  name: 'Lina',
  when: 'dinsdag',
  itemLabel: (id) => (id === 'what' ? 'Er iets aan hebben' : id),
  sinceWords: '3 september',
  nameOf: (id) => (id === 'vader' ? 'meneer De Wit' : 'Noor'),
}
export const linaEn: SignalSubject = {
  ...lina,
  language: 'en',
  when: 'on Tuesday',
  itemLabel: (id) => (id === 'what' ? 'Getting something out of it' : id),
  sinceWords: '3 September',
}

const mutual: SignalFinding = {
  rule: 'mutual-difference',
  item: 'what',
  own: 4.1,
  other: 8.3,
  by: 'noor',
  otherAt: '2026-09-03T09:00:00.000Z',
  atLeast: 2,
}
const voices: SignalFinding = {
  rule: 'voices-differ',
  item: 'what',
  own: 4,
  other: 9,
  by: 'vader',
  otherAt: '2026-09-03T09:00:00.000Z',
  atLeast: 3,
}
const limits = { centre: 7.1, lower: 6.2, upper: 8, run: 1, baseline: 8, provisional: true } as const
const outside: SignalFinding = { rule: 'own-limits', kind: 'outside', side: 'below', score: 5.4, ...limits }
const row: SignalFinding = {
  ...{ rule: 'own-limits', kind: 'run', side: 'above', score: 7.6, ...limits },
  ...{ run: 8, provisional: false },
}
const level: SignalFinding = { rule: 'no-change', checks: 3, from: 6.2, score: 6.4, within: 1 }
const strain: SignalFinding = {
  rule: 'rupture-open',
  rupture: 'r1',
  since: '2026-09-03T09:00:00.000Z',
  days: 14,
}
/** Each challenge of one's own. */
export const challenges = ownChallenges.map(
  (challenge): SignalFinding => ({ rule: 'own-challenge', challenge }),
)
/** One of each rule about two people, the own line or a rupture; of the line three kinds. */
export const later = [
  mutual,
  voices,
  outside,
  { ...outside, side: 'above', score: 9.3 } as const,
  row,
  level,
  strain,
]

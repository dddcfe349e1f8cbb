import { standardForms } from '@weerklank/core/learning/moment-form.standard'
import { handIn } from '@weerklank/core/learning/moment-hand-in'
import { expect, test } from 'vitest'
import { handInOf, withLine } from './paper-draft.ts'

const offers = [
  {
    ...{ kind: 'barrier' as const, level: 'team' as const, far: [] },
    near: [{ key: 'workload', nl: 'Werkdruk en tijd', en: 'Workload and time' }],
  },
]

test('what was left blank is not in it, and a line that names a code becomes that code', () => {
  const draft = {
    'goal-text': ' Ik wil leren vragen ',
    'mention-barriers-expected-team': 'werkdruk en tijd\nDe bus',
  }
  const given = handInOf(standardForms.goals, draft, offers)
  expect(handIn.parse(given)).toEqual({
    goals: [{ text: 'Ik wil leren vragen', situation: '', why: '', firstStep: '', notice: '' }],
    ...{ reviews: [], choices: [], texts: [] },
    mentions: [
      {
        item: 'barriers-expected',
        named: [
          { level: 'team', code: 'workload' },
          { level: 'team', body: 'De bus' },
        ],
      },
    ],
  })
})

test('a goal that changed is sent with why; one that stayed is not sent again', () => {
  const draft = {
    'goal-kept': 'changed',
    'goal-reason': 'Te groot',
    'goal-text': 'Klein',
    'choice-applied': 'ja',
  }
  const changed = handInOf(standardForms.review, draft, offers)
  expect(changed.reviews).toMatchObject([
    { goal: null, kept: 'changed', reason: 'Te groot', next: { text: 'Klein' } },
  ])
  expect(changed.choices).toEqual([{ item: 'applied', goal: null, choice: 'ja' }])
  expect(handInOf(standardForms.review, { 'goal-kept': 'same', 'goal-text': 'x' }, offers).goals).toEqual([])
})

test('a name that is picked stands there once', () => {
  expect(withLine('De bus\n', 'Werkdruk')).toBe('De bus\nWerkdruk')
  expect(withLine('Werkdruk\nDe bus', 'Werkdruk')).toBe('De bus\nWerkdruk')
})

import { expect, test } from 'vitest'
import {
  buildFeedback,
  buildInvitation,
  buildParticipant,
  buildResponse,
  buildSignal,
} from './check.factory.ts'
import { silentOf } from './voices-silent.ts'

const people = ['lina', 'samira', 'fons', 'selma'].map((id) => buildParticipant({ id }))

test('who was never asked is not called silent, also when there is a signal that nobody asked', () => {
  const feedback = buildFeedback({
    responses: [buildResponse({ participant: 'lina' })],
    invitations: [buildInvitation({ participant: 'samira' })],
    signals: [buildSignal({ participant: 'selma' })],
  })
  expect(silentOf(['lina', 'samira', 'fons', 'selma'], people, feedback)).toEqual({
    asked: ['lina', 'samira'],
    never: ['fons', 'selma'],
  })
  expect(silentOf([], people, feedback)).toEqual({ asked: [], never: [] })
})

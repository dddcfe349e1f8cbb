import { ownLines } from '@weerklank/core/feedback/check-own-lines'
import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import { describe, expect, test } from 'vitest'
import { buildFeedback, buildInvitation, buildResponse } from './check.factory.ts'

const contact = { ...buildInstrument(), id: 'contact-check' }
const wide = { ...buildInstrument(), id: 'collaboration-check' }
const faces = { ...buildInstrument(), id: 'faces', scoring: { method: 'none' as const, missingAtMost: 0 } }
const instruments = [contact, wide, faces]
const answer = (instrument: string, participant = 'lina') =>
  buildResponse({ instrument, participant, answers: { heard: 8 } })
const asked = (instrument?: string, participant = 'lina') =>
  buildInvitation({ participant, ...(instrument !== undefined && { instrument }) })

describe('the lines of one person', () => {
  const told = (parts: Parameters<typeof buildFeedback>[0]) =>
    ownLines(buildFeedback({ instruments, ...parts }), 'lina').map((line) => [
      line.instrument?.id,
      line.feedback.responses.length,
      line.feedback.invitations.length,
      line.feedback.instruments[0]?.id,
      ...(line.isUnscored ? ['unscored'] : []),
    ])

  test('are one for each check, the latest first', () => {
    const responses = [answer('contact-check'), answer('collaboration-check'), answer('contact-check')]
    const invitations = [asked('contact-check'), asked('collaboration-check'), asked()]
    expect(told({ responses, invitations })).toEqual([
      ['contact-check', 2, 2, 'contact-check'],
      ['collaboration-check', 1, 1, 'collaboration-check'],
    ])
  })

  test('leave out what has no score, and what others answered', () => {
    const responses = [answer('collaboration-check'), answer('faces'), answer('contact-check', 'fons')]
    expect(told({ responses, invitations: [] })).toEqual([
      ['collaboration-check', 1, 0, 'collaboration-check'],
    ])
    expect(told({ responses: [answer('faces')], invitations: [] })).toEqual([
      [undefined, 0, 0, 'contact-check', 'unscored'],
    ])
  })

  test('have a place before anything was answered', () => {
    expect(told({ responses: [], invitations: [asked()] })).toEqual([
      ['contact-check', 0, 1, 'contact-check'],
    ])
  })
})

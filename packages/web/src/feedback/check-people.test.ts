import { describe, expect, it } from 'vitest'
import {
  buildFeedback,
  buildInvitation,
  buildParticipant,
  buildResponse,
  buildSignal,
} from './check.factory.ts'
import { openSignals, othersWhoSee, peopleAsked, peopleToAsk, personShown } from './check-people.ts'

const lina = buildParticipant({ id: 'lina', name: 'Lina' })
const samira = buildParticipant({ id: 'samira', name: 'Samira' })
const noor = buildParticipant({ id: 'noor', name: 'Noor', member: 'm-noor' })
const farid = buildParticipant({ id: 'farid', name: 'Farid', member: 'm-farid' })
const piet = buildParticipant({ id: 'piet', name: 'Piet', active: false })
const everyone = [noor, lina, samira, farid, piet]

const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)

it('keeps the order of the server for the open signals', () => {
  const [first, closed, last] = [buildSignal(), buildSignal({ outcome: 'discussed' }), buildSignal()]
  expect(openSignals({ signals: [first, closed, last] })).toEqual([first, last])
})

describe('peopleAsked', () => {
  it.each([
    ['nobody', {}, []],
    ['who answered, also when she left', { responses: [buildResponse({ participant: 'piet' })] }, ['Piet']],
    ['who was asked', { invitations: [buildInvitation({ participant: 'samira' })] }, ['Samira']],
    ['who was never asked but should be', { signals: [buildSignal({ participant: 'lina' })] }, ['Lina']],
    ['not of a signal that is closed', { signals: [buildSignal({ outcome: 'not-applicable' })] }, []],
    [
      'in the order of the relation, once',
      { responses: [buildResponse({ participant: 'samira' }), buildResponse(), buildResponse()] },
      ['Lina', 'Samira'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(names(peopleAsked(everyone, buildFeedback(parts)))).toEqual(expected)
  })
})

describe('personShown', () => {
  const twice = [buildResponse(), buildResponse(), buildResponse({ participant: 'samira' })]
  const people = [lina, samira]
  it.each([
    ['the one chosen', { responses: twice }, 'samira', 'Samira'],
    [
      'the one of the leading signal',
      { responses: twice, signals: [buildSignal({ participant: 'samira' })] },
      null,
      'Samira',
    ],
    ['else who answered most', { responses: twice }, null, 'Lina'],
    [
      'else who was asked last',
      { invitations: [buildInvitation(), buildInvitation({ participant: 'samira' })] },
      null,
      'Samira',
    ],
    ['a choice that is gone does not count', { responses: twice }, 'someone', 'Lina'],
    ['else the first', {}, null, 'Lina'],
  ])('%s', (_, parts, chosen, expected) => {
    expect(personShown(people, buildFeedback(parts), chosen)?.name).toBe(expected)
  })

  it('shows nobody when nobody was asked', () => {
    expect(personShown([], buildFeedback(), null)).toBeUndefined()
  })
})

it('asks people without an account first, not oneself and not who left', () => {
  expect(names(peopleToAsk(everyone, 'm-noor'))).toEqual(['Lina', 'Samira', 'Farid'])
  expect(names(peopleToAsk([noor], 'm-noor'))).toEqual([])
})

describe('othersWhoSee', () => {
  it.each([
    ['the colleague and the person herself', everyone, lina, 'm-noor', ['Farid', 'Lina']],
    ['a colleague who is asked is named once', everyone, farid, 'm-noor', ['Farid']],
    ['nobody else when it is one’s own', [noor, lina], noor, 'm-noor', []],
    [
      'a colleague who left does not see it',
      [noor, { ...farid, active: false }, lina],
      lina,
      'm-noor',
      ['Lina'],
    ],
  ])('%s', (_, participants, about, self, expected) => {
    expect(othersWhoSee(participants, about, self)).toEqual(expected)
  })
})

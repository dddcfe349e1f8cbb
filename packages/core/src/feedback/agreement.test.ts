import { describe, expect, it } from 'vitest'
import {
  type AgreementFacts,
  type AgreementState,
  agreementState,
  agreementsToAsk,
  askBackAtMost,
  type EchoAnswer,
} from './agreement.ts'

const made: AgreementFacts = { madeAt: '2026-11-05T10:00:00.000Z', askBack: true, endedAt: null, echoes: [] }
const ended = { endedAt: '2026-12-01T10:00:00.000Z' }

/** Answers in this order, a day apart. */
function echoes(...answers: EchoAnswer[]): Pick<AgreementFacts, 'echoes'> {
  return { echoes: answers.map((answer, i) => ({ answer, at: `2026-11-1${i}T10:00:00.000Z` })) }
}

describe('agreementState', () => {
  const rows: [string, Partial<AgreementFacts>, AgreementState][] = [
    ['new', {}, 'to-ask'],
    ['new, agreed without asking back', { askBack: false }, 'kept'],
    ['answered: not yet', echoes('not-yet'), 'asked'],
    ['answered: a bit', echoes('a-bit'), 'asked'],
    ['answered: changed', echoes('changed'), 'changed'],
    ['changed after all', echoes('not-yet', 'a-bit', 'changed'), 'changed'],
    ['fallen back: the last answer counts', echoes('changed', 'not-yet'), 'asked'],
    ['no longer asked back', { askBack: false, ...echoes('not-yet') }, 'kept'],
    ['changed, and no longer asked back', { askBack: false, ...echoes('changed') }, 'changed'],
    ['ended before it was asked', ended, 'ended'],
    ['ended after it changed', { ...ended, ...echoes('changed') }, 'ended'],
    ['ended without asking back', { ...ended, askBack: false }, 'ended'],
  ]
  it.each(rows)('%s', (_, part, expected) => {
    expect(agreementState({ ...made, ...part })).toBe(expected)
  })
})

describe('agreementsToAsk', () => {
  const of = (name: string, part: Partial<AgreementFacts>) => ({ ...made, name, ...part })
  const first = of('first', { madeAt: '2026-09-01T10:00:00.000Z' })
  const second = of('second', { madeAt: '2026-10-01T10:00:00.000Z', ...echoes('not-yet') })
  const third = of('third', { madeAt: '2026-11-01T10:00:00.000Z' })
  const done = of('done', { madeAt: '2026-11-02T10:00:00.000Z', ...echoes('changed') })
  const stopped = of('stopped', { madeAt: '2026-11-03T10:00:00.000Z', ...ended })
  const kept = of('kept', { madeAt: '2026-11-04T10:00:00.000Z', askBack: false })

  it('asks the newest first, and no more than fits in a minute', () => {
    expect(agreementsToAsk([first, second, third]).map(({ name }) => name)).toEqual(['third', 'second'])
    expect(askBackAtMost).toBe(2)
  })

  it('passes over what changed, ended or is not asked back', () => {
    expect(agreementsToAsk([done, stopped, kept, first]).map(({ name }) => name)).toEqual(['first'])
    expect(agreementsToAsk([done, stopped, kept])).toEqual([])
  })

  it('leaves the given order alone', () => {
    const given = [first, second, third]
    agreementsToAsk(given)
    expect(given.map(({ name }) => name)).toEqual(['first', 'second', 'third'])
  })
})

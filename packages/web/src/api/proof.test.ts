import { afterEach, expect, it } from 'vitest'
import { answerProof, askedProof, askProof, isProofCode, onProofAsked } from './proof.ts'

afterEach(() => answerProof(false))

it('lets all who wait go on after one answer, and then asks nothing any more', async () => {
  const first = askProof('proof-needed')
  const second = askProof('proof-needed')
  expect(askedProof()).toBe('proof-needed')
  answerProof(true)
  expect(await Promise.all([first, second])).toEqual([true, true])
  expect(askedProof()).toBe(null)
})

it('says no to all when she turned away', async () => {
  const one = askProof('proof-needed')
  answerProof(false)
  expect(await one).toBe(false)
})

it('keeps a lock when something milder is asked meanwhile, and locks over something milder', () => {
  void askProof('session-locked')
  void askProof('proof-needed')
  expect(askedProof()).toBe('session-locked')
  answerProof(false)
  void askProof('proof-needed')
  void askProof('session-locked')
  expect(askedProof()).toBe('session-locked')
})

it('tells who listens, until she stops', () => {
  let told = 0
  const stop = onProofAsked(() => {
    told += 1
  })
  void askProof('session-locked')
  answerProof(true)
  stop()
  void askProof('session-locked')
  expect(told).toBe(2)
})

it.each([
  ['session-locked', true],
  ['proof-needed', true],
  ['second-factor-needed', false],
  ['not-signed-in', false],
])('%s asks for a proof: %s', (code, asks) => {
  expect(isProofCode(code)).toBe(asks)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Format, formatMinutes, shadowSteps } from './format.ts'
import type { MeetingFormat } from './meeting.ts'
import { plainFormat } from './programme.factory.ts'
import {
  firstProgramme,
  insertStep,
  moveStep,
  removeStep,
  shadowQuestionOf,
  stepMinutes,
  stepStarts,
} from './programme.ts'

const why = { by: 'Noor', at: '2026-11-22T09:00:00.000Z', reason: 'om meer stemmen te horen' }

test('a programme asks for the shadow side once, in the words of this meeting, also where the format did not', () => {
  const programme = firstProgramme(plainFormat, 'Wie stond er buiten?')
  expect(shadowSteps(programme).map(({ prompt }) => prompt)).toEqual([
    { nl: 'Wie stond er buiten?', en: 'Wie stond er buiten?' },
  ])
  // In the words of the format it stays in both languages.
  const own = shadowQuestionOf(plainFormat)
  expect(shadowSteps(firstProgramme(plainFormat, own.nl))[0]?.prompt).toEqual(own)
})

test('whatever is done to a programme, it asks for the shadow side exactly once, and says why each step is there', () => {
  const change = fc.oneof(
    fc.record({ do: fc.constant('insert' as const), at: fc.nat(9) }),
    fc.record({ do: fc.constant('move' as const), at: fc.nat(9), to: fc.nat(12) }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(9) }),
    fc.record({
      do: fc.constant('minutes' as const),
      at: fc.nat(9),
      minutes: fc.integer({ min: 1, max: 200 }),
    }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let programme: MeetingFormat = firstProgramme(plainFormat, 'Wie stond er buiten?')
      for (const one of changes) {
        const key = programme.steps[one.at % programme.steps.length]?.key ?? ''
        const made =
          one.do === 'insert'
            ? insertStep(programme, added(plainFormat), { ...why, after: key })
            : one.do === 'move'
              ? moveStep(programme, key, { ...why, to: one.to })
              : one.do === 'remove'
                ? removeStep(programme, key)
                : stepMinutes(programme, key, one.minutes)
        if (made.ok) programme = made.format
        expect(shadowSteps(programme)).toHaveLength(1)
        expect(new Set(programme.steps.map((step) => step.key)).size).toBe(programme.steps.length)
        expect(formatMinutes(programme)).toBeLessThanOrEqual(480)
        for (const step of programme.steps.filter((step) => step.key.startsWith('added')))
          expect(step.inserted?.reason).toBe(why.reason)
      }
    }),
    { numRuns: 100 },
  )
})

const added = ({ roles }: Format) => ({
  ...{ title: { nl: 'Stilte', en: 'Silence' }, prompt: { nl: 'Schrijf.', en: 'Write.' }, minutes: 5 },
  ...{ speakers: roles.map(({ role }) => role), silent: [], input: 'text' as const },
})

test('each step begins when those before it are over', () => {
  const programme = firstProgramme(plainFormat, 'Wie stond er buiten?')
  const starts = stepStarts(programme, '2026-10-25T00:30:00.000Z')
  expect(starts[0]).toBe('2026-10-25T00:30:00.000Z')
  expect(starts[1]).toBe('2026-10-25T00:40:00.000Z')
})

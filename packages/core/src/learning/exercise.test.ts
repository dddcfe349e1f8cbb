import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSetting, relationContexts, relationKinds, situations } from '../relation/relation.ts'
import { exerciseEntry, exerciseShape, strategySentence, strategyShape } from './exercise.ts'

const folder = new URL('../../../../content/learning/exercises/', import.meta.url)
const shipped = readdirSync(folder).map((name) => ({
  name,
  exercise: exerciseShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}))

describe('the exercises that come with the product', () => {
  test('are the ten of the source, with their kinds', () => {
    const kinds = Map.groupBy(
      shipped.map(({ exercise }) => exercise),
      ({ kind }) => kind,
    )
    const places = (kind: string) =>
      [...kinds].flatMap(([key, all]) => (key === kind ? all.map(({ position }) => position) : [])).toSorted()
    // domain.md §1.5: Oefening 1,4,6,8 · Training 2,5,9 · Reflectie 3 · Ritueel 7 · Actie 10.
    expect(places('exercise')).toEqual([1, 4, 6, 8])
    expect(places('training')).toEqual([2, 5, 9])
    expect(places('reflection')).toEqual([3])
    expect(places('ritual')).toEqual([7])
    expect(places('action')).toEqual([10])
  })

  test('stand in a file named after key and version, and differ between u and je where somebody is spoken to', () => {
    for (const { name, exercise } of shipped) {
      expect(name).toBe(`${exercise.key}.v${exercise.version}.json`)
      for (const { nl } of [exercise.do, exercise.aim, exercise.ask]) {
        expect(nl.je).not.toMatch(/\bu\b|\buw\b/i)
        expect(nl.u).not.toMatch(/\bje\b|\bjou\b/i)
      }
    }
  })
})

const line = {
  ...{
    exercise: 'active-listening',
    doneOn: '2026-11-20',
    happened: 'Ik was stil.',
    insight: '',
    repeat: null,
  },
}

test('kind, context and situation of a line fit together, or the line is refused with the reason', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...relationKinds),
      fc.option(fc.constantFrom(...relationContexts)),
      fc.option(fc.constantFrom(...situations)),
      (kind, context, situation) => {
        const verdict = checkSetting({ kind, context, situation })
        const read = exerciseEntry.safeParse({ ...line, kind, context, situation })
        expect(read.success).toBe(verdict.allowed)
        if (!verdict.allowed) expect(read.error?.issues[0]?.message).toBe(verdict.reason)
      },
    ),
  )
})

test('a line needs a story, and a day that exists', () => {
  const good = { ...line, kind: 'interpersonal', context: null, situation: null }
  expect(exerciseEntry.safeParse(good).success).toBe(true)
  expect(exerciseEntry.safeParse({ ...good, happened: ' \n' }).success).toBe(false)
  expect(exerciseEntry.safeParse({ ...good, doneOn: '2026-02-30' }).success).toBe(false)
})

test('a strategy is said in one or two sentences', () => {
  const own = strategyShape.parse({ trigger: 'iemand boos wordt', plan: 'wacht ik even.', fallback: '' })
  expect(strategySentence(own, 'nl')).toBe('Als iemand boos wordt, dan wacht ik even.')
  expect(strategySentence({ ...own, fallback: 'vraag ik mijn maatje' }, 'nl')).toBe(
    'Als iemand boos wordt, dan wacht ik even. Gaat het mis, dan vraag ik mijn maatje.',
  )
  expect(strategyShape.safeParse({ trigger: '', plan: 'x', fallback: '' }).success).toBe(false)
})

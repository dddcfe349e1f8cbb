import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import type { RoundGroupId } from '../shared/ids.ts'
import { outcomeSentence } from './round.words.ts'
import { roundCsv } from './round-csv.ts'
import type { RoundFacts } from './round-facts.ts'
import { roundOutcome } from './round-outcome.ts'
import { roundOutcome as outcomeSchema } from './team.contract.ts'
import { teamInstrumentSchema } from './team-instrument.ts'

const file = new URL('../../../../content/instruments/team-check.v1.json', import.meta.url)
const instrument = teamInstrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

const idOf = (name: string) =>
  `0192f3a0-0000-7000-8000-${[...name]
    .map((one) => one.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)}` as RoundGroupId

type Given = { group: string; values: readonly (number | null)[]; words?: string }

/** A round with everybody and the given groups, answered as told, one after the other. */
function facts(invited: Record<string, number>, given: readonly Given[], takesWords = true): RoundFacts {
  const whole = { id: idOf('all'), parent: null, about: null, name: '', invited: 0, answered: 0 }
  const counts = new Map<string, { group: string; item: string; value: number; n: number }>()
  for (const { group, values } of given)
    for (const [at, value] of values.entries()) {
      const item = instrument.items[at]?.id ?? ''
      if (value === null) continue
      const key = `${group} ${item} ${value}`
      counts.set(key, { group: idOf(group), item, value, n: (counts.get(key)?.n ?? 0) + 1 })
    }
  const names = Object.keys(invited)
  return {
    ...{ title: 'Team Noord', closedAt: '2026-11-22T09:00:00.000Z', k: 5, takesWords, instrument },
    ...{ form: 'check' as const, minShare: null, views: [] },
    groups: [
      whole,
      ...names.map((name) => ({
        ...{ id: idOf(name), parent: whole.id, about: null, name, invited: invited[name] ?? 0 },
        answered: given.filter(({ group }) => group === name).length,
      })),
    ],
    tallies: [...counts.values()],
    words: names.map((name) => ({
      group: idOf(name),
      texts: given.flatMap(({ group, words }) => (group === name && words !== undefined ? [words] : [])),
    })),
  }
}

const times = (count: number, given: Given) => Array.from({ length: count }, () => given)
const three = facts({ Noord: 9, Zuid: 8, West: 6 }, [
  ...times(7, { group: 'Noord', values: [8, 7, 3, 5, null], words: 'Meer tijd.' }),
  ...times(5, { group: 'Zuid', values: [2, 7, 3, 5, 4] }),
  ...times(3, { group: 'West', values: [10, 10, 10, 10, 10], words: 'Alleen wij drie.' }),
])

describe('the outcome', () => {
  const outcome = roundOutcome(three)
  const groupOf = (name: string) => outcome.groups.find((group) => group.name === name)

  it('keeps its contract', () => expect(outcomeSchema.strict().parse(outcome)).toEqual(outcome))

  it('hides the group that is too small, and leaves it out of the total', () => {
    expect(groupOf('West')?.answered).toEqual({ status: 'hidden', reason: 'too-few' })
    expect(groupOf('West')?.items.every(({ result }) => result.status === 'hidden')).toBe(true)
    expect(groupOf('')?.answered).toEqual({ status: 'shown', n: 12, leftOut: [idOf('West')] })
    expect(JSON.stringify(outcome)).not.toContain('"value":10')
  })

  it('counts what people chose, from low to high', () => {
    expect(groupOf('')?.items[0]).toEqual({
      item: 'trust',
      result: {
        ...{ status: 'shown', n: 12, leftOut: [idOf('West')] },
        tally: [
          { value: 2, count: 5 },
          { value: 8, count: 7 },
        ],
      },
    })
  })

  it('shows words of whom it counts, and of nobody else', () => {
    expect(outcome.words).toEqual({ status: 'shown', texts: Array.from({ length: 7 }, () => 'Meer tijd.') })
    const four = {
      ...three,
      words: three.words.map(({ group, texts }) => ({ group, texts: texts.slice(0, 4) })),
    }
    expect(roundOutcome(four).words).toEqual({ status: 'hidden', reason: 'too-few' })
    expect(roundOutcome({ ...three, takesWords: false }).words).toEqual({
      status: 'hidden',
      reason: 'not-asked',
    })
  })

  it('is told in counts below ten people, in percentages from ten on', () => {
    const say = (name: string, item: string) => {
      const group = groupOf(name)
      return group && outcomeSentence({ outcome, group, item }, 'nl')
    }
    expect(say('Noord', 'trust')).toBe(
      '7 van de 7 dicht bij ‘ja, altijd’, 0 van de 7 ertussenin, 0 van de 7 dicht bij ‘nee, liever niet’.',
    )
    expect(say('', 'trust')).toBe(
      '58% dicht bij ‘ja, altijd’, 0% ertussenin, 42% dicht bij ‘nee, liever niet’.',
    )
    expect(say('West', 'trust')).toBe('Niet getoond: minder dan 5 mensen antwoordden. Misschien niemand.')
  })

  it('is the same in a file: each shown number, and no other', () => {
    const csv = roundCsv(outcome, 'nl')
    const lines = csv.split('\r\n').slice(1)
    const shown = outcome.groups.flatMap(({ items }) =>
      items.flatMap(({ result }) => (result.status === 'shown' ? result.tally : [])),
    )
    expect(lines.filter((line) => /,\d+,\d+,$/.test(line))).toHaveLength(shown.length)
    expect(lines.filter((line) => line.startsWith('West,')).every((line) => line.includes(',nee,,,,,'))).toBe(
      true,
    )
    expect(csv).not.toContain('Alleen wij drie')
    // In words too: what stands on the screen beside each question, and how it was reckoned.
    const alike = (name: string) =>
      lines.filter((line) => line.startsWith(name) && /,,,Jullie zien dit /.test(line))
    const told = groupOf('Noord')?.items.filter(({ result }) => result.status === 'shown')
    expect(alike('Noord,')).toHaveLength(told?.length ?? 0)
    expect(alike('West,')).toEqual([])
    expect(csv).toContain('Een verschil is geen fout.')
    expect(csv).toContain('ICC(1) is ')
  })
})

describe('the order in which people answered', () => {
  const answer = fc.record({
    group: fc.constantFrom('Noord', 'Zuid', 'West'),
    values: fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 5, maxLength: 5 }),
    words: fc.constantFrom('b', 'a', 'a', 'Ç'),
  })

  it('changes nothing, nor does that in which rows are read', () => {
    fc.assert(
      fc.property(
        fc
          .array(answer, { maxLength: 24 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat()),
          ),
        ([all, shuffled, turn]) => {
          const invited = { Noord: 24, Zuid: 24, West: 24 }
          const one = facts(invited, all)
          const other = facts(invited, shuffled)
          const rotate = <T>(list: readonly T[]) => [
            ...list.slice(turn % (list.length + 1)),
            ...list.slice(0, turn % (list.length + 1)),
          ]
          const turned = {
            ...other,
            groups: rotate(other.groups),
            tallies: rotate(other.tallies),
            words: rotate(other.words),
          }
          const expected = roundOutcome(one)
          expect(JSON.stringify(roundOutcome(turned))).toBe(JSON.stringify(expected))
          expect(roundCsv(roundOutcome(turned), 'en')).toBe(roundCsv(expected, 'en'))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the team check', () => {
  it('asks about trust, responsibility, direction and tasks, and what it costs, in whole marks', () => {
    expect(instrument.items.map(({ id }) => id)).toEqual([
      'trust',
      'responsibility',
      'direction',
      'tasks',
      'cost',
    ])
    expect(instrument.scale).toEqual({ min: 0, max: 10 })
    expect(instrument.caution.en).toContain('not validated')
    expect(instrument.caution.nl.u).toContain('geen test')
  })

  it('says so in plain short sentences', () => {
    const texts = instrument.items
      .flatMap(({ question, low, high }) => [question, low, high])
      .concat(instrument.open.question)
    const dutch = [...texts, instrument.caution].flatMap(({ nl }) => [nl.u, nl.je])
    expect(dutch.flatMap((text) => [...longSentences(text), ...forbiddenWords(text)])).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { dialoguePeople } from './open-dialogue.words.ts'

test('ten people; thirteen sentences make the table of the study; the youths said nothing', () => {
  expect(dialoguePeople).toHaveLength(10)
  const table: Record<string, Record<string, number>> = {}
  for (const { voice, role, said = [], wrote = {} } of dialoguePeople) {
    const who = role === 'facilitator' ? 'facilitator' : voice
    for (const { theme } of [...said, ...Object.values(wrote)]) {
      if (theme !== undefined) table[theme] = { ...table[theme], [who]: (table[theme]?.[who] ?? 0) + 1 }
    }
  }
  expect(table).toEqual({
    equality: { mother: 1 },
    difference: { mother: 2 },
    original: { colleague: 1 },
    shadow: { mother: 1, colleague: 2, facilitator: 1 },
    synergy: { mother: 1, colleague: 2, manager: 1, partner: 1 },
  })
  expect(
    dialoguePeople.filter(({ voice }) => voice === 'youth').flatMap(({ said, wrote }) => [said, wrote]),
  ).toEqual([...[undefined, undefined, undefined, undefined]])
})

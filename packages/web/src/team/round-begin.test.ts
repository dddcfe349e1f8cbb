import type { RoundDetails } from '@weerklank/core/team/team.contract'
import { expect, it } from 'vitest'
import { beganRound, roundAgain } from './round-begin.ts'
import { roundBody } from './round-form.ts'

const counting = () => {
  let count = 0
  return () => {
    count += 1
    return `new-${count}`
  }
}

it.each([
  [{}, { form: 'check', instrument: 'team-check', circle: null, talkMeeting: null }],
  [
    { vragen: 'between-check', vorm: 'between', team: 'r', gesprek: 'm' },
    { form: 'between', instrument: 'between-check', circle: 'r', talkMeeting: 'm' },
  ],
  // A link that was changed by hand does no harm.
  [{ vorm: 'constructor' }, { form: 'check' }],
])('begins with what is known: %o', (began, draft) => {
  expect(beganRound(began, counting())).toMatchObject(draft)
})

const group = (
  id: string,
  parent: string | null,
  name: string,
  invited: number,
  about: string | null = null,
) => ({
  ...{ id, parent, name, invited, about },
})
const earlier = (groups: unknown, form = 'swap') =>
  ({
    ...{ id: 'before', title: 'Voorjaar', k: 6, form, takesWords: false, groups },
    ...{ instrument: { id: 'team-check' }, circle: { id: 'c', relation: 'r' } },
  }) as RoundDetails

it('asks the same groups once more, each guessing about the same one', () => {
  const all = [
    group('w', null, '', 0),
    group('a', 'w', 'Artsen', 7, 'b'),
    group('b', 'w', 'Verpleging', 6, 'a'),
  ]
  const body = roundBody(roundAgain(earlier(all), counting()))
  expect(body).toMatchObject({
    ...{
      title: 'Voorjaar',
      k: 6,
      form: 'swap',
      takesWords: false,
      circle: 'r',
      follows: 'before',
      talk: null,
    },
  })
  const [first, second] = body.groups
  expect(body.groups.map(({ name, invited, parts }) => [name, invited, parts])).toEqual([
    ['Artsen', 7, []],
    ['Verpleging', 6, []],
  ])
  expect([first?.about, second?.about]).toEqual([second?.id, first?.id])
  expect(body.groups.map(({ id }) => id)).not.toContain('a')
})

it('keeps parts under their group, and one group as everybody', () => {
  const parts = [
    group('w', null, '', 0),
    group('a', 'w', 'Noord', 0),
    group('p', 'a', 'Wijk', 6),
    group('b', 'w', 'Zuid', 6),
  ]
  const { groups } = roundBody(roundAgain(earlier(parts, 'check'), counting()))
  expect(groups.map(({ name, invited, parts }) => [name, invited, parts.map((part) => part.name)])).toEqual([
    ['Noord', 0, ['Wijk']],
    ['Zuid', 6, []],
  ])
  const alone = roundBody(roundAgain(earlier([group('w', null, '', 12)], 'check'), counting()))
  expect(alone.groups.map(({ name, invited }) => [name, invited])).toEqual([['Voorjaar', 12]])
})

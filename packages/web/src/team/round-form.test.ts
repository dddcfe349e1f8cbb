import { describe, expect, it } from 'vitest'
import {
  emptyRound,
  type RoundAction,
  type RoundDraft,
  roundBody,
  roundProblems,
  roundReducer,
} from './round-form.ts'

const of = { language: 'nl', lastDay: '2026-12-03', talkOn: '2026-12-09' } as const
const words = { nameMissing: 'naam', groupNameMissing: 'groepsnaam', peopleMissing: 'aantal' }
const after = (...actions: RoundAction[]): RoundDraft => actions.reduce(roundReducer, emptyRound('r', 'a'))
const line = (id: string, name: string, people: string): RoundAction => ({
  type: 'line',
  id,
  change: { name, people },
})
const titled: RoundAction = { type: 'changed', change: { title: ' Team Noord ' } }

describe('the draft of a round', () => {
  it('begins with one group of which nothing is known', () => {
    expect(roundProblems(after(), words, of).map(({ field }) => field)).toEqual(['peiling-naam', 'mensen-a'])
  })

  it('says that seven people cannot be anonymous', () => {
    const [problem] = roundProblems(after(titled, line('a', '', '7')), words, of)
    expect(problem?.field).toBe('peiling-groepen')
    expect(problem?.message).toContain('Met 7 mensen kunnen we niemand anoniem houden')
  })

  it('counts people in the parts, where there are parts', () => {
    const draft = after(
      titled,
      line('a', 'Noord', '12'),
      { type: 'part-added', group: 'a', id: 'p' },
      line('p', 'Wijk', '6'),
    )
    expect(draft.groups[0]?.people).toBe('')
    const more = roundReducer(draft, { type: 'part-added', group: 'a', id: 'q' })
    const done = roundReducer(more, line('q', 'Jeugd', '6'))
    expect(roundProblems(done, words, of)).toEqual([])
    expect(roundBody(done).groups).toEqual([
      {
        ...{ id: 'a', name: 'Noord', invited: 0, about: null },
        parts: [
          { id: 'p', name: 'Wijk', invited: 6 },
          { id: 'q', name: 'Jeugd', invited: 6 },
        ],
      },
    ])
  })

  it('asks for names and numbers of each line', () => {
    const draft = after(
      titled,
      line('a', 'Noord', '12'),
      { type: 'group-added', id: 'b' },
      line('b', ' ', 'veel'),
    )
    expect(roundProblems(draft, words, of).map(({ field }) => field)).toEqual(['groep-b', 'mensen-b'])
    expect(roundReducer(draft, { type: 'removed', id: 'b' }).groups).toHaveLength(1)
  })

  it('is sent as it was typed, without the white space, with who reads it', () => {
    const body = roundBody(after(titled, line('a', '', ' 14 '), { type: 'reader', id: 'm', reads: true }))
    expect(body).toMatchObject({ title: 'Team Noord', readers: ['m'], k: 5, days: 14, takesWords: true })
    expect(body.groups).toEqual([{ id: 'a', name: 'Team Noord', invited: 14, parts: [], about: null }])
  })
})

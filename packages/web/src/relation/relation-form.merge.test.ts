import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonDraft, RelationDraft } from './relation-form.draft.ts'
import { buildDraft, buildPerson, testId } from './relation-form.factory.ts'
import { mergeDrafts } from './relation-form.merge.ts'

const lina = buildPerson({ known: true })
const samira = buildPerson({ id: testId(2), name: 'Samira', voice: 'mother', known: true })
const bo = buildPerson({ id: testId(3), name: 'Bo', voice: 'child' })
const farid = buildPerson({ id: testId(4), name: 'Farid', colleague: { member: testId(50) } })
const base = buildDraft({ people: [lina, samira] })

function people(mine: PersonDraft[], theirs: PersonDraft[]) {
  const { draft, overruled } = mergeDrafts({
    base,
    mine: { ...base, people: mine },
    theirs: { ...base, people: theirs },
  })
  return { names: draft.people.map(({ name }) => name), draft, overruled }
}

describe('fields', () => {
  it.each([
    ['only mine', { title: 'A' }, {}, { title: 'A' }, []],
    ['only theirs', {}, { title: 'B' }, { title: 'B' }, []],
    ['both, the same', { title: 'A' }, { title: 'A' }, { title: 'A' }, []],
    ['both, differently', { title: 'A' }, { title: 'B' }, { title: 'A' }, ['title']],
    ['each another', { title: 'A' }, { purpose: 'B' }, { title: 'A', purpose: 'B' }, []],
    [
      'rhythm',
      { rhythm: 'other', otherDays: '9' },
      { rhythm: '7' },
      { rhythm: 'other', otherDays: '9' },
      ['rhythm'],
    ],
  ] satisfies [string, Partial<RelationDraft>, Partial<RelationDraft>, Partial<RelationDraft>, string[]][])(
    '%s',
    (_name, mine, theirs, expected, overruled) => {
      const merged = mergeDrafts({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } })
      expect(merged.draft).toEqual({ ...base, ...expected })
      expect(merged.overruled).toEqual(overruled)
    },
  )

  it('takes kind, context and situation together, so that they still fit', () => {
    const mine = { ...base, situation: 'therapy' } as const
    const theirs = { ...base, kind: 'interprofessional', context: 'exo', situation: 'policy' } as const
    const { draft, overruled } = mergeDrafts({ base, mine, theirs })
    expect(draft).toMatchObject({ kind: 'with-help-seekers', context: 'micro', situation: 'therapy' })
    expect(overruled).toEqual(['setting'])
  })
})

describe('people', () => {
  it.each([
    ['both added someone', [lina, samira, bo], [lina, samira, farid], ['Lina', 'Samira', 'Farid', 'Bo']],
    ['I took one out, they another', [samira], [lina], []],
    ['they took out whom I left alone', [lina, samira, bo], [samira], ['Samira', 'Bo']],
    [
      'both added the same colleague',
      [lina, samira, { ...farid, id: testId(9) }],
      [lina, samira, farid],
      ['Lina', 'Samira', 'Farid'],
    ],
  ])('%s', (_name, mine, theirs, names) => {
    expect(people(mine, theirs)).toMatchObject({ names, overruled: [] })
  })

  it('keeps my words for someone both of us changed, and says so', () => {
    const { draft, overruled } = people(
      [lina, { ...samira, detail: 'mijn' }],
      [lina, { ...samira, detail: 'hun' }],
    )
    expect(draft.people[1]?.detail).toBe('mijn')
    expect(overruled).toEqual([{ person: samira.id }])
  })

  it('keeps someone whom I changed while they took her out', () => {
    expect(people([lina, { ...samira, name: 'Sam' }], [lina]).names).toEqual(['Lina', 'Sam'])
  })
})

const anyDraft = fc
  .record({
    title: fc.string(),
    purpose: fc.string(),
    rhythm: fc.constantFrom('7', '14', 'other'),
    people: fc.subarray([lina, samira, bo, farid]),
    names: fc.array(fc.constantFrom('', 'X', 'Y'), { minLength: 4, maxLength: 4 }),
  })
  .map(({ names, people, ...fields }): RelationDraft => {
    const renamed = people.map((person, index) => ({ ...person, known: true, name: names[index] ?? '' }))
    return { ...base, ...fields, rhythm: fields.rhythm as RelationDraft['rhythm'], people: renamed }
  })

it('gives theirs when I changed nothing, and mine when they did not', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, (one, other) => {
      expect(mergeDrafts({ base: one, mine: one, theirs: other })).toEqual({ draft: other, overruled: [] })
      const mine = mergeDrafts({ base: one, mine: other, theirs: one })
      const byId = (draft: RelationDraft) => draft.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(mine.overruled).toEqual([])
      expect({ ...mine.draft, people: byId(mine.draft) }).toEqual({ ...other, people: byId(other) })
    }),
  )
})

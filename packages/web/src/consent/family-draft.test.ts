import type { PersonId } from '@weerklank/core/shared/ids'
import { describe, expect, it } from 'vitest'
import { ageShown, familyBody, familyDraft, familyProblems, fieldIds } from './family-draft.ts'

const today = '2026-11-22'
const samira = '019a0000-0000-7000-8000-000000000002' as PersonId
const known = {
  bornOn: '2012-05-03',
  parents: [{ person: samira, name: 'Samira', authority: 'parent' as const, linkUntil: null }],
}

describe('age and parents', () => {
  it('keeps what was known when nothing is changed', () => {
    const draft = familyDraft(known)
    expect(familyProblems(draft, today)).toEqual([])
    expect(familyBody(draft)).toEqual({
      bornOn: '2012-05-03',
      parents: [{ person: samira, name: 'Samira', authority: 'parent' }],
    })
  })

  it('takes an empty day for none', () => {
    expect(familyBody({ bornOn: '', parents: [] })).toEqual({ bornOn: null, parents: [] })
  })

  it('names each field that is missing, in the order of the form', () => {
    const draft = {
      bornOn: '2027-01-01',
      parents: [
        { key: 'a', who: null, name: '', authority: null },
        { key: 'b', who: 'new', name: ' ', authority: 'guardian' as const },
      ],
    }
    expect(familyProblems(draft, today)).toEqual([
      fieldIds.bornOn,
      fieldIds.who('a'),
      fieldIds.authority('a'),
      fieldIds.name('b'),
    ])
  })

  it('gives a parent who is new the identifier of her row', () => {
    const draft = {
      bornOn: '',
      parents: [{ key: 'b', who: 'new', name: ' Karim ', authority: 'none' as const }],
    }
    expect(familyBody(draft).parents).toEqual([{ person: 'b', name: 'Karim', authority: 'none' }])
  })

  it.each([
    ['2014-11-22', 12, 'youth'],
    ['2014-11-23', 11, 'child'],
    ['2010-11-22', 16, 'alone'],
  ])('someone born on %s is %i', (bornOn, years, band) => {
    expect(ageShown(bornOn, today)).toEqual({ years, band })
  })

  it.each(['', '2012-05', '2027-01-01'])('knows no age for %j', (bornOn) => {
    expect(ageShown(bornOn, today)).toBe(null)
  })
})

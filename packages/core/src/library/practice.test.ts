import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concernsLeft,
  type PracticeBody,
  practiceConcerns,
  practiceGaps,
  practiceStanding,
} from './practice.ts'

const none: PracticeBody = {
  did: '',
  behaviour: '',
  attitude: '',
  communication: '',
  brought: '',
  conditions: '',
}
const words = (did: string, names: readonly string[] = []) =>
  practiceConcerns({ ...none, did }, names).map(({ word }) => word)

describe('what may point at somebody in a story', () => {
  it('finds names that are known here, whatever their form, also without a capital', () => {
    expect(words('Daarna praatte ik met lina’s moeder.', ['Lina de Wit'])).toEqual(['lina’s'])
  })

  it.each([
    ['Ik belde met haar school in Zwolle.', ['Zwolle']],
    ['Pietje zei niets. Toen wachtte ik.', ['Pietje']],
    ['Het was op 3 mei, zij is 14 jaar.', ['14 jaar', '3 mei']],
    ['Ik mailde jan@voorbeeld.nl daarover.', ['jan@voorbeeld.nl']],
    ['Ik vertelde eerst wat ik ging doen. Daarna vroeg ik wat zij wilde.', []],
    ['First I said what I would do. Then I asked what they wanted.', []],
  ])('%s', (text, found) => {
    expect(words(text)).toEqual(expect.arrayContaining(found))
    expect(words(text)).toHaveLength(found.length)
  })

  it('tells a known name and any other word with a capital alike, so that nobody can ask who is here', () => {
    const of = (names: string[]) => practiceConcerns({ ...none, did: 'Ik sprak met Lina.' }, names)
    expect(of(['Lina'])).toEqual(of([]))
  })

  it('never lets a known name through, wherever it stands and whatever stands round it', () => {
    const around = fc.constantFrom('ik zag ', 'Ik zag ', '- ', '"', '(', 'met ', '')
    const after = fc.constantFrom('.', ' daar', '’s zus', '!', ',', ')')
    const name = fc.constantFrom('Samira', 'samira', 'SAMIRA', 'Samíra', 'Jan-Willem')
    fc.assert(
      fc.property(around, name, after, (before, who, behind) => {
        expect(words(`${before}${who}${behind}`, ['Samira', 'Jan-Willem Smit'])).not.toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('is done when the author decided on each word, exactly as it stands', () => {
    const found = practiceConcerns({ ...none, did: 'Wij deden een Triple P cursus in Zwolle.' }, [])
    expect(concernsLeft(found, ['Triple P']).map(({ word }) => word)).toEqual(['Zwolle'])
    expect(
      concernsLeft(
        found,
        found.map(({ word }) => word),
      ),
    ).toEqual([])
  })
})

describe('when a story can be shared', () => {
  const setting = { kind: 'with-help-seekers', context: 'micro', situation: 'intake' } as const
  const body = { ...none, did: 'Ik wachtte.', attitude: 'rustig', brought: 'rust' }

  it('needs a setting that fits, what was done, how, and what it brought', () => {
    expect(practiceGaps({ setting, body })).toEqual([])
    expect(practiceGaps({ setting, body: none })).toEqual(['did', 'how', 'brought'])
    expect(practiceGaps({ setting: { ...setting, situation: null }, body })).toEqual(['setting'])
  })

  it('stands hidden until its author changed it, whether or not it was taken back meanwhile', () => {
    expect(practiceStanding({ sharedAt: 'x', hiddenAt: 'y' })).toBe('hidden')
    expect(practiceStanding({ sharedAt: null, hiddenAt: 'y' })).toBe('hidden')
    expect(practiceStanding({ sharedAt: 'x', hiddenAt: null })).toBe('shared')
    expect(practiceStanding({ sharedAt: null, hiddenAt: null })).toBe('draft')
  })
})

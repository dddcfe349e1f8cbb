import { relationInput } from '@weerklank/core/relation/relation.contract'
import { describe, expect, it } from 'vitest'
import { checkDraft, type Problem } from './relation-form.check.ts'
import { emptyColleague, emptyDraft, emptyPerson, type RelationDraft } from './relation-form.draft.ts'
import { buildDraft, buildPerson, testId } from './relation-form.factory.ts'

function problems(draft: RelationDraft): Problem[] {
  const checked = checkDraft(draft)
  return 'problems' in checked ? checked.problems : []
}

function body(draft: RelationDraft) {
  const checked = checkDraft(draft)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked.body
}

const lina = testId(1)
const farid = testId(50)

describe('what is not right yet', () => {
  const rows: [string, Partial<RelationDraft>, Problem[]][] = [
    ['no title', { title: '' }, [{ field: 'title', code: 'missing' }]],
    ['a title of spaces', { title: ' \n ' }, [{ field: 'title', code: 'missing' }]],
    ['a title of 120', { title: 'é'.repeat(120) }, []],
    [
      'a title of 121',
      { title: 'é'.repeat(121) },
      [{ field: 'title', code: 'too-long', length: 121, max: 120 }],
    ],
    ['emoji count as one', { title: '🌱'.repeat(120) }, []],
    ['nobody', { people: [] }, [{ field: 'participants', code: 'missing' }]],
    [
      '41 people',
      { people: Array.from({ length: 41 }, (_, i) => buildPerson({ id: testId(i) })) },
      [{ field: 'participants', code: 'too-many', length: 41, max: 40 }],
    ],
    ['no name', { people: [buildPerson({ name: ' ' })] }, [{ field: 'name', code: 'missing', person: lina }]],
    [
      'a long name',
      { people: [buildPerson({ name: 'a'.repeat(81) })] },
      [{ field: 'name', code: 'too-long', person: lina, length: 81, max: 80 }],
    ],
    [
      'no voice',
      { people: [buildPerson({ voice: null })] },
      [{ field: 'voice', code: 'missing', person: lina }],
    ],
    [
      'a long detail',
      { people: [buildPerson({ detail: 'a'.repeat(81) })] },
      [{ field: 'detail', code: 'too-long', person: lina, length: 81, max: 80 }],
    ],
    [
      'a colleague who is not chosen asks for no name',
      { people: [emptyColleague(lina, 'nl')] },
      [{ field: 'member', code: 'missing', person: lina }],
    ],
    [
      'the same colleague twice: the second one is wrong',
      {
        people: [
          buildPerson({ id: testId(2), colleague: { member: farid } }),
          buildPerson({ colleague: { member: farid } }),
        ],
      },
      [{ field: 'member', code: 'doubled', person: lina }],
    ],
    ['no kind asks for nothing more', { kind: null, context: null }, [{ field: 'kind', code: 'missing' }]],
    ['no context', { context: null, situation: null }, [{ field: 'context', code: 'missing' }]],
    ['no situation', { situation: null }, [{ field: 'situation', code: 'missing' }]],
    ['a situation of another context', { situation: 'policy' }, [{ field: 'situation', code: 'missing' }]],
    ['between people there is neither', { kind: 'interpersonal' }, []],
    [
      'a long purpose',
      { purpose: 'a'.repeat(501) },
      [{ field: 'purpose', code: 'too-long', length: 501, max: 500 }],
    ],
  ]
  it.each(rows)('%s', (_name, change, expected) => {
    expect(problems(buildDraft(change))).toEqual(expected)
  })

  it.each(['', '0', '366', '1,5', '-3', '1e2', 'tien', '９'])(
    'every "%s" days is no number of days',
    (otherDays) => {
      expect(problems(buildDraft({ rhythm: 'other', otherDays }))).toEqual([
        { field: 'checkEveryDays', code: 'no-number' },
      ])
    },
  )

  it('says all at once, in the order of the form', () => {
    const draft = emptyDraft(testId(100), emptyPerson(lina, 'nl'))
    expect(problems(draft).map(({ field }) => field)).toEqual(['title', 'name', 'voice', 'kind'])
  })
})

describe('what is sent', () => {
  it.each([
    ['as it stands', buildDraft()],
    ['between people', buildDraft({ kind: 'interpersonal' })],
    ['an own number of days', buildDraft({ rhythm: 'other', otherDays: ' 365 ' })],
    ['a colleague', buildDraft({ people: [buildPerson({ colleague: { member: farid } })] })],
  ])('fits the contract: %s', (_name, draft) => {
    expect(relationInput.safeParse(body(draft)).error).toBeUndefined()
  })

  it('leaves out context and situation where they do not apply, whatever was chosen before', () => {
    expect(body(buildDraft({ kind: 'interpersonal' }))).toMatchObject({ context: null, situation: null })
  })

  it('speaks to people as their voice asks, unless it was chosen', () => {
    const people = [
      buildPerson(),
      buildPerson({ id: testId(2), voice: 'mother' }),
      buildPerson({ id: testId(3), voice: 'mother', address: 'je' }),
    ]
    expect(body(buildDraft({ people })).participants.map(({ address }) => address)).toEqual(['je', 'u', 'je'])
  })

  it('takes white space away', () => {
    const draft = buildDraft({
      title: ' Lina ',
      purpose: ' leren ',
      people: [buildPerson({ name: ' Lina ' })],
    })
    expect(body(draft)).toMatchObject({ title: 'Lina', purpose: 'leren', participants: [{ name: 'Lina' }] })
  })
})

import { describe, expect, it } from 'vitest'
import { checkDraft } from './relation-form.check.ts'
import type { RelationDraft } from './relation-form.draft.ts'
import { buildDraft, buildPerson, testId } from './relation-form.factory.ts'
import { problemsOfServer } from './relation-form.problems.ts'
import { type FormAction, type FormState, formOf, isDirty, reduceForm } from './relation-form.reducer.ts'

function after(draft: RelationDraft, ...actions: FormAction[]): FormState {
  return actions.reduce(reduceForm, formOf(draft, 1))
}

function refusal(draft: RelationDraft): FormAction {
  const checked = checkDraft(draft)
  return { type: 'refused', problems: 'problems' in checked ? checked.problems : [] }
}

describe('context and situation', () => {
  it('lets go of a situation that another context does not have', () => {
    const { draft } = after(buildDraft(), { type: 'context-chosen', context: 'exo' })
    expect(draft).toMatchObject({ context: 'exo', situation: null })
  })

  it('keeps a multidisciplinary meeting, which stands in two contexts', () => {
    const { draft } = after(buildDraft({ situation: 'mdo' }), { type: 'context-chosen', context: 'meso' })
    expect(draft).toMatchObject({ context: 'meso', situation: 'mdo' })
  })

  it('gives them back when the kind goes there and back', () => {
    const { draft } = after(
      buildDraft(),
      { type: 'kind-chosen', kind: 'interpersonal' },
      { type: 'kind-chosen', kind: 'with-help-seekers' },
    )
    expect(draft).toEqual(buildDraft())
  })
})

describe('people', () => {
  it('puts someone who was taken away back in her own place', () => {
    const [one, two, three] = [1, 2, 3].map((id) => buildPerson({ id: testId(id) }))
    if (one === undefined || two === undefined || three === undefined) throw new Error('three people')
    const draft = buildDraft({ people: [one, two, three] })
    const state = after(
      draft,
      { type: 'person-removed', id: two.id },
      { type: 'person-added', person: two, at: 1 },
    )
    expect(state.draft).toEqual(draft)
    expect(isDirty(state)).toBe(false)
  })

  it('changes one person and leaves the others as they are', () => {
    const people = [buildPerson(), buildPerson({ id: testId(2) })]
    const { draft } = after(buildDraft({ people }), {
      type: 'person-changed',
      id: testId(2),
      change: { voice: 'mother' },
    })
    expect(draft.people[0]).toBe(people[0])
    expect(draft.people[1]?.voice).toBe('mother')
  })
})

describe('what is wrong', () => {
  it('goes as soon as it is mended, and nothing new is said while someone types', () => {
    const draft = buildDraft({ title: '', kind: null })
    const state = after(
      draft,
      refusal(draft),
      { type: 'typed', field: 'title', value: 'L' },
      { type: 'kind-chosen', kind: 'interprofessional' },
      { type: 'context-chosen', context: 'exo' },
    )
    expect(state.problems).toEqual([])
    expect(state.attempt).toBe(1)
  })

  it('stays with its person when another row goes', () => {
    const people = [buildPerson(), buildPerson({ id: testId(2), name: '' })]
    const draft = buildDraft({ people })
    const state = after(draft, refusal(draft), { type: 'person-removed', id: testId(1) })
    expect(state.problems).toEqual([{ field: 'name', code: 'missing', person: testId(2) }])
  })

  it('goes with its person', () => {
    const people = [buildPerson(), buildPerson({ id: testId(2), name: '' })]
    const draft = buildDraft({ people })
    const state = after(draft, refusal(draft), { type: 'person-removed', id: testId(2) })
    expect(state.problems).toEqual([])
  })

  it('of the server stands at its field, until that is touched', () => {
    const draft = buildDraft()
    const fields = {
      title: 'unreadable',
      'participants.0.name': 'Too big: expected string to have <=80 characters',
      participants: 'doubled',
      version: 'Invalid input',
    }
    const problems = problemsOfServer(fields, draft)
    expect(problems).toEqual([
      { field: 'title', code: 'unreadable' },
      { field: 'name', code: 'unclear', person: testId(1) },
      { field: 'participants', code: 'doubled' },
    ])
    const state = after(
      draft,
      { type: 'refused', problems },
      { type: 'typed', field: 'purpose', value: 'leren' },
      { type: 'person-changed', id: testId(1), change: { name: 'Lien' } },
    )
    expect(state.problems).toEqual([{ field: 'title', code: 'unreadable' }])
  })
})

describe('the newest version', () => {
  it('comes under my own changes, and says what both of us changed', () => {
    const theirs = buildDraft({ title: 'Lina, Samira en Bo', purpose: 'Weer naar school' })
    const state = after(
      buildDraft(),
      { type: 'typed', field: 'title', value: 'Lina en haar moeder' },
      { type: 'newest-fetched', theirs, version: 2 },
    )
    expect(state).toMatchObject({
      version: 2,
      base: theirs,
      draft: { title: 'Lina en haar moeder', purpose: 'Weer naar school' },
      overruled: { parts: ['title'], theirs },
    })
    expect(isDirty(state)).toBe(true)
  })

  it('leaves nothing to keep when I had changed nothing', () => {
    const theirs = buildDraft({ title: 'Lina' })
    const state = after(buildDraft(), { type: 'newest-fetched', theirs, version: 2 })
    expect(isDirty(state)).toBe(false)
    expect(state.draft).toEqual(theirs)
  })
})

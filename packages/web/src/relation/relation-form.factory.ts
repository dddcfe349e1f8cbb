import { emptyDraft, emptyPerson, type PersonDraft, type RelationDraft } from './relation-form.draft.ts'

/** An id for tests, told by its last digits. */
export function testId(last: number): string {
  return `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`
}

export function buildPerson(change: Partial<PersonDraft> = {}): PersonDraft {
  return { ...emptyPerson(testId(1), 'nl'), name: 'Lina', voice: 'youth', ...change }
}

/** A form that can be sent as it is. */
export function buildDraft(change: Partial<RelationDraft> = {}): RelationDraft {
  return {
    ...emptyDraft(testId(100), buildPerson()),
    title: 'Lina en Samira',
    kind: 'with-help-seekers',
    context: 'micro',
    situation: 'guidance',
    ...change,
  }
}

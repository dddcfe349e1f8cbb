import {
  type RelationContext,
  type RelationKind,
  type Situation,
  situationsOf,
} from '@weerklank/core/relation/relation'
import type { Problem } from './relation-form.check.ts'
import type { PersonDraft, RelationDraft, Rhythm } from './relation-form.draft.ts'
import { mergeDrafts, type Overruled, same } from './relation-form.merge.ts'
import { problemsLeft } from './relation-form.problems.ts'

export type FormState = {
  /** As it was when the form opened, or was last kept. */
  base: RelationDraft
  draft: RelationDraft
  /** The kept version the draft started from; null for what was never kept. */
  version: number | null
  /** Of the last attempt to keep it, as far as not solved since. */
  problems: Problem[]
  attempt: number
  /** What someone else had changed too when the newest version was fetched, and that version. */
  overruled: { parts: Overruled[]; theirs: RelationDraft } | null
}

/** Who she is stays. */
export type PersonChange = Partial<Omit<PersonDraft, 'id' | 'known'>>

export type FormAction =
  | { type: 'typed'; field: 'title' | 'purpose' | 'otherDays'; value: string }
  | { type: 'kind-chosen'; kind: RelationKind }
  | { type: 'context-chosen'; context: RelationContext }
  | { type: 'situation-chosen'; situation: Situation | null }
  | { type: 'rhythm-chosen'; rhythm: Rhythm }
  | { type: 'person-added'; person: PersonDraft; at?: number }
  | { type: 'person-removed'; id: string }
  | { type: 'person-changed'; id: string; change: PersonChange }
  | { type: 'refused'; problems: Problem[] }
  | { type: 'newest-fetched'; theirs: RelationDraft; version: number }
  | { type: 'started-over'; draft: RelationDraft; version: number | null }

/** A form that nothing has been typed in yet. */
export function formOf(draft: RelationDraft, version: number | null): FormState {
  return { base: draft, draft, version, problems: [], attempt: 0, overruled: null }
}

export function isDirty({ base, draft }: FormState): boolean {
  return !same(base, draft)
}

export function reduceForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'refused':
      return { ...state, problems: action.problems, attempt: state.attempt + 1 }
    case 'newest-fetched':
      return withNewest(state, action)
    case 'started-over':
      return formOf(action.draft, action.version)
    default: {
      const draft = reduceDraft(state.draft, action)
      return { ...state, draft, problems: problemsLeft(state.problems, state.draft, draft) }
    }
  }
}

type DraftAction = Exclude<FormAction, { type: 'refused' | 'newest-fetched' | 'started-over' }>

function reduceDraft(draft: RelationDraft, action: DraftAction): RelationDraft {
  switch (action.type) {
    case 'typed':
      return { ...draft, [action.field]: action.value }
    case 'kind-chosen':
      return { ...draft, kind: action.kind }
    case 'context-chosen':
      return { ...draft, context: action.context, situation: fitting(draft.situation, action.context) }
    case 'situation-chosen':
      return { ...draft, situation: action.situation }
    case 'rhythm-chosen':
      return { ...draft, rhythm: action.rhythm }
    case 'person-added':
      return { ...draft, people: draft.people.toSpliced(action.at ?? draft.people.length, 0, action.person) }
    case 'person-removed':
      return { ...draft, people: draft.people.filter(({ id }) => id !== action.id) }
    case 'person-changed':
      return {
        ...draft,
        people: draft.people.map((person) =>
          person.id === action.id ? { ...person, ...action.change } : person,
        ),
      }
  }
}

// A multidisciplinary meeting stands in two contexts, so it may stay; the others go with their context.
function fitting(situation: Situation | null, context: RelationContext): Situation | null {
  const choices: readonly Situation[] = situationsOf[context]
  return situation !== null && choices.includes(situation) ? situation : null
}

function withNewest(
  state: FormState,
  { theirs, version }: { theirs: RelationDraft; version: number },
): FormState {
  const { draft, overruled } = mergeDrafts({ base: state.base, mine: state.draft, theirs })
  return {
    ...state,
    base: theirs,
    draft,
    version,
    problems: problemsLeft(state.problems, state.draft, draft),
    overruled: overruled.length === 0 ? null : { parts: overruled, theirs },
  }
}

import { useEffect, useReducer, useRef, useState } from 'react'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import type { FieldName, Problem } from './relation-form.check.ts'
import { type FormAction, type FormState, formOf, isDirty, reduceForm } from './relation-form.reducer.ts'
import { type FormPlace, keepForm, keptForm, letGo } from './relation-form.store.ts'
import { problemText } from './relation-form-problem.text.ts'

export type Form = {
  state: FormState
  dispatch: (action: FormAction) => void
  /** It came back from an earlier visit. */
  restored: boolean
  /** Whether leaving now would lose something. */
  wouldLose: () => boolean
  /** It was kept, or may be lost: one can leave, and this tab keeps nothing of it. */
  release: () => void
}

/** A form that outlives a reload. `start` is asked once, when nothing was left from an earlier visit. */
export function useRelationForm(relation: string | null, start: () => FormState): Form {
  const member = useMe().member.id
  const [place] = useState<FormPlace>({ relation, member })
  const [kept] = useState(() => keptForm(place))
  const [state, dispatch] = useReducer(reduceForm, undefined, () =>
    kept === undefined ? start() : { ...formOf(kept.base, kept.version), draft: kept.draft },
  )
  const dirty = isDirty(state)
  const released = useRef(false)
  useEffect(() => {
    if (dirty && !released.current) keepForm(place, state)
    else letGo(place)
  }, [dirty, place, state])
  return {
    state,
    dispatch,
    restored: kept !== undefined && dirty,
    wouldLose: () => dirty && !released.current,
    release: () => {
      released.current = true
      letGo(place)
    },
  }
}

/** The id of a field on the page, for its label, its error and the summary above. */
export function fieldId(field: FieldName, person?: string): string {
  return person === undefined ? field : `${person}.${field}`
}

/** What to say about the problems, in words: of one field, or of all in order. */
export function useProblemWords({ draft, problems }: FormState) {
  const text = useText(problemText)
  const inWords = (problem: Problem) => {
    const place = draft.people.findIndex(({ id }) => id === problem.person)
    const name = draft.people[place]?.name.trim() ?? ''
    return text.problem(problem, name === '' ? text.personNumber(place + 1) : name)
  }
  return {
    errorAt: (field: FieldName, person?: string) => {
      const found = problems.find((problem) => problem.field === field && problem.person === person)
      return found === undefined ? undefined : inWords(found)
    },
    summary: problems.map((problem) => ({
      field: fieldId(problem.field, problem.person),
      message: inWords(problem),
    })),
  }
}

export type ProblemWords = ReturnType<typeof useProblemWords>

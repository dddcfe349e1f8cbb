/** What someone fills in to answer a request of a person. */
export type RequestDraft = {
  outcome: 'done' | 'partly' | 'refused' | null
  answer: string
  deletes: boolean
  /** Said twice that it may be deleted. */
  sure: boolean
}

/** What is still missing, in the order of the form. Who does less than was asked explains why. */
export function requestProblems(draft: RequestDraft): ('outcome' | 'sure' | 'answer')[] {
  const { outcome, answer, deletes, sure } = draft
  return [
    ...(outcome === null ? (['outcome'] as const) : []),
    ...(deletes && !sure ? (['sure'] as const) : []),
    ...((outcome === 'partly' || outcome === 'refused') && answer.trim() === '' ? (['answer'] as const) : []),
  ]
}

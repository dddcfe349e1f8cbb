import type { FormModel } from './form.ts'
import type { FormValue } from './form.value.ts'

/** What was answered to one item: values of a question (each with answers under it), or the items of one group. */
export type FormAnswer = {
  linkId: string
  values?: readonly FormAnswerValue[]
  items?: readonly FormAnswer[]
}
/** One value of an answer; items under a question stand with the value they belong to. */
export type FormAnswerValue = { value: FormValue; items?: readonly FormAnswer[] }

/**
 * The answers to a form, in the tree of the form. A group that was filled in more than once stands there more than once.
 * An item that was not answered is absent.
 */
export type FormAnswers = { items: readonly FormAnswer[] }

export type AnsweredForm = { form: FormModel; answers: FormAnswers }

/** All entries of the answers, each before those under it. */
export function* entriesOf(items: readonly FormAnswer[]): Generator<FormAnswer> {
  const open = items.toReversed()
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    yield entry
    const under = [...(entry.items ?? []), ...(entry.values ?? []).flatMap((one) => one.items ?? [])]
    for (const child of under.toReversed()) open.push(child)
  }
}

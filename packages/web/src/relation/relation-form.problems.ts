import { checkDraft, type FieldName, type Problem, type ProblemCode } from './relation-form.check.ts'
import type { RelationDraft } from './relation-form.draft.ts'

const personFields: readonly string[] = ['name', 'member', 'voice', 'detail'] satisfies FieldName[]
const ownFields: readonly string[] = [
  'title',
  'participants',
  'kind',
  'context',
  'situation',
  'purpose',
  'checkEveryDays',
] satisfies FieldName[]

/**
 * What the server found wrong (a reason per dotted path), at the places of the form. What belongs to no place is left out:
 * then the error itself must be shown.
 */
export function problemsOfServer(fields: Readonly<Record<string, string>>, draft: RelationDraft): Problem[] {
  return Object.entries(fields).flatMap(([path, reason]): Problem[] => {
    const code = codeOf(reason)
    const [first = '', index = '', name = ''] = path.split('.')
    const person = draft.people[Number(index)]?.id
    if (first === 'participants' && person !== undefined && isPersonField(name)) {
      return [{ field: name, code, person }]
    }
    return isOwnField(first) ? [{ field: first, code }] : []
  })
}

function codeOf(reason: string): ProblemCode {
  return reason === 'unreadable' || reason === 'doubled' ? reason : 'unclear'
}

function isOwnField(name: string): name is FieldName {
  return ownFields.includes(name)
}

function isPersonField(name: string): name is FieldName {
  return personFields.includes(name)
}

/**
 * Which problems are left after a change. Ours go when they are solved; the server's go when their field was touched,
 * because only the server can tell. No new ones come while someone types.
 */
export function problemsLeft(
  problems: readonly Problem[],
  before: RelationDraft,
  after: RelationDraft,
): Problem[] {
  const checked = checkDraft(after)
  const ours = 'problems' in checked ? checked.problems : []
  return problems.flatMap((problem) => {
    const still = ours.find((one) => samePlace(one, problem) && one.code === problem.code)
    if (still !== undefined) return [still]
    const isTouched = valueAt(before, problem) !== valueAt(after, problem)
    const isServers = !isOurs(problem, before)
    return isServers && !isTouched && isThere(after, problem) ? [problem] : []
  })
}

function isOurs(problem: Problem, draft: RelationDraft): boolean {
  const checked = checkDraft(draft)
  return (
    'problems' in checked &&
    checked.problems.some((one) => samePlace(one, problem) && one.code === problem.code)
  )
}

function samePlace(one: Problem, other: Problem): boolean {
  return one.field === other.field && one.person === other.person
}

function isThere(draft: RelationDraft, { person }: Problem): boolean {
  return person === undefined || draft.people.some(({ id }) => id === person)
}

function valueAt(draft: RelationDraft, { field, person: id }: Problem): string {
  const person = draft.people.find((one) => one.id === id)
  switch (field) {
    case 'name':
    case 'voice':
    case 'detail':
      return JSON.stringify(person?.[field])
    case 'member':
      return JSON.stringify(person?.colleague)
    case 'participants':
      return JSON.stringify(draft.people)
    case 'checkEveryDays':
      return JSON.stringify([draft.rhythm, draft.otherDays])
    default:
      return JSON.stringify(draft[field])
  }
}

import { checkSetting, type RelationKind, type Voice } from '@weerklank/core/relation/relation'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { Sent } from '../api/client.ts'
import { addressOf, hasSetting, type PersonDraft, type RelationDraft } from './relation-form.draft.ts'

/** A place in the form where something can be wrong. */
export type FieldName =
  | 'title'
  | 'participants'
  | 'name'
  | 'member'
  | 'voice'
  | 'detail'
  | 'kind'
  | 'context'
  | 'situation'
  | 'purpose'
  | 'checkEveryDays'

export type ProblemCode =
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'doubled'
  | 'no-number'
  | 'unreadable'
  | 'unclear'

/** What is wrong where. `person`: in whose row. `length`: how long a text is now that may be `max` long. */
export type Problem = { field: FieldName; code: ProblemCode; person?: string; length?: number; max?: number }

export type Body = Omit<Sent<typeof relationEndpoints.createRelation>['body'], 'id'>
type Checked = { body: Body } | { problems: Problem[] }

const longest = { title: 120, name: 80, detail: 80, purpose: 500 } as const
const peopleAtMost = 40

/** What is sent, or all that is not right yet, in the order of the form. The server has the last word. */
export function checkDraft(draft: RelationDraft): Checked {
  const { id: _, title, purpose } = draft
  const people = draft.people.map(checkPerson)
  const setting = checkKind(draft)
  const days = daysOf(draft)
  const problems = [
    ...textProblems({ field: 'title' }, title, { required: true }),
    ...crowdProblems(draft),
    ...people.flatMap((person) => person.problems),
    ...setting.problems,
    ...textProblems({ field: 'purpose' }, purpose),
    ...(days === null ? [{ field: 'checkEveryDays', code: 'no-number' } as const] : []),
  ]
  if (problems.length > 0 || setting.kind === null || days === null) return { problems }
  const participants = people.flatMap(({ input }) => (input === null ? [] : [input]))
  const { kind, context, situation } = setting
  return {
    body: {
      title: title.trim(),
      participants,
      kind,
      context,
      situation,
      purpose: purpose.trim(),
      checkEveryDays: days,
      singleContact: draft.rhythm === 'once',
    },
  }
}

function checkPerson(person: PersonDraft) {
  const { id, voice, colleague } = person
  const member = colleague === null ? null : colleague.member
  const isUnchosen = colleague !== null && member === null
  const problems: Problem[] = [
    ...(isUnchosen ? [{ field: 'member', code: 'missing', person: id } as const] : []),
    ...textProblems({ field: 'name', person: id }, person.name, { required: !isUnchosen }),
    ...(voice === null ? [{ field: 'voice', code: 'missing', person: id } as const] : []),
    ...textProblems({ field: 'detail', person: id }, person.detail),
  ]
  return { problems, input: voice === null ? null : personInput(person, voice) }
}

function personInput(person: PersonDraft, voice: Voice): Body['participants'][number] {
  const { id, name, detail, language, colleague } = person
  return {
    id,
    name: name.trim(),
    voice,
    detail: detail.trim(),
    address: addressOf(person),
    language,
    member: colleague === null ? null : colleague.member,
  }
}

function crowdProblems({ people }: RelationDraft): Problem[] {
  if (people.length === 0) return [{ field: 'participants', code: 'missing' }]
  if (people.length > peopleAtMost)
    return [{ field: 'participants', code: 'too-many', length: people.length, max: peopleAtMost }]
  return doubledColleagues(people)
}

function doubledColleagues(people: readonly PersonDraft[]): Problem[] {
  const seen = new Set<string>()
  return people.flatMap(({ id, colleague }): Problem[] => {
    const member = colleague?.member ?? null
    if (member === null) return []
    const isDoubled = seen.has(member)
    seen.add(member)
    return isDoubled ? [{ field: 'member', code: 'doubled', person: id }] : []
  })
}

type Setting = Pick<RelationDraft, 'context' | 'situation'>

/** The kind with its context and situation; both null where they do not apply, whatever was chosen before. */
function checkKind(draft: RelationDraft): { kind: RelationKind | null; problems: Problem[] } & Setting {
  const { kind } = draft
  if (kind === null)
    return { kind, context: null, situation: null, problems: [{ field: 'kind', code: 'missing' }] }
  const setting: Setting = hasSetting(kind) ? draft : { context: null, situation: null }
  const { context, situation } = setting
  const decision = checkSetting({ kind, context, situation })
  const field = !decision.allowed && decision.reason === 'context-missing' ? 'context' : 'situation'
  return { kind, context, situation, problems: decision.allowed ? [] : [{ field, code: 'missing' }] }
}

/** Nothing returns after one contact; when it becomes more, it begins with a month. */
const daysAfterOnce = 30

function daysOf({ rhythm, otherDays }: RelationDraft): number | null {
  if (rhythm === 'once') return daysAfterOnce
  const text = (rhythm === 'other' ? otherDays : rhythm).trim()
  const days = Number(text)
  return /^\d{1,3}$/.test(text) && days >= 1 && days <= 365 ? days : null
}

type TextField = 'title' | 'name' | 'detail' | 'purpose'
type TextPlace = { field: TextField; person?: string }

function textProblems(place: TextPlace, value: string, { required = false } = {}): Problem[] {
  // As PostgreSQL and the contract count: in characters, so that an emoji is one.
  const length = [...value.trim()].length
  const max = longest[place.field]
  if (length === 0 && required) return [{ ...place, code: 'missing' }]
  return length > max ? [{ ...place, code: 'too-long', length, max }] : []
}

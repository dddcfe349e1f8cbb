import type { Voice } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import type { MemberId } from '@weerklank/core/shared/ids'
import type { CircleKind } from '@weerklank/core/team/circle'

export type SideDraft = { id: string; name: string; isFamily: boolean }
/** With `member` she is a colleague who comes in by her account. */
export type PersonDraft = {
  id: string
  name: string
  voice: Voice | null
  sides: string[]
  member: MemberId | null
}

export const emptyPerson = (id: string): PersonDraft => ({
  ...{ id, name: '', voice: null, sides: [], member: null },
})

/** A team or network that is being made. */
export type CircleDraft = {
  /** The collaboration it begins with; null: with new people. */
  from: 'new' | 'old'
  relation: string | null
  title: string
  kind: CircleKind
  question: string
  endsOn: string
  sides: SideDraft[]
  people: PersonDraft[]
  /** From which sides she who makes it speaks. */
  own: string[]
}

export type DraftProps = { draft: CircleDraft; onChange: (draft: CircleDraft) => void }

/** Begins as a network: an organisation and the family, and room for one of each. */
export function emptyDraft(newId: () => string, names: { own: string; family: string }): CircleDraft {
  const [own, family] = [newId(), newId()]
  return {
    ...{ from: 'new', relation: null, title: '', kind: 'network', question: '', endsOn: '' },
    sides: [
      { id: own, name: names.own, isFamily: false },
      { id: family, name: names.family, isFamily: true },
    ],
    people: [emptyPerson(newId())],
    own: [own],
  }
}

export type DraftProblem = 'title' | 'relation' | 'endsOn' | 'side' | 'person' | 'own'

/** What still stands in the way, in the order of the form. */
export function problemsOf(draft: CircleDraft): DraftProblem[] {
  const { from, relation, title, kind, endsOn, sides, people, own } = draft
  const names = sides.map(({ name }) => name.trim().toLowerCase())
  const isOpen = ({ name, voice, sides: chosen }: PersonDraft) =>
    name.trim() === '' || chosen.length === 0 || (from === 'new' && voice === null)
  const found: [DraftProblem, boolean][] = [
    ['relation', from === 'old' && relation === null],
    ['title', from === 'new' && title.trim() === ''],
    ['endsOn', kind === 'network' && !/^\d{4}-\d\d-\d\d$/.test(endsOn)],
    ['side', names.includes('') || new Set(names).size < names.length],
    ['own', own.length === 0],
    ['person', people.length === 0 || people.some(isOpen)],
  ]
  return found.filter(([, isWrong]) => isWrong).map(([problem]) => problem)
}

/** The people of a collaboration but her own self, to say from which side each speaks. */
export function peopleOf(relation: RelationDetails, self: string): PersonDraft[] {
  return relation.participants
    .filter(({ active, member }) => active && member !== self)
    .map(({ id, name, voice, member }) => ({ id, name, voice, sides: [], member }))
}

/** Without a side that is taken away. */
export function withoutSide(draft: CircleDraft, id: string): CircleDraft {
  const left = (chosen: readonly string[]) => chosen.filter((one) => one !== id)
  return {
    ...draft,
    sides: draft.sides.filter((side) => side.id !== id),
    people: draft.people.map((person) => ({ ...person, sides: left(person.sides) })),
    own: left(draft.own),
  }
}

import type { PersonDraft, RelationDraft } from './relation-form.draft.ts'

/** What both changed: mine stays in the form, and the other is told so that nobody overrules unseen. */
export type Overruled = 'title' | 'setting' | 'purpose' | 'rhythm' | { person: string }

export type Versions = {
  /** As it was when I began. */
  base: RelationDraft
  mine: RelationDraft
  /** As someone else kept it meanwhile. */
  theirs: RelationDraft
}

/** My changes on top of the newest version. What only one of us changed is as that one left it. */
export function mergeDrafts(versions: Versions): { draft: RelationDraft; overruled: Overruled[] } {
  const { theirs } = versions
  const overruled: Overruled[] = []
  const chosen = <Key extends keyof RelationDraft>(name: Overruled, keys: readonly Key[]) => {
    const side = sideOf(versions, (draft) => keys.map((key) => draft[key]))
    if (side === 'both') overruled.push(name)
    const source = side === 'theirs' ? theirs : versions.mine
    return Object.fromEntries(keys.map((key) => [key, source[key]])) as Pick<RelationDraft, Key>
  }
  const draft = {
    id: theirs.id,
    ...chosen('title', ['title']),
    people: mergePeople(versions, overruled),
    // Kind, context and situation only fit together, so they are taken together.
    ...chosen('setting', ['kind', 'context', 'situation']),
    ...chosen('purpose', ['purpose']),
    ...chosen('rhythm', ['rhythm', 'otherDays']),
  }
  return { draft, overruled }
}

type Side = 'mine' | 'theirs' | 'both'

function sideOf({ base, mine, theirs }: Versions, part: (draft: RelationDraft) => unknown): Side {
  if (same(part(mine), part(base)) || same(part(mine), part(theirs))) return 'theirs'
  return same(part(theirs), part(base)) ? 'mine' : 'both'
}

function mergePeople(versions: Versions, overruled: Overruled[]): PersonDraft[] {
  const { base, mine, theirs } = versions
  const theirIds = new Set(theirs.people.map(({ id }) => id))
  const theirMembers = new Set(theirs.people.flatMap(({ colleague }) => colleague?.member ?? []))
  const kept = theirs.people.flatMap((person) => {
    const [own, before] = [find(mine, person.id), find(base, person.id)]
    // I took her out, unless she came only now.
    if (own === undefined) return before === undefined ? [person] : []
    const side = sideOf(versions, (draft) => find(draft, person.id))
    if (side === 'both') overruled.push({ person: person.id })
    return [side === 'theirs' ? person : { ...own, known: true }]
  })
  const added = mine.people.filter((person) => {
    if (theirIds.has(person.id)) return false
    const before = find(base, person.id)
    // They took her out: that holds, unless I have just changed her.
    if (before !== undefined) return !same(before, person)
    return !theirMembers.has(person.colleague?.member ?? '')
  })
  return [...kept, ...added]
}

function find(draft: RelationDraft, id: string): PersonDraft | undefined {
  return draft.people.find((person) => person.id === id)
}

/** Whether two forms, or parts of them, hold the same. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

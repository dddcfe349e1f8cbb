import { type FormItem, type FormModel, itemsOf } from './form.ts'

/** What somebody did to a form, in steps that a colleague can read. */
export type FormDeed =
  | { kind: 'about' }
  | { kind: 'added' | 'removed' | 'changed' | 'moved'; linkId: string; text: string }

/**
 * What makes `after` out of `before`: items by their linkId, in the order of `after`, and last what went. `about` is anything
 * of the form itself. A group is changed by its own words only, not by what stands in it.
 */
export function whatChanged(before: FormModel, after: FormModel): FormDeed[] {
  const [old, now] = [placesOf(before), placesOf(after)]
  const about = isSame(headOf(before), headOf(after)) ? [] : [{ kind: 'about' } as const]
  const here = [...now.values()].flatMap((place): FormDeed[] => {
    const was = old.get(place.item.linkId)
    if (was === undefined) return [deed('added', place.item)]
    return [
      ...(isSame(ownOf(was.item), ownOf(place.item)) ? [] : [deed('changed', place.item)]),
      ...(isMoved(was, place, { old, now }) ? [deed('moved', place.item)] : []),
    ]
  })
  const gone = [...old.values()].filter(({ item }) => !now.has(item.linkId))
  return [...about, ...here, ...gone.map(({ item }) => deed('removed', item))]
}

type Place = { item: FormItem; group: string | null; before: readonly string[] }
type Places = ReadonlyMap<string, Place>

const deed = (kind: 'added' | 'removed' | 'changed' | 'moved', { linkId, text }: FormItem): FormDeed => ({
  ...{ kind, linkId },
  text: text?.text ?? '',
})
const ownOf = ({ items: _, ...own }: FormItem) => own
const headOf = ({ items: _, status: __, ...head }: FormModel) => head

function placesOf(form: FormModel): Places {
  const found = new Map<string, Place>()
  const lay = (items: readonly FormItem[], group: string | null) => {
    for (const [at, item] of items.entries()) {
      const before = items.slice(0, at).map(({ linkId }) => linkId)
      found.set(item.linkId, { item, group, before })
    }
  }
  lay(form.items, null)
  for (const item of itemsOf(form.items)) if (item.items) lay(item.items, item.linkId)
  return found
}

/** In another group, or after other neighbours than before; those that came or went move nobody. */
function isMoved(was: Place, place: Place, { old, now }: { old: Places; now: Places }): boolean {
  if (was.group !== place.group) return true
  const stays = (id: string) => old.get(id)?.group === place.group && now.get(id)?.group === place.group
  return !isSame(was.before.filter(stays).toSorted(), place.before.filter(stays).toSorted())
}

/** Sorted by name, so that the order in which they were written does not count. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

import { Link, useLocation } from '@tanstack/react-router'
import type { Item } from '@weerklank/core/library/item.schema'
import { useText } from '../language/use-text.ts'
import { PractiseLog } from '../learning/learning.tsx'
import { Section } from '../ui/Section.tsx'
import { AtHandList } from './AtHandList.tsx'
import { atHandText } from './at-hand.text.ts'
import { cameFrom, wayBack } from './came-from.ts'

/** The way back to where one came from; without one, to the library. */
export function ItemBack() {
  const text = useText(atHandText)
  const { search } = useLocation()
  const from = cameFrom((search as { van?: unknown }).van)
  if (from !== null) {
    const { pathname, searchParams, hash } = new URL(from.href, location.origin)
    // Checked by cameFrom: an address of our own pages, which the router cannot know by its type.
    const search = Object.fromEntries(searchParams) as never
    return (
      <Link to={pathname as never} search={search} hash={hash.slice(1)}>
        {text.back[from.place]}
      </Link>
    )
  }
  return (
    <Link to="/kennis" search={{}}>
      {text.back.library}
    </Link>
  )
}

/** An item that is made after an exercise, or goes with one, leads there; what is practised is written down where one learns. */
function Exercise({ item, exercise }: { item: Item; exercise: string }) {
  const text = useText(atHandText)
  const { pathname, searchStr } = useLocation()
  return (
    <div className="wk-stack">
      {exercise !== item.key && (
        <p>
          <Link
            to="/kennis/$key"
            params={{ key: exercise }}
            search={{ van: wayBack({ pathname, search: searchStr, hash: '' }, '') }}
          >
            {text.toExercise}
          </Link>
        </p>
      )}
      <p>{text.tryIt}</p>
      <PractiseLog exercise={exercise} label={text.practise} />
    </div>
  )
}

/** What goes on from an item; from an exercise to one's own log, where one learns. */
export function ItemOnward({ item }: { item: Item }) {
  const text = useText(atHandText)
  return (
    <Section title={text.on}>
      {item.uses?.exercise !== undefined && <Exercise item={item} exercise={item.uses.exercise} />}
      <AtHandList asked={{ place: { at: 'item', key: item.key }, setting: null, voice: null }} anchor="" />
    </Section>
  )
}

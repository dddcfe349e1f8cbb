import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMe } from '../access/access.ts'
import { todayQuery } from '../feedback/feedback.queries.ts'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { appText } from './app.text.ts'
import { type PlacedRoom, placedRooms, roomPlaces } from './room-places.ts'

/** As many as fit beside each other on a phone. */
const besideEachOther = 5

export function Rooms() {
  const text = useText(appText)
  const own = placedRooms(useMe().rooms)
  const first = own.length > besideEachOther ? besideEachOther - 1 : own.length
  const more = own.slice(first)
  if (own.length === 0) return null
  return (
    <nav className="wk-rooms wk-no-print" aria-label={text.rooms}>
      <ul>
        {own.map((room, at) => (
          <li key={room} className={at >= first ? 'wk-rooms__wide' : undefined}>
            <RoomLink room={room} />
          </li>
        ))}
        {more.length > 0 && (
          <li className="wk-rooms__narrow">
            <button type="button" className="wk-room" popoverTarget="meer-kamers">
              <Icon name="menu" />
              <span>{text.moreRooms}</span>
            </button>
          </li>
        )}
      </ul>
      {more.length > 0 && <MoreRooms rooms={more} />}
    </nav>
  )
}

/** On a phone: the rooms for which there is no place in the bar. The browser closes it on Escape and on a press elsewhere. */
function MoreRooms({ rooms }: { rooms: readonly PlacedRoom[] }) {
  return (
    <ul id="meer-kamers" popover="auto" className="wk-rooms__more">
      {rooms.map((room) => (
        <li key={room}>
          <RoomLink room={room} onPick={() => document.getElementById('meer-kamers')?.hidePopover()} />
        </li>
      ))}
    </ul>
  )
}

function RoomLink({ room, onPick }: { room: PlacedRoom; onPick?: () => void }) {
  const text = useText(appText)
  const { to, icon } = roomPlaces[room]
  return (
    <Link
      className="wk-room"
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...(onPick && { onClick: onPick })}
    >
      <Icon name={icon} />
      <span>{text.room[room]}</span>
      {room === 'today' && <AttentionCount />}
    </Link>
  )
}

/** Only what *Vandaag* has fetched already: a badge is not worth a request on every page. */
function AttentionCount() {
  const text = useText(appText)
  const { data } = useQuery({ ...todayQuery, enabled: false })
  const count = data === undefined ? 0 : data.attention.length + data.more
  if (count === 0) return null
  return (
    <span className="wk-room__count">
      <span aria-hidden="true">{count}</span>
      <span className="wk-sr-only">, {text.asksAttention(count)}</span>
    </span>
  )
}

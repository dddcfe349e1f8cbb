import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { todayQuery } from '../feedback/feedback.queries.ts'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { appText } from './app.text.ts'

export function Rooms() {
  const text = useText(appText)
  return (
    <nav className="wk-rooms wk-no-print" aria-label={text.rooms}>
      <ul>
        <li>
          <Link className="wk-room" to="/" activeOptions={{ exact: true }}>
            <Icon name="today" />
            <span>{text.today}</span>
            <AttentionCount />
          </Link>
        </li>
        <li>
          <Link className="wk-room" to="/samenwerkingen" activeOptions={{ includeSearch: false }}>
            <Icon name="people" />
            <span>{text.relations}</span>
          </Link>
        </li>
      </ul>
    </nav>
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

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { maySupervise } from '@weerklank/core/feedback/supervision'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { sharedWithMeQuery } from './supervision.queries.ts'
import { supervisionText } from './supervision.text.ts'

/** On *Vandaag*, for whoever can be asked to look along; nothing where nobody asks. */
export function TodaySupervision() {
  const { roles } = useMe().member
  return maySupervise(roles).allowed ? <Asked /> : null
}

function Asked() {
  const text = useText(supervisionText)
  const { data } = useQuery(sharedWithMeQuery)
  if (data === undefined || data.shares.length === 0) return null
  return (
    <p>
      <Link to="/meekijken">{text.today(data.shares.length)}</Link>
    </p>
  )
}

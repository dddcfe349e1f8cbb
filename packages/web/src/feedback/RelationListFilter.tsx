import { Link } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { relationListText } from './relation-list.text.ts'

type Props = {
  search: string
  /** How many fit the search; undefined while it is being looked up. */
  found: number | undefined
}

/** Going on or ended, and what was searched for. */
export function RelationListFilter({ search, found }: Props) {
  const text = useText(relationListText)
  const kept = search === '' ? {} : { zoek: search }
  const exact = { exact: true, includeSearch: true }
  return (
    <div className="wk-relation-filter">
      <nav className="wk-relation-tabs wk-no-print" aria-label={text.which}>
        <Link to="/samenwerkingen" search={kept} activeOptions={exact}>
          {text.open}
        </Link>
        <Link to="/samenwerkingen" search={{ ...kept, gesloten: 'ja' }} activeOptions={exact}>
          {text.closed}
        </Link>
      </nav>
      {search !== '' && (
        <div className="wk-row">
          {/* Always there while searching, so that the number is heard when it comes. */}
          <p role="status" className={classes(found === 0 && 'wk-sr-only')}>
            {found === undefined ? '' : found === 0 ? text.nothingTitle : text.found(found, search)}
          </p>
          <ClearSearch />
        </div>
      )}
    </div>
  )
}

function ClearSearch() {
  const text = useText(relationListText)
  return (
    <Link
      className="wk-relation-clear wk-no-print"
      to="/samenwerkingen"
      search={({ gesloten }) => (gesloten === undefined ? {} : { gesloten })}
    >
      {text.showAll}
    </Link>
  )
}

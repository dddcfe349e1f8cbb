import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { relationListText } from './relation-list.text.ts'

type Props = { search: string; closed: boolean }

/** Nothing here: what this place becomes, or where else to look. */
export function RelationListEmpty({ search, closed }: Props) {
  const text = useText(relationListText)
  if (search !== '') return <NothingFound search={search} closed={closed} />
  if (closed) return <EmptyState title={text.noneClosedTitle} text={text.noneClosedText} />
  return (
    <EmptyState
      title={text.emptyTitle}
      text={text.emptyText}
      action={<LinkButton to="/samenwerkingen/nieuw">{text.newRelation}</LinkButton>}
    />
  )
}

function NothingFound({ search, closed }: Props) {
  const text = useText(relationListText)
  const isGuest = useMe().member.roles.includes('guest')
  return (
    <EmptyState
      title={text.nothingTitle}
      text={closed ? text.nothingClosedText(search) : text.nothingText(search)}
      action={
        <>
          <LinkButton
            to="/samenwerkingen"
            search={closed ? { zoek: search } : { zoek: search, gesloten: 'ja' }}
          >
            {closed ? text.searchOpen : text.searchClosed}
          </LinkButton>
          {!isGuest && (
            <LinkButton variant="quiet" to="/spoed">
              {text.emergency}
            </LinkButton>
          )}
        </>
      }
    />
  )
}

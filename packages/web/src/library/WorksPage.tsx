import './works.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ToldDeed } from '@weerklank/core/library/works.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { WorksGroups } from './WorksGroups.tsx'
import { worksQuery } from './works.queries.ts'
import { worksText } from './works.text.ts'

/** What works for us: what followed on agreements, repairs and talks here, as a reason to ask on and never as proof. */
export function WorksPage() {
  const text = useText(worksText)
  const query = useQuery(worksQuery)
  const seen = useSeen(query.dataUpdatedAt)
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={<Link to="/kennis">{text.toLibrary}</Link>} />
      <div className="wk-stack wk-stack--wide">
        <p className="wk-works-care">
          <Icon name="eye" />
          <span>{text.noProof}</span>
        </p>
        <PageState
          query={query}
          isEmpty={({ deeds }) => deeds.every(isHidden)}
          empty={
            <EmptyState
              title={text.emptyTitle}
              text={text.emptyText}
              action={
                <LinkButton variant="quiet" to="/samenwerkingen">
                  {text.toRelations}
                </LinkButton>
              }
            />
          }
        >
          {({ deeds }) =>
            deeds
              .filter((one) => !isHidden(one))
              .map((one) => <Followed key={`${one.source} ${one.deed}`} told={one} seen={seen} />)
          }
        </PageState>
        <div>
          <Disclosure label={text.how}>
            <div className="wk-stack">
              {text.howText.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </Disclosure>
        </div>
      </div>
    </>
  )
}

const isHidden = ({ groups }: ToldDeed) => groups.every(({ result }) => result.status === 'hidden')

function Followed({ told, seen }: { told: ToldDeed; seen: Seen }) {
  const text = useText(worksText)
  const language = useLanguage()
  const { source, deed, name, toldAt } = told
  const what =
    deed === 'agreement' || deed === 'repair' || deed === 'goal'
      ? text.deed[deed]
      : text.deed.named(name?.[language] ?? text.gone)
  const title = text.inSource[source](what)
  return (
    <Section title={title} intro={text.toldAt(shortDay(toldAt, seen))}>
      <WorksGroups told={told} title={title} />
    </Section>
  )
}

import './circle.css'
import '../ui/tabs.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CircleDetails } from '@weerklank/core/team/circle.contract'
import { type ReactNode, useEffect, useRef } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { circleQuery } from './circle.queries.ts'
import { circleFrameText } from './circle-frame.text.ts'
import { circleTabs } from './circle-tabs.ts'
import { useCircleDay } from './use-circle-day.ts'

export type CircleTab = keyof (typeof circleFrameText)['nl']['tab']

type Props = {
  relation: string
  /** Which part, for the name of the document; left out on the first. */
  part?: CircleTab
  /** The main action of this part, once. */
  actions?: (details: CircleDetails) => ReactNode
  children: (details: CircleDetails) => ReactNode
}

/** Begins every page of one team or network: what they want to find out, how it stands, and the way to its other parts. */
export function CircleFrame({ relation, part, actions, children }: Props) {
  const text = useText(circleFrameText)
  const query = useQuery(circleQuery(relation))
  if (query.error instanceof ApiError && query.error.code === 'not-found') return <NoCircle />
  return (
    <PageState query={query}>
      {(details) => (
        <>
          <div className="wk-circle-head">
            <PageHeader
              title={details.title}
              documentTitle={part === undefined ? details.title : `${text.tab[part]} · ${details.title}`}
              intro={details.question === '' ? text.noQuestion[details.kind] : details.question}
              back={<Link to="/team">{text.back}</Link>}
              actions={actions?.(details)}
            />
            <Standing details={details} />
            <Tabs details={details} />
          </div>
          {children(details)}
        </>
      )}
    </PageState>
  )
}

/** A collaboration that is no team or network yet: what that would be, and the way to make it one. */
function NoCircle() {
  const text = useText(circleFrameText)
  const make = (
    <LinkButton variant="primary" to="/team/nieuw">
      {text.make}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={text.none} back={<Link to="/team">{text.back}</Link>} />
      <EmptyState title={text.none} text={text.noneText} action={make} />
    </>
  )
}

/** That it is over, or that its family left: said kindly, with what still can be done. */
function Standing({ details: { state } }: { details: CircleDetails }) {
  const text = useText(circleFrameText)
  const day = useCircleDay()
  if (state.status === 'running') return null
  const said =
    state.status === 'ended' ? text.ended[state.reason](day(state.on)) : text.roundingOff(day(state.until))
  return <p className="wk-circle-standing">{said}</p>
}

function Tabs({ details: { relation, kind } }: { details: CircleDetails }) {
  const text = useText(circleFrameText)
  const list = useRef<HTMLUListElement>(null)
  // On a phone not all parts fit: the one that is open must be seen. Only the row moves, never the page.
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current != null && open != null)
      list.current.scrollLeft +=
        open.getBoundingClientRect().right - list.current.getBoundingClientRect().right + open.offsetWidth
  }, [])
  return (
    <nav className="wk-tabs wk-no-print" aria-label={text.parts[kind]}>
      <ul ref={list}>
        {circleTabs.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} params={{ relation }} activeOptions={{ exact: true, includeSearch: false }}>
              {text.tab[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

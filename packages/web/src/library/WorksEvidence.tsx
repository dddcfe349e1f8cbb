import '../ui/disclosure.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Evidence, ToldDeed, ToldGroup } from '@weerklank/core/library/works.contract'
import { assertNever } from '@weerklank/core/shared/assert-never'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useId, useState } from 'react'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Later } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { evidenceQuery } from './works.queries.ts'
import { worksText } from './works.text.ts'

type Props = { told: ToldDeed; group: ToldGroup }

/** What a claim rests on, where the reader takes part: from here to the collaboration itself. */
export function WorksEvidence(props: Props) {
  const text = useText(worksText)
  const [open, setOpen] = useState(false)
  const panel = useId()
  return (
    <>
      <TextButton
        className="wk-disclosure"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {text.evidence}
      </TextButton>
      <div id={panel} className="wk-disclosure__panel" hidden={!open}>
        {/* Asked for, and written down, only when somebody looks. */}
        <Later open={open}>
          <Rests {...props} />
        </Later>
      </div>
    </>
  )
}

function Rests({ told, group }: Props) {
  const text = useText(worksText)
  const query = useQuery(evidenceQuery(told, group))
  const seen = useSeen(query.dataUpdatedAt)
  return (
    <PageState query={query}>
      {({ evidence }) =>
        evidence.length === 0 ? (
          <p>{text.noEvidence[told.source]}</p>
        ) : (
          <>
            <p className="wk-muted">{text.evidenceIntro[told.source]}</p>
            <ul>
              {evidence.map((one) => (
                <li key={keyOf(one)}>
                  <One evidence={one} seen={seen} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </PageState>
  )
}

const keyOf = (one: Evidence) => (one.source === 'trajectory' ? one.trajectory : `${one.relation} ${one.at}`)

function One({ evidence, seen }: { evidence: Evidence; seen: Seen }) {
  const text = useText(worksText)
  switch (evidence.source) {
    case 'collaboration':
      return (
        <>
          <Link to="/samenwerkingen/$relation" params={{ relation: evidence.relation }}>
            {evidence.title}
          </Link>
          {`, ${shortDay(evidence.at, seen)}: ${text.way[evidence.way]} (${text.evidenceLine(evidence.before, evidence.after)})`}
        </>
      )
    case 'team':
      return (
        <>
          <Link to="/team/$relation" params={{ relation: evidence.relation }}>
            {evidence.title}
          </Link>
          {`, ${shortDay(evidence.at, seen)}`}
        </>
      )
    case 'trajectory':
      return (
        <Link to="/leren/$trajectory" params={{ trajectory: evidence.trajectory }}>
          {evidence.title}
        </Link>
      )
    default:
      return assertNever(evidence)
  }
}

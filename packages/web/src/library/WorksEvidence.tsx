import '../ui/disclosure.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ToldGroup } from '@weerklank/core/library/works.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useId, useState } from 'react'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Later } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { evidenceQuery } from './works.queries.ts'
import { worksText } from './works.text.ts'

type Props = { deed: string; group: ToldGroup }

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

function Rests({ deed, group }: Props) {
  const text = useText(worksText)
  const query = useQuery(evidenceQuery(deed, group))
  const seen = useSeen(query.dataUpdatedAt)
  return (
    <PageState query={query}>
      {({ evidence }) =>
        evidence.length === 0 ? (
          <p>{text.noEvidence}</p>
        ) : (
          <>
            <p className="wk-muted">{text.evidenceIntro}</p>
            <ul>
              {evidence.map((one) => (
                <li key={`${one.relation} ${one.at}`}>
                  <Link to="/samenwerkingen/$relation" params={{ relation: one.relation }}>
                    {one.title}
                  </Link>
                  {`, ${shortDay(one.at, seen)}: ${text.way[one.way]} (${text.evidenceLine(one.before, one.after)})`}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </PageState>
  )
}

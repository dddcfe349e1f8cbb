import './check.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CircleCheckDetails } from '@weerklank/core/team/circle-check.contract'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { Suspense } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { componentLater } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CheckAgreements } from './CheckAgreements.tsx'
import { CheckAnswer } from './CheckAnswer.tsx'
import { CheckTakeBack } from './CheckTakeBack.tsx'
import { CheckTalk } from './CheckTalk.tsx'
import { CheckWithdraw } from './CheckWithdraw.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { checkQuery } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { useMomentDay } from './use-moment-day.ts'

const CheckOutcome = componentLater(async () => (await import('./CheckOutcome.tsx')).CheckOutcome)

/** One check of a circle: one's own answer while it is shut, what came out once it is open. */
export function CheckPage() {
  const { relation, check } = useParams({ from: '/members/team/$relation/check/$check' })
  const query = useQuery(checkQuery(relation, check))
  return (
    <CircleFrame relation={relation} part="check">
      {() => (
        <PageState query={query}>{(details) => <Check relation={relation} check={details} />}</PageState>
      )}
    </CircleFrame>
  )
}

type Props = { relation: string; check: CircleCheckDetails }

function Check({ relation, check }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const { outcome } = check
  return (
    <div className="wk-stack wk-stack--wide wk-check">
      <div>
        <p className="wk-small wk-no-print">
          <Link to="/team/$relation/check" params={{ relation }}>
            {text.checks}
          </Link>
        </p>
        <h2>{check.name[language]}</h2>
        <p>{check.definition.aim[language]}</p>
      </div>
      <CheckAgreements check={check} />
      {outcome === null ? (
        <Shut relation={relation} check={check} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CheckOutcome check={check} outcome={outcome} />
          <CheckTalk relation={relation} check={check} outcome={outcome} />
          {check.own !== null && <CheckTakeBack relation={relation} check={check} />}
        </Suspense>
      )}
    </div>
  )
}

/** While nobody sees anything of another. */
function Shut({ relation, check }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const dayOf = useMomentDay()
  const { mine } = check
  return (
    <>
      <Section title={text.waiting} intro={circleCheckWords[language].notYet}>
        <p className="wk-muted">
          {check.phase === 'planned'
            ? text.notYetOpen(dayOf(check.asksFrom))
            : text.until(dayOf(check.closesAt, 'last'))}
        </p>
        {!mine.isAsked && <p className="wk-muted">{text.notAsked}</p>}
      </Section>
      {mine.mayAnswer && <CheckAnswer key={check.id} relation={relation} check={check} />}
      {mine.answered && <CheckTakeBack relation={relation} check={check} />}
      <CheckTalk relation={relation} check={check} outcome={null} />
      {check.mayWithdraw && <CheckWithdraw relation={relation} check={check.id} />}
    </>
  )
}

import './check.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { mayLookHalfWay } from '@weerklank/core/team/circle'
import { midcourseInstrument } from '@weerklank/core/team/circle-check'
import type { CircleCheckList, CircleCheckSummary } from '@weerklank/core/team/circle-check.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { CheckCards } from './CheckCards.tsx'
import { CheckMake } from './CheckMake.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { CirclePlan } from './CirclePlan.tsx'
import { checkListQuery } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { useCircleDay } from './use-circle-day.ts'
import { useMomentDay } from './use-moment-day.ts'

/** The checks of one circle: what asks now, what came out, and making one. */
export function CheckListPage() {
  const { relation } = useParams({ from: '/members/team/$relation/check' })
  const query = useQuery(checkListQuery(relation))
  return (
    <CircleFrame relation={relation} part="check">
      {() => <PageState query={query}>{(list) => <Checks relation={relation} list={list} />}</PageState>}
    </CircleFrame>
  )
}

type Props = { relation: string; list: CircleCheckList }

function Checks({ relation, list }: Props) {
  const text = useText(checkText)
  return (
    <div className="wk-stack wk-stack--wide">
      <Section title={text.checks} intro={text.checksIntro}>
        {list.checks.length === 0 ? (
          <p className="wk-muted">{text.none}</p>
        ) : (
          <ul className="wk-lines">
            {list.checks.map((check) => (
              <li key={check.id}>
                <CheckLine relation={relation} check={check} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Making relation={relation} list={list} />
      {list.may.why !== 'ended' && (
        <p className="wk-no-print">
          <Link to="/team/keuzehulp" search={{ team: relation }}>
            {text.chooser}
          </Link>
        </p>
      )}
    </div>
  )
}

function CheckLine({ relation, check }: { relation: string; check: CircleCheckSummary }) {
  const text = useText(checkText)
  const language = useLanguage()
  const day = useCircleDay()
  const dayOf = useMomentDay()
  const { phase, mine } = check
  const when = phase === 'planned' ? text.from(dayOf(check.asksFrom)) : null
  const until = phase === 'asking' ? text.until(dayOf(check.closesAt, 'last')) : null
  return (
    <div className="wk-check-line">
      <Link to="/team/$relation/check/$check" params={{ relation, check: check.id }}>
        {check.name[language]}
        <span className="wk-sr-only"> ({dayOf(check.asksFrom)})</span>
      </Link>
      <p className="wk-muted wk-small">
        {[text.phase[phase], when, until, text.talk(day(check.talkOn)), mine.answered ? text.answered : null]
          .filter((part) => part !== null)
          .map((part) => (part.endsWith('.') ? part : `${part}.`))
          .join(' ')}
      </p>
      {mine.mayAnswer && !mine.answered && (
        <LinkButton
          variant="outline"
          to="/team/$relation/check/$check"
          params={{ relation, check: check.id }}
        >
          {text.doAnswer}
        </LinkButton>
      )}
    </div>
  )
}

/** Making a check, or kindly why not and what helps instead. */
function Making({ relation, list }: Props) {
  const text = useText(checkText)
  const { vragen } = useSearch({ from: '/members/team/$relation/check' })
  // Who comes from the chooser has chosen already.
  const [start, setStart] = useState<'any' | 'midcourse' | null>(vragen === undefined ? null : 'any')
  const { may } = list
  if (may.why === 'too-few-people' || may.why === 'too-many-people') {
    return (
      <>
        <MidcourseTalk relation={relation} list={list} />
        {may.why === 'too-few-people' ? <TooFew list={list} /> : <TooMany />}
      </>
    )
  }
  if (may.why === 'ended') return <p className="wk-muted">{text.over}</p>
  if (!may.make) return null
  if (start !== null) {
    return <CheckMake {...{ relation, list, start, wanted: vragen }} onDone={() => setStart(null)} />
  }
  return (
    <>
      <Midcourse list={list} onPlan={() => setStart('midcourse')} />
      <div className="wk-actions">
        <Button variant="primary" onClick={() => setStart('any')}>
          {text.make}
        </Button>
      </div>
    </>
  )
}

function TooMany() {
  const text = useText(checkText)
  return (
    <Section title={text.many} intro={text.manyWhy}>
      <LinkButton to="/peilingen">{text.toRounds}</LinkButton>
    </Section>
  )
}

function TooFew({ list }: { list: CircleCheckList }) {
  const text = useText(checkText)
  const four = list.instruments.find(({ id }) => id === 'four-conditions')
  return (
    <Section title={text.few} intro={text.fewWhy}>
      {four !== undefined && (
        <CheckCards points={four.items.map((item) => ({ item, reason: 'card' as const }))} />
      )}
      <div className="wk-actions">
        <LinkButton to="/gesprekken/vormen/kiezen">{text.meetingForms}</LinkButton>
      </div>
    </Section>
  )
}

/** Half-way with too few or too many people for a check: the same questions as cards, and a day to talk about them. */
function MidcourseTalk({ relation, list }: Props) {
  const text = useText(checkText)
  const day = useCircleDay()
  const [isPlanning, setPlanning] = useState(false)
  const { midcourseOn, today, instruments } = list
  const questions = instruments.find(({ id }) => id === midcourseInstrument)
  if (midcourseOn === null || !mayLookHalfWay(midcourseOn, today) || questions === undefined) return null
  return (
    <Section title={text.midcourse(day(midcourseOn))} intro={text.midcourseTalk}>
      <CheckCards points={questions.items.map((item) => ({ item, reason: 'card' as const }))} />
      <div className="wk-actions wk-no-print">
        <Button onClick={() => setPlanning(true)}>{text.midcoursePlan}</Button>
      </div>
      {isPlanning && <CirclePlan relation={relation} onClose={() => setPlanning(false)} />}
    </Section>
  )
}

/** Half-way, unless its check was planned already. */
function Midcourse({ list, onPlan }: { list: CircleCheckList; onPlan: () => void }) {
  const text = useText(checkText)
  const day = useCircleDay()
  const { midcourseOn, today, checks } = list
  const isPlanned = checks.some(({ instrument }) => instrument.id === midcourseInstrument)
  if (midcourseOn === null || !mayLookHalfWay(midcourseOn, today) || isPlanned) return null
  return (
    <Section title={text.midcourse(day(midcourseOn))} intro={text.midcourseWhy}>
      <div className="wk-actions">
        <Button onClick={onPlan}>{text.midcourseDo}</Button>
      </div>
    </Section>
  )
}

import { adviceFor } from '@weerklank/core/learning/feasibility'
import {
  adviceSentence,
  feasibilitySentence,
  obstacleSentence,
} from '@weerklank/core/learning/feasibility.words'
import type { Between, BetweenMeasure } from '@weerklank/core/learning/nudge.contract'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { BetweenLook } from './BetweenLook.tsx'
import { BetweenWork } from './BetweenWork.tsx'
import { useDecideMeasure } from './between.queries.ts'
import { betweenText } from './between.text.ts'

type Props = { trajectory: string; between: Between }

/** Whether asking clients or parents something fits the work, before it is planned (domain.md §1.4). */
export function BetweenMeasures({ trajectory, between }: Props) {
  const text = useText(betweenText)
  const [looking, setLooking] = useState(false)
  return (
    <>
      <Section title={text.measures} intro={text.measuresIntro}>
        {between.measures.length === 0 && <p className="wk-muted">{text.noMeasures}</p>}
        <ul className="wk-lines">
          {between.measures.map((measure) => (
            <li key={measure.id}>
              <Measure
                key={measure.version}
                trajectory={trajectory}
                measure={measure}
                mayChange={between.mayChange}
              />
            </li>
          ))}
        </ul>
        {between.mayChange && (
          <div className="wk-actions">
            <Button onClick={() => setLooking(true)}>{text.look}</Button>
          </div>
        )}
        <BetweenLook trajectory={trajectory} open={looking} onClose={() => setLooking(false)} />
      </Section>
      {between.measures.some(({ status }) => status === 'looked-at') && (
        <BetweenWork trajectory={trajectory} between={between} />
      )}
    </>
  )
}

type MeasureProps = { trajectory: string; measure: BetweenMeasure; mayChange: boolean }

function Measure({ trajectory, measure, mayChange }: MeasureProps) {
  const text = useText(betweenText)
  const language = useLanguage()
  const { found } = measure
  const facts = [text.rhythms[measure.rhythm], text.whoms[measure.people]]
  return (
    <div className="wk-stack">
      <h3>{measure.name}</h3>
      <p className="wk-between-line__facts wk-muted wk-small">
        <span>{facts.join(' · ')}</span>
        <Chip tone={measure.status === 'planned' ? 'primary' : 'plain'}>{text.status[measure.status]}</Chip>
      </p>
      <p>{feasibilitySentence(found, language)}</p>
      {found.obstacles.length > 0 && (
        <ul>
          {found.obstacles.map((one) => (
            <li key={one.obstacle}>{obstacleSentence(one, language)}</li>
          ))}
        </ul>
      )}
      <p>
        <strong>{text.advice}</strong>
      </p>
      <ul>
        {adviceFor(found).map((advice) => (
          <li key={advice}>{adviceSentence(advice, language)}</li>
        ))}
      </ul>
      {measure.reason !== '' && <blockquote className="wk-between-card">{measure.reason}</blockquote>}
      {mayChange && <Decide trajectory={trajectory} measure={measure} />}
    </div>
  )
}

function Decide({ trajectory, measure }: { trajectory: string; measure: BetweenMeasure }) {
  const text = useText(betweenText)
  const decide = useDecideMeasure(trajectory, measure.id)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const { version, status, mayPlan } = measure
  function handlePlan(event: SubmitEvent) {
    event.preventDefault()
    const needs = mayPlan === 'reason-needed' && reason.trim() === ''
    setMissing(needs)
    if (!needs) decide.mutate({ version, to: 'planned', reason })
  }
  if (status !== 'looked-at') {
    return (
      <div className="wk-actions">
        <Button
          busy={decide.isPending}
          onClick={() => decide.mutate({ version, to: 'looked-at', reason: '' })}
        >
          {text.again}
        </Button>
      </div>
    )
  }
  return (
    <form noValidate className="wk-stack wk-between-form" onSubmit={handlePlan}>
      <TextArea
        id={`reason-${measure.id}`}
        label={text.reason}
        {...(mayPlan === 'reason-needed' ? { hint: text.reasonHint } : { optional: true })}
        maxLength={500}
        value={reason}
        error={missing ? text.reasonMissing : undefined}
        onChange={setReason}
      />
      {mayPlan === 'too-few-answers' && <p className="wk-muted">{text.tooFew}</p>}
      {decide.error !== null && <p role="alert">{decide.error.message}</p>}
      <div className="wk-actions">
        {mayPlan !== 'too-few-answers' && (
          <Button type="submit" busy={decide.isPending}>
            {text.planIt}
          </Button>
        )}
        <Button
          variant="quiet"
          busy={decide.isPending}
          onClick={() => decide.mutate({ version, to: 'dropped', reason })}
        >
          {text.drop}
        </Button>
      </div>
    </form>
  )
}

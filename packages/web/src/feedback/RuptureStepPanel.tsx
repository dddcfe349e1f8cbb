import { Link } from '@tanstack/react-router'
import { nextStep } from '@weerklank/core/feedback/rupture.path'
import { ruptureStepWord } from '@weerklank/core/feedback/rupture.words'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { RepairTalkDialog } from '../relation/relation.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { RuptureAgree } from './RuptureAgree.tsx'
import { RuptureHint } from './RuptureHint.tsx'
import { RuptureOutcomeForm } from './RuptureOutcomeForm.tsx'
import { RuptureOwnPart } from './RuptureOwnPart.tsx'
import { RuptureStepForm } from './RuptureStepForm.tsx'
import { ruptureText } from './rupture.text.ts'
import type { StepProps } from './rupture-step.ts'
import { pathOf } from './rupture-view.ts'

/** One step: what helps, room for words, and whether it is done. */
export function RuptureStepPanel(props: StepProps) {
  const { relation, rupture, step, person, seen } = props
  const language = useLanguage()
  return (
    <div className="wk-rupture__step">
      <Section title={ruptureStepWord(step, language)}>
        <div className="wk-rupture__step">
          <RuptureHint {...{ rupture, step, person }} />
          {step === 'invite' && <PlanTalk relation={relation} seen={seen} />}
          <Form {...props} />
          <GoOn relation={relation} rupture={rupture} step={step} />
        </div>
      </Section>
    </div>
  )
}

function Form(props: StepProps) {
  switch (props.step) {
    case 'own-part':
      return <RuptureOwnPart {...props} />
    case 'agree':
      return <RuptureAgree {...props} />
    case 'outcome':
      return <RuptureOutcomeForm {...props} />
    default:
      return <RuptureStepForm {...props} />
  }
}

function PlanTalk({ relation, seen }: { relation: string; seen: Seen }) {
  const text = useText(ruptureText)
  const [planning, setPlanning] = useState(false)
  return (
    <>
      <div className="wk-actions">
        <Button onClick={() => setPlanning(true)}>{text.plan}</Button>
      </div>
      <RepairTalkDialog {...{ relation, seen }} open={planning} onClose={() => setPlanning(false)} />
    </>
  )
}

function GoOn({ relation, rupture, step }: Pick<StepProps, 'relation' | 'rupture' | 'step'>) {
  const text = useText(ruptureText)
  const next = nextStep(rupture.kind, pathOf(rupture))
  const isTaken = rupture.steps.some((one) => one.step === step)
  if (next === null || next === step || !isTaken) return null
  return (
    <p>
      <Link
        to="/samenwerkingen/$relation/schuurt/$rupture"
        params={{ relation, rupture: rupture.id }}
        search={{ stap: next }}
        className="wk-button wk-button--primary"
      >
        {text.goOn}
      </Link>
    </p>
  )
}

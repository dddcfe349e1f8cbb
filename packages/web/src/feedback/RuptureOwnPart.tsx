import { useQuery } from '@tanstack/react-query'
import type { NoteMoment } from '@weerklank/core/shared/note-moment'
import { Suspense } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { MomentNotes } from '../ownership/ownership.ts'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RuptureStepSkip } from './RuptureStepSkip.tsx'
import { reflectionTextsQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'
import { type StepProps, useStepDeeds } from './rupture-step.ts'

/** What one finds in oneself: notes of one's own, which are never in the step. */
export function RuptureOwnPart({ relation, rupture, step, seen }: StepProps) {
  const text = useText(ruptureText)
  const { known, put, busy, problem } = useStepDeeds(relation, rupture, step)
  const isEnded = rupture.outcome !== null
  return (
    <div className="wk-stack">
      <p>
        <strong>{text.ownPrivate}</strong>
      </p>
      <SelfQuestions moment="own-part" />
      <Suspense fallback={<Skeleton lines={4} />}>
        <MomentNotes
          relation={relation}
          about={{ moment: 'own-part', rupture: rupture.id }}
          label={text.ownPart}
          seen={seen}
        />
      </Suspense>
      {problem !== undefined && (
        <p className="wk-field__error" role="alert">
          {problem}
        </p>
      )}
      {known === undefined && !isEnded && (
        <div className="wk-actions">
          <Button variant="primary" busy={busy} onClick={() => void put({ state: 'done' })}>
            {text.done}
          </Button>
        </div>
      )}
      {!isEnded && <RuptureStepSkip {...{ relation, rupture, step }} />}
    </div>
  )
}

/** Questions to oneself for a moment. */
export function SelfQuestions({ moment }: { moment: NoteMoment }) {
  const language = useLanguage()
  const { data } = useQuery(reflectionTextsQuery())
  const prompts = data?.prompts.filter((one) => one.moment === moment) ?? []
  return (
    <ul className="wk-rupture__questions">
      {prompts.map((one) => (
        <li key={one.id}>{one.text[language]}</li>
      ))}
    </ul>
  )
}

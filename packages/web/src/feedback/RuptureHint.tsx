import { useQuery } from '@tanstack/react-query'
import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { say } from '@weerklank/core/shared/spoken'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { reflectionTextsQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'
import { hintsFor } from './rupture-view.ts'

type Props = { rupture: Rupture; step: RuptureStep; person: Participant }

/** What one can say or do at this step; in the language and the form of address of whom it is said to. */
export function RuptureHint({ rupture, step, person }: Props) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const [turn, setTurn] = useState(0)
  const { data } = useQuery(reflectionTextsQuery())
  const hints = hintsFor(data?.hints ?? [], rupture, step)
  const hint = hints[turn % Math.max(hints.length, 1)]
  if (hint === undefined) return null
  return (
    <Card tone="warm">
      <p className="wk-small">
        {text.said} · {hint.way === 'immediate' ? text.immediate : text.exploratory}
      </p>
      <div aria-live="polite" className="wk-stack">
        {hint.say !== null && (
          <p className="wk-rupture__said" lang={person.language}>
            “{say(hint.say, person)}”
          </p>
        )}
        <p>{hint.hint[language]}</p>
      </div>
      {hints.length > 1 && (
        <div className="wk-actions">
          <TextButton onClick={() => setTurn(turn + 1)}>{text.another}</TextButton>
        </div>
      )}
    </Card>
  )
}

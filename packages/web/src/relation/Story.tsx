import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChecksTold } from '../feedback/feedback.tsx'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { useRelationWords } from './relation.ts'
import { relationPageText } from './relation-page.text.ts'
import { relationStory } from './relation-story.ts'

const firstShown = 8
const moreShown = 20

/** What happened, newest first; what lies further back comes when asked for. */
export function Story({ relation, told, seen }: { relation: RelationDetails; told: ChecksTold; seen: Seen }) {
  const text = useText(relationPageText)
  const { contactKind } = useRelationWords()
  const [shown, setShown] = useState(firstShown)
  const place = useFocusOnNew(shown)
  const items = useMemo(() => {
    const words = { contactKind, atPlace: text.atPlace, started: text.started, closed: text.ended }
    return relationStory({ relation, told, seen, words })
  }, [relation, told, seen, contactKind, text])
  return (
    <div ref={place} className="wk-no-print">
      <Section title={text.story}>
        <Timeline items={items.slice(0, shown)} />
        {items.length > shown && (
          <div className="wk-actions">
            <Button onClick={() => setShown(shown + moreShown)}>{text.earlier}</Button>
          </div>
        )}
      </Section>
    </div>
  )
}

/** When more came, reading goes on at the first new one. */
function useFocusOnNew(shown: number) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    const from = before.current
    before.current = shown
    if (shown === from) return
    const first = place.current?.querySelectorAll<HTMLElement>('.wk-timeline__item')[from]
    if (first === undefined) return
    first.tabIndex = -1
    first.focus({ preventScroll: true })
  }, [shown])
  return place
}

import { Link } from '@tanstack/react-router'
import type { Today } from '@weerklank/core/feedback/feedback.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { useEffect, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { AttentionCard, cardId } from './AttentionCard.tsx'
import { todayText } from './today.text.ts'

type Attention = Today['attention']
type Props = { attention: Attention; more: number; seen: DaySeen }

export function TodayAttention({ attention, more, seen }: Props) {
  const text = useText(todayText)
  const leadFocusOn = useFocusAfter(attention)
  return (
    <Section title={text.attention}>
      {attention.length === 0 && more === 0 && <Quiet />}
      {attention.map((card, index) => (
        <AttentionCard
          key={card.id}
          card={card}
          seen={seen}
          newest={index === 0}
          onGone={() => leadFocusOn(card.id, attention[index + 1] ?? attention[index - 1])}
        />
      ))}
      {more > 0 && (
        <p>
          <Link className="wk-today__link" to="/samenwerkingen">
            {text.more(more)}
          </Link>
        </p>
      )}
    </Section>
  )
}

/** Calm, not emptiness: nothing asks, and that is said. */
function Quiet() {
  const text = useText(todayText)
  return (
    <>
      <p className="wk-muted">{text.quiet}</p>
      <p>
        <Link className="wk-today__link" to="/samenwerkingen">
          {text.toRelations}
        </Link>
      </p>
    </>
  )
}

/** When the card that had the focus has gone, the card beside it takes it over; without one, the page's title. */
function useFocusAfter(attention: Attention) {
  const [gone, setGone] = useState<{ id: string; next: string } | null>(null)
  useEffect(() => {
    if (gone === null || attention.some(({ id }) => id === gone.id)) return
    const target = document.getElementById(gone.next) ?? document.querySelector<HTMLElement>('h1')
    if (document.activeElement === document.body) target?.focus()
    setGone(null)
  }, [attention, gone])
  return (id: string, next: Attention[number] | undefined) => setGone({ id, next: cardId(next?.id ?? '') })
}

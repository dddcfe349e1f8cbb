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
  const lead = useLeadFocus(attention)
  return (
    <Section title={text.attention}>
      {attention.length === 0 && more === 0 && <Quiet />}
      {attention.map((card, index) => (
        <AttentionCard
          key={card.id}
          card={card}
          seen={seen}
          newest={index === 0}
          onGone={() => lead({ when: 'gone', card, to: attention[index + 1] ?? attention[index - 1] })}
          onBack={() => lead({ when: 'back', card, to: card })}
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

type Lead = { when: 'gone' | 'back'; card: Attention[number]; to: Attention[number] | undefined }

/** When the button that had the focus has gone, a card takes it over; without one, the page's title. */
function useLeadFocus(attention: Attention) {
  const [lead, setLead] = useState<Lead | null>(null)
  useEffect(() => {
    if (lead === null) return
    const isThere = attention.some(({ id }) => id === lead.card.id)
    if (isThere !== (lead.when === 'back')) return
    const card = document.getElementById(cardId(lead.to?.id ?? ''))
    if (document.activeElement === document.body) (card ?? document.querySelector('h1'))?.focus()
    setLead(null)
  }, [attention, lead])
  return setLead
}

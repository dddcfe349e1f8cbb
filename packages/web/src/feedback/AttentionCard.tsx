import './attention-card.css'
import type { AttentionCard as CardData } from '@weerklank/core/feedback/feedback.contract'
import { actionWord } from '@weerklank/core/feedback/signal.words'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { lazy, Suspense } from 'react'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { VoiceBadges } from '../ui/VoiceBadges.tsx'
import { useNotApplicable } from './attention.actions.ts'
import { signalInWords } from './attention-words.ts'
import { todayText } from './today.text.ts'

// Drawing weighs more than all words of this page together, and nobody waits for a memory aid: it comes when it comes.
const AttentionLine = lazy(() =>
  import('./AttentionLine.tsx').then(
    (line) => ({ default: line.AttentionLine }),
    () => ({ default: () => null }),
  ),
)

type Props = {
  card: CardData
  seen: DaySeen
  /** The newest is warm and has the filled button. */
  newest: boolean
  /** It was put away, and the page has been asked again. */
  onGone: () => void
  /** It was called back. */
  onBack: () => void
}

/** Who · what was answered · an invitation · one action. */
export function AttentionCard({ card, seen, newest, onGone, onBack }: Props) {
  const text = useText(todayText)
  const notApplicable = useNotApplicable(card, { onGone, onBack })
  const [leading] = card.signals
  if (leading === undefined) return null
  const { observation, invitation } = signalInWords(leading, { ...card, gone: text.gone }, seen)
  const about = <span className="wk-sr-only">{text.about(card.title)}</span>
  return (
    <Card as="article" tone={newest ? 'warm' : 'plain'} labelledBy={cardId(card.id)} className="wk-attention">
      <div className="wk-attention__who">
        <PeopleOf card={card} />
        <h3 id={cardId(card.id)} tabIndex={-1}>
          {card.title}
        </h3>
      </div>
      <div className="wk-attention__line">
        <Suspense>
          <AttentionLine recent={card.recent} cutoff={card.cutoff} />
        </Suspense>
      </div>
      <div className="wk-attention__words">
        <p>{observation}</p>
        <p className="wk-attention__invitation">{invitation}</p>
      </div>
      <div className="wk-actions">
        <LinkButton
          variant={newest ? 'primary' : 'outline'}
          to="/samenwerkingen/$relation"
          params={{ relation: card.id }}
          hash="gesprek"
        >
          {actionWord(leading.finding.rule, seen.language)}
          {about}
        </LinkButton>
        <Button variant="quiet" busy={notApplicable.busy} onClick={notApplicable.handle}>
          {text.notApplicable}
          {about}
        </Button>
        <Disclosure label={text.why}>
          <Reasons card={card} seen={seen} />
        </Disclosure>
      </div>
    </Card>
  )
}

/** A network may have forty people; the page of the collaboration shows all of them. */
const shownPeople = 6

export function cardId(relation: string): string {
  return `kaart-${relation}`
}

/** The people who were asked; in a collaboration of members only, the others. */
function PeopleOf({ card }: { card: CardData }) {
  const me = useMe().member.id
  const asked = card.participants.filter(({ member }) => member === null)
  const others = asked.length > 0 ? asked : card.participants.filter(({ member }) => member !== me)
  const shown = others.slice(0, shownPeople)
  return (
    <VoiceBadges people={shown.map(({ id, name, voice }) => ({ id, name, family: voiceFamily(voice) }))} />
  )
}

/** Why, for each open signal. What the leading one says stands on the card already. */
function Reasons({ card, seen }: { card: CardData; seen: DaySeen }) {
  const text = useText(todayText)
  return (
    <ul className="wk-stack wk-stack--tight wk-small">
      {card.signals.map((signal, index) => {
        const { observation, why } = signalInWords(signal, { ...card, gone: text.gone }, seen)
        return (
          <li key={signal.id}>
            {index > 0 && <p>{observation}</p>}
            <p className="wk-muted">{why}</p>
          </li>
        )
      })}
    </ul>
  )
}

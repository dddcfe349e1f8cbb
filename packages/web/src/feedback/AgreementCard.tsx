import './agreement-card.css'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Icon } from '../ui/Icon.tsx'
import { agreementText } from './agreement.text.ts'
import type { AgreementView } from './agreement-view.ts'

type Props = {
  agreement: AgreementView
  /** When the next contact is, in words; null when none is planned. */
  nextMoment: string | null
  /** False once the collaboration was ended: then nothing is asked back. */
  going: boolean
  busy: boolean
  onEnd: () => void
}

/** An agreement, and the question that comes back or what was answered to it. */
export function AgreementCard({ agreement, nextMoment, going, busy, onEnd }: Props) {
  const text = useText(agreementText)
  const { id, day, names, state } = agreement
  const comes = going && (state === 'to-ask' || state === 'asked')
  return (
    <Card as="article" labelledBy={`afspraak-${id}`} className="wk-agreement">
      <h3 id={`afspraak-${id}`}>
        <Icon name="check" />
        {text.of(day)}
      </h3>
      <p className="wk-agreement__text">{agreement.text}</p>
      {names !== '' && <p className="wk-muted wk-small">{text.by(names)}</p>}
      <Echoes agreement={agreement} />
      {comes && (
        <div className="wk-agreement__ask">
          <p>{state === 'to-ask' ? text.nextTime : text.onceMore}</p>
          <p>
            <strong>{text.changed}</strong>
          </p>
          <p className="wk-muted wk-small">
            {nextMoment === null ? text.readyLater : text.ready(nextMoment)}
          </p>
        </div>
      )}
      {state === 'kept' && <p className="wk-muted wk-small">{text.kept}</p>}
      {going && (
        <div className="wk-actions">
          <Button variant="quiet" busy={busy} onClick={onEnd}>
            {text.end}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Newest first; what was said before that stands in the story. */
const shownEchoes = 2

function Echoes({ agreement: { echoes } }: Pick<Props, 'agreement'>) {
  const text = useText(agreementText)
  if (echoes.length === 0) return null
  return (
    <div className={echoes[0]?.changed ? 'wk-agreement__changed' : undefined}>
      <p className="wk-small">{text.changed}</p>
      <ul>
        {echoes.slice(0, shownEchoes).map(({ id, name, when, answer }) => (
          <li key={id}>
            <span className="wk-small">{text.said(name, when)}</span> <strong>“{answer}”</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

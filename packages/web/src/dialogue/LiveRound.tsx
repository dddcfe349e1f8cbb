import type { LivePersonNow } from '@weerklank/core/dialogue/live.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { liveText } from './live.text.ts'
import { useLive, useStepNow } from './live-context.ts'

/** Who spoke, passed, speaks and comes; passing costs nothing. */
export function LiveRound() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { meant } = useStepNow()
  const { room, own } = view
  if (!room.hasRound) {
    if (!own.leads) return null
    return (
      <p className="wk-live__begin-round">
        <Button onClick={() => void line.ask({ do: 'begin-round', ...meant })}>{text.beginRound}</Button>
      </p>
    )
  }
  return (
    <section className="wk-live__round" aria-labelledby="rondje">
      <div className="wk-live__round-head">
        <h2 id="rondje">{text.round}</h2>
        <span className="wk-muted wk-small">{text.mayPass}</span>
      </div>
      <ul>
        {room.people
          .filter(({ turn }) => turn !== undefined)
          .map((person) => (
            <Turn key={person.place} person={person} />
          ))}
      </ul>
    </section>
  )
}

function Turn({ person }: { person: LivePersonNow }) {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { meant } = useStepNow()
  const { turn, name, place, voice } = person
  const isHere = view.own.places.some((one) => one.place === place)
  const isOther = place !== view.own.place
  return (
    <li className="wk-live__turn" data-turn={turn} aria-current={turn === 'now' ? 'true' : undefined}>
      <VoiceBadge family={voiceFamily(voice)} name={name} size="large" />
      <strong>{place === view.own.place ? `${name} (${text.you})` : name}</strong>
      {turn !== undefined && <span className="wk-live__said">{text[turn]}</span>}
      {view.own.leads && turn !== 'now' && (
        <TextButton onClick={() => void line.ask({ do: 'turn', place, ...meant })}>
          {text.giveTurn(name)}
        </TextButton>
      )}
      {isHere && isOther && (turn === 'now' || turn === 'later') && (
        <TextButton onClick={() => void line.ask({ do: 'pass', as: place, ...meant })}>
          {text.passFor(name)}
        </TextButton>
      )}
    </li>
  )
}

import type { Between, BetweenNudge } from '@weerklank/core/learning/nudge.contract'
import { useId, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { BetweenAdd } from './BetweenAdd.tsx'
import { BetweenEdit } from './BetweenEdit.tsx'
import { betweenText } from './between.text.ts'
import { usePlanDay } from './use-plan-day.ts'

type Props = { trajectory: string; between: Between }

/** The cards by day, each with how it reads, and what can be changed about it. */
export function BetweenPlan({ trajectory, between }: Props) {
  const text = useText(betweenText)
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={text.plan}
      intro={text.planIntro}
      aside={
        <a href={`/api/trajectories/${trajectory}/pack`} download>
          {text.pack}
        </a>
      }
    >
      <ul className="wk-lines">
        {between.nudges.map((nudge) => (
          <li key={nudge.id} className="wk-between-line">
            <Line trajectory={trajectory} nudge={nudge} mayChange={between.mayChange} />
          </li>
        ))}
      </ul>
      {between.mayChange && (
        <div className="wk-actions">
          <Button icon="plus" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
      <BetweenAdd trajectory={trajectory} between={between} open={adding} onClose={() => setAdding(false)} />
    </Section>
  )
}

type LineProps = { trajectory: string; nudge: BetweenNudge; mayChange: boolean }

function Line({ trajectory, nudge, mayChange }: LineProps) {
  const text = useText(betweenText)
  const day = usePlanDay()
  const card = useId()
  const [shown, setShown] = useState(false)
  const [editing, setEditing] = useState(false)
  return (
    <>
      <p className="wk-between-line__when">
        <time dateTime={nudge.day}>{day(nudge.day)}</time>
      </p>
      <div>
        <p className="wk-between-line__name">{nudge.title}</p>
        <p className="wk-between-line__facts wk-muted wk-small">
          <span>{text.kind[nudge.kind]}</span>
          {nudge.sent > 0 && <span>{text.sent(nudge.sent)}</span>}
          {!nudge.isOn && <Chip>{text.off}</Chip>}
          {nudge.kind === 'film' && nudge.url === '' && <Chip>{text.noFilm}</Chip>}
        </p>
        {nudge.blames !== null && <p className="wk-small">{text.blames(nudge.blames)}</p>}
        <p className="wk-between-line__facts">
          <TextButton
            aria-label={`${text.preview}: ${nudge.title}`}
            aria-expanded={shown}
            aria-controls={card}
            onClick={() => setShown(!shown)}
          >
            {text.preview}
          </TextButton>
          {mayChange && (
            <TextButton aria-label={`${text.change}: ${nudge.title}`} onClick={() => setEditing(true)}>
              {text.change}
            </TextButton>
          )}
        </p>
        <div id={card} className="wk-between-card" hidden={!shown}>
          <strong>{nudge.title}</strong>
          {`\n${nudge.body}`}
        </div>
        {mayChange && (
          <BetweenEdit
            key={nudge.version}
            trajectory={trajectory}
            nudge={nudge}
            open={editing}
            onClose={() => setEditing(false)}
          />
        )}
      </div>
    </>
  )
}

import type { LivePersonNow } from '@weerklank/core/dialogue/live.contract'
import { meetingPart } from '@weerklank/core/library/meeting-part'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { Suspense } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { AtHand } from '../library/library.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { liveText } from './live.text.ts'
import { useLive, useOwn } from './live-context.ts'

/** Who listens, who was not heard yet, and the shadow side that still comes. */
export function LiveAside() {
  return (
    <aside className="wk-live__aside">
      <Listening />
      <Raised />
      <Unheard />
      <ShadowSoon />
      <OnHand />
      <Devices />
    </aside>
  )
}

function Listening() {
  const text = useText(liveText)
  const { me } = useOwn()
  const silent = useLive().view.room.people.filter((one) => one.silent && one.here)
  if (silent.length === 0) return null
  return (
    <section>
      <h2>{text.listening}</h2>
      <ul className="wk-live__listeners">
        {silent.map((one) => (
          <Named key={one.place} person={one} />
        ))}
      </ul>
      <div className="wk-live__closed">
        <p>
          <Icon name="silent" /> <strong>{me?.silent ? text.youListen : text.closed}</strong>
        </p>
        <p className="wk-muted">{text.closedWhy}</p>
      </div>
    </section>
  )
}

function Named({ person, children }: { person: LivePersonNow; children?: React.ReactNode }) {
  return (
    <li>
      <VoiceBadge family={voiceFamily(person.voice)} name={person.name} />
      <span>{person.name}</span>
      {children}
    </li>
  )
}

function Raised() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const raised = view.room.people.filter((one) => one.raised)
  if (raised.length === 0) return null
  return (
    <section>
      <h2>{text.raised}</h2>
      <ul className="wk-live__people">
        {raised.map((one) => (
          <Named key={one.place} person={one}>
            {view.own.leads && (
              <TextButton onClick={() => void line.ask({ do: 'heard', place: one.place, is: true })}>
                {text.heard(one.name)}
              </TextButton>
            )}
          </Named>
        ))}
      </ul>
    </section>
  )
}

function Unheard() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const unheard = view.room.people.filter((one) => one.unheard)
  return (
    <section>
      <h2>{text.unheard}</h2>
      {unheard.length === 0 && <p className="wk-muted">{text.everybodyHeard}</p>}
      <ul className="wk-live__people">
        {unheard.map((one) => (
          <Named key={one.place} person={one}>
            {one.invited && <span className="wk-muted wk-small">{text.invited}</span>}
            {view.own.leads && !one.invited && (
              <TextButton
                aria-label={text.inviteName(one.name)}
                onClick={() => void line.ask({ do: 'invite', place: one.place })}
              >
                {text.invite}
              </TextButton>
            )}
          </Named>
        ))}
      </ul>
    </section>
  )
}

function ShadowSoon() {
  const text = useText(liveText)
  const language = useLanguage()
  const { view, line } = useLive()
  const { steps } = view.room
  const at = steps.findIndex((one) => one.isShadow && one.is === 'to-come')
  const shadow = steps[at]
  const first = steps.find((one) => one.is === 'to-come')
  if (shadow === undefined) return null
  return (
    <section className="wk-live__shadow">
      <p>{text.shadowSoon(at + 1)}</p>
      <p>
        <strong>{shadow.prompt[language]}</strong>
      </p>
      {view.own.leads && first !== undefined && first.key !== shadow.key && (
        <TextButton onClick={() => void line.ask({ do: 'move', key: shadow.key, before: first.key })}>
          {text.earlier}
        </TextButton>
      )}
    </section>
  )
}

/** What may help at this step; it opens beside the table, which goes on. */
function OnHand() {
  const { steps, step } = useLive().view.room
  const isShadow = steps.find((one) => one.key === step.key)?.isShadow
  const part = meetingPart({ key: step.key, isShadow, at: step.at, of: step.of })
  return (
    <Suspense fallback={null}>
      <AtHand place={{ at: 'meeting', format: null, part }} />
    </Suspense>
  )
}

/** One device for a whole room: it speaks for whoever sits there without one. */
function Devices() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { place, mayCarry } = view.own
  const without = view.room.people.filter((one) => one.by === place || (!one.here && one.place !== place))
  if (!mayCarry || without.length === 0) return null
  return (
    <details className="wk-live__devices">
      <summary>{text.devices}</summary>
      <p className="wk-muted wk-small">{text.devicesWhy}</p>
      {without.map((one) => (
        <CheckboxField
          key={one.place}
          id={`toestel-${one.place}`}
          label={one.name}
          checked={one.by === place}
          onChange={(is) => void line.ask({ do: 'carry', place: one.place, is })}
        />
      ))}
    </details>
  )
}

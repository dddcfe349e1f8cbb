import {
  type LevelView,
  levelViews,
  type ShownLevel,
  shownLevels,
} from '@weerklank/core/learning/mention.levels'
import type { MonitorPage } from '@weerklank/core/learning/monitor.contract'
import type { Monitor, MonitorMentionLine } from '@weerklank/core/learning/monitor.shape'
import { useId, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Dots } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

type Kind = MonitorMentionLine['kind']
type Props = { kind: Kind; told: MonitorPage }
type Moment = { key: string; n: number; tone: 'hollow' | 'full' }

/** What hinders or helps, per level, at the beginning above and later below: groups differ in size, so both counts stand there. */
export function MonitorMentions({ kind, told }: Props) {
  const text = useText(monitorText)
  const [view, setView] = useState<LevelView>('three')
  const { monitor } = told
  const moments = momentsOf(monitor, kind)
  const lines = monitor.mentions[view].filter((line) => line.kind === kind)
  if (moments.length === 0)
    return (
      <Section title={text.named[kind]}>
        <p className="wk-muted">{text.named.nothing}</p>
      </Section>
    )
  return (
    <Section
      title={text.named[kind]}
      intro={text.named.intro}
      aside={<Views kind={kind} view={view} onView={setView} />}
    >
      <p className="wk-monitor-legend wk-small">
        {moments.map(({ key, n, tone }) => (
          <span key={key}>
            <Dots count={1} n={1} tone={tone} /> {key}, {text.people(n)}
          </span>
        ))}
      </p>
      <div className="wk-monitor-levels">
        {shownLevels[view].map((level) => (
          <Level
            key={level}
            {...{ level, moments, told }}
            lines={lines.filter((one) => one.level === level)}
          />
        ))}
      </div>
    </Section>
  )
}

function momentsOf({ mentions, respondents }: Monitor, kind: Kind): Moment[] {
  const asked = new Set(
    mentions.three
      .filter((one) => one.kind === kind)
      .flatMap(({ people }) => people.map(({ moment }) => moment)),
  )
  return respondents
    .filter(({ moment }) => asked.has(moment))
    .map(({ moment, count }, at, all) => ({
      ...{ key: moment, n: count.value },
      tone: at === 0 && all.length > 1 ? ('hollow' as const) : ('full' as const),
    }))
}

type ViewProps = { kind: Kind; view: LevelView; onView: (view: LevelView) => void }

function Views({ kind, view, onView }: ViewProps) {
  const text = useText(monitorText)
  const name = useId()
  return (
    <fieldset className="wk-monitor-views" aria-label={`${text.named.view}: ${text.named[kind]}`}>
      {levelViews.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === view} onChange={() => onView(one)} />
          {text.named.views[one]}
        </label>
      ))}
    </fieldset>
  )
}

type LevelProps = {
  level: ShownLevel
  lines: readonly MonitorMentionLine[]
  moments: readonly Moment[]
  told: MonitorPage
}

function Level({ level, lines, moments, told }: LevelProps) {
  const text = useText(monitorText)
  const language = useLanguage()
  return (
    <div>
      <h3>{text.named.levels[level]}</h3>
      {lines.length === 0 && <p className="wk-muted wk-small">{text.named.none}</p>}
      <ul>
        {lines.map(({ code, body, people }) => (
          <li key={`${code} ${body}`}>
            <p>{code === null ? `“${body}”` : (told.codes[code]?.[language] ?? code)}</p>
            {moments.map(({ key, n, tone }) => {
              const count = people.find(({ moment }) => moment === key)?.count.value ?? 0
              return (
                <p key={key} className="wk-monitor-levels__count">
                  <Dots count={count} n={count} tone={tone} />
                  <span className="wk-small">
                    {text.of(count, n)} <span className="wk-muted">({key})</span>
                  </span>
                </p>
              )
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

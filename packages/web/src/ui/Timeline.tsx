import './timeline.css'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.ts'

export type TimelineItem = {
  id: string
  /** Short, as people read it; `at` is the moment for machines. */
  date: string
  at: string
  icon: IconName
  tone?: 'plain' | 'primary' | 'kept' | 'warm'
  title: ReactNode
  text?: ReactNode
}

/** Tells what happened, newest first; it is no log. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="wk-timeline">
      {items.map(({ id, date, at, icon, tone = 'plain', title, text }) => (
        <li key={id} className="wk-timeline__item">
          <time className="wk-timeline__date" dateTime={at}>
            {date}
          </time>
          <span className={classes('wk-timeline__mark', `wk-timeline__mark--${tone}`)}>
            <Icon name={icon} />
          </span>
          <div className="wk-timeline__body">
            <p className="wk-timeline__title">{title}</p>
            {text !== undefined && <p className="wk-muted wk-small">{text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

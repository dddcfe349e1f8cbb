import './card.css'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type Props = {
  /** Warm is for the one thing worth a talk now. */
  tone?: 'plain' | 'warm' | 'kept'
  /** `article` when it can stand alone in a list. */
  as?: 'div' | 'article' | 'section' | 'li'
  labelledBy?: string
  className?: string
  children: ReactNode
}

/** Only for what can be picked up; other content stands on the plain page. */
export function Card({ tone = 'plain', as: Element = 'div', labelledBy, className, children }: Props) {
  return (
    <Element className={classes('wk-card', `wk-card--${tone}`, className)} aria-labelledby={labelledBy}>
      {children}
    </Element>
  )
}

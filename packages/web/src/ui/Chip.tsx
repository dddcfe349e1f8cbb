import './chip.css'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type Props = { tone?: 'plain' | 'primary' | 'kept' | 'warm'; children: ReactNode }

/** A quiet label in words; it cannot be pressed. */
export function Chip({ tone = 'plain', children }: Props) {
  return <span className={classes('wk-chip', `wk-chip--${tone}`)}>{children}</span>
}

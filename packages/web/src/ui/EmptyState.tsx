import './page-state.css'
import type { ReactNode } from 'react'

type Props = {
  /** What this place becomes. */
  title: string
  text: string
  /** The first step. */
  action?: ReactNode
}

export function EmptyState({ title, text, action }: Props) {
  return (
    <div className="wk-notice">
      <h2>{title}</h2>
      <p className="wk-muted">{text}</p>
      {action !== undefined && <div className="wk-actions">{action}</div>}
    </div>
  )
}

import './fold.css'
import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import { Later } from './Later.tsx'

type Props = {
  title: string
  /** In one line how it stands, for whoever leaves it shut. */
  state: ReactNode
  /** Something in it asks for attention: open until somebody shuts it. */
  asks?: boolean
  /** What is in it belongs on paper too, open or not. */
  onPaper?: boolean
  children: ReactNode
}

/** A part of a page that is shut until it is needed, with how it stands beside its title. */
export function Fold({ title, state, asks = false, onPaper = false, children }: Props) {
  const id = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? asks
  const part = (name: string) => `${id}-${name}`
  return (
    <section className={classes('wk-fold', !onPaper && 'wk-no-print')} aria-labelledby={part('title')}>
      <div className="wk-fold__head">
        <h2 id={part('title')}>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={part('panel')}
            aria-describedby={part('state')}
            onClick={() => setChosen(!open)}
          >
            {title}
          </button>
        </h2>
        <Icon name="chevron-down" />
        <p id={part('state')} className="wk-fold__state">
          {/* Keeps its line while it is fetched. */}
          {state === '' ? '\u00a0' : state}
        </p>
      </div>
      <div id={part('panel')} className={classes('wk-fold__panel', !open && 'wk-fold__panel--shut')}>
        {onPaper ? children : <Later open={open}>{children}</Later>}
      </div>
    </section>
  )
}

import './section.css'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  /** One sentence: what it shows. */
  intro?: ReactNode
  /** A quiet link or button at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page, with its own title. */
export function Section({ title, intro, aside, children }: Props) {
  const id = useId()
  return (
    <section className="wk-section" aria-labelledby={id}>
      <div className="wk-section__head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div className="wk-small wk-no-print">{aside}</div>}
        {intro !== undefined && <p className="wk-section__intro">{intro}</p>}
      </div>
      {children}
    </section>
  )
}

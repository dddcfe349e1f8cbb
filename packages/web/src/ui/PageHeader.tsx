import './page-header.css'
import { useMatch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { focusPageTitle } from './page-focus.ts'

type Props = {
  title: string
  /** What the document is called, when the title greets instead of naming the page. */
  documentTitle?: string
  /** One sentence: what this page is for. */
  intro?: ReactNode
  /** The way back to where this page belongs. */
  back?: ReactNode
  /** The main action, once; quieter ones before it. */
  actions?: ReactNode
  /** Quiet labels and people, below the sentence. */
  children?: ReactNode
}

/** Begins every page. Also names the document, and takes the focus after a navigation. */
export function PageHeader({ title, documentTitle = title, intro, back, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Of the page itself: the location runs ahead while the next page is still being fetched.
  const path = useMatch({ strict: false, select: (match) => match.pathname })
  useEffect(() => {
    document.title = `${documentTitle} · Weerklank`
  }, [documentTitle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page, also with the same component
  useEffect(() => {
    focusPageTitle(heading.current)
  }, [path])
  return (
    <header className="wk-page-header">
      {back !== undefined && <div className="wk-page-header__back wk-no-print">{back}</div>}
      <div className="wk-page-header__main">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro !== undefined && <p className="wk-muted">{intro}</p>}
        </div>
        {actions !== undefined && <div className="wk-actions">{actions}</div>}
      </div>
      {children}
    </header>
  )
}

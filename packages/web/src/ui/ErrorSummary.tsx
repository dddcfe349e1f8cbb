import './error-summary.css'
import { type MouseEvent, useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { uiText } from './ui.text.ts'

type Props = {
  /** In the order of the fields; empty shows nothing. */
  errors: readonly { field: string; message: string }[]
  /** Raise it with each attempt to send: then the heading gets the focus again. */
  attempt: number
}

/** Stands above the form. Each error leads to its field, which says the same. */
export function ErrorSummary({ errors, attempt }: Props) {
  const text = useText(uiText)
  const heading = useRef<HTMLHeadingElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any && attempt > 0) heading.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div className="wk-error-summary" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {text.summary(errors.length)}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(event: MouseEvent, field: string) {
  event.preventDefault()
  document.getElementById(field)?.focus()
}

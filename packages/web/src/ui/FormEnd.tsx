import './field.css'
import type { ReactNode } from 'react'
import { Button, type ButtonVariant } from './Button.tsx'
import type { IconName } from './icon-shapes.ts'

type Props = {
  /** Why sending did not work; what was typed still stands above. */
  error: string | undefined
  busy: boolean
  variant?: ButtonVariant
  icon?: IconName
  /** Says what happens. */
  children: ReactNode
}

/** The end of a short form: what went wrong, and the button that sends it. */
export function FormEnd({ error, busy, variant = 'primary', icon, children }: Props) {
  return (
    <>
      {error !== undefined && (
        <p className="wk-field__error" role="alert">
          {error}
        </p>
      )}
      <div className="wk-actions">
        <Button type="submit" variant={variant} busy={busy} {...(icon && { icon })}>
          {children}
        </Button>
      </div>
    </>
  )
}

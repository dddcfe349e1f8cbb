import './button.css'
import type { ButtonHTMLAttributes, MouseEvent } from 'react'
import { useText } from '../language/use-text.ts'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { uiText } from './ui.text.ts'

/** One primary per page. Red only for what destroys. */
export type ButtonVariant = 'primary' | 'outline' | 'quiet' | 'destructive'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'style'> & {
  variant?: ButtonVariant
  icon?: IconName
  /** Keeps place and focus, and lets no second press through. There is no disabled button. */
  busy?: boolean
}

export function Button({
  variant = 'outline',
  icon,
  busy = false,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: Props) {
  const text = useText(uiText)
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={classes('wk-button', `wk-button--${variant}`, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={handleClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {busy && <span className="wk-sr-only">. {text.busy}</span>}
    </button>
  )
}

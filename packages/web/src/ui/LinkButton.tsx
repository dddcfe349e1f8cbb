import './button.css'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import type { ButtonVariant } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'> & {
  variant?: ButtonVariant
  icon?: IconName
}

function ButtonAnchor({ variant = 'outline', icon, className, children, ...rest }: Props) {
  return (
    <a {...rest} className={classes('wk-button', `wk-button--${variant}`, className)}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

/** Goes to another page (`to`, `params`, `search` as a Link), looks like a button. */
export const LinkButton = createLink(ButtonAnchor)

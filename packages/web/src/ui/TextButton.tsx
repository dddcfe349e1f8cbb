import './text-button.css'
import type { ButtonHTMLAttributes } from 'react'
import { classes } from './classes.ts'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'style' | 'type'>

/** Reads as a link, does something here. */
export function TextButton({ className, ...rest }: Props) {
  return <button {...rest} type="button" className={classes('wk-textbutton', className)} />
}

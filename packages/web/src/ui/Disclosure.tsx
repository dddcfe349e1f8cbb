import './disclosure.css'
import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import { TextButton } from './TextButton.tsx'

type Props = {
  label: string
  children: ReactNode
  className?: string /** Begins unfolded. */
  isOpen?: boolean
}

/** Unfolds in place. Inside `.wk-actions` the trigger keeps its place and the text comes below the row. */
export function Disclosure({ label, children, className, isOpen = false }: Props) {
  const [open, setOpen] = useState(isOpen)
  const panel = useId()
  return (
    <>
      <TextButton
        className={classes('wk-disclosure', className)}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {label}
      </TextButton>
      <div id={panel} className="wk-disclosure__panel" hidden={!open}>
        {children}
      </div>
    </>
  )
}

import './disclosure.css'
import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import { TextButton } from './TextButton.tsx'

type Props = { label: string; children: ReactNode; className?: string }

/** Unfolds in place. Inside `.wk-actions` the trigger keeps its place and the text comes below the row. */
export function Disclosure({ label, children, className }: Props) {
  const [open, setOpen] = useState(false)
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

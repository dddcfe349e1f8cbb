import './icon.css'
import { classes } from './classes.ts'
import { type IconName, iconShapes } from './icon-shapes.ts'

/** Always beside a word, so it is silent for screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes('wk-icon', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconShapes[name]} />
    </svg>
  )
}

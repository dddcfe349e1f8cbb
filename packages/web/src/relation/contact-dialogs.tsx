import type { ComponentProps } from 'react'
import { componentLater, Later } from '../ui/Later.tsx'
import type { ContactMoveDialog as Move } from './ContactMoveDialog.tsx'
import type { ContactPlanDialog as Plan } from './ContactPlanDialog.tsx'
import type { ContactWriteDialog as Write } from './ContactWriteDialog.tsx'

const LaterMove = componentLater(async () => (await import('./ContactMoveDialog.tsx')).ContactMoveDialog)
const LaterPlan = componentLater(async () => (await import('./ContactPlanDialog.tsx')).ContactPlanDialog)
const LaterWrite = componentLater(async () => (await import('./ContactWriteDialog.tsx')).ContactWriteDialog)

export function ContactMoveDialog(props: ComponentProps<typeof Move>) {
  return (
    <Later open={props.open}>
      <LaterMove {...props} />
    </Later>
  )
}

export function ContactPlanDialog(props: ComponentProps<typeof Plan>) {
  return (
    <Later open={props.open}>
      <LaterPlan {...props} />
    </Later>
  )
}

export function ContactWriteDialog(props: ComponentProps<typeof Write>) {
  return (
    <Later open={props.open}>
      <LaterWrite {...props} />
    </Later>
  )
}

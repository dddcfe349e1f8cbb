import type { ComponentProps } from 'react'
import { componentLater, Later } from '../ui/Later.tsx'
import type { AgreementDialog as Agreement } from './AgreementDialog.tsx'
import type { InviteDialog as Invite } from './InviteDialog.tsx'
import type { OpenerDiscussed as Discussed } from './OpenerDiscussed.tsx'

const LaterAgreement = componentLater(async () => (await import('./AgreementDialog.tsx')).AgreementDialog)
const LaterInvite = componentLater(async () => (await import('./InviteDialog.tsx')).InviteDialog)
const LaterDiscussed = componentLater(async () => (await import('./OpenerDiscussed.tsx')).OpenerDiscussed)

export function AgreementDialog(props: ComponentProps<typeof Agreement>) {
  return (
    <Later open={props.open}>
      <LaterAgreement {...props} />
    </Later>
  )
}

export function InviteDialog(props: ComponentProps<typeof Invite>) {
  return (
    <Later open={props.open}>
      <LaterInvite {...props} />
    </Later>
  )
}

export function OpenerDiscussed(props: ComponentProps<typeof Discussed>) {
  return (
    <Later open={props.open}>
      <LaterDiscussed {...props} />
    </Later>
  )
}

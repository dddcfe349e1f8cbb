import type { Voice } from '@weerklank/core/relation/relation'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { componentLater, Later } from '../ui/Later.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useMe } from './access.ts'
import { letInText } from './let-in.text.ts'

const EmergencyBanner = componentLater(async () => (await import('./EmergencyBanner.tsx')).EmergencyBanner)
const MemberGuest = componentLater(async () => (await import('./MemberGuest.tsx')).MemberGuest)

/** On the page of a collaboration: who looked in without taking part. */
export function LookedIn({ relation, seen }: { relation: string; seen: Seen }) {
  return (
    <Later open>
      <EmergencyBanner relation={relation} seen={seen} />
    </Later>
  )
}

/** Below the people of a collaboration, for the people of the house: the way to let in somebody of elsewhere. */
export function LetIn({ relation, voiceWord }: { relation: string; voiceWord: (voice: Voice) => string }) {
  const text = useText(letInText)
  const { roles } = useMe().member
  const [open, setOpen] = useState(false)
  if (roles.includes('guest')) return null
  return (
    <>
      <p className="wk-small wk-no-print">
        <TextButton onClick={() => setOpen(true)}>{text.letIn}</TextButton>
      </p>
      <Later open={open}>
        <MemberGuest relation={relation} voiceWord={voiceWord} open={open} onClose={() => setOpen(false)} />
      </Later>
    </>
  )
}

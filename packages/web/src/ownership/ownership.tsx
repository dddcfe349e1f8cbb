import { useMe } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { componentLater, Later } from '../ui/Later.tsx'

/** A place to remember things for oneself, on the page of a collaboration. */
export const WorkingNotes = componentLater(async () => (await import('./WorkingNotes.tsx')).WorkingNotes)

const PersonRequests = componentLater(async () => (await import('./PersonRequests.tsx')).PersonRequests)

/** What people of a collaboration asked to correct or delete; fetched when the page has come to rest. Not for guests. */
export function RelationRequests({ relation, seen }: { relation: string; seen: Seen }) {
  if (useMe().member.roles.includes('guest')) return null
  return (
    <Later open>
      <PersonRequests relation={relation} seen={seen} />
    </Later>
  )
}

/** On *Vandaag*: what people asked about their data and waits for an answer. */
export const TodayRequests = componentLater(async () => (await import('./TodayRequests.tsx')).TodayRequests)

import { Link } from '@tanstack/react-router'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { RelationConsent } from '../consent/consent.tsx'
import { RelationChallenge, RelationStrain, RelationSupervision } from '../feedback/feedback.ts'
import { RelationForms, RelationPlans } from '../feedback/feedback.tsx'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { WorkingNotes } from '../ownership/ownership.tsx'
import { Contacts } from './Contacts.tsx'
import { Notes } from './Notes.tsx'
import { relationBesideText } from './relation-beside.text.ts'

/** What one keeps of a collaboration besides the checks: below what asks for attention, so its code comes after that. */
export function RelationBeside({ relation, seen }: { relation: RelationDetails; seen: Seen }) {
  return (
    <>
      <Notes relation={relation} seen={seen} />
      <Contacts relation={relation} seen={seen} />
      <RelationStrain relation={relation} seen={seen} />
      <RelationForms relation={relation} seen={seen} />
      {relation.mayChange && <RelationChallenge relation={relation} seen={seen} />}
      {relation.mayChange && <RelationSupervision relation={relation} />}
      <RelationPlans relation={relation} seen={seen} />
      {relation.mayChange && <WorkingNotes relation={relation.id} seen={seen} />}
      <RelationConsent relation={relation.id} mayChange={relation.mayChange} />
      {relation.mayChange && <TakeAlong relation={relation.id} />}
    </>
  )
}

function TakeAlong({ relation }: { relation: string }) {
  const { takeAlong } = useText(relationBesideText)
  return (
    <p className="wk-no-print">
      <Link to="/samenwerkingen/meenemen" search={{ van: relation }}>
        {takeAlong}
      </Link>
    </p>
  )
}

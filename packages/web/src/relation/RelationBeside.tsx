import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { RelationConsent } from '../consent/consent.tsx'
import {
  RelationChallenge,
  RelationStrain,
  RelationSupervision,
  rupturesQuery,
} from '../feedback/feedback.ts'
import { RelationForms, RelationPlans } from '../feedback/feedback.tsx'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { WorkingNotes } from '../ownership/ownership.tsx'
import { Contacts } from './Contacts.tsx'
import { Notes } from './Notes.tsx'
import { relationBesideText } from './relation-beside.text.ts'

/** What one keeps of a collaboration besides the checks: below what asks for attention, so its code comes after that. */
export function RelationBeside({ relation, seen }: { relation: RelationDetails; seen: Seen }) {
  const { data } = useQuery(rupturesQuery(relation.id))
  // What is being repaired comes before all that one only keeps.
  const isRepairing = data?.ruptures.some(({ outcome }) => outcome === null) ?? false
  const strain = <RelationStrain relation={relation} seen={seen} />
  return (
    <>
      {isRepairing && strain}
      <Notes relation={relation} seen={seen} />
      <Contacts relation={relation} seen={seen} />
      <div className="wk-folds">
        {!isRepairing && strain}
        <RelationForms relation={relation} seen={seen} />
        {relation.mayChange && <RelationChallenge relation={relation} seen={seen} />}
        {relation.mayChange && <RelationSupervision relation={relation} />}
        <RelationPlans relation={relation} seen={seen} />
        {relation.mayChange && <WorkingNotes relation={relation.id} seen={seen} />}
        <RelationConsent relation={relation.id} mayChange={relation.mayChange} />
      </div>
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

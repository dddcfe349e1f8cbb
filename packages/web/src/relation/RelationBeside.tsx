import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { Suspense } from 'react'
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
import { PracticeHere } from '../library/library.tsx'
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
      {relation.mayChange && <Onward relation={relation} />}
    </>
  )
}

/** Where one goes on from here, with this collaboration: to a meeting at one table, or with a file. */
function Onward({ relation }: { relation: RelationDetails }) {
  const { takeAlong, meet, circle } = useText(relationBesideText)
  const { kind, context, situation } = relation
  return (
    <div className="wk-actions wk-no-print">
      {goesOn(relation) && (
        <Link to="/gesprekken/nieuw" search={{ samenwerking: relation.id }}>
          {meet}
        </Link>
      )}
      <Link to="/team/$relation" params={{ relation: relation.id }}>
        {circle}
      </Link>
      <Suspense fallback={null}>
        <PracticeHere setting={{ kind, context, situation }} />
      </Suspense>
      <Link to="/samenwerkingen/meenemen" search={{ van: relation.id }}>
        {takeAlong}
      </Link>
    </div>
  )
}

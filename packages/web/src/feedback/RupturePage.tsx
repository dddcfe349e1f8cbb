import './rupture.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { stepsFor } from '@weerklank/core/feedback/rupture.path'
import { ruptureKindWord } from '@weerklank/core/feedback/rupture.words'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { Suspense, useState } from 'react'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { Chip } from '../ui/Chip.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RuptureStepPanel } from './RuptureStepPanel.tsx'
import { RuptureSteps } from './RuptureSteps.tsx'
import { rupturesQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'
import { stepToShow } from './rupture-view.ts'

// Below the step that one is at.
const RuptureBeside = componentLater(async () => (await import('./RuptureBeside.tsx')).RuptureBeside)

const from = '/members/samenwerkingen/$relation/schuurt/$rupture'

/** Repair, one step on the screen at a time. */
export function RupturePage() {
  const { relation } = useParams({ from })
  const people = useQuery(relationQuery(relation))
  const query = useQuery(rupturesQuery(relation))
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <PageState query={people}>
      {({ participants }) => (
        <PageState query={query}>
          {({ ruptures }) => <Found {...{ participants, ruptures, seen }} isFetching={query.isFetching} />}
        </PageState>
      )}
    </PageState>
  )
}

type FoundProps = {
  participants: readonly Participant[]
  ruptures: readonly Rupture[]
  seen: Seen
  /** What was just written down may still be on its way. */
  isFetching: boolean
}

function Found({ participants, ruptures, seen, isFetching }: FoundProps) {
  const text = useText(ruptureText)
  const { relation, rupture: id } = useParams({ from })
  const rupture = ruptures.find((one) => one.id === id)
  const person = participants.find((one) => one.id === rupture?.participant)
  if (rupture !== undefined && person !== undefined) {
    return <Repair key={id} {...{ rupture, person, participants, seen }} />
  }
  if (isFetching) return <Skeleton lines={8} />
  return <PageHeader title={text.title} intro={text.missing} back={<Back relation={relation} />} />
}

function Back({ relation }: { relation: string }) {
  const text = useText(ruptureText)
  return (
    <Link to="/samenwerkingen/$relation" params={{ relation }}>
      {text.back}
    </Link>
  )
}

type RepairProps = {
  rupture: Rupture
  person: Participant
  participants: readonly Participant[]
  seen: Seen
}

function Repair({ rupture, person, participants, seen }: RepairProps) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const { relation } = useParams({ from })
  const { stap } = useSearch({ from })
  // The step that one begins with stays on the screen when it is done: going on is a choice.
  const [first] = useState(() => stepToShow(rupture))
  const step = stepsFor(rupture.kind).find((one) => one === stap) ?? first
  return (
    <>
      <PageHeader
        title={text.repair(person.name)}
        intro={text.repairIntro}
        back={<Back relation={relation} />}
      >
        <p className="wk-actions">
          <Chip tone={rupture.sharedAt === null ? 'plain' : 'primary'}>
            {rupture.sharedAt === null ? text.onlyMe : text.inFile}
          </Chip>
          <Chip tone="warm">{ruptureKindWord(rupture.kind, language)}</Chip>
        </p>
        <p className="wk-muted wk-small">
          {rupture.removedAt === null
            ? text.sharedWith
            : text.privateUntil(dayInSentence(rupture.removedAt, seen))}
        </p>
      </PageHeader>
      <div className="wk-rupture">
        <RuptureStepPanel key={step} {...{ relation, rupture, step, person, participants, seen }} />
        <RuptureSteps relation={relation} rupture={rupture} shown={step} />
        <Suspense fallback={<Skeleton lines={2} />}>
          <RuptureBeside {...{ relation, rupture, seen }} />
        </Suspense>
      </div>
    </>
  )
}

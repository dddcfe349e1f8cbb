import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { peerCaseDraft } from '@weerklank/core/feedback/peer-case'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { Suspense, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { PeerCaseEditor } from '../ownership/ownership.ts'
import { relationQuery, useRelationWords } from '../relation/relation.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { rupturesQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'

/** Makes a case for peers out of a rupture, on this device: the server never hears from which. */
export function PeerCasePage() {
  const text = useText(ruptureText)
  const { relation, rupture } = useParams({
    from: '/members/samenwerkingen/$relation/schuurt/$rupture/intervisie',
  })
  const people = useQuery(relationQuery(relation))
  const query = useQuery(rupturesQuery(relation))
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <>
      <PageHeader
        title={text.caseTitle}
        intro={text.caseIntro}
        back={
          <Link to="/samenwerkingen/$relation/schuurt/$rupture" params={{ relation, rupture }}>
            {text.backToRepair}
          </Link>
        }
        actions={
          <LinkButton to="/intervisie" variant="quiet">
            {text.caseAll}
          </LinkButton>
        }
      />
      <PageState query={people}>
        {(details) => (
          <PageState query={query}>
            {({ ruptures }) => {
              const found = ruptures.find(({ id }) => id === rupture)
              return found === undefined ? (
                <p>{text.missing}</p>
              ) : (
                <Case relation={details} rupture={found} seen={seen} />
              )
            }}
          </PageState>
        )}
      </PageState>
    </>
  )
}

function Case({ relation, rupture, seen }: { relation: RelationDetails; rupture: Rupture; seen: Seen }) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const { setting } = useRelationWords()
  const me = useMe()
  const [id] = useState(newId)
  const names = [...relation.participants.map(({ name }) => name), me.member.name, me.workspace.name]
  const { kind, markers, steps } = rupture
  const [draft] = useState(() =>
    peerCaseDraft({ setting: setting(relation), kind, markers, text: rupture.text, steps, names }, language),
  )
  return (
    <div className="wk-rupture-form">
      <div className="wk-stack wk-no-print">
        <p>{text.caseOwn}</p>
        <p className="wk-muted wk-small">{text.caseKept}</p>
      </div>
      <Suspense fallback={<Skeleton lines={8} />}>
        <PeerCaseEditor {...{ id, draft, names, seen }} note={undefined} label={text.caseLabel} />
      </Suspense>
    </div>
  )
}

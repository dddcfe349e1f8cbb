import './rupture.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { nextStep } from '@weerklank/core/feedback/rupture.path'
import { ruptureOutcomeWord, ruptureStepWord } from '@weerklank/core/feedback/rupture.words'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { daysBetween } from '@weerklank/core/shared/time'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Fold } from '../ui/Fold.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { rupturesQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'
import { pathOf } from './rupture-view.ts'

type Props = { relation: RelationDetails; seen: Seen }

/** On the page of a collaboration: what chafes and how far repair is, and the way to begin. */
export function RelationStrain({ relation, seen }: Props) {
  const text = useText(ruptureText)
  const query = useQuery(rupturesQuery(relation.id))
  const all = query.data?.ruptures
  const open = all?.filter(({ outcome }) => outcome === null) ?? []
  const state = all === undefined ? '' : text.sectionState(open.length, all.length - open.length)
  return (
    <Fold title={text.title} state={state} asks={open.length > 0 || query.error !== null}>
      <p className="wk-muted wk-small">{text.sectionIntro}</p>
      <PageState query={query}>
        {({ ruptures }) => (
          <ul className="wk-lines">
            {ruptures.map((rupture) => (
              <Line key={rupture.id} {...{ relation, rupture, seen }} />
            ))}
          </ul>
        )}
      </PageState>
      {relation.mayChange && goesOn(relation) && (
        <div className="wk-actions">
          <LinkButton to="/samenwerkingen/$relation/schuurt" params={{ relation: relation.id }}>
            {text.strain}
          </LinkButton>
        </div>
      )}
    </Fold>
  )
}

function Line({ relation, rupture, seen }: Props & { rupture: Rupture }) {
  const text = useText(ruptureText)
  const { language } = seen
  const name = relation.participants.find(({ id }) => id === rupture.participant)?.name ?? ''
  const next = nextStep(rupture.kind, pathOf(rupture))
  const state =
    rupture.outcome === null
      ? text.open(daysBetween(rupture.noticedAt, seen.now))
      : ruptureOutcomeWord(rupture.outcome, language)
  return (
    <li>
      <Link
        to="/samenwerkingen/$relation/schuurt/$rupture"
        params={{ relation: relation.id, rupture: rupture.id }}
      >
        {text.with(name)}
      </Link>{' '}
      <Chip tone={rupture.outcome === null ? 'warm' : 'kept'}>{state}</Chip>
      <p className="wk-muted wk-small">
        {[
          rupture.sharedAt === null ? text.onlyMe : text.inFile,
          ...(next === null ? [] : [text.next(ruptureStepWord(next, language))]),
        ].join(' · ')}
      </p>
    </li>
  )
}

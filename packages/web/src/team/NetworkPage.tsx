import './network.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { NetworkWave } from '@weerklank/core/team/network.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { NetworkMoment } from './NetworkMoment.tsx'
import { networkListQuery } from './network.queries.ts'
import { networkText } from './network.text.ts'
import { useCircleDay } from './use-circle-day.ts'

const NetworkBegin = componentLater(async () => (await import('./NetworkBegin.tsx')).NetworkBegin)

/** The map of who works with whom: its moments, filling in while one is open, and reading it once it is shut. */
export function NetworkPage() {
  const { relation } = useParams({ from: '/members/team/$relation/kaart' })
  return (
    <CircleFrame relation={relation} part="map">
      {() => <Moments relation={relation} />}
    </CircleFrame>
  )
}

function Moments({ relation }: { relation: string }) {
  const text = useText(networkText)
  const query = useQuery(networkListQuery(relation))
  const [isBeginning, setBeginning] = useState(false)
  return (
    <PageState query={query}>
      {({ waves, mayBegin, meetings }) => {
        const begin = mayBegin && <Button onClick={() => setBeginning(true)}>{text.begin}</Button>
        return (
          <Section title={text.title} intro={text.intro} aside={waves.length > 0 ? begin : undefined}>
            {waves.length === 0 ? (
              <EmptyState title={text.noneTitle} text={text.none} action={begin} />
            ) : (
              <Chosen relation={relation} waves={waves} />
            )}
            {isBeginning && (
              <Later open>
                <NetworkBegin {...{ relation, meetings }} onClose={() => setBeginning(false)} />
              </Later>
            )}
          </Section>
        )
      }}
    </PageState>
  )
}

/** The moment that is looked at stands in the address, and beside which earlier one. The newest comes first. */
function Chosen({ relation, waves }: { relation: string; waves: readonly NetworkWave[] }) {
  const text = useText(networkText)
  const day = useCircleDay()
  const navigate = useNavigate({ from: '/team/$relation/kaart' })
  const search = useSearch({ from: '/members/team/$relation/kaart' })
  const at = Math.max(
    waves.findIndex(({ id }) => id === search.moment),
    0,
  )
  const wave = waves[at]
  if (wave === undefined) return null
  const earlier = waves.slice(at + 1).filter(({ state }) => state === 'closed')
  const since = earlier.find(({ id }) => id === search.naast)?.id ?? null
  const optionOf = (one: NetworkWave) => ({
    value: one.id as string,
    label: `${one.title} – ${one.state === 'open' ? text.until(day(one.closesOn)) : text.shut}`,
  })
  return (
    <>
      <div className="wk-network-choice wk-no-print">
        <SelectField
          id="kaart-moment"
          label={text.moment}
          value={wave.id}
          options={waves.map(optionOf)}
          onChange={(moment) => void navigate({ search: moment === null ? {} : { moment } })}
        />
        {wave.state === 'closed' && earlier.length > 0 && (
          <SelectField
            id="kaart-naast"
            label={text.beside}
            value={since ?? 'geen'}
            options={[{ value: 'geen', label: text.besideNone }, ...earlier.map(optionOf)]}
            onChange={(naast) =>
              void navigate({
                search: { moment: wave.id, ...(naast !== null && naast !== 'geen' && { naast }) },
              })
            }
          />
        )}
      </div>
      <NetworkMoment key={`${wave.id} ${since}`} {...{ relation, since }} wave={wave.id} />
    </>
  )
}

import type { NetworkClosed } from '@weerklank/core/team/network.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { networkText } from './network.text.ts'
import { type TieLine, tieLines } from './network-lines.ts'

type People = NetworkClosed['map']['people']
const nameIn = (people: People, id: string) =>
  people.find(({ participant }) => participant === id)?.name ?? ''

type One = { details: NetworkClosed; focus: string | null; onFocus: (key: string | null) => void }

/** Steps through the people, one at a time, and says her ties in words; in the order in which they stand on the map. */
export function NetworkOne({ details, focus, onFocus }: One) {
  const text = useText(networkText)
  const language = useLanguage()
  const { people } = details.map
  const at = people.findIndex(({ participant }) => participant === focus)
  const step = (by: 1 | -1) => {
    const next = at === -1 ? (by === 1 ? 0 : people.length - 1) : at + by
    onFocus(people[next]?.participant ?? null)
  }
  if (people.length === 0) return null
  return (
    <div className="wk-network-one wk-no-print">
      <div className="wk-network-step">
        <SelectField
          id="kaart-wie"
          label={text.look}
          value={focus ?? 'iedereen'}
          options={[
            { value: 'iedereen', label: text.everybody },
            ...people.map(({ participant, name }) => ({ value: participant as string, label: name })),
          ]}
          onChange={(one) => onFocus(one === null || one === 'iedereen' ? null : one)}
        />
        <Button onClick={() => step(-1)}>{text.previous}</Button>
        <Button onClick={() => step(1)}>{text.next}</Button>
      </div>
      <div role="status" className="wk-network-ties">
        {focus === null ? (
          <p className="wk-muted">{text.lookHint}</p>
        ) : (
          <Ties
            {...{ people, focus }}
            isWhole={details.compared === null}
            lines={tieLines(details, language)}
          />
        )}
      </div>
    </div>
  )
}

type Hers = { people: People; focus: string; lines: readonly TieLine[]; isWhole: boolean }

function Ties({ people, focus, lines, isWhole }: Hers) {
  const text = useText(networkText)
  const own = lines.filter(({ from }) => from === focus)
  const others = lines.filter(({ to }) => to === focus)
  return (
    <>
      <p>
        <strong>{nameIn(people, focus)}</strong>
      </p>
      <ul>
        {own.map(({ to, words }) => (
          <li key={to}>{text.names(nameIn(people, to), words)}</li>
        ))}
        {isWhole && own.length === 0 && <li>{text.namesNobody}</li>}
        {others.map(({ from, words }) => (
          <li key={from}>{text.namedBy(nameIn(people, from), words)}</li>
        ))}
      </ul>
    </>
  )
}

/** With more people than this a list is looked through by side. */
const filteredFrom = 12

/** Everybody by side, with whom she names: the picture in words. */
export function NetworkList({ details }: { details: NetworkClosed }) {
  const text = useText(networkText)
  const language = useLanguage()
  const { people, sides } = details.map
  const lines = tieLines(details, language)
  const [chosen, setChosen] = useState<string>('alle')
  const shown = sides.filter(({ id }) => chosen === 'alle' || id === chosen)
  return (
    <section className="wk-stack" aria-labelledby="kaart-lijst">
      <h3 id="kaart-lijst">{text.list}</h3>
      {people.length > filteredFrom && (
        <div className="wk-no-print">
          <SelectField
            id="kaart-lijst-kant"
            label={text.side}
            value={chosen}
            options={[
              { value: 'alle', label: text.allSides },
              ...sides.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(one) => setChosen(one ?? 'alle')}
          />
        </div>
      )}
      {shown.map((side) => {
        // Under her first side; when one side is asked for, everybody who is of it.
        const isOf = (hers: readonly string[]) =>
          chosen === 'alle' ? hers[0] === side.id : hers.some((one) => one === side.id)
        const own = people.filter(({ sides: hers }) => isOf(hers))
        if (own.length === 0) return null
        return (
          <div key={side.id}>
            <h4>{side.name}</h4>
            <ul className="wk-network-list">
              {own.map(({ participant, name, sides: hers }) => (
                <li key={participant}>
                  <strong>{name}</strong>{' '}
                  <span className="wk-muted">
                    {sides
                      .filter(({ id }) => id !== side.id && hers.includes(id))
                      .map((one) => one.name)
                      .join(', ')}
                  </span>
                  <Named {...{ people, participant, lines }} isWhole={details.compared === null} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

type NamedProps = { people: People; participant: string; lines: readonly TieLine[]; isWhole: boolean }

function Named({ people, participant, lines, isWhole }: NamedProps) {
  const text = useText(networkText)
  const own = lines.filter(({ from }) => from === participant)
  if (own.length === 0) return isWhole ? <p className="wk-muted">{text.namesNobody}</p> : null
  return (
    <ul>
      {own.map(({ to, words }) => (
        <li key={to}>{text.names(nameIn(people, to), words)}</li>
      ))}
    </ul>
  )
}

import './quotes.css'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { momentDays } from '@weerklank/core/analysis/moments'
import type { SynergyMapData } from '@weerklank/core/analysis/pictures.contract'
import { elementsOf } from '@weerklank/core/analysis/synergy'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { CellQuotes } from './MatrixCell.tsx'
import { mapText } from './map.text.ts'
import { type MapMoments, themesOn } from './map-view.ts'
import { usePlaceOnMap } from './pictures.queries.ts'

type Props = {
  analysis: Analysis
  map: SynergyMapData
  element: string
  moments: MapMoments
  onClose: () => void
}

/** One element: what was expected of it, and the quotes it rests on. */
export function MapElement({ analysis, map, element, moments, onClose }: Props) {
  const text = useText(mapText)
  const language = useLanguage()
  const found = elementsOf(map.model).find(({ key }) => key === element)
  if (found === undefined) return null
  const themes = themesOn(element, { analysis, map })
  const filter = {
    ...{ codes: themes.join(','), below: 'no' as const },
    ...(moments !== null && momentDays(moments.later)),
  }
  return (
    <Dialog open title={found.name[language]} onClose={onClose}>
      <div className="wk-stack">
        <Expectation {...{ analysis, map, element }} />
        {themes.length === 0 ? <p>{text.noTheme}</p> : <CellQuotes analysis={analysis} filter={filter} />}
      </div>
    </Dialog>
  )
}

function Expectation({ analysis, map, element }: Pick<Props, 'analysis' | 'map' | 'element'>) {
  const text = useText(mapText)
  const place = usePlaceOnMap(analysis.id)
  const now = map.expectations.find((one) => one.element === element)
  const kept = now === undefined ? 'none' : now.isExpected ? 'yes' : 'no'
  // What was just chosen stands, also while it is on its way.
  const [chosen, setChosen] = useState<'yes' | 'no' | 'none'>(kept)
  function expect(value: 'yes' | 'no' | 'none') {
    setChosen(value)
    const others = map.expectations.filter((one) => one.element !== element)
    const expectations = value === 'none' ? others : [...others, { element, isExpected: value === 'yes' }]
    const { version, modelVersion, placings } = map
    place.mutate(
      { version, modelVersion, placings, expectations },
      { onSuccess: () => notify({ text: text.saved }), onError: () => setChosen(kept) },
    )
  }
  return (
    <>
      <RadioGroup
        id="verwacht"
        label={text.expected}
        value={chosen}
        options={[
          { value: 'yes', label: text.expectedYes },
          { value: 'no', label: text.expectedNo },
          { value: 'none', label: text.expectedNone },
        ]}
        onChange={expect}
      />
      {place.isError && <p role="alert">{text.conflict}</p>}
    </>
  )
}

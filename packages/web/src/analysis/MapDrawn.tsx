import './map.css'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { SynergyMapData } from '@weerklank/core/analysis/pictures.contract'
import { synergyMap } from '@weerklank/core/charts/synergy-map'
import { mapIsWide } from '@weerklank/core/charts/synergy-map-input'
import { mapSigns } from '@weerklank/core/charts/synergy-map-legend'
import { mapRows, mapSentence } from '@weerklank/core/charts/synergy-map-rows'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture, SvgSign } from '../ui/SvgPicture.tsx'
import { useRoom } from '../ui/use-room.ts'
import { MapElement } from './MapElement.tsx'
import { MapList } from './MapList.tsx'
import { MapMomentChoice } from './MapMomentChoice.tsx'
import { MapPlacing } from './MapPlacing.tsx'
import { mapText } from './map.text.ts'
import { type MapMoments, mapPicture } from './map-view.ts'
import { usePlaceOnMap } from './pictures.queries.ts'

const ModelEdit = lazy(() => import('./ModelEdit.tsx').then(({ ModelEdit }) => ({ default: ModelEdit })))

type Props = { analysis: Analysis; map: SynergyMapData }

/** The picture with its sentence and list, and what one can do with it. */
export function MapDrawn({ analysis, map }: Props) {
  const text = useText(mapText)
  const lang = useLanguage()
  const holder = useRef<HTMLDivElement>(null)
  const room = useRoom(holder)
  const [moments, setMoments] = useState<MapMoments>(null)
  const [element, setElement] = useState<string | null>(null)
  const [isEditing, setEditing] = useState(false)
  const width = Math.min(room ?? mapIsWide, 1040)
  const head = { lang, width, title: text.title, voices: text.voices }
  const picture = mapPicture({ analysis, map, moments }, head)
  const sentence = mapSentence(picture)
  function handlePicture(event: MouseEvent) {
    const mark = event.target instanceof Element ? event.target.closest('[data-key]') : null
    if (mark !== null) setElement(mark.getAttribute('data-key'))
  }
  return (
    <div className="wk-stack wk-stack--wide">
      {map.placings.length === 0 && (
        <p>
          <strong>{text.noneTitle}.</strong> {text.noneText}
        </p>
      )}
      {map.newer !== null && <NewerModel analysis={analysis} map={map} newer={map.newer} />}
      <p role="status">{sentence}</p>
      <MapMomentChoice moments={map.moments} chosen={moments} onChoose={setMoments} />
      {/* What the picture opens, the list below it opens too, by keyboard and for who listens. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div ref={holder} className="wk-map" onClick={handlePicture}>
        <SvgPicture svg={synergyMap({ ...picture, description: sentence }).svg} />
      </div>
      {width < mapIsWide && (
        <ul className="wk-map-signs">
          {mapSigns(picture).map(({ id, sign, text: words }) => (
            <li key={id}>
              <SvgSign svg={sign} /> {words}
            </li>
          ))}
        </ul>
      )}
      <MapList rows={mapRows(picture)} onOpen={setElement} />
      <Disclosure label={text.place} className="wk-no-print">
        <MapPlacing key={map.version} analysis={analysis} map={map} />
      </Disclosure>
      <p className="wk-muted wk-small">
        {text.source(map.model.source[lang])}{' '}
        <Button variant="quiet" className="wk-no-print" onClick={() => setEditing(true)}>
          {text.change}
        </Button>
      </p>
      {element !== null && (
        <MapElement {...{ analysis, map, element, moments }} onClose={() => setElement(null)} />
      )}
      {isEditing && (
        <Suspense>
          <ModelEdit onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  )
}

function NewerModel({ analysis, map, newer }: Props & { newer: number }) {
  const text = useText(mapText)
  const place = usePlaceOnMap(analysis.id)
  const { version, placings, expectations } = map
  return (
    <div className="wk-row wk-no-print">
      <p>{text.newer}</p>
      <Button
        busy={place.isPending}
        onClick={() => place.mutate({ version, modelVersion: newer, placings, expectations })}
      >
        {text.takeNewer}
      </Button>
      {place.isError && <p role="alert">{text.failed}</p>}
    </div>
  )
}

import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { SynergyMapData } from '@weerklank/core/analysis/pictures.contract'
import type { CodeId } from '@weerklank/core/shared/ids'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { codeLines } from './code-tree.ts'
import { mapText } from './map.text.ts'
import { usePlaceOnMap } from './pictures.queries.ts'

type Props = { analysis: Analysis; map: SynergyMapData }

/** Says of each theme on which element it lies. */
export function MapPlacing({ analysis, map }: Props) {
  const text = useText(mapText)
  const place = usePlaceOnMap(analysis.id)
  const [draft, setDraft] = useState<ReadonlyMap<CodeId, string>>(
    new Map(map.placings.map(({ code, element }) => [code, element])),
  )
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const placings = [...draft].flatMap(([code, element]) => (element === '' ? [] : [{ code, element }]))
    const { version, modelVersion, expectations } = map
    place.mutate(
      { version, modelVersion, placings, expectations },
      { onSuccess: () => notify({ text: text.saved }) },
    )
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit}>
      <p className="wk-muted">{text.placeIntro}</p>
      <ul className="wk-map-placing">
        {codeLines(analysis.codes).map(({ code, path }) => (
          <li key={code.id}>
            <div>
              <label htmlFor={`leg-${code.id}`}>{path.join(' › ')}</label>
              <ElementSelect
                id={`leg-${code.id}`}
                map={map}
                value={draft.get(code.id) ?? ''}
                onChange={(element) => setDraft(new Map([...draft, [code.id, element]]))}
              />
            </div>
          </li>
        ))}
      </ul>
      {place.isError && <p role="alert">{text.conflict}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={place.isPending}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}

type SelectProps = { id: string; map: SynergyMapData; value: string; onChange: (element: string) => void }

function ElementSelect({ id, map, value, onChange }: SelectProps) {
  const text = useText(mapText)
  const language = useLanguage()
  const { rings, context, shadow } = map.model
  return (
    <select
      id={id}
      className="wk-field__input"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{text.nowhere}</option>
      {[...rings, context, shadow].map(({ name, elements }) => (
        <optgroup key={name.nl} label={name[language]}>
          {elements.map((element) => (
            <option key={element.key} value={element.key}>
              {element.name[language]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

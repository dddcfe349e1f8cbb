import { type RuptureKind, type RuptureMarker, ruptureKinds } from '@weerklank/core/feedback/rupture'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { ruptureKindWord } from '@weerklank/core/feedback/rupture.words'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { autosave, type SaveState } from '../ownership/ownership.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { RuptureMarkers } from './RuptureMarkers.tsx'
import { saveNoticed } from './rupture.actions.ts'
import { ruptureText } from './rupture.text.ts'

type Noticed = { kind: RuptureKind; markers: RuptureMarker[]; salience: number | null; text: string }

const waitMs = 1_000

/** What was noticed, kept as it is typed. */
export function RuptureNoticed({ relation, rupture }: { relation: string; rupture: Rupture }) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const { noticed, change, flush, state } = useNoticed(relation, rupture)
  return (
    <div className="wk-stack">
      <RadioGroup
        id="gemerkt-soort"
        label={text.kind}
        value={noticed.kind}
        options={ruptureKinds.map((value) => ({ value, label: ruptureKindWord(value, language) }))}
        onChange={(kind) => change({ ...noticed, kind })}
      />
      <RuptureMarkers
        id="gemerkt-merken"
        kind={noticed.kind}
        chosen={noticed.markers}
        onChange={(markers) => change({ ...noticed, markers })}
      />
      <TextArea
        id="gemerkt-tekst"
        label={text.own}
        hint={text.ownHint}
        rows={5}
        maxLength={2000}
        value={noticed.text}
        onChange={(words) => change({ ...noticed, text: words })}
        onBlur={() => void flush()}
      />
      <p className="wk-small wk-muted" role="status">
        {state === null ? '' : text[state]}
      </p>
    </div>
  )
}

function useNoticed(relation: string, rupture: Rupture) {
  const { id, kind, markers, salience, text } = rupture
  const [noticed, setNoticed] = useState<Noticed>({ kind, markers, salience, text })
  const [state, setState] = useState<SaveState | null>(null)
  const version = useRef(rupture.version)
  const [saver] = useState(() =>
    autosave<Rupture>({
      save: (written) =>
        saveNoticed(relation, id, { ...(JSON.parse(written) as Noticed), version: version.current }),
      isConflict: (error) => error instanceof ApiError && ['conflict', 'not-found'].includes(error.code),
      onState: (next, stored) => {
        setState(next)
        if (stored !== undefined) version.current = stored.version
      },
      waitMs,
    }),
  )
  // Whoever leaves the page while typing has it saved all the same.
  useEffect(() => () => void saver.flush(), [saver])
  return {
    noticed,
    state,
    flush: () => saver.flush(),
    change(next: Noticed) {
      setNoticed(next)
      saver.change(JSON.stringify(next))
    },
  }
}

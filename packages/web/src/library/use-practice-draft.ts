import { type PracticeBody, practiceParts } from '@weerklank/core/library/practice'
import type { PracticeDetail } from '@weerklank/core/library/practice.contract'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { autosave, type SaveState } from '../ownership/ownership.ts'
import type { ChosenSetting } from './PracticeSetting.tsx'
import { savePractice } from './practice.queries.ts'

export type PracticeWords = ChosenSetting & { body: PracticeBody }

const waitMs = 1_000
const empty = Object.fromEntries(practiceParts.map((part) => [part, ''])) as PracticeBody

/** A story as it is typed, kept a moment after the last change; nothing is kept before the kind is known. */
export function usePracticeDraft(id: string, kept: PracticeDetail | undefined, first: ChosenSetting) {
  const [words, setWords] = useState<PracticeWords>(() => kept ?? { ...first, body: empty })
  const [state, setState] = useState<SaveState>('saved')
  const [isTouched, setTouched] = useState(false)
  const version = useRef(kept?.version ?? 0)
  const [saver] = useState(() =>
    autosave<PracticeDetail>({
      save: (said) => savePractice(id, { ...JSON.parse(said), version: version.current }),
      isConflict: (error) => error instanceof ApiError && error.code === 'conflict',
      onState: (next, stored) => {
        setState(next)
        if (stored !== undefined) version.current = stored.version
      },
      waitMs,
    }),
  )
  // Whoever leaves the page while typing has it kept all the same.
  useEffect(() => () => void saver.flush(), [saver])
  return {
    words,
    state,
    isTouched,
    change(next: PracticeWords) {
      setWords(next)
      setTouched(true)
      const { kind, context, situation, body } = next
      if (kind !== null) saver.change(JSON.stringify({ kind, context, situation, body }))
    },
    /** Keeps what is still to be kept; gives the version that stands then, 0 for none. */
    async flush() {
      await saver.flush()
      return version.current
    },
  }
}

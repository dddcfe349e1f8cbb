import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { autosave, type SaveState } from './autosave.ts'
import { type NoteAbout, savePeerCase, saveWorkingNote } from './working-note.queries.ts'

const waitMs = 1_000

type Of = {
  /** Null for a case for peer reflection. */
  relation: string | null
  id: string
  note: WorkingNote | undefined
  about?: NoteAbout
  /** What stands there before anything is kept. */
  first?: string
}

function saveNote({ relation, about }: Of, draft: { note: string; text: string; version: number }) {
  return relation === null
    ? savePeerCase(draft)
    : saveWorkingNote(relation, { ...draft, ...(about && { about }) })
}

/** The text of one note as it is typed, and how far the saving of it is. */
export function useOwnText(of: Of) {
  const { id, note, first = '' } = of
  const [text, setText] = useState(note?.text ?? first)
  const [state, setState] = useState<SaveState>('saved')
  const [saved, setSaved] = useState<WorkingNote | undefined>(note)
  const version = useRef(note?.version ?? 0)
  const [saver] = useState(() =>
    autosave<WorkingNote>({
      save: (words) => saveNote(of, { note: id, text: words, version: version.current }),
      isConflict: (error) =>
        error instanceof ApiError && (error.code === 'conflict' || error.code === 'not-found'),
      onState: (next, stored) => {
        setState(next)
        if (stored === undefined) return
        version.current = stored.version
        setSaved(stored)
      },
      waitMs,
    }),
  )
  // Whoever leaves the page while typing has it saved all the same.
  useEffect(() => () => void saver.flush(), [saver])
  return {
    text,
    state,
    version: saved?.version ?? 0,
    removedAt: saved?.removedAt ?? null,
    change(words: string) {
      setText(words)
      // Nothing is no note: what stood there stays until it is taken away.
      if (words.trim() !== '') saver.change(words)
    },
    flush: () => saver.flush(),
    /** No more saving; gives the words as they stand. */
    stop() {
      saver.stop()
      return text
    },
  }
}

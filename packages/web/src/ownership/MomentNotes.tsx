import './working-note.css'
import { useQuery } from '@tanstack/react-query'
import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import type { Seen } from '../language/use-seen.ts'
import { PageState } from '../ui/PageState.tsx'
import { WorkingNoteEditor } from './WorkingNoteEditor.tsx'
import { type NoteAbout, workingNotesQuery } from './working-note.queries.ts'

type Props = {
  relation: string
  about: NoteAbout
  /** What the field is called. */
  label: string
  seen: Seen
}

/** The notes of one moment, and beside it always one that is still empty. */
export function MomentNotes(props: Props) {
  const query = useQuery(workingNotesQuery(props.relation))
  const { moment, rupture } = props.about
  return (
    <PageState query={query}>
      {({ notes }) => (
        <Notes
          {...props}
          key={`${moment} ${rupture}`}
          notes={notes.filter((note) => note.moment === moment && note.rupture === rupture)}
        />
      )}
    </PageState>
  )
}

function Notes({ relation, about, label, seen, notes }: Props & { notes: readonly WorkingNote[] }) {
  // The empty one keeps its place when it becomes a note, so that the cursor stays where it is.
  const [draft, setDraft] = useState(newId)
  const [gone, setGone] = useState<readonly string[]>([])
  const shown = [draft, ...notes.map(({ id }) => id).filter((id) => id !== draft)]
  function handleGone(id: string) {
    setGone([...gone, id])
    if (id === draft) setDraft(newId())
  }
  return (
    <div className="wk-stack">
      {shown
        .filter((id) => !gone.includes(id))
        .map((id, index) => (
          <WorkingNoteEditor
            key={id}
            {...{ relation, id, seen, about }}
            number={shown.length - index}
            label={index === 0 ? label : `${label} (${shown.length - index})`}
            note={notes.find((note) => note.id === id)}
            onGone={() => handleGone(id)}
            onBack={() => setGone(gone.filter((one) => one !== id))}
          />
        ))}
    </div>
  )
}

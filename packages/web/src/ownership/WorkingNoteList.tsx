import { useQuery } from '@tanstack/react-query'
import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { daysBetween } from '@weerklank/core/shared/time'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { WorkingNoteEditor } from './WorkingNoteEditor.tsx'
import { workingNotesQuery } from './working-note.queries.ts'
import { workingNoteText } from './working-note.text.ts'

const proposedDays = 90

/** One's own notes, each saved while one types. */
export function WorkingNoteList({ relation, seen }: { relation: string; seen: Seen }) {
  const query = useQuery(workingNotesQuery(relation))
  return (
    <PageState query={query}>
      {({ notes }) => (
        <Notes relation={relation} notes={notes.filter(({ moment }) => moment === null)} seen={seen} />
      )}
    </PageState>
  )
}

type Props = { relation: string; notes: readonly WorkingNote[]; seen: Seen }

function Notes({ relation, notes, seen }: Props) {
  const text = useText(workingNoteText)
  // Drafts keep their place when they become notes, so that the cursor stays where it is.
  const [drafts, setDrafts] = useState<readonly string[]>([])
  const [gone, setGone] = useState<readonly string[]>([])
  const [first] = notes
  const days = first === undefined ? proposedDays : daysBetween(first.changedAt, first.removedAt)
  const kept = notes.filter((note) => !drafts.includes(note.id))
  const shown = [...drafts, ...kept.map((note) => note.id)].filter((id) => !gone.includes(id))
  return (
    <div className="wk-stack">
      <p>{text.private}</p>
      <p className="wk-muted wk-small">{text.temporary(days)}</p>
      {shown.map((id, index) => (
        <WorkingNoteEditor
          key={id}
          {...{ relation, id, seen, number: shown.length - index }}
          note={notes.find((note) => note.id === id)}
          onGone={() => setGone([...gone, id])}
          onBack={() => setGone(gone.filter((one) => one !== id))}
        />
      ))}
      <div className="wk-actions">
        <Button icon="plus" onClick={() => setDrafts([newId(), ...drafts])}>
          {text.add}
        </Button>
      </div>
    </div>
  )
}

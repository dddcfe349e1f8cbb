import './notes.css'
import { goesOn } from '@weerklank/core/relation/relation'
import type { Note, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { componentLater, Later } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { noteText } from './note.text.ts'
import { noteGroups } from './note-groups.ts'
import { useAddNote, useRemoveNote } from './relation-page.actions.ts'

const NoteForm = componentLater(async () => (await import('./NoteForm.tsx')).NoteForm)

/** What helps and what does not, and earlier experiences with care, in the words of those who told it. */
export function Notes({ relation, seen }: { relation: RelationDetails; seen: Seen }) {
  const text = useText(noteText)
  const [changing, setChanging] = useState(false)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  const { remove, busyWith } = useTakingAway(relation.id)
  const mayChange = goesOn(relation)
  const { notes } = relation
  const contact = notes.filter(({ kind }) => kind === 'helps' || kind === 'hinders')
  const earlier = notes.filter(({ kind }) => kind === 'earlier-care')
  const shared = notes.filter(({ kind }) => kind === 'shared-note')
  const list = { seen, busyWith, onRemove: changing && mayChange ? remove : undefined }
  const button = (
    <TextButton aria-expanded={changing} onClick={() => setChanging(!changing)}>
      {changing ? text.done : text.change}
    </TextButton>
  )
  return (
    <div className="wk-no-print" {...keepFocus}>
      <Section title={text.title} aside={mayChange ? button : undefined}>
        {notes.length === 0 && <p className="wk-muted">{text.none}</p>}
        <NoteList notes={contact} {...list} />
        {earlier.length > 0 && <h3 className="wk-notes__earlier">{text.earlier}</h3>}
        <NoteList notes={earlier} {...list} />
        {shared.length > 0 && <h3 className="wk-notes__earlier">{text.shared}</h3>}
        <NoteList notes={shared} {...list} />
        {changing && mayChange && (
          <Later open>
            <NoteForm relation={relation} />
          </Later>
        )}
      </Section>
    </div>
  )
}

type ListProps = {
  notes: readonly Note[]
  seen: Seen
  busyWith: string | null
  onRemove: ((note: Note) => Promise<void>) | undefined
}

const icons = { helps: 'check', hinders: 'moon', 'earlier-care': 'clock', 'shared-note': 'pencil' } as const

function NoteList({ notes, seen, busyWith, onRemove }: ListProps) {
  const text = useText(noteText)
  const saidBy = (name: string, day: string, kind: Note['kind'] | undefined) => {
    if (name === '') return text.written(day)
    return kind === 'shared-note' ? text.sharedBy(name, day) : text.told(name, day)
  }
  return noteGroups(notes, seen.timeZone).map(({ toldBy, at, notes: together }) => (
    <div key={together[0]?.id}>
      <ul className="wk-lines wk-notes">
        {together.map((note) => (
          <li key={note.id} className={`wk-note wk-note--${note.kind}`}>
            <Icon name={icons[note.kind]} />
            <p>
              {note.kind.startsWith('h') && <span className="wk-sr-only">{text.kind[note.kind]}: </span>}
              {note.text}
            </p>
            {onRemove !== undefined && (
              <Button variant="quiet" busy={busyWith === note.id} onClick={() => void onRemove(note)}>
                {text.remove}
                <span className="wk-sr-only">{text.removeOf(note.text)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="wk-notes__told">{saidBy(toldBy, shortDay(at, seen), together[0]?.kind)}</p>
    </div>
  ))
}

/** Takes a note away and says so, with a way back. */
function useTakingAway(relation: string) {
  const text = useText(noteText)
  const take = useRemoveNote(relation)
  const add = useAddNote(relation)
  async function putBack({ id, kind, text: words, toldBy }: Note) {
    if (kind === 'shared-note') return
    try {
      await add.mutateAsync({ id, kind, text: words, toldBy })
      notify({ text: text.putBack })
    } catch {
      notify({ text: text.failed })
    }
  }
  async function remove(note: Note) {
    try {
      await take.mutateAsync(note.id)
      // What was shared is put back by its author alone, by sharing it anew.
      const isTold = note.kind !== 'shared-note'
      notify({ text: text.removed, ...(isTold && { undo: () => void putBack(note) }) })
    } catch {
      notify({ text: text.failed })
    }
  }
  return { remove, busyWith: take.isPending ? take.variables : null }
}

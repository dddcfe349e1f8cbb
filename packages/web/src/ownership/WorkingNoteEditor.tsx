import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useOwnText } from './use-own-text.ts'
import { WorkingNoteShare } from './WorkingNoteShare.tsx'
import {
  type NoteAbout,
  saveWorkingNote,
  useRefreshWorkingNotes,
  useRemoveWorkingNote,
} from './working-note.queries.ts'
import { workingNoteText } from './working-note.text.ts'

type Props = {
  relation: string
  id: string
  /** What the server has of it; undefined for one that is new. */
  note: WorkingNote | undefined
  number: number
  about?: NoteAbout
  /** Instead of its number. */
  label?: string
  seen: Seen
  onGone: () => void
  onBack: () => void
}

export function WorkingNoteEditor(props: Props) {
  const { relation, id, note, number, about, seen, onGone, onBack } = props
  const text = useText(workingNoteText)
  const own = useOwnText({ relation, id, note, ...(about && { about }) })
  const take = useRemoveWorkingNote()
  const refresh = useRefreshWorkingNotes(relation)
  const [sharing, setSharing] = useState(false)

  async function handleRemove() {
    const words = own.stop()
    try {
      if (own.version > 0) await take.mutateAsync(id)
    } catch {
      return notify({ text: text.failed })
    }
    onGone()
    const putBack = () =>
      saveWorkingNote(relation, { note: id, text: words, version: 0, ...(about && { about }) }).then(
        async () => {
          await refresh()
          onBack()
          notify({ text: text.putBack })
        },
        () => notify({ text: text.notBack }),
      )
    notify({ text: text.removed, ...(own.version > 0 && { undo: () => void putBack() }) })
    await refresh()
  }

  async function handleShare() {
    await own.flush()
    setSharing(true)
  }

  const name = props.label ?? text.nth(number)
  const state = own.state === 'saved' && own.version === 0 ? '' : text[own.state]
  return (
    <div className="wk-working-note">
      <TextArea
        id={`aantekening-${id}`}
        label={name}
        rows={4}
        maxLength={4000}
        value={own.text}
        onChange={own.change}
        onBlur={() => void own.flush()}
      />
      <p className="wk-small wk-muted" role="status">
        {state} {own.removedAt !== null && text.goes(dayInSentence(own.removedAt, seen))}
      </p>
      <div className="wk-actions">
        {own.version > 0 && (
          <Button variant="quiet" onClick={() => void handleShare()}>
            {text.share}
            <span className="wk-sr-only">: {name}</span>
          </Button>
        )}
        {/* The place of a moment is always there: with nothing kept in it there is nothing to take away. */}
        {(own.version > 0 || about === undefined) && (
          <Button variant="quiet" busy={take.isPending} onClick={() => void handleRemove()}>
            {text.remove}
            <span className="wk-sr-only">: {name}</span>
          </Button>
        )}
      </div>
      <WorkingNoteShare
        {...{ relation, id, words: own.text, version: own.version }}
        open={sharing}
        onClose={() => setSharing(false)}
        onShared={onGone}
      />
    </div>
  )
}

import './working-note.css'
import { Link } from '@tanstack/react-router'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Fold } from '../ui/Fold.tsx'
import { componentLater } from '../ui/Later.tsx'
import { workingNoteText } from './working-note.text.ts'

const WorkingNoteList = componentLater(async () => (await import('./WorkingNoteList.tsx')).WorkingNoteList)

/** A place to remember things for oneself, folded away: others may look at the screen. */
export function WorkingNotes({ relation, seen }: { relation: string; seen: Seen }) {
  const text = useText(workingNoteText)
  return (
    <Fold title={text.title} state={text.state}>
      <p>
        <Link to="/samenwerkingen/$relation/dagboek" params={{ relation }}>
          {text.journal}
        </Link>
      </p>
      <WorkingNoteList relation={relation} seen={seen} />
    </Fold>
  )
}

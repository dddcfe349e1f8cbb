import './working-note.css'
import { useId, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { componentLater, Later } from '../ui/Later.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { workingNoteText } from './working-note.text.ts'

const WorkingNoteList = componentLater(async () => (await import('./WorkingNoteList.tsx')).WorkingNoteList)

/** A place to remember things for oneself, folded away: others may look at the screen. */
export function WorkingNotes({ relation, seen }: { relation: string; seen: Seen }) {
  const text = useText(workingNoteText)
  const [open, setOpen] = useState(false)
  const panel = useId()
  return (
    <div className="wk-no-print">
      <Section
        title={text.title}
        aside={
          <TextButton aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
            {open ? text.hide : text.show}
          </TextButton>
        }
      >
        <div id={panel} hidden={!open}>
          <Later open={open}>
            <WorkingNoteList relation={relation} seen={seen} />
          </Later>
        </div>
      </Section>
    </div>
  )
}

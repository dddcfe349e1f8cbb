import type { Participant } from '@weerklank/core/relation/relation.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PaperEntry } from './PaperEntry.tsx'
import { waysInText } from './ways-in.text.ts'

type Props = { relation: string; invitation: string; person: Participant }

/** The question to print and fill in with a pen, and the place to type over what was written. */
export function WayPaper({ relation, invitation, person }: Props) {
  const text = useText(waysInText)
  const [isEntering, setEntering] = useState(false)
  if (isEntering) return <PaperEntry relation={relation} invitation={invitation} person={person} />
  return (
    <div className="wk-stack">
      <p>{text.paperIntro(person.name)}</p>
      <div className="wk-actions">
        <a
          className="wk-button wk-button--outline"
          href={`/api/relations/${relation}/invitations/${invitation}/paper`}
          download="vraag.pdf"
        >
          <Icon name="download" />
          {text.paperPdf}
        </a>
        <Button variant="quiet" icon="pencil" onClick={() => setEntering(true)}>
          {text.paperEnter}
        </Button>
      </div>
    </div>
  )
}

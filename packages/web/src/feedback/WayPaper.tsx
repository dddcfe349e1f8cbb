import type { Participant } from '@weerklank/core/relation/relation.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Asked } from './asked.ts'
import { FormPaper } from './FormPaper.tsx'
import { PaperEntry } from './PaperEntry.tsx'
import { waysInText } from './ways-in.text.ts'

type Props = { asked: Asked; person: Participant }

/** A check or a form to print and fill in with a pen, and the place to type over what was written. */
export function WayPaper({ asked, person }: Props) {
  const text = useText(waysInText)
  const [isEntering, setEntering] = useState(false)
  const { kind, relation, invitation } = asked
  const isForm = kind === 'form'
  if (isEntering) {
    const Entry = isForm ? FormPaper : PaperEntry
    return <Entry relation={relation} invitation={invitation} person={person} />
  }
  const questions = isForm ? 'form-invitations' : 'invitations'
  return (
    <div className="wk-stack">
      <p>{text.paperIntro(person.name)}</p>
      <div className="wk-actions">
        <a
          className="wk-button wk-button--outline"
          href={`/api/relations/${relation}/${questions}/${invitation}/paper`}
          download={isForm ? 'vragenlijst.pdf' : 'vraag.pdf'}
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

import '../ui/disclosure.css'
import { useQuery } from '@tanstack/react-query'
import type { Place } from '@weerklank/core/library/fit.place'
import type { Voice } from '@weerklank/core/relation/relation'
import { useId, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { AtHandList } from './AtHandList.tsx'
import { atHandText } from './at-hand.text.ts'
import { PracticeHere } from './PracticeHere.tsx'

export type AtHandProps = {
  place: Place
  /** The collaboration one is in. */
  relation?: string
  /** With whom it would be used. */
  voice?: Voice
  /** Where on this page one comes back to. */
  anchor?: string
}

/** A line that unfolds to what is at hand here. Nothing is asked before it is opened. */
export function AtHandFold(props: AtHandProps) {
  const text = useText(atHandText)
  const panel = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <TextButton
        className="wk-disclosure"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {text.open}
      </TextButton>
      <div id={panel} className="wk-disclosure__panel" hidden={!open}>
        {open &&
          (props.relation === undefined ? (
            <Anywhere {...props} />
          ) : (
            <InRelation {...props} relation={props.relation} />
          ))}
      </div>
    </>
  )
}

function Anywhere({
  place,
  voice = null,
  anchor = '',
}: Omit<AtHandProps, 'voice'> & { voice?: Voice | null }) {
  return <AtHandList asked={{ place, setting: null, voice }} anchor={anchor} />
}

/** Only what fits the kind of working together; asked when it is known. */
function InRelation({ relation, place, voice, anchor = '' }: AtHandProps & { relation: string }) {
  const { data } = useQuery(relationQuery(relation))
  if (data === undefined) return null
  const { kind, context, situation } = data
  const setting = { kind, context, situation }
  return (
    <>
      <AtHandList asked={{ place, setting, voice: voice ?? null }} anchor={anchor} />
      <p>
        <PracticeHere setting={setting} />
      </p>
    </>
  )
}

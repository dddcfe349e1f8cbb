import { useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useRelationWords } from './relation.ts'
import type { RelationDraft } from './relation-form.draft.ts'
import type { Overruled } from './relation-form.merge.ts'
import type { Form } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

type Newest = { draft: RelationDraft; version: number }

type Props = {
  form: Form
  /** What someone else kept meanwhile; null when nobody did. */
  newest: Newest | null
  /** Raised with each refused attempt to keep it: then this takes the focus. */
  attempt: number
}

/** Two people at once: nothing typed is lost, and nobody is overruled unseen. */
export function RelationFormConflict({ form, newest, attempt }: Props) {
  const { overruled } = form.state
  if (newest !== null) return <Behind form={form} newest={newest} attempt={attempt} />
  return overruled === null ? null : <BothChanged parts={overruled.parts} theirs={overruled.theirs} />
}

function Behind({ form, newest, attempt }: { form: Form; newest: Newest; attempt: number }) {
  const text = useText(relationFormText)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (attempt > 0) heading.current?.focus()
  }, [attempt])
  return (
    <div className="wk-relation-form__notice" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {text.conflictTitle}
      </h2>
      <p>{text.conflictText}</p>
      <div className="wk-actions">
        <Button
          onClick={() =>
            form.dispatch({ type: 'newest-fetched', theirs: newest.draft, version: newest.version })
          }
        >
          {text.conflictTake}
        </Button>
        <Button variant="quiet" onClick={() => form.dispatch({ type: 'started-over', ...newest })}>
          {text.conflictDrop}
        </Button>
      </div>
    </div>
  )
}

function BothChanged({ parts, theirs }: { parts: readonly Overruled[]; theirs: RelationDraft }) {
  const text = useText(relationFormText)
  const wordsOf = useTheirWords(theirs)
  return (
    <div className="wk-relation-form__notice" role="status">
      <h2>{text.mergedTitle}</h2>
      <p>{text.mergedBoth}</p>
      <ul className="wk-relation-form__theirs">
        {parts.map((part) => {
          const { id, label, value } = wordsOf(part)
          return (
            <li key={id}>
              {label} <strong>{value}</strong>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What the other wrote, with the label of its field. */
function useTheirWords(theirs: RelationDraft) {
  const text = useText(relationFormText)
  const say = useRelationWords()
  return (part: Overruled): { id: string; label: string; value: string } => {
    if (typeof part === 'object') {
      const person = theirs.people.find(({ id }) => id === part.person)
      const voice = person?.voice ? say.voice(person.voice) : ''
      const value = [person?.name, voice, person?.detail].filter(Boolean).join(', ')
      return { id: part.person, label: text.people, value }
    }
    switch (part) {
      case 'title':
        return { id: part, label: text.title, value: theirs.title }
      case 'purpose':
        return { id: part, label: text.purpose, value: theirs.purpose }
      case 'rhythm': {
        const days = theirs.rhythm === 'other' ? theirs.otherDays : theirs.rhythm
        return { id: part, label: text.otherDays, value: days }
      }
      case 'setting': {
        const { kind, context, situation } = theirs
        const value = kind === null ? '' : say.setting({ kind, context, situation }).join(' · ')
        return { id: part, label: text.kind, value }
      }
    }
  }
}

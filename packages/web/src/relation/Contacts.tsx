import './contacts.css'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { Section } from '../ui/Section.tsx'
import { ContactRow } from './ContactRow.tsx'
import { contactText } from './contact.text.ts'
import { ContactPlanDialog } from './contact-dialogs.tsx'
import { contactsInSight } from './contact-view.ts'

/** What is planned, and the last contacts, to write down what was said. */
export function Contacts({ relation, seen }: { relation: RelationDetails; seen: Seen }) {
  const text = useText(contactText)
  const [planning, setPlanning] = useState(false)
  const { planned, last } = contactsInSight(relation.contacts, seen.now)
  // What has words stands in the story too; here one comes to change it.
  const unwritten = last.filter(({ summary }) => summary === '')
  const written = last.filter(({ summary }) => summary !== '')
  const mayChange = goesOn(relation)
  const row = { relation: relation.id, seen, mayChange }
  const keepFocus = useKeepFocus<HTMLDivElement>()
  return (
    <div className="wk-no-print" {...keepFocus}>
      <Section title={text.title}>
        {planned.length === 0 && <p className="wk-muted">{text.none}</p>}
        {planned.length > 0 && (
          <ul className="wk-lines" aria-label={text.planned}>
            {planned.map((contact) => (
              <ContactRow key={contact.id} contact={contact} planned {...row} />
            ))}
          </ul>
        )}
        {mayChange && (
          <div className="wk-actions">
            <Button icon="plus" onClick={() => setPlanning(true)}>
              {text.plan}
            </Button>
          </div>
        )}
        {unwritten.length > 0 && (
          <>
            <h3 className="wk-contacts__last">{text.last}</h3>
            <ul className="wk-lines">
              {unwritten.map((contact) => (
                <ContactRow key={contact.id} contact={contact} planned={false} {...row} />
              ))}
            </ul>
          </>
        )}
        {written.length > 0 && (
          <Disclosure label={text.earlier}>
            <ul className="wk-lines">
              {written.map((contact) => (
                <ContactRow key={contact.id} contact={contact} planned={false} {...row} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
      <ContactPlanDialog
        relation={relation.id}
        kind="contact"
        seen={seen}
        open={planning}
        onClose={() => setPlanning(false)}
      />
    </div>
  )
}

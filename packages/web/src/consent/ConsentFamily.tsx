import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useState } from 'react'
import { useDates } from '../access/access.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { consentPageText } from './consent-page.text.ts'
import { FamilyDialog } from './FamilyDialog.tsx'
import { ageShown } from './family-draft.ts'

type Props = { relation: string; person: RelationPerson; people: readonly RelationPerson[] }

/** How old she is and who her parents are: that decides who decides. */
export function ConsentFamily({ relation, person, people }: Props) {
  const text = useText(consentPageText)
  const { today } = useDaySeen(useNow())
  const dates = useDates()
  const [editing, setEditing] = useState(false)
  const { bornOn, parents, ageBand } = person
  const age = bornOn === null ? null : ageShown(bornOn, today)
  return (
    <Section
      title={text.family}
      aside={
        <TextButton aria-label={text.editFamilyNamed(person.name)} onClick={() => setEditing(true)}>
          {text.change}
        </TextButton>
      }
    >
      <p>
        {bornOn === null || age === null
          ? text.noBirthDay
          : text.bornOn(`${dates.dayMonth(`${bornOn}T12:00:00Z`)} ${bornOn.slice(0, 4)}`, age.years)}
      </p>
      <p className="wk-muted wk-small">{text.rule[ageBand]}</p>
      {ageBand !== 'alone' && parents.length === 0 && (
        <p className="wk-consent-state--warm">{text.noParents}</p>
      )}
      {parents.length > 0 && (
        <ul className="wk-lines">
          {parents.map((parent) => (
            <li key={parent.person}>
              <strong>{parent.name}</strong>, {text.authority[parent.authority]}
            </li>
          ))}
        </ul>
      )}
      <FamilyDialog
        relation={relation}
        person={person}
        people={people}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </Section>
  )
}

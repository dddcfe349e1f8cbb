import { Link, useSearch } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { CheckExportForm } from './CheckExportForm.tsx'
import { checkExportText } from './check-export.text.ts'

/** Checks as a file: of one collaboration, or of all of one's own. */
export function CheckExportPage() {
  const text = useText(checkExportText)
  const { van: relation } = useSearch({ from: '/members/samenwerkingen/meenemen' })
  return (
    <>
      <PageHeader
        title={text.title}
        intro={relation === undefined ? text.introAll : text.introOne}
        back={
          relation === undefined ? (
            <Link to="/samenwerkingen">{text.backToList}</Link>
          ) : (
            <Link to="/samenwerkingen/$relation" params={{ relation }}>
              {text.backToRelation}
            </Link>
          )
        }
      />
      <Section title={text.careful}>
        <ul>
          {text.carefulText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title={text.make}>
        <CheckExportForm relation={relation} />
      </Section>
    </>
  )
}

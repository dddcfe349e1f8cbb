import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { licenceSentence } from './form-licence-words.ts'
import { licencesToSeeQuery } from './forms.queries.ts'
import { formsText } from './forms.text.ts'

/** On *Vandaag*, for who keeps forms: licences that end, have ended, or are missing. Nothing where all is in order. */
export function TodayLicences({ seen }: { seen: DaySeen }) {
  const text = useText(formsText)
  const words = useText(formLicenceText)
  const { data } = useQuery(licencesToSeeQuery)
  if (data === undefined || data.forms.length === 0) return null
  return (
    <Section title={text.today}>
      <ul className="wk-lines">
        {data.forms.map(({ id, title, licence }) => (
          <li key={id}>
            <Link className="wk-today__link" to="/vragenlijsten/$form" params={{ form: id }}>
              {title}
            </Link>
            <p className="wk-muted wk-small">{licenceSentence(licence, words, seen)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

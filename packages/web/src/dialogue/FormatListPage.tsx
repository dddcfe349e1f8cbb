import './format.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ListedFormat } from '@weerklank/core/dialogue/format.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { FormatFilterFields } from './FormatFilterFields.tsx'
import { formatListQuery } from './format.queries.ts'
import { formatText } from './format.text.ts'
import { everything, fitsFilter } from './format-filter.ts'

/** All formats of talking together, shipped and of the organisation, found by what one has: time, people, safety. */
export function FormatListPage() {
  const text = useText(formatText)
  const query = useQuery(formatListQuery)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={
          <LinkButton variant="primary" to="/gesprekken/vormen/kiezen">
            {text.chooseForMe}
          </LinkButton>
        }
      />
      <PageState query={query}>{({ formats }) => <Found formats={formats} />}</PageState>
    </>
  )
}

function Found({ formats }: { formats: readonly ListedFormat[] }) {
  const text = useText(formatText)
  const language = useLanguage()
  const [filter, setFilter] = useState(everything)
  const found = formats
    .filter((format) => fitsFilter(format, filter, language))
    .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language))
  return (
    <>
      <FormatFilterFields filter={filter} onChange={setFilter} />
      <div className="wk-row wk-formats__found">
        <p className="wk-muted" role="status">
          {found.length === 0 ? text.notFound : text.found(found.length)}
        </p>
        {filter !== everything && <TextButton onClick={() => setFilter(everything)}>{text.all}</TextButton>}
      </div>
      <ul className="wk-lines">
        {found.map((format) => (
          <Line key={format.key} format={format} />
        ))}
      </ul>
    </>
  )
}

function Line({ format }: { format: ListedFormat }) {
  const text = useText(formatText)
  const language = useLanguage()
  const { own, isTemplate } = format
  return (
    <li className="wk-formats__line">
      <div>
        <Link className="wk-formats__name" to="/gesprekken/vormen/$format" params={{ format: format.key }}>
          {format.name[language] || format.name.nl}
        </Link>
        <p>{format.purpose[language] || format.purpose.nl}</p>
        <p className="wk-muted wk-small">
          {[
            text.duration(format.minutes),
            text.persons(format.minPeople, format.maxPeople),
            text.clientPresent[format.clientPresent],
            ...(format.beginners ? [text.beginners] : []),
          ].join(' · ')}
        </p>
      </div>
      {own !== null && (
        <Chip tone={own.status === 'published' ? 'kept' : 'plain'}>{text.status[own.status]}</Chip>
      )}
      {isTemplate && <Chip>{text.template}</Chip>}
    </li>
  )
}

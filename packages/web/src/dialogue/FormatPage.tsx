import './format.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatMinutes } from '@weerklank/core/dialogue/format'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { meetingRoleWords, outputWords } from '@weerklank/core/dialogue/format.words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { FormatActions } from './FormatActions.tsx'
import { FormatSteps } from './FormatSteps.tsx'
import { FormatVersions } from './FormatVersions.tsx'
import { formatQuery } from './format.queries.ts'
import { formatText } from './format.text.ts'

/** One format: what it is for, its steps with who speaks and who is silent; printed it is a sheet for the table. */
export function FormatPage() {
  const { format } = useParams({ from: '/members/gesprekken/vormen/$format' })
  const text = useText(formatText)
  const [version, setVersion] = useState<number | undefined>()
  const query = useQuery(formatQuery(format, version))
  const back = <Link to="/gesprekken/vormen">{text.back}</Link>
  return (
    <>
      {query.data === undefined && <PageHeader title={text.title} back={back} />}
      <PageState query={query}>
        {(shown) => (
          <article className="wk-format">
            <Head shown={shown} back={back} />
            <Body shown={shown} />
            <FormatVersions shown={shown} onShow={setVersion} />
          </article>
        )}
      </PageState>
    </>
  )
}

function Head({ shown, back }: { shown: ShownFormat; back: React.ReactNode }) {
  const text = useText(formatText)
  const language = useLanguage()
  const { format, own } = shown
  return (
    <PageHeader
      title={format.name[language] || format.name.nl}
      intro={format.purpose[language] || format.purpose.nl}
      back={back}
      actions={<FormatActions shown={shown} />}
    >
      <p className="wk-muted wk-small">
        {[
          text.duration(formatMinutes(format)),
          text.persons(format.minPeople, format.maxPeople),
          text.clientPresent[format.clientPresent],
          text.safe[format.safety],
          ...(format.beginners ? [text.beginners] : []),
          ...(own === null ? [] : [text.version(format.version)]),
        ].join(' · ')}
      </p>
      {own?.status === 'draft' && (
        <p className="wk-notice wk-no-print">{shown.canBeHeld ? text.nextText : text.draftText}</p>
      )}
      {own?.status === 'withdrawn' && <p className="wk-notice wk-no-print">{text.withdrawnText}</p>}
      {format.isTemplate && <p className="wk-notice">{text.templateText}</p>}
    </PageHeader>
  )
}

function Body({ shown: { format } }: { shown: ShownFormat }) {
  const text = useText(formatText)
  const language = useLanguage()
  return (
    <>
      {format.steps.length > 0 && (
        <Section title={text.steps} intro={text.stepsIntro(format.steps.length, formatMinutes(format))}>
          <FormatSteps format={format} />
        </Section>
      )}
      {format.rules.length > 0 && (
        <Section title={text.rules}>
          <ul className="wk-format__rules">
            {format.rules.map((rule) => (
              <li key={rule.nl}>{rule[language] || rule.nl}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.roles}>
        <ul className="wk-format__roles">
          {format.roles.map(({ role, min, max }) => (
            <li key={role}>
              {meetingRoleWords[role][language]}{' '}
              <span className="wk-muted">({text.roleCount(min, max)})</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.leaves}>
        <p>{sentenceStart(format.outputs.map((output) => outputWords[output][language]).join(', '))}.</p>
        {format.endsWithWitnessQuestions && <p>{text.witness}</p>}
        {format.source !== '' && (
          <p className="wk-muted wk-small">
            {text.source}: {format.source}
          </p>
        )}
      </Section>
    </>
  )
}

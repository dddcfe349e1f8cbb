import './legal.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type LegalDocumentId, legalDocuments } from '@weerklank/core/consent/legal/legal-document'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import { type Language, languages } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { LegalKeep } from './LegalKeep.tsx'
import { LegalReadLink } from './LegalReadLink.tsx'
import { legalText } from './legal.text.ts'

/** Where everybody can read it, of the texts for those who take part. */
const publicPages: Partial<Record<LegalDocumentId, string>> = {
  'privacy-adult': '/privacy',
  'privacy-child': '/privacy/kind',
  'privacy-professional': '/privacy/professional',
}

/** The texts that the law asks for, to read, keep and print. */
export function LegalListPage() {
  const text = useText(legalText)
  const own = useLanguage()
  const navigate = useNavigate()
  const { taal = own } = useSearch({ from: '/members/beheer/teksten' })
  const forPeople = legalDocuments.filter((id) => publicPages[id] !== undefined)
  const forLaw = legalDocuments.filter((id) => publicPages[id] === undefined)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={
          <>
            {text.intro} {text.watched}
          </>
        }
      />
      <div className="wk-legal-language">
        <RadioGroup
          id="teksten-taal"
          label={text.language}
          value={taal}
          options={languages.map((value) => ({ value, label: text.languages[value] }))}
          onChange={(value) =>
            void navigate({ to: '/beheer/teksten', search: { taal: value }, replace: true })
          }
        />
      </div>
      <Section title={text.forLaw} intro={text.gaps}>
        <Texts ids={forLaw} language={taal} />
      </Section>
      <Section title={text.forPeople} intro={text.forPeopleIntro}>
        <Texts ids={forPeople} language={taal} />
      </Section>
    </>
  )
}

function Texts({ ids, language }: { ids: readonly LegalDocumentId[]; language: Language }) {
  return (
    <ul className="wk-legal-list">
      {ids.map((id) => (
        <OneText key={id} id={id} language={language} />
      ))}
    </ul>
  )
}

function OneText({ id, language }: { id: LegalDocumentId; language: Language }) {
  const text = useText(legalText)
  const path = publicPages[id]
  return (
    <li>
      <h3>
        <LegalReadLink id={id} language={language}>
          {legalTitles[id][language]}
        </LegalReadLink>
      </h3>
      <p className="wk-muted">{text.for[id]}</p>
      {path !== undefined && (
        <p className="wk-small">
          {text.publicPage}: <a href={`${path}?lang=${language}`}>{`${window.location.origin}${path}`}</a>
        </p>
      )}
      <LegalKeep id={id} language={language} />
    </li>
  )
}

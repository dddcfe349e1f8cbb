import './programs.css'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { programsText } from './programs.text.ts'
import { TokenSection } from './TokenSection.tsx'
import { WebhookSection } from './WebhookSection.tsx'

/** What other programs may do here in one's name, and what they are told. */
export function ProgramsPage() {
  const text = useText(programsText)
  return (
    <div className="wk-programs">
      <PageHeader title={text.title} intro={text.intro} />
      <TokenSection />
      <WebhookSection />
      <Section title={text.tryIt} intro={text.tryItText}>
        <div className="wk-actions">
          <LinkButton to="/koppelingen/proberen" icon="chevron">
            {text.tryItLink}
          </LinkButton>
        </div>
      </Section>
    </div>
  )
}

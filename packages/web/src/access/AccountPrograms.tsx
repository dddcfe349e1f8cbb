import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { programsText } from './programs.text.ts'

/** The way to what other programs may do in one's name. */
export function AccountPrograms() {
  const text = useText(programsText)
  return (
    <Section title={text.title} intro={text.intro}>
      <div className="wk-actions">
        <LinkButton to="/koppelingen" icon="link">
          {text.title}
        </LinkButton>
      </div>
    </Section>
  )
}

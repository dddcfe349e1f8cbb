import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'

/** The way to what other programs may do in one's name. */
export function AccountPrograms() {
  const text = useText(accountText)
  return (
    <Section title={text.programsTitle} intro={text.programsIntro}>
      <div className="wk-actions">
        <LinkButton to="/koppelingen" icon="link">
          {text.programsTitle}
        </LinkButton>
      </div>
    </Section>
  )
}

import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { todayText } from './today.text.ts'

/** For whoever has no collaboration yet: what this place becomes, and the first step. */
export function TodayFirstSteps() {
  const text = useText(todayText)
  return (
    <Section title={text.firstTitle}>
      <ol className="wk-today__steps">
        {text.firstSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="wk-actions">
        <LinkButton variant="primary" icon="plus" to="/samenwerkingen/nieuw">
          {text.newRelation}
        </LinkButton>
      </div>
    </Section>
  )
}

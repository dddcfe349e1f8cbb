import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'

/** For a colleague who is also a person here or elsewhere: the way to her own page, which is no page of the app. */
export function AccountOwnPage() {
  const text = useText(accountText)
  return (
    <Section title={text.ownTitle} intro={text.ownIntro}>
      <p>
        <a href="/mijn">{text.ownOpen}</a>
      </p>
    </Section>
  )
}

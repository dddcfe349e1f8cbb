import type { Between } from '@weerklank/core/learning/nudge.contract'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { betweenText } from './between.text.ts'

/** Whom the cards reach, in counts: nobody is named, and nobody is behind. */
export function BetweenReach({ between }: { between: Between }) {
  const text = useText(betweenText)
  const { reach, nudges, canSendMail } = between
  const hasBuddyNudge = nudges.some(({ kind, isOn }) => kind === 'buddy' && isOn)
  const lines = [
    ...(reach.byMail > 0 ? [text.byMail(reach.byMail)] : []),
    ...(reach.pageOnly > 0 ? [text.pageOnly(reach.pageOnly)] : []),
    ...(reach.optedOut > 0 ? [text.optedOut(reach.optedOut)] : []),
    ...(reach.notNow > 0 ? [text.notNow(reach.notNow)] : []),
    ...(hasBuddyNudge && reach.withoutBuddy > 0 ? [text.withoutBuddy(reach.withoutBuddy)] : []),
  ]
  return (
    <Section title={text.reach} intro={text.reachIntro}>
      {!canSendMail && <p>{text.noMailServer}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}

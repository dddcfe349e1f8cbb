import type { BuddyPair } from '@weerklank/core/learning/buddy.contract'
import { whyTogether } from '@weerklank/core/learning/buddy.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { buddiesText } from './buddies.text.ts'

/** "Why these two", folded away: what they share and in what they differ, and what speaks against it. */
export function BuddyWhy({ pair }: { pair: BuddyPair }) {
  const text = useText(buddiesText)
  const language = useLanguage()
  const lines = whyTogether(pair.why, { members: pair.members.length, language })
  const against = pair.why.unmet.filter((rule) => rule !== 'again').map((rule) => text.unmet[rule])
  return (
    <Disclosure label={pair.members.length > 2 ? text.whyMore : text.why}>
      <ul className="wk-buddy-why">
        {[...lines, ...against].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

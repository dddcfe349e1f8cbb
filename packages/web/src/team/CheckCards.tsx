import type { TalkPoint } from '@weerklank/core/team/circle-check.talk'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import { useLanguage } from '../language/use-text.ts'

/** What to talk about: each a question to ask each other, and why it comes up. */
export function CheckCards({ points }: { points: readonly TalkPoint[] }) {
  const language = useLanguage()
  return (
    <ul className="wk-check-cards">
      {points.map(({ item, reason }) => (
        <li key={item.id} className={item.shadow === true ? 'wk-check-shadow' : undefined}>
          <h3>{item.label[language]}</h3>
          <p>{item.card[language]}</p>
          <p className="wk-muted wk-small">{circleCheckWords[language].reason[reason]}</p>
        </li>
      ))}
    </ul>
  )
}

import type { CircleCheckDetails, CircleOutcome } from '@weerklank/core/team/circle-check.contract'
import { spreadIn } from '@weerklank/core/team/circle-check.talk'
import type { CircleItem } from '@weerklank/core/team/circle-instrument'
import { roundPicture } from '@weerklank/core/team/round-picture'
import { spreadOf } from '@weerklank/core/team/spread'
import { spreadReckoning, spreadSentence } from '@weerklank/core/team/spread.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { checkText } from './check.text.ts'

type Props = { check: CircleCheckDetails; outcome: CircleOutcome }

/** Each question by itself: a dot for each answer, a sentence, and by side where that is nobody's own. */
export function CheckItems({ check, outcome }: Props) {
  return (
    <ul className="wk-check-items">
      {check.definition.items.map((item) => (
        <li key={item.id} className={item.shadow === true ? 'wk-check-shadow' : undefined}>
          <OneItem check={check} outcome={outcome} item={item} />
        </li>
      ))}
    </ul>
  )
}

function OneItem({ check, outcome, item }: Props & { item: CircleItem }) {
  const text = useText(checkText)
  const language = useLanguage()
  const { definition } = check
  const spread = spreadIn(outcome, { item: item.id, instrument: definition })
  const sides =
    outcome.status === 'shown' ? (outcome.items.find((one) => one.item === item.id)?.sides ?? []) : []
  const label = item.label[language]
  if (spread === null) {
    return (
      <>
        <h3>{label}</h3>
        <p className="wk-muted">{text.hidden}</p>
      </>
    )
  }
  const sentence = spreadSentence(spread, language)
  return (
    <>
      <h3>{label}</h3>
      <p className="wk-muted wk-small">{language === 'nl' ? item.question.nl.je : item.question.en}</p>
      <SvgPicture
        svg={roundPicture({
          ...{ tally: spread.counts.filter(({ count }) => count > 0), scale: definition.scale },
          ...{ id: `${check.id}-${item.id}`, title: text.chart(label), description: sentence },
        })}
      />
      <p className="wk-check-ends wk-muted wk-small" aria-hidden="true">
        <span>{language === 'nl' ? item.low.nl.je : item.low.en}</span>
        <span>{language === 'nl' ? item.high.nl.je : item.high.en}</span>
      </p>
      <p>{sentence}</p>
      {sides.length > 0 && (
        <ul className="wk-small">
          {sides.map(({ name, n, counts }) => (
            <li key={name}>
              {text.side5(name, n)}. {spreadSentence(spreadOf(counts, definition.scale), language)}
            </li>
          ))}
        </ul>
      )}
      <Disclosure label={text.reckoned}>
        {spreadReckoning(spread, language).map((line) => (
          <p key={line} className="wk-small">
            {line}
          </p>
        ))}
      </Disclosure>
    </>
  )
}

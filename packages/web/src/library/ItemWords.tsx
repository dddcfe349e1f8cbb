import { Link } from '@tanstack/react-router'
import { type Card, cardOf } from '@weerklank/core/library/card'
import { type ReadingLevel, readingLevels } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import { readingLevelWords } from '@weerklank/core/library/item.words'
import type { Language } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { itemText } from './item.text.ts'

type Props = { item: Item; level: ReadingLevel; language: Language }

/** The words of an item for one reader, with what one can say and do. */
export function ItemWords({ item, level, language }: Props) {
  const text = useText(itemText)
  const screen = useLanguage()
  const card = cardOf(item, { level, language })
  return (
    <div>
      <nav className="wk-tabs wk-no-print" aria-label={text.levels}>
        <ul>
          {readingLevels.map((one) => (
            <li key={one}>
              <Link
                to="/kennis/$key"
                params={{ key: item.key }}
                search={one === 'professional' ? {} : { voor: one }}
                replace
                resetScroll={false}
                aria-current={one === level ? 'page' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {readingLevelWords[one][screen]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="wk-stack wk-library-text" lang={card?.language ?? screen}>
        {card === null ? <p>{text.noLevel}</p> : <CardWords card={card} />}
      </div>
    </div>
  )
}

/** What is said by a printed card and behind a link, too. */
function CardWords({ card }: { card: Card }) {
  const { paragraphs, sentences, steps } = card
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {sentences.length > 0 && (
        <Section title={card.sentencesHead}>
          <ul className="wk-lines">
            {sentences.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={card.stepsHead}>
          <ol className="wk-lines">
            {steps.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

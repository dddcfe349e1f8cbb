import { Link } from '@tanstack/react-router'
import { gradeWords, itemKindWords, provenanceWords } from '@weerklank/core/library/item.words'
import type { FoundItem, ListedItem } from '@weerklank/core/library/library.contract'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { libraryText } from './library.text.ts'

/** Items of a search, each with why it is there. */
export function FoundItems({ items }: { items: readonly FoundItem[] }) {
  const text = useText(libraryText)
  return (
    <ul className="wk-lines">
      {items.map((item) => (
        <li key={item.key} className="wk-library-item">
          <ItemLine item={item} />
          {item.why.length > 0 && (
            <p className="wk-small">
              {item.why
                .map(({ place, words }) =>
                  place === 'tag'
                    ? text.fitsWith(words.join(', '))
                    : text.because(words.map((word) => `‘${word}’`).join(', '), text.place[place]),
                )
                .join(' · ')}
              {item.why[0]?.place === 'text' && <span className="wk-muted"> – {item.why[0].around}</span>}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What a list says of an item: what it is, what it needs, and what it rests on. */
export function ItemLine({ item }: { item: ListedItem }) {
  const text = useText(libraryText)
  const language = useLanguage()
  const shown = item.title[language] === undefined ? (language === 'nl' ? 'en' : 'nl') : language
  const { minutes, people } = item
  const facts = [
    sentenceStart(itemKindWords[item.kind][language]),
    ...(minutes === null ? [] : [text.minutesLong(minutes)]),
    ...(people === null ? [] : [text.peopleMany(people.min, people.max)]),
  ]
  return (
    <>
      <Link to="/kennis/$key" params={{ key: item.key }} search={{}} lang={shown}>
        {item.title[shown]}
      </Link>
      <p lang={shown}>{item.summary[shown]}</p>
      <p className="wk-row wk-small wk-muted">
        <span>{facts.join(' · ')}</span>
        {item.own && <Chip tone="primary">{text.ownItem}</Chip>}
        {item.provenance === 'chatbot-list' ? (
          <Chip tone="warm">{provenanceWords['chatbot-list'][language]}</Chip>
        ) : (
          <span>{gradeWords[item.grade][language]}</span>
        )}
      </p>
    </>
  )
}

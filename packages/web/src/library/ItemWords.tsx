import { Link } from '@tanstack/react-router'
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
  const words = item.levels[level]?.[language]
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
      <div className="wk-stack wk-library-text" lang={language}>
        {words === undefined ? (
          <p lang={screen}>{text.noLevel}</p>
        ) : (
          words.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
        )}
        <Spoken item={item} language={language} address={level === 'parent' ? 'u' : 'je'} />
      </div>
    </div>
  )
}

function Spoken({ item, language, address }: { item: Item; language: Language; address: 'u' | 'je' }) {
  const text = useText(itemText)
  const said = (item.sentences ?? []).flatMap((one) =>
    language === 'nl' ? (one.nl?.[address] ?? []) : (one.en ?? []),
  )
  const steps = (item.steps ?? []).flatMap((one) => one[language] ?? [])
  return (
    <>
      {said.length > 0 && (
        <Section title={text.say}>
          <ul className="wk-lines">
            {said.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={text.steps}>
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

import { filesAtMost, libraryFiles } from '@weerklank/core/library/collection-files'
import type { LibraryFilter } from '@weerklank/core/library/filter'
import { type ReadingLevel, readingLevels } from '@weerklank/core/library/item'
import { readingLevelWords } from '@weerklank/core/library/item.words'
import { useState } from 'react'
import { address } from '../api/address.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { askedOf } from './library.queries.ts'
import { libraryText } from './library.text.ts'

type Props = {
  of: { filter: LibraryFilter } | { collection: string }
  /** How many cards there are. */
  count: number
}

/** What is shown as a file: to print, to read without internet, or open. */
export function TakeAlong({ of, count }: Props) {
  const text = useText(libraryText)
  const language = useLanguage()
  const [reader, setReader] = useState<ReadingLevel>('professional')
  const asked = 'filter' in of ? askedOf(of.filter) : of
  const place = (format: string) =>
    address('/api/library/files', {}, { ...asked, words: language, format, reader })
  return (
    <div className="wk-no-print">
      <Disclosure label={text.take}>
        <div className="wk-stack">
          <p>{text.takeText}</p>
          <RadioGroup
            id="kennis-meenemen-voor"
            label={text.takeFor}
            value={reader}
            options={readingLevels.map((level) => ({
              value: level,
              label: readingLevelWords[level][language],
            }))}
            onChange={setReader}
          />
          {reader !== 'professional' && <p>{text.takeWithout}</p>}
          <ul className="wk-lines">
            {libraryFiles.map((format) => (
              <li key={format}>
                {count > filesAtMost[format] ? (
                  text.takeTooMany(text.files[format], filesAtMost[format])
                ) : (
                  <a href={place(format)} download>
                    {text.files[format]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </div>
  )
}

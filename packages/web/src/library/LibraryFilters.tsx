import { everything, itemOrigins, type LibraryFilter } from '@weerklank/core/library/filter'
import { evidenceGrades, itemKinds, itemMoments, readingLevels } from '@weerklank/core/library/item'
import {
  gradeWords,
  itemKindWords,
  itemMomentWords,
  readingLevelWords,
} from '@weerklank/core/library/item.words'
import { relationContexts, relationKinds, situations, situationsOf } from '@weerklank/core/relation/relation'
import { contextWord, kindWord, situationWord } from '@weerklank/core/relation/relation.words'
import { languages } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useId, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { libraryText } from './library.text.ts'
import { OneChoice } from './OneChoice.tsx'

type Props = { filter: LibraryFilter; onChange: (filter: LibraryFilter) => void }

const minuteSteps = [5, 10, 15, 30, 45, 60, 90, 120].map(String)
const peopleSteps = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30].map(String)

/** What can be chosen beside words; folded in as long as nothing is. */
export function LibraryFilters({ filter, onChange }: Props) {
  const text = useText(libraryText)
  const panel = useId()
  const chosen = Object.entries(filter).filter(([key, value]) => key !== 'text' && value !== null).length
  const [open, setOpen] = useState(chosen > 0)
  return (
    <div className="wk-no-print">
      <p className="wk-row">
        <TextButton
          className="wk-disclosure"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {text.filters}
        </TextButton>
        {chosen > 0 && (
          <>
            <span className="wk-muted">{text.chosen(chosen)}</span>
            <TextButton onClick={() => onChange({ ...everything, text: filter.text })}>
              {text.clear}
            </TextButton>
          </>
        )}
      </p>
      <div id={panel} hidden={!open}>
        <div className="wk-library-filters">
          <WhatItIs filter={filter} onChange={onChange} />
          <WhereItFits filter={filter} onChange={onChange} />
          <WhatItNeeds filter={filter} onChange={onChange} />
          <WhoseItIs filter={filter} onChange={onChange} />
        </div>
      </div>
    </div>
  )
}

function WhatItIs({ filter, onChange }: Props) {
  const text = useText(libraryText)
  const language = useLanguage()
  const set = (change: Partial<LibraryFilter>) => onChange({ ...filter, ...change })
  return (
    <>
      <OneChoice
        id="kennis-soort"
        label={text.kind}
        value={filter.kind}
        known={itemKinds}
        word={(one) => sentenceStart(itemKindWords[one][language])}
        onChange={(kind) => set({ kind })}
      />
      <OneChoice
        id="kennis-rust-op"
        label={text.grade}
        value={filter.grade}
        known={evidenceGrades}
        word={(one) => gradeWords[one][language]}
        onChange={(grade) => set({ grade })}
      />
      <OneChoice
        id="kennis-voor"
        label={text.level}
        value={filter.level}
        known={readingLevels}
        word={(one) => readingLevelWords[one][language]}
        onChange={(level) => set({ level })}
      />
    </>
  )
}

function WhereItFits({ filter, onChange }: Props) {
  const text = useText(libraryText)
  const language = useLanguage()
  const known: readonly (typeof situations)[number][] =
    filter.context === null ? situations : situationsOf[filter.context]
  const set = (change: Partial<LibraryFilter>) => onChange({ ...filter, ...change })
  return (
    <>
      <OneChoice
        id="kennis-samenwerking"
        label={text.relation}
        value={filter.relation}
        known={relationKinds}
        word={(one) => kindWord(one, language)}
        onChange={(relation) => set({ relation })}
      />
      <OneChoice
        id="kennis-context"
        label={text.context}
        value={filter.context}
        known={relationContexts}
        word={(one) => contextWord(one, language)}
        onChange={(context) => set({ context, situation: null })}
      />
      <OneChoice
        id="kennis-situatie"
        label={text.situation}
        value={filter.situation}
        known={known}
        word={(one) => situationWord(one, language)}
        onChange={(situation) => set({ situation })}
      />
      <OneChoice
        id="kennis-moment"
        label={text.moment}
        value={filter.moment}
        known={itemMoments}
        word={(one) => sentenceStart(itemMomentWords[one][language])}
        onChange={(moment) => set({ moment })}
      />
    </>
  )
}

function WhatItNeeds({ filter, onChange }: Props) {
  const text = useText(libraryText)
  const number = (value: string | null) => (value === null ? null : Number(value))
  const set = (change: Partial<LibraryFilter>) => onChange({ ...filter, ...change })
  return (
    <>
      <OneChoice
        id="kennis-minuten"
        label={text.minutes}
        value={filter.minutes === null ? null : String(filter.minutes)}
        known={withOwn(minuteSteps, filter.minutes)}
        word={(one) => text.minutesLong(Number(one))}
        onChange={(minutes) => set({ minutes: number(minutes) })}
      />
      <OneChoice
        id="kennis-mensen"
        label={text.people}
        value={filter.people === null ? null : String(filter.people)}
        known={withOwn(peopleSteps, filter.people)}
        word={(one) => one}
        onChange={(people) => set({ people: number(people) })}
      />
    </>
  )
}

function WhoseItIs({ filter, onChange }: Props) {
  const text = useText(libraryText)
  const set = (change: Partial<LibraryFilter>) => onChange({ ...filter, ...change })
  return (
    <>
      <OneChoice
        id="kennis-taal"
        label={text.language}
        value={filter.language}
        known={languages}
        word={(one) => text.languages[one]}
        onChange={(one) => set({ language: one })}
      />
      <OneChoice
        id="kennis-van"
        label={text.origin}
        value={filter.origin}
        known={itemOrigins}
        word={(one) => sentenceStart(text.origins[one])}
        onChange={(origin) => set({ origin })}
      />
    </>
  )
}

/** A number that came by an address and is no step is a choice as well. */
function withOwn(steps: readonly string[], own: number | null): readonly string[] {
  return own === null || steps.includes(String(own)) ? steps : [String(own), ...steps]
}

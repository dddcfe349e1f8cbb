import type { Item } from '@weerklank/core/library/item.schema'
import {
  gradeWords,
  itemMomentWords,
  licenceWords,
  provenanceWords,
} from '@weerklank/core/library/item.words'
import { contextWord, kindWord, situationWord } from '@weerklank/core/relation/relation.words'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { itemText } from './item.text.ts'
import { libraryText } from './library.text.ts'

/** Where an item comes from, what it rests on, what it needs and where it fits. */
export function ItemFacts({ item }: { item: Item }) {
  const text = useText(itemText)
  const library = useText(libraryText)
  const language = useLanguage()
  const { source, minutes, groupSize } = item
  const said = source.year === undefined ? source.text : `${source.text} (${source.year})`
  return (
    <Section title={text.facts}>
      <dl className="wk-library-facts">
        <Fact name={text.source}>
          {source.url === undefined ? (
            said
          ) : (
            <a href={source.url} rel="noreferrer">
              {said}
            </a>
          )}
        </Fact>
        <Fact name={text.rests}>{gradeWords[item.grade][language]}</Fact>
        <Fact name={text.provenance}>{provenanceWords[item.provenance][language]}</Fact>
        <Fact name={text.licence}>{licenceWords[item.licence][language]}</Fact>
        {minutes !== undefined && <Fact name={text.minutes}>{library.minutesLong(minutes)}</Fact>}
        {groupSize !== undefined && (
          <Fact name={text.people}>{library.peopleMany(groupSize.min, groupSize.max)}</Fact>
        )}
        <Fact name={text.fits}>
          <Fits item={item} />
        </Fact>
      </dl>
    </Section>
  )
}

function Fits({ item }: { item: Item }) {
  const text = useText(itemText)
  const language = useLanguage()
  const { kinds, contexts, situations, moments } = item.fits
  const lines = [
    kinds.map((one) => kindWord(one, language)),
    contexts.map((one) => contextWord(one, language)),
    situations.map((one) => situationWord(one, language)),
    moments.map((one) => itemMomentWords[one][language]),
  ].filter((line) => line.length > 0)
  if (lines.length === 0) return text.fitsAll
  return lines.map((line) => <div key={line.join()}>{line.join(' · ')}</div>)
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

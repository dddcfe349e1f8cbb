import { relationContexts, relationKinds, situations, voices } from '@weerklank/core/relation/relation'
import { importFieldWord } from '@weerklank/core/relation/relation-import.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useRelationWords } from './relation.ts'
import { importExample } from './relation-import.example.ts'
import { relationImportText } from './relation-import.text.ts'

/** How a file is made, with an example, and the words that are known in it. */
export function RelationImportHelp() {
  const text = useText(relationImportText)
  const language = useLanguage()
  const words = useRelationWords()
  const known = [
    ['voice', voices.map(words.voice)],
    ['kind', relationKinds.map(words.kind)],
    ['context', relationContexts.map(words.context)],
    ['situation', situations.map(words.situation)],
    ['address', ['u', 'je']],
    ['language', ['nl', 'en']],
  ] as const
  function handleExample() {
    keepFile(
      new Blob([importExample(language)], { type: 'text/csv' }),
      language === 'nl' ? 'voorbeeld-mensen.csv' : 'example-people.csv',
    )
  }
  return (
    <Section title={text.how}>
      <ul>
        {text.howSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <div className="wk-actions">
        <TextButton onClick={handleExample}>{text.example}</TextButton>
        <Disclosure label={text.words}>
          {known.map(([field, all]) => (
            <p key={field}>{text.wordsOf(importFieldWord(field, language), all.join(' · '))}</p>
          ))}
        </Disclosure>
      </div>
    </Section>
  )
}

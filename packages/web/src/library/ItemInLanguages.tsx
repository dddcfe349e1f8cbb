import type { Language } from '@weerklank/core/shared/language'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type DraftWords, isBegun, languagesFrom, type PartProps } from './item-draft.ts'
import { itemFormText } from './item-form.text.ts'

/** The words of an item: in the language of the screen, and in the other one for who wants that too. One of both is enough. */
export function ItemInLanguages({ draft, errorAt, onChange }: PartProps) {
  const text = useText(itemFormText)
  const screen = useLanguage()
  const [isBoth, setBoth] = useState(
    languagesFrom(screen)
      .slice(1)
      .some((one) => isBegun(draft.words[one])),
  )
  const shown = languagesFrom(screen).slice(0, isBoth ? 2 : 1)
  return (
    <>
      {shown.map((language) => (
        <fieldset key={language} className="wk-library-language">
          <legend>{text.inLanguage[language]}</legend>
          <Words
            language={language}
            words={draft.words[language]}
            errorAt={errorAt}
            onChange={(words) => onChange({ words: { ...draft.words, [language]: words } })}
          />
        </fieldset>
      ))}
      {!isBoth && (
        <p>
          <TextButton onClick={() => setBoth(true)}>{text.alsoIn[screen === 'nl' ? 'en' : 'nl']}</TextButton>
        </p>
      )}
    </>
  )
}

type WordsProps = Pick<PartProps, 'errorAt'> & {
  language: Language
  words: DraftWords
  onChange: (words: DraftWords) => void
}

function Words({ language, words, errorAt, onChange }: WordsProps) {
  const text = useText(itemFormText)
  const fieldOf = (name: keyof DraftWords) => ({
    ...{ id: `kaart-${language}-${name}`, value: words[name], lang: language },
    onChange: (value: string) => onChange({ ...words, [name]: value }),
  })
  const area = (name: 'parent' | 'child' | 'sentences' | 'steps', hint: string) => (
    <TextArea {...fieldOf(name)} label={text[name]} hint={hint} optional rows={4} maxLength={6000} />
  )
  return (
    <div className="wk-stack">
      <TextField
        {...fieldOf('title')}
        label={text.title}
        maxLength={120}
        error={errorAt(`${language}-title`)}
      />
      <TextArea
        {...fieldOf('summary')}
        label={text.summary}
        maxLength={400}
        error={errorAt(`${language}-summary`)}
      />
      <TextArea
        {...fieldOf('professional')}
        label={text.professional}
        hint={text.paragraphs}
        rows={8}
        maxLength={6000}
        error={errorAt(`${language}-professional`)}
      />
      {area('parent', text.parentHint)}
      {area('child', text.childHint)}
      {area('sentences', text.sayHint)}
      {area('steps', text.perLine)}
    </div>
  )
}

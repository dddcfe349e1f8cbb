import { type Language, languages } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { appText } from './app.text.ts'

/** Each language is called by its own name, for whoever does not read the other. */
const ownNames: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

export function LanguageSwitch({ onChoose }: { onChoose: (language: Language) => void }) {
  const text = useText(appText)
  const current = useLanguage()
  return (
    <fieldset className="wk-languages">
      <legend className="wk-sr-only">{text.language}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => onChoose(language)}
        >
          {ownNames[language]}
        </button>
      ))}
    </fieldset>
  )
}

import { type PlainHint, readPlainly } from '@weerklank/core/feedback/plain-language'
import { useText } from '../language/use-text.ts'
import { formBuildText } from './form-build.text.ts'
import type { Build } from './form-build.ts'

/** What could be plainer in words, for the readers and in the language of which one writes: an indication, and says so. */
export function FormBuildHints({ build, words }: { build: Build; words: string }) {
  const text = useText(formBuildText)
  const { hints } = readPlainly(words, build.language, build.level)
  if (hints.length === 0) return null
  return (
    <div className="wk-build__hints wk-muted wk-small">
      {text.hints}
      <ul>
        {hints.map((one) => (
          <li key={JSON.stringify(one)}>{hintWords(one, text.hint)}</li>
        ))}
      </ul>
    </div>
  )
}

function hintWords(hint: PlainHint, text: (typeof formBuildText)['nl']['hint']): string {
  switch (hint.kind) {
    case 'long-sentence':
      return text[hint.kind](hint.words, hint.aim)
    case 'hard-word':
      return text[hint.kind](hint.word, hint.instead)
    case 'long-word':
    case 'abbreviation':
      return text[hint.kind](hint.word)
    case 'passive':
      return text[hint.kind](hint.text)
    default:
      return text[hint.kind]()
  }
}

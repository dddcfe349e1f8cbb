import type { FormText } from '@weerklank/core/feedback/form'
import { withWords, wordsIn } from '@weerklank/core/feedback/form.build-language'
import { useText } from '../language/use-text.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FormBuildHints } from './FormBuildHints.tsx'
import { formBuildText } from './form-build.text.ts'
import type { Build } from './form-build.ts'

type WordsProps = {
  build: Build
  id: string
  label: string
  text: FormText | undefined
  onChange: (text: FormText) => void
  optional?: boolean
  isLong?: boolean
}

/** Words in one language, with those of the first language beside a translation, and what could be plainer. */
export function WordsField({ build, id, label, text: of, onChange, optional = false, isLong }: WordsProps) {
  const text = useText(formBuildText)
  const value = wordsIn(of, build)
  const hint = sourceHint(of, build, text)
  const field = { id, label, hint, optional, value, maxLength: 4000 }
  const handleChange = (words: string) => onChange(withWords(of, words, build))
  return (
    <div>
      <div lang={build.language}>
        {isLong ? (
          <TextArea {...field} rows={2} onChange={handleChange} />
        ) : (
          <TextField {...field} autoComplete="off" onChange={handleChange} />
        )}
      </div>
      <FormBuildHints build={build} words={value} />
    </div>
  )
}

/** The words from which one writes: the plain ones in this language, else those of the first language. */
function sourceHint(
  of: FormText | undefined,
  build: Build,
  text: (typeof formBuildText)['nl'],
): string | undefined {
  const { language, source, level } = build
  const first = of?.text || text.untitled
  if (level !== 'parent') return text.plainly(wordsIn(of, { ...build, level: 'parent' }) || first)
  return language === source ? undefined : text.source(first)
}

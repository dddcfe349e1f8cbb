import type { FormItem, FormText } from '@weerklank/core/feedback/form'
import { changeItem } from '@weerklank/core/feedback/form.build'
import { isScore } from '@weerklank/core/feedback/form.build-check'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FormBuildLimits } from './FormBuildLimits.tsx'
import { FormBuildOptions } from './FormBuildOptions.tsx'
import { FormBuildScore } from './FormBuildScore.tsx'
import { FormBuildWhen } from './FormBuildWhen.tsx'
import { WordsField } from './FormBuildWords.tsx'
import { formBuildText } from './form-build.text.ts'
import { type FieldsProps, partId } from './form-build.ts'

/** Everything that can be said of one item, in the language in which one writes. */
export function FormBuildFields({ build, form, item }: FieldsProps) {
  const text = useText(formBuildText)
  const { linkId, kind } = item
  const isQuestion = kind !== 'group' && kind !== 'display' && !isScore(item)
  const isChoice = kind === 'choice' || kind === 'open-choice'
  const change = (make: (item: FormItem) => FormItem, key = '') =>
    build.draft.change((now) => changeItem(now, linkId, make), key && `${linkId} ${key}`)
  const words = isScore(item) ? 'score' : kind === 'group' || kind === 'display' ? kind : 'question'
  return (
    <div className="wk-stack">
      <WordsField
        build={build}
        id={partId('tekst', linkId)}
        label={text.words[words]}
        isLong
        text={item.text}
        onChange={(text) => change((one) => ({ ...one, text }), `tekst ${build.language} ${build.level}`)}
      />
      {isQuestion && (
        <>
          <WordsField
            build={build}
            id={partId('uitleg', linkId)}
            label={text.help}
            optional
            text={item.help}
            onChange={(help) =>
              change((one) => withHelp(one, help), `uitleg ${build.language} ${build.level}`)
            }
          />
          <CheckboxField
            id={partId('moet', linkId)}
            label={text.required}
            checked={item.required === true}
            onChange={(required) => change((one) => ({ ...one, required }))}
          />
        </>
      )}
      {isChoice && (
        <CheckboxField
          id={partId('meer', linkId)}
          label={text.repeats}
          checked={item.repeats === true}
          onChange={(repeats) => change((one) => ({ ...one, repeats }))}
        />
      )}
      {isChoice && <FormBuildOptions build={build} item={item} />}
      {isQuestion && !isChoice && <FormBuildLimits item={item} onChange={change} />}
      {isScore(item) && <FormBuildScore build={build} form={form} item={item} />}
      <FormBuildWhen build={build} form={form} item={item} />
    </div>
  )
}

function withHelp(item: FormItem, help: FormText): FormItem {
  const { help: _, ...rest } = item
  const isEmpty = help.text === '' && help.translations === undefined && help.levels === undefined
  return isEmpty ? rest : { ...rest, help }
}

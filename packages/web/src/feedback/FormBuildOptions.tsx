import type { FormItem, FormOption } from '@weerklank/core/feedback/form'
import { changeItem, option } from '@weerklank/core/feedback/form.build'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { NumberField } from './FormBuildLimits.tsx'
import { WordsField } from './FormBuildWords.tsx'
import { formBuildText } from './form-build.text.ts'
import { type Build, focusSoon, partId } from './form-build.ts'

type Options = readonly FormOption[]

/** The choices of a question, and what each counts for in a score. */
export function FormBuildOptions({ build, item }: { build: Build; item: FormItem }) {
  const text = useText(formBuildText)
  const options = item.options ?? []
  const { linkId } = item
  const change = (make: (options: Options) => Options, key = '') =>
    build.draft.change(
      (form) => changeItem(form, linkId, (one) => ({ ...one, options: make(one.options ?? []) })),
      key && `${linkId} ${key}`,
    )
  function handleAdd() {
    change((all) => [...all, option(nextCode(all))])
    focusSoon(partId(`keuze-${options.length}`, linkId))
  }
  return (
    <fieldset className="wk-build__options">
      <legend className="wk-field__label">{text.options}</legend>
      {options.map((one, at) => (
        <div key={codeOf(one)} className="wk-build__option">
          <WordsField
            build={build}
            id={partId(`keuze-${at}`, linkId)}
            label={text.option(at + 1)}
            text={one.text}
            onChange={(words) =>
              change(
                (all) => all.with(at, { ...one, text: words }),
                `keuze ${at} ${build.language} ${build.level}`,
              )
            }
          />
          <NumberField
            id={partId(`telt-${at}`, linkId)}
            label={text.weight(at + 1)}
            value={one.weight ?? null}
            onChange={(weight) => change((all) => all.with(at, weighed(one, weight)), `telt ${at}`)}
          />
          <Button
            variant="quiet"
            icon="minus"
            aria-label={text.removeOption(at + 1)}
            onClick={() => change((all) => all.toSpliced(at, 1))}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <div className="wk-actions">
        <Button icon="plus" onClick={handleAdd}>
          {text.addOption}
        </Button>
      </div>
    </fieldset>
  )
}

function weighed({ weight: _, ...rest }: FormOption, weight: number | null): FormOption {
  return weight === null ? rest : { ...rest, weight }
}

/** Its code, which does not change with its words. */
const codeOf = ({ value }: FormOption) => JSON.stringify(value)

/** A code that no choice had: an answer of before must not become another one. */
function nextCode(options: Options): number {
  const codes = options.map(({ value }) => (value.kind === 'coding' ? Number(value.value.code) : 0))
  return 1 + Math.max(0, ...codes.filter(Number.isInteger))
}

import { type FormatStep, type StepInput, stepInputs } from '@weerklank/core/dialogue/format'
import type { StepPart } from '@weerklank/core/dialogue/format.change'
import { meetingRoleWords, stepInputWords } from '@weerklank/core/dialogue/format.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formatEditText } from './format-edit.text.ts'
import { type FormatEdit, stepPart } from './format-edit.ts'
import { NumberField } from './NumberField.tsx'

type Props = { edit: FormatEdit; step: FormatStep }

/** Everything that can be said of one step. */
export function FormatEditStep({ edit, step }: Props) {
  const text = useText(formatEditText)
  const { key, title, prompt } = step
  const change = (to: Partial<Pick<FormatStep, 'title' | 'prompt' | 'minutes'>>, what: string) =>
    edit.do({ kind: 'change', step: key, to }, `${key} ${what}`)
  return (
    <div className="wk-stack">
      <TextField
        id={stepPart('naam', key)}
        label={text.stepName}
        maxLength={120}
        autoComplete="off"
        value={title.nl}
        onChange={(nl) => change({ title: { ...title, nl } }, 'title')}
      />
      <TextArea
        id={stepPart('tekst', key)}
        label={text.prompt}
        maxLength={1_000}
        value={prompt.nl}
        onChange={(nl) => change({ prompt: { ...prompt, nl } }, 'prompt')}
      />
      <NumberField
        id={stepPart('minuten', key)}
        label={text.minutes}
        min={1}
        max={480}
        value={step.minutes}
        onChange={(minutes) => change({ minutes }, 'minutes')}
      />
      <Input edit={edit} step={step} />
      <Parts edit={edit} step={step} />
      <Disclosure label={text.english}>
        <div className="wk-stack">
          <p className="wk-muted wk-small">{text.englishHint}</p>
          <TextField
            id={stepPart('name', key)}
            label={`${text.stepName} (English)`}
            maxLength={120}
            autoComplete="off"
            value={title.en}
            onChange={(en) => change({ title: { ...title, en } }, 'title en')}
          />
          <TextArea
            id={stepPart('text', key)}
            label={`${text.prompt} (English)`}
            maxLength={1_000}
            value={prompt.en}
            onChange={(en) => change({ prompt: { ...prompt, en } }, 'prompt en')}
          />
        </div>
      </Disclosure>
    </div>
  )
}

function Input({ edit, step }: Props) {
  const text = useText(formatEditText)
  const language = useLanguage()
  const { key, input } = step
  const isWritten = input === 'text' || input === 'cards' || input === 'vote'
  const marks = isWritten ? (['isSealed', 'isAnonymous', 'canSkip'] as const) : (['canSkip'] as const)
  return (
    <>
      <SelectField<StepInput>
        id={stepPart('invoer', key)}
        label={text.input}
        value={input}
        options={stepInputs.map((value) => ({ value, label: stepInputWords[value][language] }))}
        onChange={(value) => edit.do({ kind: 'change', step: key, to: { input: value ?? 'none' } })}
      />
      {step.dots !== undefined && (
        <NumberField
          id={stepPart('stippen', key)}
          label={text.dots}
          min={1}
          max={20}
          value={step.dots}
          onChange={(dots) => edit.do({ kind: 'change', step: key, to: { dots } }, `${key} dots`)}
        />
      )}
      {marks.map((mark) => (
        <CheckboxField
          key={mark}
          id={stepPart(mark, key)}
          label={text.marks[mark]}
          checked={step[mark] === true}
          onChange={(on) => edit.do({ kind: 'mark', step: key, mark, on })}
        />
      ))}
    </>
  )
}

const parts = ['speaks', 'silent', 'neither'] as const satisfies readonly StepPart[]

/** Each role does one thing in a step, so that nobody can speak and be silent at once. */
function Parts({ edit, step }: Props) {
  const text = useText(formatEditText)
  const language = useLanguage()
  const { key, speakers, silent } = step
  return (
    <fieldset className="wk-format-edit__parts">
      <legend className="wk-field__label">{text.who}</legend>
      {edit.format.roles.map(({ role }) => (
        <SelectField<StepPart>
          key={role}
          id={stepPart(role, key)}
          label={meetingRoleWords[role][language]}
          value={speakers.includes(role) ? 'speaks' : silent.includes(role) ? 'silent' : 'neither'}
          options={parts.map((value) => ({ value, label: text.parts[value] }))}
          onChange={(part) => edit.do({ kind: 'part', step: key, role, part: part ?? 'neither' })}
        />
      ))}
    </fieldset>
  )
}

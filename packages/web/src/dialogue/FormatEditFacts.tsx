import { type MeetingRole, meetingRoles } from '@weerklank/core/dialogue/dialogue'
import type { Format } from '@weerklank/core/dialogue/format'
import { formatPeopleAtMost } from '@weerklank/core/dialogue/format.rules'
import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formatEditText } from './format-edit.text.ts'
import type { FormatEdit } from './format-edit.ts'
import { NumberField } from './NumberField.tsx'

type Props = { edit: FormatEdit }

/** What is said of the format as a whole. */
export function FormatEditFacts({ edit }: Props) {
  const text = useText(formatEditText)
  const { format } = edit
  const facts = (to: Partial<Format>, key = '') => edit.do({ kind: 'facts', facts: to }, key)
  return (
    <div className="wk-stack">
      <Words edit={edit} />
      <div className="wk-format-edit__pair">
        {(['minPeople', 'maxPeople'] as const).map((bound) => (
          <NumberField
            key={bound}
            id={`vorm-${bound}`}
            label={text[bound]}
            min={1}
            max={formatPeopleAtMost}
            value={format[bound]}
            onChange={(value) => facts({ [bound]: value }, bound)}
          />
        ))}
        <SelectField<Format['clientPresent']>
          id="vorm-clientPresent"
          label={text.client}
          value={format.clientPresent}
          options={optionsOf(['yes', 'no', 'may'], text.clientOptions)}
          onChange={(value) => value !== null && facts({ clientPresent: value })}
        />
        <SelectField<Format['safety']>
          id="vorm-safety"
          label={text.safety}
          value={format.safety}
          options={optionsOf(['low', 'middle', 'high'], text.safetyOptions)}
          onChange={(value) => value !== null && facts({ safety: value })}
        />
      </div>
      <CheckboxField
        id="vorm-beginners"
        label={text.beginners}
        checked={format.beginners}
        onChange={(beginners) => facts({ beginners })}
      />
      <CheckboxField
        id="vorm-witness"
        label={text.witness}
        checked={format.endsWithWitnessQuestions === true}
        onChange={(on) => edit.do({ kind: 'witness', on })}
      />
      <Rules edit={edit} />
      <Roles edit={edit} />
    </div>
  )
}

function Words({ edit }: Props) {
  const text = useText(formatEditText)
  const { format } = edit
  return (
    <>
      {(['name', 'purpose'] as const).map((what) => (
        <TextField
          key={what}
          id={`vorm-${what}`}
          label={text[what]}
          maxLength={what === 'name' ? 120 : 500}
          autoComplete="off"
          value={format[what].nl}
          onChange={(nl) => edit.do({ kind: 'facts', facts: { [what]: { ...format[what], nl } } }, what)}
        />
      ))}
      <Disclosure label={text.english}>
        <div className="wk-stack">
          <p className="wk-muted wk-small">{text.englishHint}</p>
          {(['name', 'purpose'] as const).map((what) => (
            <TextField
              key={what}
              id={`vorm-${what}-en`}
              label={`${text[what]} (English)`}
              maxLength={what === 'name' ? 120 : 500}
              autoComplete="off"
              value={format[what].en}
              onChange={(en) =>
                edit.do({ kind: 'facts', facts: { [what]: { ...format[what], en } } }, `${what} en`)
              }
            />
          ))}
        </div>
      </Disclosure>
      <TextField
        id="vorm-source"
        label={text.source}
        maxLength={500}
        autoComplete="off"
        value={format.source}
        onChange={(source) => edit.do({ kind: 'facts', facts: { source } }, 'source')}
      />
    </>
  )
}

/** One rule a line. English words go along with the line that keeps its Dutch. */
function Rules({ edit }: Props) {
  const text = useText(formatEditText)
  const { rules } = edit.format
  const [typed, setTyped] = useState<string | null>(null)
  function handleChange(words: string) {
    setTyped(words)
    const lines = words.split('\n').map((line) => line.trim())
    const made = lines
      .filter((line) => line !== '')
      .slice(0, 20)
      .map((nl) => rules.find((rule) => rule.nl === nl) ?? { nl: nl.slice(0, 300), en: '' })
    edit.do({ kind: 'facts', facts: { rules: made } }, 'rules')
  }
  return (
    <TextArea
      id="vorm-rules"
      label={text.rules}
      hint={text.rulesHint}
      rows={6}
      value={typed ?? rules.map(({ nl }) => nl).join('\n')}
      onChange={handleChange}
      onBlur={() => setTyped(null)}
    />
  )
}

function Roles({ edit }: Props) {
  const text = useText(formatEditText)
  const language = useLanguage()
  const { roles } = edit.format
  const put = (role: MeetingRole, bound: Partial<{ min: number; max: number }>) =>
    roles.map((one) => (one.role === role ? { ...one, ...bound } : one))
  function handleTick(role: MeetingRole, on: boolean) {
    const others = roles.filter((one) => one.role !== role)
    const now = on ? [...others, { role, min: 0, max: 1 }] : others
    edit.do({ kind: 'facts', facts: { roles: now } })
  }
  return (
    <fieldset className="wk-format-edit__roles">
      <legend className="wk-field__label">{text.roles}</legend>
      <p className="wk-field__hint">{text.rolesHint}</p>
      {meetingRoles.map((role) => {
        const chosen = roles.find((one) => one.role === role)
        const name = meetingRoleWords[role][language]
        return (
          <div key={role} className="wk-format-edit__role">
            <CheckboxField
              id={`rol-${role}`}
              label={name}
              checked={chosen !== undefined}
              onChange={(on) => handleTick(role, on)}
            />
            {chosen !== undefined &&
              (['min', 'max'] as const).map((bound) => (
                <NumberField
                  key={bound}
                  id={`rol-${role}-${bound}`}
                  label={bound === 'min' ? text.roleMin(name) : text.roleMax(name)}
                  min={bound === 'min' ? 0 : 1}
                  max={formatPeopleAtMost}
                  value={chosen[bound]}
                  onChange={(value) =>
                    edit.do(
                      { kind: 'facts', facts: { roles: put(role, { [bound]: value }) } },
                      `${role} ${bound}`,
                    )
                  }
                />
              ))}
          </div>
        )
      })}
    </fieldset>
  )
}

function optionsOf<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }))
}

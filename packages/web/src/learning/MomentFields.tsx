import { momentKinds } from '@weerklank/core/learning/trajectory'
import { useLanguage, useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type MomentDraft, offeredItems, withKind } from './trajectory-draft.ts'
import { trajectoryEditText } from './trajectory-edit.text.ts'

type Props = {
  moment: MomentDraft
  error: string | undefined
  onChange: (moment: MomentDraft) => void
  onRemove: () => void
}

/** One moment of a trajectory: when, and which questions. What was answered keeps them. */
export function MomentFields({ moment, error, onChange, onRemove }: Props) {
  const text = useText(trajectoryEditText)
  const { id, key } = moment
  const change = (part: Partial<MomentDraft>) => onChange({ ...moment, ...part })
  return (
    <fieldset className="wk-stack wk-trajectory-group">
      <legend>{text.moment(key)}</legend>
      <TextField
        id={`title-${id}`}
        label={text.momentTitle}
        maxLength={120}
        value={moment.title}
        error={error}
        onChange={(title) => change({ title })}
      />
      <div className="wk-trajectory-row">
        <TextField
          id={`opens-${id}`}
          type="date"
          label={text.opensOn}
          value={moment.opensOn}
          onChange={(opensOn) => change({ opensOn })}
        />
        <TextField
          id={`closes-${id}`}
          type="date"
          label={text.closesOn}
          value={moment.closesOn}
          onChange={(closesOn) => change({ closesOn })}
        />
      </div>
      {moment.isAnswered ? (
        <p className="wk-muted">{text.answered}</p>
      ) : (
        <>
          {key !== 'exit' && (
            <SelectField
              id={`kind-${id}`}
              label={text.momentKind}
              value={moment.kind}
              options={momentKinds
                .filter((value) => value !== 'exit')
                .map((value) => ({ value, label: text.momentKinds[value] }))}
              onChange={(kind) => kind !== null && onChange(withKind(moment, kind))}
            />
          )}
          <Questions moment={moment} onChange={onChange} />
          <div>
            <TextButton onClick={onRemove}>{text.removeMoment(text.moment(key))}</TextButton>
          </div>
        </>
      )}
    </fieldset>
  )
}

function Questions({ moment, onChange }: Pick<Props, 'moment' | 'onChange'>) {
  const text = useText(trajectoryEditText)
  const language = useLanguage()
  const offered = offeredItems(moment)
  const isOn = (key: string) => moment.form.some((one) => one.key === key)
  const tick = (key: string, on: boolean) =>
    onChange({ ...moment, form: offered.filter((one) => (one.key === key ? on : isOn(one.key))) })
  return (
    <fieldset className="wk-field">
      <legend className="wk-field__label">{text.questions}</legend>
      {offered.map(({ key, ask }) => (
        <label key={key} className="wk-choice">
          <input type="checkbox" checked={isOn(key)} onChange={({ target }) => tick(key, target.checked)} />
          <span>{language === 'nl' ? ask.nl.je : ask.en}</span>
        </label>
      ))}
    </fieldset>
  )
}

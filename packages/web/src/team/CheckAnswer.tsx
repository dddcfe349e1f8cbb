import type { CircleSideId } from '@weerklank/core/shared/ids'
import type { CircleMark } from '@weerklank/core/team/circle-check'
import type { CircleCheckDetails } from '@weerklank/core/team/circle-check.contract'
import type { CircleItem } from '@weerklank/core/team/circle-instrument'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useAnswerCheck } from './check.queries.ts'
import { checkText } from './check.text.ts'

type Props = { relation: string; check: CircleCheckDetails }
type Marks = Record<string, CircleMark>

/** One's own answer: marks in whole steps, or that one does not know; words only when they may be read. */
export function CheckAnswer({ relation, check }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const { definition, ownSides, own } = check
  const answer = useAnswerCheck({ relation, check: check.id })
  const [side, setSide] = useState<string | null>(
    own?.side ?? (ownSides.length === 1 ? (ownSides[0]?.id ?? null) : null),
  )
  const [marks, setMarks] = useState<Marks>(own?.marks ?? {})
  const [words, setWords] = useState(own?.words ?? '')
  const [shares, setShares] = useState(own !== null && own.words !== '')
  const [tried, setTried] = useState<{ attempt: number; errors: { field: string; message: string }[] }>({
    attempt: 0,
    errors: [],
  })
  const first = definition.items[0]
  const errorAt = (field: string) => tried.errors.find((one) => one.field === field)?.message

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const errors = [
      ...(side === null ? [{ field: 'check-side', message: text.pickSide }] : []),
      ...(Object.keys(marks).length === 0 ? [{ field: fieldOf(first), message: text.pickOne }] : []),
    ]
    setTried({ attempt: tried.attempt + 1, errors })
    if (errors.length > 0 || side === null || answer.isPending) return
    answer.mutate(
      { side: side as CircleSideId, marks, words: shares ? words : '' },
      { onSuccess: () => notify({ text: text.sent }) },
    )
  }

  return (
    <Section title={text.doAnswer} intro={text.confidential}>
      <p className="wk-muted wk-small">
        {text.recognise} {language === 'nl' ? definition.caution.nl.je : definition.caution.en}
      </p>
      {own !== null && <p role="status">{`${text.answered} ${text.change}`}</p>}
      <form noValidate className="wk-stack wk-round-form" onSubmit={handleSubmit}>
        <ErrorSummary errors={tried.errors} attempt={tried.attempt} />
        {ownSides.length > 1 && (
          <RadioGroup
            {...{ id: 'check-side', label: text.side, hint: text.sideHint, value: side }}
            error={errorAt('check-side')}
            options={ownSides.map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={setSide}
          />
        )}
        {definition.items.map((item) => (
          <MarkField
            key={item.id}
            item={item}
            most={definition.scale.max}
            value={marks[item.id]}
            error={item === first ? errorAt(fieldOf(item)) : undefined}
            onChange={(mark) => setMarks({ ...marks, [item.id]: mark })}
          />
        ))}
        <TextArea
          {...{ id: 'check-words', optional: true, maxLength: 1000, value: words }}
          label={language === 'nl' ? definition.open.question.nl.je : definition.open.question.en}
          onChange={setWords}
        />
        <CheckboxField
          {...{ id: 'check-share', label: text.share, hint: text.shareHint, checked: shares }}
          onChange={setShares}
        />
        <FormEnd busy={answer.isPending} error={answer.error?.message}>
          {text.send}
        </FormEnd>
      </form>
    </Section>
  )
}

const fieldOf = (item: CircleItem | undefined) => `check-${item?.id ?? 'none'}`

type MarkProps = {
  item: CircleItem
  most: number
  value: CircleMark | undefined
  error: string | undefined
  onChange: (mark: CircleMark) => void
}

/** Whole steps in a row, with words at both ends, and "I do not know" apart. */
function MarkField({ item, most, value, error, onChange }: MarkProps) {
  const text = useText(checkText)
  const language = useLanguage()
  const id = fieldOf(item)
  const ends = language === 'nl' ? [item.low.nl.je, item.high.nl.je] : [item.low.en, item.high.en]
  const steps: CircleMark[] = [...Array.from({ length: most + 1 }, (_, mark) => mark), 'unknown']
  return (
    <fieldset className="wk-field wk-choices wk-check-marks" aria-describedby={`${id}-ends`}>
      <legend className="wk-field__label">
        {language === 'nl' ? item.question.nl.je : item.question.en}
      </legend>
      {error !== undefined && <p className="wk-field__error">{error}</p>}
      <p className="wk-check-ends wk-muted wk-small" id={`${id}-ends`}>
        <span>0: {ends[0]}</span> <span>{`${most}: ${ends[1]}`}</span>
      </p>
      <div className="wk-check-steps">
        {steps.map((mark, at) => (
          <label key={mark} className={mark === 'unknown' ? 'wk-check-unknown' : undefined}>
            <input
              type="radio"
              id={at === 0 ? id : undefined}
              name={id}
              checked={value === mark}
              onChange={() => onChange(mark)}
            />
            <span>{mark === 'unknown' ? text.unknown : mark}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

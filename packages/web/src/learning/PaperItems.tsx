import type { MentionLevel } from '@weerklank/core/learning/mention'
import type { MentionOffer } from '@weerklank/core/learning/moment.contract'
import {
  answerScales,
  goalKeptAnswers,
  type MomentForm,
  type MomentItem,
  type MomentItemOf,
} from '@weerklank/core/learning/moment-form'
import { levelWords, scaleAnswerWords } from '@weerklank/core/learning/moment-form.words'
import { say } from '@weerklank/core/shared/spoken'
import { useLanguage, useText } from '../language/use-text.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { paperProblem, paperText } from './paper.text.ts'
import { goalParts, type PaperDraft, paperField, withLine } from './paper-draft.ts'

type Props = {
  form: MomentForm
  draft: PaperDraft
  offers: readonly MentionOffer[]
  /** What is the matter, by question. */
  problems: Readonly<Record<string, string>>
  onChange: (field: string, value: string) => void
}

/** The questions of a form on paper, in its order, so that one can type on from field to field. */
export function PaperItems(props: Props) {
  return props.form.map((item) => <Item key={item.key} {...props} item={item} />)
}

type Of<Kind extends MomentItem = MomentItem> = Props & { item: Kind }

function Item(props: Of) {
  const { item } = props
  const text = useText(paperText)
  const ask = useAsk(item)
  const code = props.problems[item.key]
  // One question, one field: its label is the question.
  if (item.kind === 'choice' || item.kind === 'text') {
    return (
      <div className="wk-paper-item">
        <Answer {...props} />
      </div>
    )
  }
  return (
    <fieldset className="wk-paper-item">
      <legend>{ask}</legend>
      <FieldError id={`paper-${item.key}`}>{code && paperProblem(text, code)}</FieldError>
      <Answer {...props} />
    </fieldset>
  )
}

function useAsk({ ask }: MomentItem): string {
  return say(ask, { language: useLanguage(), address: 'je' })
}

function Answer(props: Of) {
  const { item } = props
  switch (item.kind) {
    case 'goal':
      return <Goal {...props} />
    case 'goal-review':
      return <Review {...props} />
    case 'choice':
      return <Choice {...props} item={item} />
    case 'text':
      return <Words {...props} field={paperField.text(item.key)} />
    case 'mentions':
      return item.levels.map((level) => <Mentions key={level} {...props} item={item} level={level} />)
  }
}

function Words({ field, item, draft, onChange, label, problems }: Of & { field: string; label?: string }) {
  const ask = useAsk(item)
  const text = useText(paperText)
  const code = item.kind === 'text' ? problems[item.key] : undefined
  return (
    <TextArea
      id={field}
      label={label ?? ask}
      error={code && paperProblem(text, code)}
      optional
      rows={2}
      value={draft[field] ?? ''}
      onChange={(value) => onChange(field, value)}
    />
  )
}

function Goal(props: Of) {
  const text = useText(paperText)
  return goalParts.map((part) => (
    <Words key={part} {...props} field={paperField.goal(part)} label={text.goal[part]} />
  ))
}

function Review(props: Of) {
  const text = useText(paperText)
  const field = paperField.kept
  return (
    <>
      <SelectField
        id={field}
        label={text.keptLabel}
        optional
        value={goalKeptAnswers.find((one) => one === props.draft[field]) ?? null}
        options={goalKeptAnswers.map((value) => ({ value, label: text.keptAnswers[value] }))}
        onChange={(value) => props.onChange(field, value ?? '')}
      />
      {props.draft[field] === 'changed' && <Words {...props} field={paperField.reason} label={text.reason} />}
      {props.draft[field] !== 'same' && <Goal {...props} />}
    </>
  )
}

function Choice({ item, draft, problems, onChange }: Of<MomentItemOf<'choice'>>) {
  const text = useText(paperText)
  const code = problems[item.key]
  const language = useLanguage()
  const ask = useAsk(item)
  const field = paperField.choice(item.key)
  const scale = answerScales[item.scale]
  return (
    <SelectField
      id={field}
      label={ask}
      error={code && paperProblem(text, code)}
      optional
      value={scale.find((one) => one === draft[field]) ?? null}
      options={scale.map((value) => ({ value, label: scaleAnswerWords[value][language] }))}
      onChange={(value) => onChange(field, value ?? '')}
    />
  )
}

type MentionsProps = Of<MomentItemOf<'mentions'>> & { level: MentionLevel }

/** Lines of one level; a name from the list is a line like any other. */
function Mentions({ item, level, draft, offers, onChange }: MentionsProps) {
  const text = useText(paperText)
  const language = useLanguage()
  const field = paperField.mention(item.key, level)
  const label = levelWords[level][language]
  const offer = offers.find((one) => one.kind === item.mention && one.level === level)
  const codes = offer === undefined ? [] : [...offer.near, ...offer.far]
  function handlePick(key: string | null) {
    const code = codes.find((one) => one.key === key)
    if (code !== undefined) onChange(field, withLine(draft[field] ?? '', code[language]))
  }
  return (
    <div className="wk-paper-level">
      <TextArea
        id={field}
        label={label}
        hint={text.lines}
        optional
        rows={2}
        value={draft[field] ?? ''}
        onChange={(value) => onChange(field, value)}
      />
      <SelectField
        id={`${field}-pick`}
        label={text.pick(label)}
        optional
        value={null}
        options={codes.map((code) => ({ value: code.key, label: code[language] }))}
        onChange={handlePick}
      />
    </div>
  )
}

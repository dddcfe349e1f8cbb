import { Link } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { codingText } from './coding.text.ts'

type Props = { analysis: Analysis; document: string; onSwitch: (document: string) => void }

/** Which text is open, and the way to the others. */
export function DocumentSwitch({ analysis, document, onSwitch }: Props) {
  const text = useText(codingText)
  const dates = useDates()
  const { documents } = analysis
  const at = documents.findIndex(({ id }) => id === document)
  return (
    <div className="wk-switch wk-no-print">
      <label className="wk-sr-only" htmlFor="welke-tekst">
        {text.whichDocument}
      </label>
      <select
        id="welke-tekst"
        className="wk-field__input"
        value={document}
        onChange={(event) => onSwitch(event.target.value)}
      >
        {documents.map(({ id, title, at: when }) => (
          <option key={id} value={id}>
            {title}, {dates.short(when)}
          </option>
        ))}
      </select>
      <span className="wk-muted wk-small">{text.documentOf(at + 1, documents.length)}</span>
      <Step analysis={analysis.id} to={documents[at - 1]?.id} label={text.earlier} isBack />
      <Step analysis={analysis.id} to={documents[at + 1]?.id} label={text.later} />
    </div>
  )
}

type StepProps = { analysis: string; to: string | undefined; label: string; isBack?: boolean }

function Step({ analysis, to, label, isBack = false }: StepProps) {
  if (to === undefined) return null
  return (
    <Link
      className={isBack ? 'wk-step wk-step--back' : 'wk-step'}
      to="/duiden/$analysis"
      params={{ analysis }}
      search={{ tekst: to }}
      title={label}
    >
      <Icon name="chevron" />
      <span className="wk-sr-only">{label}</span>
    </Link>
  )
}

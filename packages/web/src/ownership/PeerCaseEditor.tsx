import './journal.css'
import { peerCaseConcerns } from '@weerklank/core/feedback/peer-case'
import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { notify } from '../ui/notices.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { journalText } from './journal.text.ts'
import { useOwnText } from './use-own-text.ts'
import { workingNoteText } from './working-note.text.ts'

type Props = {
  id: string
  note: WorkingNote | undefined
  /** The draft, for one that is not kept yet. */
  draft?: string
  /** Names that may not stand in it. They are looked for here and sent nowhere. */
  names: readonly string[]
  label: string
  seen: Seen
  onRemove?: (text: string) => void
}

/** Saves while one types; says what may still show whom it is about. */
export function PeerCaseEditor({ id, note, draft, names, label, seen, onRemove }: Props) {
  const text = useText(journalText)
  const states = useText(workingNoteText)
  const own = useOwnText({ relation: null, id, note, ...(draft !== undefined && { first: draft }) })
  const handleCopy = () =>
    navigator.clipboard.writeText(own.text).then(
      () => notify({ text: text.copied }),
      () => notify({ text: text.notCopied }),
    )
  const state = own.state === 'saved' && own.version === 0 ? '' : states[own.state]
  return (
    <div className="wk-stack wk-case">
      <div className="wk-no-print wk-stack">
        <TextArea
          id={`casus-${id}`}
          label={label}
          hint={text.read}
          rows={16}
          maxLength={4000}
          value={own.text}
          onChange={own.change}
          onBlur={() => void own.flush()}
        />
        <p className="wk-small wk-muted" role="status">
          {state} {own.removedAt !== null && text.goes(dayInSentence(own.removedAt, seen))}
        </p>
        <Concerns words={own.text} names={names} />
        <div className="wk-actions">
          <Button icon="copy" onClick={() => void handleCopy()}>
            {text.copy}
          </Button>
          <Button icon="print" onClick={() => window.print()}>
            {text.print}
          </Button>
          {onRemove !== undefined && own.version > 0 && (
            <Button variant="quiet" onClick={() => onRemove(own.stop())}>
              {text.remove}
              <span className="wk-sr-only">: {label}</span>
            </Button>
          )}
        </div>
      </div>
      <p className="wk-case__print">{own.text}</p>
    </div>
  )
}

function Concerns({ words, names }: { words: string; names: readonly string[] }) {
  const text = useText(journalText)
  const concerns = peerCaseConcerns(words, names)
  return (
    <div className="wk-stack" aria-live="polite">
      <p>{concerns.length === 0 ? text.noConcerns : text.concerns}</p>
      {concerns.length > 0 && (
        <ul className="wk-case__concerns">
          {concerns.map(({ word }) => (
            <li key={word}>
              <Chip tone="warm">{word}</Chip>
            </li>
          ))}
        </ul>
      )}
      <p className="wk-muted wk-small">{text.unusual}</p>
    </div>
  )
}

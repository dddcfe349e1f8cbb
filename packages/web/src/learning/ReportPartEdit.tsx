import { type ReportPart, reportLimits } from '@weerklank/core/learning/report'
import type { ReportBlock } from '@weerklank/core/learning/report.shape'
import { reportWords } from '@weerklank/core/learning/report.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { ReportBlocks } from './ReportBlocks.tsx'
import { reportText } from './report.text.ts'

type Props = {
  part: ReportPart
  at: number
  count: number
  /** Null while it is not read yet. */
  blocks: readonly ReportBlock[] | null
  onMove: (to: number) => void
  onRemove: () => void
  onWords: (words: string) => void
}

/** One part of a report: a section as it reads now, or a field for words of one's own; moved and taken out by buttons. */
export function ReportPartEdit({ part, at, count, blocks, onMove, onRemove, onWords }: Props) {
  const text = useText(reportText)
  const { sections } = reportWords[useLanguage()]
  const isWords = part.kind === 'words'
  const name = isWords ? text.words : sections[part.section]
  return (
    <div className="wk-report-part">
      <div className="wk-report-part__head">
        <h3>{name}</h3>
        <div className="wk-report-part__moves">
          {at > 0 && (
            <Button variant="quiet" aria-label={text.up(name)} onClick={() => onMove(at - 1)}>
              ↑
            </Button>
          )}
          {at < count - 1 && (
            <Button variant="quiet" aria-label={text.down(name)} onClick={() => onMove(at + 1)}>
              ↓
            </Button>
          )}
          <Button variant="quiet" aria-label={text.remove(name)} onClick={onRemove}>
            ×
          </Button>
        </div>
      </div>
      {isWords ? (
        <TextArea
          id={`verslag-tekst-${at}`}
          label={text.words}
          hint={text.wordsHint}
          rows={5}
          maxLength={reportLimits.words}
          value={part.words}
          onChange={onWords}
        />
      ) : blocks === null ? (
        <p className="wk-muted">{text.fetching}</p>
      ) : (
        <ReportBlocks blocks={blocks} />
      )}
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import type { Analysis, Quote } from '@weerklank/core/analysis/analysis.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { useDates } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { CodeNumber } from './CodeNumber.tsx'
import { codeLines } from './code-tree.ts'
import { quotesText } from './quotes.text.ts'
import { speakerOf } from './voice-words.ts'

type Props = { analysis: Analysis; quote: Quote }

/** One uitspraak: the words with what stands around them, of whom, when, and under which theme. */
export function QuoteLine({ analysis, quote }: Props) {
  const text = useText(quotesText)
  const language = useLanguage()
  const dates = useDates()
  const line = codeLines(analysis.codes).find(({ code }) => code.id === quote.code)
  const speaker = speakerOf(quote, language, text.unknownVoice)
  return (
    <li className="wk-quote">
      {quote.voice === null ? <span /> : <VoiceBadge family={voiceFamily(quote.voice)} name={speaker} />}
      <div>
        <blockquote dir="auto">
          <span className="wk-muted">{quote.before}</span>
          <strong>{quote.text}</strong>
          <span className="wk-muted">{quote.after}</span>
        </blockquote>
        <p className="wk-muted wk-small">
          {speaker} · {quote.title}, {dates.short(quote.at)} · {text.source[quote.source]}
        </p>
        <p className="wk-row wk-small">
          {line !== undefined && (
            <span className="wk-quote__code">
              <CodeNumber colour={line.code.colour} number={line.number} /> {line.code.name}
            </span>
          )}
          <Link
            to="/duiden/$analysis"
            params={{ analysis: analysis.id }}
            search={{ tekst: quote.document, bij: quote.passage }}
          >
            {text.inText}
          </Link>
        </p>
      </div>
    </li>
  )
}

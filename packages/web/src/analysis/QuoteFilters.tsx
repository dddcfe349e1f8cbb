import { sourceKinds } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { fieldState } from '../ui/field.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CodeSelect } from './CodeSelect.tsx'
import { codeLines } from './code-tree.ts'
import type { QuotesSearch } from './coding-search.ts'
import { quotesText } from './quotes.text.ts'
import { voiceKeyWord, voicesIn } from './voice-words.ts'

type Props = { analysis: Analysis; search: QuotesSearch; onChange: (search: QuotesSearch) => void }

/** Which quotes one sees; the address keeps it, so that a link leads to the same. */
export function QuoteFilters({ analysis, search, onChange }: Props) {
  const text = useText(quotesText)
  const language = useLanguage()
  const set = (name: keyof QuotesSearch) => (value: string | null) => {
    const { [name]: _, ...others } = search
    onChange(value === null || value === '' ? others : { ...others, [name]: value })
  }
  return (
    <search aria-label={text.filter} className="wk-quote-filters wk-no-print">
      <CodeSelect
        id="filter-thema"
        label={text.theme}
        none={text.everyTheme}
        lines={codeLines(analysis.codes)}
        value={search.thema ?? null}
        onChange={set('thema')}
      />
      <PlainSelect
        id="filter-stem"
        label={text.voice}
        none={text.everyVoice}
        options={voicesIn(analysis).map((key) => [key, voiceKeyWord(key, language, text.unknownVoice)])}
        value={search.stem}
        onChange={set('stem')}
      />
      <PlainSelect
        id="filter-bron"
        label={text.from}
        none={text.everySource}
        options={sourceKinds.map((kind) => [kind, text.source[kind]])}
        value={search.bron}
        onChange={set('bron')}
      />
      <TextField
        id="filter-van"
        type="date"
        label={text.since}
        value={search.van ?? ''}
        onChange={set('van')}
      />
      <TextField
        id="filter-tot"
        type="date"
        label={text.until}
        value={search.tot ?? ''}
        onChange={set('tot')}
      />
      <Words value={search.woorden ?? ''} onChange={set('woorden')} />
      {Object.keys(search).length > 0 && <TextButton onClick={() => onChange({})}>{text.clear}</TextButton>}
    </search>
  )
}

const restMs = 400

/** Looks when one stops typing for a moment. */
function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText(quotesText)
  const [typed, setTyped] = useState(value)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => change.current(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed, value])
  return <TextField id="filter-woorden" type="search" label={text.words} value={typed} onChange={setTyped} />
}

type SelectProps = {
  id: string
  label: string
  none: string
  options: readonly (readonly [value: string, words: string])[]
  value: string | undefined
  onChange: (value: string) => void
}

function PlainSelect({ id, label, none, options, value, onChange }: SelectProps) {
  const field = { id, label }
  return (
    <FieldFrame field={field}>
      <select
        {...fieldState(field)}
        className="wk-field__input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

import {
  addSection,
  movePart,
  type ReportPart,
  type ReportSection,
  reportLimits,
  sectionsLeft,
} from '@weerklank/core/learning/report'
import type { KeptReport } from '@weerklank/core/learning/report.contract'
import type { ReportDocument } from '@weerklank/core/learning/report.shape'
import { reportWords } from '@weerklank/core/learning/report.words'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ReportPartEdit } from './ReportPartEdit.tsx'
import { readReport, saveReport, useReadAgain } from './report.queries.ts'
import { reportText } from './report.text.ts'
import { ReportDraft, type ReportDraftState } from './report-draft.ts'

type Read = { kept: KeptReport; document: ReportDocument }

/** Sections in their order with what they say now, and the writer's words in between; kept by itself. */
export function ReportEditor({ trajectory, read }: { trajectory: string; read: Read }) {
  const text = useText(reportText)
  const draft = useReportDraft(trajectory, read.kept)
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  const { title, parts } = state.now
  const change = (next: readonly ReportPart[], key = '') => draft.change({ title, parts: [...next] }, key)
  return (
    <Section title={text.write} intro={text.writeIntro}>
      <div className="wk-report">
        <ReportBar draft={draft} state={state} />
        <p className="wk-report-box">{read.document.caution.join(' ')}</p>
        <TextField
          id="verslag-titel"
          label={text.title}
          value={title}
          maxLength={reportLimits.title}
          onChange={(next) => draft.change({ title: next, parts }, 'title')}
        />
        {parts.map((part, at) => (
          <ReportPartEdit
            // A section stands in it once; words have no name but their place.
            key={part.kind === 'section' ? part.section : `words ${String(at)}`}
            part={part}
            at={at}
            count={parts.length}
            blocks={blocksOf(read.document, part)}
            onMove={(to) => change(movePart(parts, at, to))}
            onRemove={() => change(parts.toSpliced(at, 1))}
            onWords={(words) => change(parts.with(at, { kind: 'words', words }), `words ${at}`)}
          />
        ))}
        <ReportAdd parts={parts} onChange={change} />
      </div>
    </Section>
  )
}

function blocksOf(document: ReportDocument, part: ReportPart) {
  if (part.kind === 'words') return null
  const found = document.parts.find((one) => one.kind === 'section' && one.section === part.section)
  return found?.kind === 'section' ? found.blocks : null
}

function ReportBar({ draft, state }: { draft: ReportDraft; state: ReportDraftState }) {
  const text = useText(reportText)
  return (
    <div className="wk-report-bar">
      <p role="status">{state.error === null ? text.phase[state.phase] : state.error.message}</p>
      {state.phase === 'failed' && <Button onClick={() => void draft.flush()}>{text.retry}</Button>}
      {state.phase === 'conflict' && (
        <>
          <p>{text.conflict}</p>
          <Button onClick={() => void draft.takeTheirs()}>{text.takeTheirs}</Button>
        </>
      )}
      {state.past.length > 0 && (
        <Button variant="quiet" onClick={draft.undo}>
          {text.undo}
        </Button>
      )}
      {state.future.length > 0 && (
        <Button variant="quiet" onClick={draft.redo}>
          {text.redo}
        </Button>
      )}
    </div>
  )
}

type Adding = { parts: readonly ReportPart[]; onChange: (parts: readonly ReportPart[]) => void }

function ReportAdd({ parts, onChange }: Adding) {
  const text = useText(reportText)
  const { sections } = reportWords[useLanguage()]
  const [section, setSection] = useState<ReportSection | null>(null)
  const left = sectionsLeft(parts)
  function handleAdd() {
    if (section === null) return document.getElementById('verslag-deel')?.focus()
    onChange(addSection(parts, section))
    setSection(null)
  }
  return (
    <div className="wk-stack wk-no-print">
      <div>
        <Button icon="plus" onClick={() => onChange([...parts, { kind: 'words', words: '' }])}>
          {text.addWords}
        </Button>
      </div>
      {left.length > 0 && (
        <>
          <SelectField
            id="verslag-deel"
            label={text.chooseSection}
            value={section}
            options={left.map((value) => ({ value, label: sections[value] }))}
            onChange={setSection}
          />
          <div>
            <Button icon="plus" onClick={handleAdd}>
              {text.addSection}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** What is not sent yet when one goes elsewhere in the app is sent then; leaving the app asks first. */
function useReportDraft(trajectory: string, first: KeptReport): ReportDraft {
  const readAgain = useReadAgain(trajectory)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one draft for as long as one writes
  const draft = useMemo(
    () =>
      new ReportDraft(first, {
        save: (body) => saveReport(trajectory, body),
        read: async () => (await readReport(trajectory)).kept,
        kept: () => void readAgain(),
      }),
    [],
  )
  useEffect(() => {
    function handleLeave(event: BeforeUnloadEvent) {
      if (draft.state().phase !== 'kept') event.preventDefault()
    }
    window.addEventListener('beforeunload', handleLeave)
    return () => {
      window.removeEventListener('beforeunload', handleLeave)
      void draft.flush()
    }
  }, [draft])
  return draft
}

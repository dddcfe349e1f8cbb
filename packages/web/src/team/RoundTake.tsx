import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { roundText } from './round.text.ts'
import { useTakeRound } from './team.queries.ts'

/** The outcome as a file; for what is asked first, and kept in the record. */
export function RoundTake({ round }: { round: string }) {
  const text = useText(roundText)
  const language = useLanguage()
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null)
  const [tried, setTried] = useState(false)
  const take = useTakeRound(round)
  function handleTake(kind: 'csv' | 'json') {
    setTried(true)
    if (purpose !== null && !take.isPending) take.mutate({ purpose, language, kind })
  }
  return (
    <div className="wk-no-print">
      <Section title={text.take} intro={text.takeIntro}>
        <div className="wk-round-take">
          <SelectField
            id="peiling-waarvoor"
            label={text.purpose}
            value={purpose}
            error={tried && purpose === null ? text.purposeMissing : undefined}
            options={exportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
            onChange={setPurpose}
          />
        </div>
        <div className="wk-actions">
          <Button icon="download" busy={take.isPending} onClick={() => handleTake('csv')}>
            {text.csv}
          </Button>
          <Button icon="download" busy={take.isPending} onClick={() => handleTake('json')}>
            {text.json}
          </Button>
        </div>
        <p role="status">{take.isSuccess ? text.taken : take.error?.message}</p>
      </Section>
    </div>
  )
}

import type { CompletenessRow, Monitor } from '@weerklank/core/learning/monitor.shape'
import { cellWord, completenessTable, consentWord } from '@weerklank/core/learning/monitor.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { CountList } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

/** So many rows at first: enough for a group that meets, few enough to draw at once. */
const rowsAtFirst = 40

const icons = { 'came-in': 'check', mail: 'mail', stopped: 'minus', none: null } as const

/** Who consents and what came in, by the register: whether, never what. */
export function MonitorPresence({ monitor }: { monitor: Monitor }) {
  const text = useText(monitorText)
  const language = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const { columns, completeness, people } = monitor
  const [who = '', consent = '', ...moments] = completenessTable(monitor, language).heading
  const rows = showsAll ? completeness : completeness.slice(0, rowsAtFirst)
  return (
    <Section title={text.there.title} intro={text.there.intro}>
      <Table
        caption={text.there.caption}
        columns={[
          { id: 'who', head: who, cell: ({ learner }: CompletenessRow) => learner },
          {
            id: 'consent',
            head: consent,
            cell: ({ hasConsent }: CompletenessRow) => <Consent hasConsent={hasConsent} />,
          },
          ...columns.map(({ key }, at) => ({
            id: key,
            head: moments[at] ?? '',
            cell: ({ cells }: CompletenessRow) => {
              const cell = cells[at] ?? 'none'
              return <Mark icon={icons[cell]} word={cellWord(cell, language)} />
            },
          })),
        ]}
        rows={rows}
        rowId={({ learner }) => String(learner)}
      />
      {rows.length < completeness.length && (
        <p className="wk-no-print">
          <Button onClick={() => setShowsAll(true)}>{text.showAll(completeness.length)}</Button>
        </p>
      )}
      <CountList
        lines={(['participants', 'stopped', 'withoutConsent', 'complete', 'incomplete', 'used'] as const).map(
          (id) => ({ id, name: text.there.sums[id], counted: people[id] }),
        )}
      />
    </Section>
  )
}

function Consent({ hasConsent }: { hasConsent: boolean }) {
  const text = useText(monitorText)
  const language = useLanguage()
  return (
    <span>
      <Mark icon={hasConsent ? 'check' : 'lock'} word={consentWord(hasConsent, language)} />
      {!hasConsent && <span className="wk-monitor-note">{text.there.notKept}</span>}
    </span>
  )
}

function Mark({ icon, word }: { icon: 'check' | 'lock' | 'mail' | 'minus' | null; word: string }) {
  return (
    <span className={icon === 'check' ? 'wk-mark wk-mark--there' : 'wk-mark'}>
      {icon === null ? <span className="wk-mark__open" aria-hidden="true" /> : <Icon name={icon} />}
      {word}
    </span>
  )
}

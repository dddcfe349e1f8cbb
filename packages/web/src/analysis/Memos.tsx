import { analysisLimits } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useEffect, useId, useRef, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { codePanelText } from './code-panel.text.ts'
import type { Change } from './deeds.ts'
import type { Acts } from './use-acts.ts'

type Memo = Analysis['memos'][number]
type On = Extract<Change, { kind: 'add-memo' }>['on']
type Props = {
  title: string
  on: On
  analysis: Analysis
  acts: Acts
  /** Shut until asked for, unless there is something to read. */
  folds?: boolean
}

/** Thoughts of analysts about a code, a quote, a text or the whole: one's own to write, those of others to read. */
export function Memos({ title, on, analysis, acts, folds = false }: Props) {
  const me = useMe().member.id
  const here = analysis.memos.filter((memo) => isOn(memo, on))
  const mine = here.find(({ author }) => author === me)
  const others = here.filter((memo) => memo !== mine)
  const all = (
    <>
      {others.map((memo) => (
        <OtherMemo key={memo.id} memo={memo} members={analysis.members} />
      ))}
      <OwnMemo key={targetOf(on)} memo={mine} on={on} acts={acts} />
    </>
  )
  return (
    <section className="wk-memos" aria-label={title}>
      {folds && here.length === 0 ? (
        <Disclosure label={title}>{all}</Disclosure>
      ) : (
        <>
          <h3>{title}</h3>
          {all}
        </>
      )}
    </section>
  )
}

function OtherMemo({ memo, members }: { memo: Memo; members: Analysis['members'] }) {
  const text = useText(codePanelText)
  const me = useMe().member.id
  const name = members.find(({ id }) => id === memo.author)?.name ?? text.somebody
  return (
    <div className="wk-memo">
      <p className="wk-small">
        <strong>{memo.author === me ? text.memoMe : name}</strong>
      </p>
      {memo.title !== '' && <p>{memo.title}</p>}
      <p>{memo.body}</p>
    </div>
  )
}

function isOn(memo: Memo, on: On): boolean {
  return targetOf(memo.on) === targetOf(on)
}

function targetOf(on: On): string {
  switch (on.kind) {
    case 'analysis':
      return 'analysis'
    case 'document':
      return on.document
    case 'code':
      return on.code
    case 'coding':
      return on.coding
  }
}

const restMs = 1_500

type OwnProps = { memo: Memo | undefined; on: On; acts: Acts }

/** Kept by itself: when one stops typing for a moment, and when one leaves the field. */
function OwnMemo({ memo, on, acts }: OwnProps) {
  const text = useText(codePanelText)
  const field = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [id] = useState(() => memo?.id ?? newId())
  const [willShare, setWillShare] = useState(false)
  const shared = memo?.shared ?? willShare
  const shown = draft ?? memo?.body ?? ''
  const save = useRef(() => {})
  useEffect(() => {
    save.current = () => {
      const body = draft?.trim() ?? ''
      if (draft === null || body === (memo?.body ?? '')) return
      const title = memo?.title ?? ''
      if (memo !== undefined && body === '') void acts.act({ kind: 'remove-memo', memo: memo.id })
      else if (memo !== undefined) void acts.act({ kind: 'change-memo', memo: memo.id, title, body })
      else if (body !== '') void acts.act({ kind: 'add-memo', id, on, title, body, shared })
    }
  })
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => save.current(), restMs)
    return () => clearTimeout(timer)
  }, [draft])
  function handleShare(is: boolean) {
    setWillShare(is)
    if (memo === undefined) return
    const { id: known, title, body } = memo
    void acts.act({ kind: 'change-memo', memo: known, title, body: shown.trim() || body, shared: is })
  }
  return (
    <>
      <TextArea
        id={field}
        label={text.memoMine}
        hint={memo?.sealed === true || !shared ? text.memoSealed : text.memoWho}
        optional
        rows={2}
        maxLength={analysisLimits.memo}
        value={shown}
        onChange={setDraft}
        onBlur={() => save.current()}
      />
      <CheckboxField id={`${field}-shared`} label={text.memoShare} checked={shared} onChange={handleShare} />
      {memo !== undefined && (
        <TextButton
          onClick={() => {
            setDraft('')
            void acts.act({ kind: 'remove-memo', memo: memo.id })
          }}
        >
          {text.memoRemove}
        </TextButton>
      )}
    </>
  )
}

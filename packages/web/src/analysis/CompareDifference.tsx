import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { CodingDifference, CodingRound } from '@weerklank/core/analysis/pictures.contract'
import type { CodeId } from '@weerklank/core/shared/ids'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { compareText } from './compare.text.ts'
import { useDecide, useTakeDecision, useUndecide, useUndoDeed } from './pictures.queries.ts'
import { TickList } from './TickList.tsx'

type Props = { analysis: Analysis; round: CodingRound; difference: CodingDifference }

/** One place where coders differ: the words, who saw what, and what they came to together. */
export function CompareDifference({ analysis, round, difference }: Props) {
  const text = useText(compareText)
  const { before, text: words, after, codes, decision, title, speaker } = difference
  const member = (id: string | undefined) => analysis.members.find((one) => one.id === id)?.name ?? '–'
  const themes = (ones: readonly CodeId[]) =>
    ones.length === 0 ? text.nothing : ones.map((id) => nameOf(analysis, id)).join(', ')
  return (
    <li>
      <blockquote dir="auto">
        <span className="wk-muted">{before}</span>
        <strong>{words}</strong>
        <span className="wk-muted">{after}</span>
      </blockquote>
      <p className="wk-muted wk-small">{speaker === '' ? title : `${speaker} · ${title}`}</p>
      <dl className="wk-difference-codes">
        {codes.map((ones, at) => (
          <div key={round.coders[at] ?? at}>
            <dt>{member(round.coders[at])}</dt>
            <dd>{themes(ones)}</dd>
          </div>
        ))}
      </dl>
      {decision === null ? (
        <Disclosure label={text.talk} className="wk-no-print">
          <Talk analysis={analysis} round={round} difference={difference} />
        </Disclosure>
      ) : (
        <p>
          <strong>
            {text.decision}: {themes(decision.codes)}.
          </strong>{' '}
          {decision.reason} <span className="wk-muted wk-small">{member(decision.by)}</span>{' '}
          <TakeOver analysis={analysis} round={round} difference={difference} />{' '}
          <TakeBack analysis={analysis} round={round} difference={difference} />
        </p>
      )}
    </li>
  )
}

function nameOf({ codes }: Analysis, code: string): string {
  return codes.find(({ id }) => id === code)?.name ?? '–'
}

function Talk({ analysis, round, difference }: Props) {
  const text = useText(compareText)
  const decide = useDecide(analysis.id, round.id)
  const offered = [...new Set(difference.codes.flat())]
  const [chosen, setChosen] = useState<readonly CodeId[]>([])
  const [reason, setReason] = useState('')
  const { passage, start, end } = difference
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    decide.mutate(
      { passage, start, end, codes: [...chosen], reason },
      { onSuccess: () => notify({ text: text.kept }) },
    )
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit}>
      <TickList
        label={text.keep}
        options={offered.map((id) => ({ value: id, label: nameOf(analysis, id) }))}
        chosen={chosen}
        onTick={(id, on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
      <TextArea
        id={`waarom-${passage}-${start}`}
        label={text.reason}
        value={reason}
        maxLength={1000}
        optional
        onChange={setReason}
      />
      {decide.isError && <p role="alert">{text.failed}</p>}
      <div className="wk-actions">
        <Button type="submit" busy={decide.isPending}>
          {text.write}
        </Button>
      </div>
    </form>
  )
}

/** One press, one step that can be taken back: each theme that was decided stands in this place once, and no other. */
function TakeOver({ analysis, round, difference }: Props) {
  const text = useText(compareText)
  const take = useTakeDecision(analysis.id, round.id)
  const undo = useUndoDeed(analysis.id)
  const { passage, start } = difference
  if (analysis.sealedDocuments.length > 0) return null
  return (
    <TextButton
      className="wk-no-print"
      onClick={() =>
        take.mutate(
          { passage, start },
          { onSuccess: () => notify({ text: text.takenOver, undo: () => undo.mutate(undefined) }) },
        )
      }
    >
      {text.takeOver}
    </TextButton>
  )
}

function TakeBack({ analysis, round, difference }: Props) {
  const text = useText(compareText)
  const undecide = useUndecide(analysis.id, round.id)
  const { passage, start } = difference
  return (
    <TextButton
      className="wk-no-print"
      onClick={() =>
        undecide.mutate({ passage, start }, { onSuccess: () => notify({ text: text.takenBack }) })
      }
    >
      {text.takeBack}
    </TextButton>
  )
}

import type { Tried } from '@weerklank/core/feedback/form-build.contract'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { formTryText } from './form-try.text.ts'

type Props = { tried: Tried; onOpen: ((linkId: string) => void) | undefined }
type Item = { linkId: string | null; text: string }

/** What came of trying a form: its scores, what keeps it from being sent, and where other words stand. */
export function FormTryOutcome({ tried, onOpen }: Props) {
  const text = useText(formTryText)
  const { scores, sum, problems, hints, gaps, at } = tried
  const isBare = scores.length === 0 && sum === null
  // A question ends with a mark of its own.
  const lines = (all: readonly Item[], say: (index: number) => string, mark = ' – ') => (
    <ul className="wk-stack wk-stack--tight">
      {all.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question in a group that repeats is there more than once
        <li key={index}>
          <Name item={one} onOpen={onOpen} />
          {mark}
          {say(index)}
        </li>
      ))}
    </ul>
  )
  return (
    <div className="wk-stack" aria-live="polite">
      <h3>{text.outcome}</h3>
      {at === 'sent' && <p>{text.sent}</p>}
      <Part title={text.scores}>
        {isBare && <p className="wk-muted">{text.noScores}</p>}
        {lines(scores, (i) => scores[i]?.value ?? text.why[scores[i]?.why ?? 'open'], ': ')}
        {sum !== null && <p>{text.sum(String(sum.value), sum.answered, sum.of)}</p>}
      </Part>
      <Part title={text.problems}>
        {problems.length === 0 ? (
          <p>{text.noProblems}</p>
        ) : (
          lines(problems, (i) => problems[i]?.problem ?? '')
        )}
      </Part>
      {hints.length > 0 && <Part title={text.hints}>{lines(hints, (i) => hints[i]?.problem ?? '')}</Part>}
      {gaps.length > 0 && (
        <div>
          <Disclosure label={text.gaps(gaps.length)}>
            {lines(gaps, (i) => text.gap[gaps[i]?.missing ?? 'level'])}
          </Disclosure>
        </div>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="wk-build__outcome">{title}</h4>
      {children}
    </div>
  )
}

function Name({ item: { linkId, text: name }, onOpen }: { item: Item; onOpen: Props['onOpen'] }) {
  const text = useText(formTryText)
  if (linkId === null) return text.whole
  return onOpen === undefined ? name : <TextButton onClick={() => onOpen(linkId)}>{name}</TextButton>
}

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  type PracticeConcern,
  type PracticeProblem,
  type PracticeTick,
  practiceTicks,
} from '@weerklank/core/library/practice'
import { useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { PracticeConcerns } from './PracticeConcerns.tsx'
import { checkPractice, useSharePractice } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'
import type { PracticeWords } from './use-practice-draft.ts'

type Props = { id: string; words: PracticeWords; flush: () => Promise<number> }
type Looked = { at: PracticeWords; concerns: readonly PracticeConcern[] }

/** Looks for anybody who can be recognised, and shares only what was decided on and read through. */
export function PracticeShare({ id, words, flush }: Props) {
  const text = useText(practiceText)
  const [looked, setLooked] = useState<Looked | null>(null)
  const result = useRef<HTMLDivElement>(null)
  const look = useMutation({
    mutationFn: async () => {
      await flush()
      return (await checkPractice(id)).concerns
    },
    onSuccess: (concerns) => {
      setLooked({ at: words, concerns })
      result.current?.focus()
    },
  })
  return (
    <Section title={text.toCheck} intro={text.toCheckIntro}>
      <div className="wk-stack">
        <FieldError id="verhaal-nakijken">
          {words.kind === null && look.isError ? text.problems.setting : look.error?.message}
        </FieldError>
        <div className="wk-actions">
          <Button
            variant={looked === null ? 'primary' : 'outline'}
            busy={look.isPending}
            onClick={() => look.mutate()}
          >
            {looked === null ? text.checkFirst : text.checkAgain}
          </Button>
        </div>
        <div ref={result} tabIndex={-1} aria-live="polite">
          {/* What was looked through is what is shared: after a change it is looked through again. */}
          {looked !== null && looked.at === words && <Decide id={id} looked={looked} flush={flush} />}
        </div>
      </div>
    </Section>
  )
}

function Decide({ id, looked, flush }: Pick<Props, 'id' | 'flush'> & { looked: Looked }) {
  const text = useText(practiceText)
  const [kept, setKept] = useState<readonly string[]>([])
  const [ticks, setTicks] = useState<readonly PracticeTick[]>([])
  const share = useSharePractice(id)
  const navigate = useNavigate()
  const problems = problemsOf(share.error)
  async function handleShare() {
    const version = await flush()
    share.mutate(
      { version, kept: [...kept], ticks: [...ticks] },
      {
        onSuccess: () => {
          notify({ text: text.sharedNow })
          void navigate({ to: '/kennis/praktijk/$story', params: { story: id } })
        },
      },
    )
  }
  const toggle = (tick: PracticeTick, isOn: boolean) =>
    setTicks(isOn ? [...ticks, tick] : ticks.filter((one) => one !== tick))
  return (
    <div className="wk-stack">
      <PracticeConcerns id="verhaal" concerns={looked.concerns} kept={kept} onKeep={setKept} />
      <h3>{text.ticksTitle}</h3>
      {practiceTicks.map((tick) => (
        <CheckboxField
          key={tick}
          id={`verhaal-${tick}`}
          label={text.ticks[tick]}
          checked={ticks.includes(tick)}
          onChange={(isOn) => toggle(tick, isOn)}
        />
      ))}
      <p className="wk-muted">{text.whoSees}</p>
      {share.isError && (
        <div role="alert">
          {problems.length === 0 ? (
            <FieldError id="verhaal-delen">{share.error.message}</FieldError>
          ) : (
            <>
              <p>
                <strong>{text.summary}</strong>
              </p>
              <ul className="wk-lines">
                {problems.map((problem) => (
                  <li key={problem}>{text.problems[problem]}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className="wk-actions">
        <Button variant="primary" busy={share.isPending} onClick={() => void handleShare()}>
          {text.share}
        </Button>
      </div>
    </div>
  )
}

const known: Readonly<Record<PracticeProblem, true>> = {
  ...{ setting: true, did: true, how: true, brought: true, ticks: true, recognisable: true, unchanged: true },
}

function problemsOf(error: unknown): PracticeProblem[] {
  if (!(error instanceof ApiError)) return []
  return Object.keys(error.fields).filter((field): field is PracticeProblem => field in known)
}

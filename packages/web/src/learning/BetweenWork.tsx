import { meetings, parentContacts, stages } from '@weerklank/core/learning/feasibility'
import type { Between } from '@weerklank/core/learning/nudge.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useWriteWorkFact } from './between.queries.ts'
import { betweenText } from './between.text.ts'

type Worker = Between['work'][number]
type Fact = NonNullable<Worker['fact']>
type Props = { trajectory: string; between: Between }

/** What people said of their work, while a measure is looked at: register, no words of theirs. */
export function BetweenWork({ trajectory, between }: Props) {
  const text = useText(betweenText)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Section title={text.work} intro={text.workIntro}>
      <ul className="wk-lines">
        {between.work.map((worker) => (
          <li key={worker.learner} className="wk-between-line">
            <p className="wk-between-line__name">{worker.name}</p>
            <div className="wk-between-line__facts">
              <span className="wk-muted">
                {worker.fact === null ? text.notSaid : said(worker.fact, text)}
              </span>
              {between.mayChange && (
                <TextButton
                  aria-label={`${text.write}: ${worker.name}`}
                  onClick={() => setOpen(worker.learner)}
                >
                  {text.write}
                </TextButton>
              )}
            </div>
            <Write
              trajectory={trajectory}
              worker={worker}
              open={open === worker.learner}
              onClose={() => setOpen(null)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function said({ meetings: seen, stage, parents }: Fact, text: (typeof betweenText)['nl']): string {
  const facts = [
    text.meeting[seen],
    ...(stage === null ? [] : [text.stages[stage]]),
    ...(parents === null ? [] : [text.parent[parents]]),
  ]
  return facts.join(' · ')
}

type WriteProps = { trajectory: string; worker: Worker; open: boolean; onClose: () => void }

function Write({ trajectory, worker, open, onClose }: WriteProps) {
  const text = useText(betweenText)
  const write = useWriteWorkFact(trajectory, worker.learner)
  const [seen, setSeen] = useState<Fact['meetings'] | null>(worker.fact?.meetings ?? null)
  const [stage, setStage] = useState<Fact['stage']>(worker.fact?.stage ?? null)
  const [parents, setParents] = useState<Fact['parents']>(worker.fact?.parents ?? null)
  const [missing, setMissing] = useState(false)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isWhole = seen !== null && (seen === 'none' || (stage !== null && parents !== null))
    setMissing(!isWhole)
    if (!isWhole || write.isPending) return
    const none = seen === 'none'
    const fact = { meetings: seen, stage: none ? null : stage, parents: none ? null : parents }
    await write.mutateAsync({ fact }).then(onClose, () => undefined)
  }

  const field = (name: string) => `${name}-${worker.learner}`
  return (
    <Dialog open={open} title={`${text.work} ${worker.name}`} onClose={onClose}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <RadioGroup
          id={field('meetings')}
          label={text.meetings}
          value={seen}
          options={meetings.map((value) => ({ value, label: text.meeting[value] }))}
          onChange={setSeen}
        />
        {seen !== 'none' && (
          <>
            <RadioGroup
              id={field('stage')}
              label={text.stage}
              value={stage}
              options={stages.map((value) => ({ value, label: text.stages[value] }))}
              onChange={setStage}
            />
            <RadioGroup
              id={field('parents')}
              label={text.parents}
              value={parents}
              options={parentContacts.map((value) => ({ value, label: text.parent[value] }))}
              onChange={setParents}
            />
          </>
        )}
        <FormEnd busy={write.isPending} error={missing ? text.choose : write.error?.message}>
          {text.write}
        </FormEnd>
      </form>
    </Dialog>
  )
}

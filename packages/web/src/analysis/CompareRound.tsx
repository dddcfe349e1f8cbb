import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { CodingRound } from '@weerklank/core/analysis/pictures.contract'
import { isRoundReady } from '@weerklank/core/analysis/round'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { CompareOutcome } from './CompareOutcome.tsx'
import { compareText } from './compare.text.ts'
import { useOpenRound, useReadyInRound } from './pictures.queries.ts'

type Props = { analysis: Analysis; round: CodingRound }

/** One round: who is done while it is closed, what came out once it is open. */
export function CompareRound({ analysis, round }: Props) {
  const text = useText(compareText)
  const [isShown, setShown] = useState(false)
  const isOpen = round.openedAt !== null
  const nameOf = (id: string) => analysis.members.find((one) => one.id === id)?.name ?? '–'
  const titles = analysis.documents.filter(({ id }) => round.documents.includes(id))
  return (
    <Section
      title={round.title}
      intro={titles.map(({ title }) => title).join(' · ')}
      aside={<Chip>{isOpen ? text.state.open : text.state.blind}</Chip>}
    >
      {!isOpen && (
        <ul>
          {round.coders.map((id) => (
            <li key={id}>{round.ready.includes(id) ? text.done(nameOf(id)) : text.busy(nameOf(id))}</li>
          ))}
        </ul>
      )}
      {!isOpen && <Blind analysis={analysis} round={round} />}
      {isOpen && (
        <div className="wk-actions wk-no-print">
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? text.hide : text.compare}
          </Button>
        </div>
      )}
      {isOpen && isShown && <CompareOutcome analysis={analysis} round={round} />}
    </Section>
  )
}

function Blind({ analysis, round }: Props) {
  const text = useText(compareText)
  const ready = useReadyInRound(analysis.id, round.id)
  const open = useOpenRound(analysis.id, round.id)
  const [isAsking, setAsking] = useState(false)
  const [document = ''] = round.documents
  const isDone = isRoundReady(round)
  const me = round.may.code
  return (
    <>
      <div className="wk-actions wk-no-print">
        {me && (
          <LinkButton to="/duiden/$analysis" params={{ analysis: analysis.id }} search={{ tekst: document }}>
            {text.code}
          </LinkButton>
        )}
        {me && (
          <Button busy={ready.isPending} onClick={() => ready.mutate(!round.isReady)}>
            {round.isReady ? text.notReady : text.ready}
          </Button>
        )}
        {round.may.open && (
          <Button
            variant={isDone ? 'primary' : 'quiet'}
            busy={open.isPending}
            onClick={() => (isDone ? open.mutate(undefined) : setAsking(true))}
          >
            {text.open}
          </Button>
        )}
      </div>
      {isAsking && !isDone && (
        <div className="wk-stack" role="alert">
          <p>{text.openEarly}</p>
          <div className="wk-actions">
            <Button busy={open.isPending} onClick={() => open.mutate(undefined)}>
              {text.openSure}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {text.wait}
            </Button>
          </div>
        </div>
      )}
      {(ready.isError || open.isError) && <p role="alert">{text.failed}</p>}
    </>
  )
}

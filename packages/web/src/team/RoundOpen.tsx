import type { MadeRound, RoundDetails } from '@weerklank/core/team/team.contract'
import { useState } from 'react'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { RoundAgreements } from './RoundAgreements.tsx'
import { RoundLost } from './RoundLost.tsx'
import { RoundMoveTalk } from './RoundMoveTalk.tsx'
import { roundText } from './round.text.ts'
import { roundReportText } from './round-report.text.ts'
import { useCloseRound } from './team.queries.ts'
import { useCircleDay } from './use-circle-day.ts'

/** While people can answer: who was asked, and whether there is enough to show. No number of answers. */
export function RoundOpen({
  round,
  onRenewed,
}: {
  round: RoundDetails
  onRenewed: (made: MadeRound) => void
}) {
  const text = useText(roundText)
  const language = useLanguage()
  const lowest = round.groups.filter(({ id }) => round.groups.every(({ parent }) => parent !== id))
  return (
    <div className="wk-columns">
      <div className="wk-stack wk-stack--wide">
        <Section title={text.progress}>
          <Card tone={round.enough ? 'kept' : 'plain'}>
            <p>{round.enough ? text.enough : text.tooFew(round.k)}</p>
            <p className="wk-muted wk-small">{text.noNumber}</p>
          </Card>
          <CloseRound round={round} />
        </Section>
        <Section title={text.groups}>
          <Table
            caption={text.groups}
            rows={lowest}
            rowId={({ id }) => id}
            columns={[
              { id: 'group', head: text.group, cell: ({ name }) => (name === '' ? text.everybody : name) },
              { id: 'invited', head: text.invited, cell: ({ invited }) => invited, numeric: true },
            ]}
          />
        </Section>
      </div>
      <div>
        <RoundWhen round={round} />
        <RoundAgreements round={round} />
        <Section title={text.readersTitle}>
          <p>{text.readers(listWords(round.readers, language))}</p>
        </Section>
        <RoundLost round={round} onRenewed={onRenewed} />
      </div>
    </div>
  )
}

/** When it is talked about, what must come in before something is shown, and that it may close sooner. */
function RoundWhen({ round }: { round: RoundDetails }) {
  const text = useText(roundReportText)
  const day = useCircleDay()
  return (
    <Section title={text.talkTitle}>
      <p>{round.talk === null ? text.noTalk : text.talkOn(day(round.talk.on))}</p>
      <RoundMoveTalk round={round} />
      {round.minShare !== null && <p>{text.share(round.minShare)}</p>}
      <p className="wk-muted wk-small">{text.closes}</p>
    </Section>
  )
}

function CloseRound({ round }: { round: RoundDetails }) {
  const text = useText(roundText)
  const [asks, setAsks] = useState(false)
  const close = useCloseRound(round.id)
  return (
    <div className="wk-actions">
      <Button variant="primary" icon="lock" onClick={() => setAsks(true)}>
        {text.close}
      </Button>
      <Dialog
        open={asks}
        title={text.closeTitle}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button variant="primary" busy={close.isPending} onClick={() => close.mutate()}>
              {text.close}
            </Button>
            <Button variant="quiet" onClick={() => setAsks(false)}>
              {text.keepOpen}
            </Button>
          </>
        }
      >
        <p>{text.closeText}</p>
        {!round.enough && <p>{text.closeTooFew}</p>}
        {close.isError && (
          <p className="wk-field__error" role="alert">
            {text.closeFailed}
          </p>
        )}
      </Dialog>
    </div>
  )
}

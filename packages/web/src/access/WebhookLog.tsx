import { useQuery } from '@tanstack/react-query'
import type { WebhookDelivery } from '@weerklank/core/access/webhooks.contract'
import { momentWords } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { Table } from '../ui/Table.tsx'
import { deliveriesQuery, useSendAgain } from './programs.queries.ts'
import { programsText } from './programs.text.ts'

/** The last messages to one program, and how each went. */
export function WebhookLog({ webhook }: { webhook: string }) {
  const text = useText(programsText)
  const query = useQuery(deliveriesQuery(webhook))
  const seen = useDaySeen(useNow())
  return (
    <PageState
      query={query}
      isEmpty={({ deliveries }) => deliveries.length === 0}
      empty={<p className="wk-muted">{text.logEmpty}</p>}
    >
      {({ deliveries }) => (
        <Table
          caption={text.logCaption}
          rows={deliveries}
          rowId={({ id }) => id}
          columns={[
            { id: 'when', head: text.logWhen, cell: ({ at }) => momentWords(at, seen) },
            { id: 'what', head: text.logWhat, cell: ({ event }) => text.event[event] },
            { id: 'how', head: text.logHow, cell: (one) => <How delivery={one} /> },
            { id: 'again', head: text.logAgain, cell: (one) => <Again webhook={webhook} delivery={one} /> },
          ]}
        />
      )}
    </PageState>
  )
}

function How({ delivery: { state, tries } }: { delivery: WebhookDelivery }) {
  const text = useText(programsText)
  const last = tries.at(-1)
  const status = last?.status == null ? '' : ` (${last.status})`
  const why = last?.problem == null ? '' : `: ${text.problem[last.problem]}`
  return (
    <span>
      {text.delivery[state]}
      {last !== undefined && (
        <span className="wk-muted wk-small">
          {' '}
          {text.tries(tries.length)}
          {why}
          {status}
        </span>
      )}
    </span>
  )
}

function Again({ webhook, delivery }: { webhook: string; delivery: WebhookDelivery }) {
  const text = useText(programsText)
  const again = useSendAgain(webhook)
  const seen = useDaySeen(useNow())
  function handleAgain() {
    again.mutate(delivery.id, {
      onSuccess: () => notify({ text: text.logAgainDone }),
      onError: () => notify({ text: text.failed }),
    })
  }
  return (
    <Button
      variant="quiet"
      busy={again.isPending}
      aria-label={text.logAgainNamed(`${text.event[delivery.event]}, ${momentWords(delivery.at, seen)}`)}
      onClick={handleAgain}
    >
      {text.logAgain}
    </Button>
  )
}

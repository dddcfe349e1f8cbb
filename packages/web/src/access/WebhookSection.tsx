import { useQuery } from '@tanstack/react-query'
import type { Webhook, Webhooks } from '@weerklank/core/access/webhooks.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { webhooksQuery } from './programs.queries.ts'
import { programsText } from './programs.text.ts'
import { WebhookLine } from './WebhookLine.tsx'
import { WebhookMake } from './WebhookMake.tsx'
import { WebhookRemove } from './WebhookRemove.tsx'

/** Which programs are told that something happened. */
export function WebhookSection() {
  const text = useText(programsText)
  const query = useQuery(webhooksQuery)
  return (
    <Section title={text.hooks} intro={text.hooksIntro}>
      <PageState query={query}>{(webhooks) => <All webhooks={webhooks} />}</PageState>
    </Section>
  )
}

function All({ webhooks }: { webhooks: Webhooks }) {
  const text = useText(programsText)
  const [making, setMaking] = useState(false)
  const [removing, setRemoving] = useState<Webhook | null>(null)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  const { own, others, mayMake, thisMachine } = webhooks
  return (
    <div className="wk-stack" {...keepFocus}>
      {own.length === 0 && <p className="wk-muted">{text.hooksNone}</p>}
      <ul className="wk-lines">
        {own.map((one) => (
          <WebhookLine key={one.id} webhook={one} hasLog onRemove={() => setRemoving(one)} />
        ))}
        {others?.map((one) => (
          <WebhookLine key={one.id} webhook={one} hasLog={false} onRemove={() => setRemoving(one)} />
        ))}
      </ul>
      {mayMake && (
        <div className="wk-actions">
          <Button icon="plus" onClick={() => setMaking(true)}>
            {text.hookMake}
          </Button>
        </div>
      )}
      <WebhookMake open={making} thisMachine={thisMachine} onClose={() => setMaking(false)} />
      <WebhookRemove webhook={removing} onClose={() => setRemoving(null)} />
    </div>
  )
}

import './outbox.css'
import { useQuery } from '@tanstack/react-query'
import type { OutboxMessage } from '@weerklank/core/access/outbox.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { OutboxLine } from './OutboxLine.tsx'
import { OutboxNoServer } from './OutboxNoServer.tsx'
import { OutboxRemove } from './OutboxRemove.tsx'
import { outboxQuery, useTestMail } from './outbox.queries.ts'
import { outboxText } from './outbox.text.ts'

/** As many as the server tells at once. */
const shownAtMost = 200

/** Mail that did not leave, for the administrator: instead of silence. */
export function OutboxPage() {
  const text = useText(outboxText)
  const query = useQuery(outboxQuery)
  const canSend = query.data?.canSend === true
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={canSend ? <TestMail /> : undefined} />
      <PageState query={query}>
        {({ messages }) => (
          <div className="wk-stack wk-stack--wide">
            {!canSend && <OutboxNoServer />}
            {messages.length === 0 && canSend && <EmptyState title={text.empty} text={text.emptyText} />}
            <Messages messages={messages} />
          </div>
        )}
      </PageState>
    </>
  )
}

function TestMail() {
  const text = useText(outboxText)
  const test = useTestMail()
  async function handleTest() {
    try {
      await test.mutateAsync(undefined)
      notify({ text: text.tested })
    } catch {
      notify({ text: text.wentWrong })
    }
  }
  return (
    <Button icon="mail" busy={test.isPending} onClick={handleTest}>
      {text.test}
    </Button>
  )
}

function Messages({ messages }: { messages: readonly OutboxMessage[] }) {
  const text = useText(outboxText)
  const [removing, setRemoving] = useState<OutboxMessage | null>(null)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  return (
    <div className="wk-stack wk-stack--wide" {...keepFocus}>
      {(['failed', 'waiting'] as const).map((state) => {
        const those = messages.filter((one) => one.state === state)
        if (those.length === 0) return null
        return (
          <Section key={state} title={text[state]}>
            <ul className="wk-lines">
              {those.map((message) => (
                <OutboxLine key={message.id} message={message} onRemove={() => setRemoving(message)} />
              ))}
            </ul>
          </Section>
        )
      })}
      {messages.length >= shownAtMost && <p className="wk-muted wk-small">{text.atMost}</p>}
      <OutboxRemove message={removing} onClose={() => setRemoving(null)} />
    </div>
  )
}

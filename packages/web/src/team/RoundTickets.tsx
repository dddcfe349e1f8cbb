import type { MadeRound } from '@weerklank/core/team/team.contract'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Section } from '../ui/Section.tsx'
import { roundTicketsText } from './round-tickets.text.ts'

/** The tickets of a round that was just made or renewed, to print or to copy: afterwards nobody can look them up. */
export function RoundTickets({ made, onDone }: { made: MadeRound; onDone?: () => void }) {
  const text = useText(roundTicketsText)
  const { round, tickets } = made
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // They come in the place of a long form, at the end of which one stands.
    window.scrollTo(0, 0)
    top.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // Whoever reloads this page has lost the tickets: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return (
    <div className="wk-tickets" ref={top}>
      <div className="wk-no-print">
        <PageHeader
          title={text.title(round.title)}
          intro={text.intro}
          actions={
            <Button variant="primary" icon="print" onClick={() => window.print()}>
              {text.print}
            </Button>
          }
        />
        <Card>
          <h2>{text.rulesTitle}</h2>
          <ul className="wk-round-rules">
            {text.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Card>
      </div>
      {tickets.map((sheet) => (
        <TicketSheet key={sheet.group} sheet={sheet} title={round.title} />
      ))}
      <div className="wk-actions wk-no-print">
        <LinkButton
          to="/peilingen/$round"
          params={{ round: round.id }}
          icon="check"
          {...(onDone && { onClick: onDone })}
        >
          {text.done}
        </LinkButton>
      </div>
    </div>
  )
}

function TicketSheet({ sheet, title }: { sheet: MadeRound['tickets'][number]; title: string }) {
  const text = useText(roundTicketsText)
  const group = sheet.group === '' ? text.everybody : sheet.group
  return (
    <Section title={group} intro={text.count(sheet.urls.length)}>
      <CopyLinks label={sheet.group === '' ? text.copyAll : text.copy(sheet.group)} urls={sheet.urls} />
      <ul className="wk-tickets__sheet">
        {sheet.urls.map((url, index) => (
          <li key={url} className="wk-tickets__one">
            <QrCode url={url} label={text.qr(index + 1)} failed={text.qrFailed} />
            <div>
              <p>
                <strong>{title}</strong>
                <br />
                {group}
              </p>
              <p className="wk-small">{text.promise}</p>
              <p className="wk-small">{text.scan}</p>
              <p className="wk-tickets__url" dir="ltr">
                {url}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CopyLinks({ label, urls }: { label: string; urls: readonly string[] }) {
  const text = useText(roundTicketsText)
  const [said, setSaid] = useState('')
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(urls.join('\n'))
      setSaid(text.copied)
    } catch {
      // No clipboard without a secure connection, or it was refused.
      setSaid(text.copyFailed)
    }
  }
  return (
    <div className="wk-actions wk-no-print">
      <Button icon="copy" onClick={handleCopy}>
        {label}
      </Button>
      <span role="status" className="wk-small">
        {said}
      </span>
    </div>
  )
}

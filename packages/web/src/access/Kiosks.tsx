import { useQuery } from '@tanstack/react-query'
import type { Kiosk } from '@weerklank/core/access/kiosks.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { PageState } from '../ui/PageState.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { kiosksQuery, useMakeKiosk, useRevokeKiosk } from './kiosks.queries.ts'
import { kiosksText } from './kiosks.text.ts'

/** The devices in halls of this workspace: made, seen and ended. */
export function Kiosks() {
  const text = useText(kiosksText)
  const query = useQuery(kiosksQuery)
  return (
    <Section title={text.title} intro={text.intro}>
      <PageState query={query}>{({ kiosks }) => <KioskLines kiosks={kiosks} />}</PageState>
      <MakeKiosk />
    </Section>
  )
}

function KioskLines({ kiosks }: { kiosks: readonly Kiosk[] }) {
  const text = useText(kiosksText)
  const revoke = useRevokeKiosk()
  const keepFocus = useKeepFocus<HTMLDivElement>()
  if (kiosks.length === 0) return <p className="wk-muted">{text.none}</p>
  return (
    <div {...keepFocus}>
      <ul className="wk-lines">
        {kiosks.map(({ id, name, setUpAt, lastUsedOn }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong>
            </p>
            <p className="wk-muted wk-small">{setUpAt === null ? text.waiting : text.used(lastUsedOn)}</p>
            <div className="wk-actions">
              <Button
                variant="quiet"
                aria-label={text.end(name)}
                busy={revoke.isPending && revoke.variables === id}
                onClick={() => revoke.mutate(id)}
              >
                {text.endShort}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MakeKiosk() {
  const text = useText(kiosksText)
  const make = useMakeKiosk()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') document.getElementById('kiosk-naam')?.focus()
    else make.mutate(name)
  }
  if (make.data !== undefined) {
    return (
      <div className="wk-stack" role="status">
        <p>{text.open(name)}</p>
        <QrCode url={make.data.url} label={text.qr} failed={text.qrFailed} />
        <CopyField
          id="kiosk-link"
          label={text.link}
          value={make.data.url}
          copy={text.copy}
          copied={text.copied}
          copyFailed={text.copyFailed}
        />
        <p className="wk-muted wk-small">{text.once}</p>
      </div>
    )
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id="kiosk-naam"
        label={text.name}
        error={missing ? text.nameMissing : undefined}
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <FormEnd error={make.error?.message} busy={make.isPending} variant="outline">
        {text.make}
      </FormEnd>
    </form>
  )
}

import { useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Icon } from '../ui/Icon.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { consentAskText } from './consent-ask.text.ts'
import { useDayWords } from './use-day-words.ts'

/** `name`: whose page it is. */
export type MadeLink = { name: string; url: string; expiresAt: string }

/** The link to someone's own page: as a code, as text, for a mail. It is here only now. */
export function OwnPageLink({ made: { name, url, expiresAt } }: { made: MadeLink }) {
  const text = useText(consentAskText)
  const dayWords = useDayWords()
  const title = useRef<HTMLParagraphElement>(null)
  useEffect(() => title.current?.focus(), [])
  const mail = new URLSearchParams({ subject: text.mailSubject, body: text.mailBody(url) })
  return (
    <div className="wk-stack">
      <p ref={title} tabIndex={-1}>
        {text.scan(name)}
      </p>
      <QrCode url={url} label={text.qr(name)} failed={text.qrFailed} />
      <CopyField
        id="eigen-pagina-link"
        label={text.link}
        value={url}
        copy={text.copy}
        copied={text.copied}
        copyFailed={text.copyFailed}
      />
      <div className="wk-actions">
        {/* A mail program reads a plus as a plus. */}
        <a
          className="wk-button wk-button--outline"
          href={`mailto:?${mail.toString().replaceAll('+', '%20')}`}
        >
          <Icon name="mail" />
          <span>{text.mail}</span>
        </a>
      </div>
      <ul className="wk-stack wk-stack--tight wk-muted wk-small">
        <li>{text.forHer(name)}</li>
        <li>{text.until(dayWords(expiresAt))}</li>
        <li>{text.once}</li>
      </ul>
    </div>
  )
}

import './account.css'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { accountText } from './account.text.ts'

type Props = {
  codes: readonly string[]
  /** Below which titles it stands. */
  heading: 'h2' | 'h3'
  onKept: () => void
}

/** They are on the screen now and never again; on the way there the focus comes along. */
export function RecoveryCodes({ codes, heading: Heading, onKept }: Props) {
  const text = useText(accountText)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="wk-stack wk-codes">
      <Heading ref={title} tabIndex={-1}>
        {text.codesTitle}
      </Heading>
      <p>{text.codesText}</p>
      <ol className="wk-codes__list" aria-label={text.codesList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="wk-muted wk-small">{text.codesWhere}</p>
      <Keep codes={codes} />
      <div className="wk-actions">
        <Button variant="primary" onClick={onKept}>
          {text.codesKept}
        </Button>
      </div>
    </div>
  )
}

function Keep({ codes }: { codes: readonly string[] }) {
  const text = useText(accountText)
  const [said, setSaid] = useState('')
  const list = codes.join('\n')
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(list)
      setSaid(text.codesCopied)
    } catch {
      // No clipboard without a secure connection, or it was refused.
      setSaid(text.codesCopyFailed)
    }
  }
  return (
    <>
      <div className="wk-actions">
        <Button icon="copy" onClick={handleCopy}>
          {text.codesCopy}
        </Button>
        <Button icon="download" onClick={() => saveAs(text.codesFile, `${text.codesFileHead}\n\n${list}\n`)}>
          {text.codesDownload}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {text.codesPrint}
        </Button>
      </div>
      <p className="wk-small" role="status">
        {said}
      </p>
    </>
  )
}

function saveAs(name: string, content: string) {
  keepFile(new Blob([content], { type: 'text/plain' }), name)
}

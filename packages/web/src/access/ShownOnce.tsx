import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { programsText } from './programs.text.ts'

type Props = { intro: string; label: string; secret: string; onReady: () => void }

/** A secret that is on the screen now and never again. */
export function ShownOnce({ intro, label, secret, onReady }: Props) {
  const text = useText(programsText)
  return (
    <div className="wk-stack">
      <p role="status">{intro}</p>
      <CopyField
        id="koppeling-geheim"
        label={label}
        value={secret}
        copy={text.copy}
        copied={text.copied}
        copyFailed={text.copyFailed}
      />
      <div className="wk-actions">
        <Button variant="primary" onClick={onReady}>
          {text.ready}
        </Button>
      </div>
    </div>
  )
}

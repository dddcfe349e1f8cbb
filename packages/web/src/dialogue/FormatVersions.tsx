import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { dayAlone } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { formatText } from './format.text.ts'

type Props = { shown: ShownFormat; onShow: (version: number) => void }

/** The versions of an own format, the newest first; each can be read as it was. */
export function FormatVersions({ shown, onShow }: Props) {
  const text = useText(formatText)
  const seen = useDaySeen(useNow())
  if (shown.versions.length < 2) return null
  return (
    <div className="wk-no-print">
      <Section title={text.versions}>
        <ul className="wk-lines">
          {shown.versions.map(({ version, status, at }) => (
            <li key={version}>
              {version === shown.format.version ? (
                <strong>{text.version(version)}</strong>
              ) : (
                <TextButton onClick={() => onShow(version)}>{text.showVersion(version)}</TextButton>
              )}{' '}
              <span className="wk-muted wk-small">
                {text.versionStatus[status]} · {dayAlone(at, seen)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

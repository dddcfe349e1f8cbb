import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { useText } from '../language/use-text.ts'
import { consentPageText } from './consent-page.text.ts'

/** The text as this person reads it, in her language, up to the question. */
export function ConsentWording({ text: { wording, language } }: { text: ConsentChoice['text'] }) {
  const text = useText(consentPageText)
  return (
    <div className="wk-consent-wording" lang={language}>
      {wording.what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <dl>
        {(['whatIfNo', 'whoSees', 'howLong', 'howToStop'] as const).map((part) => (
          <div key={part}>
            <dt>{text.wording[part]}</dt>
            <dd>{wording[part]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

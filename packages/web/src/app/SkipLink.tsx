import { useText } from '../language/use-text.ts'
import { appText } from './app.text.ts'

export function SkipLink() {
  const text = useText(appText)
  return (
    <a className="wk-skip wk-no-print" href="#inhoud">
      {text.skip}
    </a>
  )
}

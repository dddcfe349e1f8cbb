import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { checkPictureText } from './check-picture.text.ts'
import { type Drawn, pngFile, svgFile } from './check-picture-file.ts'

type Props = {
  /** Draws the picture as a file of its own. */
  draw: () => Drawn
  /** Of the file, without ending. */
  name: string
}

/** Keeping a picture on this device, or printing the page. */
export function CheckKeep({ draw, name }: Props) {
  const text = useText(checkPictureText)
  const [said, setSaid] = useState('')

  async function handleKeep(kind: 'svg' | 'png') {
    try {
      const drawn = draw()
      keepFile(kind === 'svg' ? svgFile(drawn.svg) : await pngFile(drawn), `${name}.${kind}`)
      setSaid(text.kept)
    } catch {
      setSaid(text.failed)
    }
  }

  return (
    <Disclosure label={text.keep} className="wk-no-print">
      <p className="wk-muted wk-small">{text.keepIntro}</p>
      <div className="wk-row">
        <Button icon="download" onClick={() => handleKeep('png')}>
          {text.png}
        </Button>
        <Button icon="download" onClick={() => handleKeep('svg')}>
          {text.svg}
        </Button>
        <Button onClick={() => window.print()}>{text.print}</Button>
      </div>
      <p role="status" className="wk-small">
        {said}
      </p>
    </Disclosure>
  )
}

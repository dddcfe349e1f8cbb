import './code-number.css'
import { codeStyle } from './code-colour.ts'

type Props = { colour: string; number: number | null }

/** The colour of a code with its number: never the colour alone. */
export function CodeNumber({ colour, number }: Props) {
  return (
    <span className="wk-code-number" style={codeStyle(colour)} aria-hidden="true">
      {number ?? '·'}
    </span>
  )
}

import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { CodeNumber } from './CodeNumber.tsx'
import { codeTreeText } from './code-tree.text.ts'
import type { CodeLine } from './code-tree.ts'

type Props = {
  lines: readonly CodeLine[]
  chosen: string | null
  onPress: (line: CodeLine) => void
}

/** All codes with how many quotes each has; what hangs below another can be folded away. */
export function CodeTree({ lines, chosen, onPress }: Props) {
  const text = useText(codeTreeText)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  if (lines.length === 0) return <p className="wk-muted">{text.emptyTree}</p>
  function handleFold(id: string) {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  return (
    <ul className="wk-code-tree">
      {unfolded(lines, folded).map((line) => {
        const { code, depth, number, total, isParent } = line
        const isOpen = !folded.has(code.id)
        return (
          <li key={code.id} className={`wk-code-line wk-code-line--${Math.min(depth, 4)}`}>
            {isParent && (
              <button
                type="button"
                className="wk-code-line__fold"
                aria-expanded={isOpen}
                aria-label={isOpen ? text.fold(code.name) : text.unfold(code.name)}
                onClick={() => handleFold(code.id)}
              >
                <Icon name={isOpen ? 'chevron-down' : 'chevron'} />
              </button>
            )}
            <button
              type="button"
              className="wk-code-line__name"
              aria-pressed={code.id === chosen}
              onClick={() => onPress(line)}
            >
              {number !== null && <CodeNumber colour={code.colour} number={number} />}
              <span>{code.name}</span>
              <span className="wk-code-line__count wk-number">
                <span aria-hidden="true">{total}</span>
                <span className="wk-sr-only">, {text.quotes(total)}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Without what hangs below a folded code. */
function unfolded(lines: readonly CodeLine[], folded: ReadonlySet<string>): CodeLine[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return lines.filter(({ code, depth }) => {
    if (depth > hiddenBelow) return false
    hiddenBelow = folded.has(code.id) ? depth : Number.POSITIVE_INFINITY
    return true
  })
}

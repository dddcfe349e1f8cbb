import type { CaretMove } from '@weerklank/core/analysis/caret'

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/** What a key does while words are chosen by keyboard. */
export type CaretKey =
  | { does: 'move'; move: CaretMove }
  /** Asks which code; a letter is already part of its name. */
  | { does: 'choose'; typed: string }
  | { does: 'leave' }

/** Undefined: not ours, the browser does with it what it always does. */
export function caretKey({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): CaretKey | undefined {
  if (altKey || metaKey) return undefined
  if (key === 'Escape') return { does: 'leave' }
  const move = moves(ctrlKey)[key]
  if (move !== undefined) return { does: 'move', move: { ...move, extend: shiftKey } }
  if (ctrlKey) return undefined
  if (key === 'Enter') return { does: 'choose', typed: '' }
  return /^[\p{L}\p{N}]$/u.test(key) ? { does: 'choose', typed: key } : undefined
}

function moves(byLetter: boolean): Partial<Record<string, Omit<CaretMove, 'extend'>>> {
  const across = byLetter ? 'sign' : 'word'
  return {
    ArrowLeft: { by: across, back: true },
    ArrowRight: { by: across, back: false },
    ArrowUp: { by: 'sentence', back: true },
    ArrowDown: { by: 'sentence', back: false },
    PageUp: { by: 'passage', back: true },
    PageDown: { by: 'passage', back: false },
    Home: { by: 'edge', back: true },
    End: { by: 'edge', back: false },
  }
}

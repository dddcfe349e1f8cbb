import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import { useText } from '../language/use-text.ts'
import { notify } from '../ui/notices.ts'
import { useCloseSignals } from './check.actions.ts'
import { openerText } from './opener.text.ts'

type Settling = { signals: readonly string[]; outcome: Exclude<SignalOutcome, 'agreed'>; note: string }

/** Closes signals and says so, with a way back. */
export function useSettleSignals(relation: string) {
  const text = useText(openerText)
  const close = useCloseSignals(relation)

  // Awaited, not handed over as callbacks: the card that asked for it is gone once its signals are closed.
  async function handleUndo(signals: readonly string[]) {
    try {
      await close.mutateAsync({ signals, outcome: null, note: '' })
      notify({ text: text.back })
    } catch {
      notify({ text: text.failed })
    }
  }

  async function settle(wanted: Settling) {
    try {
      await close.mutateAsync(wanted)
      const told = wanted.outcome === 'discussed' ? text.closedDiscussed : text.leftAside
      notify({ text: told, undo: () => void handleUndo(wanted.signals) })
    } catch {
      notify({ text: text.failed })
    }
  }

  return { settle, busy: close.isPending, failed: close.isError }
}

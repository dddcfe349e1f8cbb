import type { DeedDone } from '@weerklank/core/analysis/deed.contract'
import { useText } from '../language/use-text.ts'
import { notify } from '../ui/notices.ts'
import { codingText } from './coding.text.ts'
import { type Change, useDeeds } from './deeds.ts'

/**
 * Does things in an analysis and says when that did not work; true when it did. `act` need not be waited for: what one does is
 * done in order.
 */
export function useActs(analysis: string) {
  const text = useText(codingText)
  const deeds = useDeeds(analysis)
  async function told(doing: Promise<DeedDone>, words?: { done: string; nothing: string }): Promise<boolean> {
    try {
      const { deed, kept } = await doing
      if (kept > 0) notify({ text: text.keptByOthers(kept) })
      else if (words !== undefined) notify({ text: deed === null ? words.nothing : words.done })
      return true
    } catch (error) {
      const why = error instanceof Error && error.name === 'ApiError' ? `${error.message} ` : ''
      notify({ text: `${why}${text.failed}` })
      return false
    }
  }
  return {
    act: (change: Change) => told(deeds.act(change)),
    undo: () => told(deeds.undo(), { done: text.undone, nothing: text.nothingToUndo }),
    redo: () => told(deeds.redo(), { done: text.redone, nothing: text.nothingToRedo }),
  }
}

export type Acts = ReturnType<typeof useActs>

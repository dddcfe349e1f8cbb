import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AttentionCard, feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import { call } from '../api/client.ts'
import { refreshRelation } from '../api/refresh.ts'
import { useText } from '../language/use-text.ts'
import { notify } from '../ui/notices.ts'
import { todayText } from './today.text.ts'

/** What one request may name. */
const atOnce = 20

type PutAway = Pick<AttentionCard, 'id' | 'title' | 'signals'>

/** Called when the page has been asked again. */
type Moves = { onGone: () => void; onBack: () => void }

/** Says of a card that it is not applicable, with a way back, which works on after the card has left the screen. */
export function useNotApplicable(card: PutAway, { onGone, onBack }: Moves) {
  const text = useText(todayText)
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (outcome: SignalOutcome | null) => closeSignals(card, outcome),
    onSettled: () => refreshRelation(queryClient, card.id),
  })

  function handleUndo() {
    mutateAsync(null).then(
      () => {
        notify({ text: text.back(card.title) })
        onBack()
      },
      () => notify({ text: text.undoFailed(card.title) }),
    )
  }

  function handle() {
    mutateAsync('not-applicable').then(
      () => {
        notify({ text: text.left(card.title), undo: handleUndo })
        onGone()
      },
      () => notify({ text: text.notApplicableFailed(card.title) }),
    )
  }

  return { busy: isPending, handle }
}

/** Closes all open signals of a card, or with null opens them again. Doing it twice changes nothing more. */
async function closeSignals(card: PutAway, outcome: SignalOutcome | null): Promise<void> {
  const ids = card.signals.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += atOnce) {
    await call<typeof feedbackEndpoints.closeSignals>('POST', '/api/relations/:relation/signals/closed', {
      params: { relation: card.id },
      body: { signals: ids.slice(from, from + atOnce), outcome, note: '' },
    })
  }
}

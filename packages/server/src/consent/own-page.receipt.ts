import type { DeletionReport } from '@weerklank/core/consent/person.contract'
import type { WithdrawalPlan } from '@weerklank/core/consent/purpose'
import { leftLines, receiptLines } from '@weerklank/core/consent/receipt.words'
import { fill } from '@weerklank/core/shared/spoken'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

/** What a withdrawal or a deletion did, in the words of whoever reads her page. */
export function reportLines(
  page: OwnPage,
  receipt: { kind: 'withdrawal' | 'deletion'; report: unknown },
): string[] {
  const { listener, workspace } = page
  const reader = { ...listener, timeZone: workspace.timeZone }
  if (receipt.kind === 'withdrawal') return receiptLines(receipt.report as WithdrawalPlan, reader)
  const { answers, signals, invitations, cannotUndo } = receipt.report as DeletionReport
  const counts = { answers: String(answers), signals: String(signals), invitations: String(invitations) }
  return [fill(ownWordsFor(listener).deleted, counts), ...leftLines({ cannotUndo }, reader)]
}

import { sparkline } from '@weerklank/core/charts/sparkline'
import type { AttentionCard } from '@weerklank/core/feedback/feedback.contract'
import { SvgPicture } from '../ui/SvgPicture.tsx'

/** The last checks as a small line: a memory aid, the text beside it says what matters. */
export function AttentionLine({ recent, cutoff }: Pick<AttentionCard, 'recent' | 'cutoff'>) {
  const svg = sparkline({ values: recent.map(({ score }) => score), cutoff })
  return svg === '' ? null : <SvgPicture svg={svg} />
}

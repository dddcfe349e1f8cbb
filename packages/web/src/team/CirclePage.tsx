import { useParams } from '@tanstack/react-router'
import { CircleFrame } from './CircleFrame.tsx'
import { CircleOverview } from './CircleOverview.tsx'

/** One team or network: what comes next, what was agreed, what the family is asked or told, and its days. */
export function CirclePage() {
  const { relation } = useParams({ from: '/members/team/$relation' })
  return <CircleFrame relation={relation}>{(details) => <CircleOverview details={details} />}</CircleFrame>
}

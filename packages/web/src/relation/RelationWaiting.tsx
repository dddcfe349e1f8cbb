import { Skeleton } from '../ui/Skeleton.tsx'

/** As large as what comes: title, labels, people, and below it two columns. */
export function RelationWaiting() {
  return (
    <div className="wk-stack wk-stack--wide">
      <Skeleton lines={3} />
      <Skeleton lines={2} />
      <div className="wk-columns">
        <Skeleton block />
        <Skeleton block />
      </div>
    </div>
  )
}

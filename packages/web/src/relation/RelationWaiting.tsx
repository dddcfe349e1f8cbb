import { useText } from '../language/use-text.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { relationPageText } from './relation-page.text.ts'

/** As large as what comes: title, labels, people, and below it two columns. */
export function RelationWaiting() {
  const text = useText(relationPageText)
  return (
    <div className="wk-stack wk-stack--wide">
      <h1 className="wk-sr-only">{text.one}</h1>
      <Skeleton lines={3} />
      <Skeleton lines={2} />
      <div className="wk-columns">
        <Skeleton block />
        <Skeleton block />
      </div>
    </div>
  )
}

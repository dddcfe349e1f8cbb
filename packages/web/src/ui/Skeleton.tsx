import './page-state.css'

/** Grey lines, or with `block` one tall shape, that keep the place of what is on its way. */
export function Skeleton({ lines = 1, block = false }: { lines?: number; block?: boolean }) {
  if (block) return <div className="wk-skeleton wk-skeleton--block" aria-hidden="true" />
  const numbers = Array.from({ length: lines }, (_, index) => index)
  return (
    <div className="wk-stack wk-stack--tight" aria-hidden="true">
      {numbers.map((line) => (
        <div key={line} className="wk-skeleton" />
      ))}
    </div>
  )
}

import { useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { outboxText } from './outbox.text.ts'

/** Says that nothing is mailed here, what to do meanwhile, and how to change that. */
export function OutboxNoServer() {
  const text = useText(outboxText)
  return (
    <Card tone="warm" as="section" labelledBy="post-geen-server">
      <h2 id="post-geen-server">{text.noServer}</h2>
      <p>{text.noServerWhat}</p>
      <h3>{text.noServerHow}</h3>
      <ol className="wk-outbox-steps">
        {text.noServerSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  )
}
